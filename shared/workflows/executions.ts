import * as z from 'zod/mini';
import type { Execution, ExecutionStatus, History } from './looking.ts';

/** The input of every execution: which case it keeps the clocks of, at which level, and as its how-manieth. */
export const ExecutionInput = z.object({ caseId: z.string(), level: z.string(), generation: z.int() });
export type ExecutionInput = z.infer<typeof ExecutionInput>;

/** The clocks: one execution for a case at a level, named so that starting it twice is one start. */
export interface Workflows {
  /** Starts the execution; one that exists already is a success. */
  start(input: ExecutionInput): Promise<void>;
  /** Wakes the workflow that waits with `token`. False when nobody waits with it any more. */
  signal(token: string, change: string): Promise<boolean>;
  describe(input: ExecutionInput): Promise<ExecutionStatus>;
  /** For people who look: nothing is decided by it. Undefined when nobody knows of such an execution (any more). */
  look(input: ExecutionInput): Promise<Execution | undefined>;
  /** What an execution that is there has in hand, and what happened last. */
  history(input: ExecutionInput): Promise<History>;
  /** Whether whoever runs the executions answers. */
  isUp(): Promise<boolean>;
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
