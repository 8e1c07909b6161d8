import * as z from 'zod/mini';

/** The input of every execution: which case it keeps the clocks of, at which level, and as its how-manieth. */
export const ExecutionInput = z.object({ caseId: z.string(), level: z.string(), generation: z.int() });
export type ExecutionInput = z.infer<typeof ExecutionInput>;
export type ExecutionStatus =
  | 'RUNNING'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'TIMED_OUT'
  | 'ABORTED'
  | 'PENDING_REDRIVE'
  | 'NONE';

/** How an execution ended that did not end by itself, as the file says it. */
export const ENDED_IN_CHINESE: Readonly<Record<string, string>> = {
  FAILED: '出错',
  TIMED_OUT: '超过最长期限',
  ABORTED: '被人为停止',
  PENDING_REDRIVE: '待重试',
};

/** The clocks: one execution for a case at a level, named so that starting it twice is one start. */
export interface Workflows {
  /** Starts the execution; one that exists already is a success. */
  start(input: ExecutionInput): Promise<void>;
  /** Wakes the workflow that waits with `token`. False when nobody waits with it any more. */
  signal(token: string, change: string): Promise<boolean>;
  describe(input: ExecutionInput): Promise<ExecutionStatus>;
}

/** `<case>-<level>-<n>`: ASCII, since CloudWatch loses other names. */
export const executionName = ({ caseId, level, generation }: ExecutionInput): string =>
  `${caseId}-${level}-${generation}`;
/** What an execution of this name was started with; undefined when the name is none of ours. */
export const inputFromName = (name: string): ExecutionInput | undefined => {
  const [, caseId, level, generation] = /^(.+)-([^-]+)-(\d+)$/.exec(name) ?? [];
  return caseId === undefined || level === undefined
    ? undefined
    : { caseId, level, generation: Number(generation) };
};
