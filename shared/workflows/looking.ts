import type { Instant } from '../time/instants.ts';

// What is to be seen of executions, for people who would else open the console.

export type ExecutionStatus =
  | 'RUNNING'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'TIMED_OUT'
  | 'ABORTED'
  | 'PENDING_REDRIVE'
  | 'NONE';

/** How an execution stands, as people are told. */
export const STATUS_IN_CHINESE: Readonly<Record<string, string>> = {
  RUNNING: '运行中',
  SUCCEEDED: '正常结束',
  FAILED: '出错',
  TIMED_OUT: '超过最长期限',
  ABORTED: '被人为停止',
  PENDING_REDRIVE: '待重试',
  NONE: '没有记录',
};

/** An execution that is there. */
export interface Execution {
  status: Exclude<ExecutionStatus, 'NONE'>;
  startedAt: Instant;
  stoppedAt: Instant | null;
  /** The name of the error that it ended with. */
  error: string | null;
  /** Where the console shows it; null where there is none. */
  page: string | null;
}

/** One event of an execution, as Step Functions numbers and calls it. */
export interface ExecutionEvent {
  id: number;
  at: Instant;
  type: string;
  state: string | null;
  error: string | null;
}

/** A state that was entered and not left. */
export interface ActiveState {
  state: string;
  /** As the definition calls it: Wait, Task, Parallel … */
  type: string;
  since: Instant;
  /** With what it was entered. */
  input: unknown;
}

export interface History {
  active: ActiveState[];
  /** The last of those that people are told of (`isTold`), oldest first. */
  events: ExecutionEvent[];
}

/** So many events of an execution are told of, and kept where this machine keeps them itself. */
export const TOLD_EVENTS = 40;

/** The events that people are told of, in their words. What only passes a branch on (Pass, Choice, retries) is not told. */
export const EVENTS_IN_CHINESE: Readonly<Record<string, string>> = {
  ExecutionStarted: '流程启动',
  ExecutionSucceeded: '流程正常结束',
  ExecutionFailed: '流程出错终止',
  ExecutionAborted: '流程被人为停止',
  ExecutionTimedOut: '流程超过最长期限',
  ParallelStateEntered: '开始计时',
  ParallelStateExited: '停止计时',
  WaitStateEntered: '开始等待',
  WaitStateExited: '等待期满',
  TaskStateEntered: '开始执行',
  TaskStateExited: '执行完毕',
  TaskFailed: '执行出错',
  TaskTimedOut: '等候超时',
  SucceedStateEntered: '到达',
  FailStateEntered: '转入',
};
export const isTold = (type: string): boolean => Object.hasOwn(EVENTS_IN_CHINESE, type);

const ENTERED = /^(\w+)StateEntered$/;
const ENDED = /^Execution(Succeeded|Failed|Aborted|TimedOut)$/;
/** A Parallel stands alone on its level: what was in hand before it, and in it when it ends, is in hand no more. */
const BOUNDS = /^Parallel(StateEntered|StateFailed|StateAborted|StateExited)$/;

/** An event with what a state was entered with. */
export type EventWithInput = ExecutionEvent & { input?: unknown };

/** Whether the events before this one cannot tell of a state that is in hand: a round of clocks begins, or the execution is over. */
export const isRoundBound = ({ type }: ExecutionEvent): boolean => BOUNDS.test(type) || ENDED.test(type);

/** The states in hand after these events, oldest first. Of one machine each state has a name of its own. */
export const activeAfter = (events: readonly EventWithInput[]): ActiveState[] => {
  const active = new Map<string, ActiveState>();
  for (const event of events) {
    const { type, state, at, input } = event;
    if (isRoundBound(event)) active.clear();
    const entered = ENTERED.exec(type)?.[1];
    if (state === null) continue;
    if (entered !== undefined) active.set(state, { state, type: entered, since: at, input });
    else if (type.endsWith('StateExited')) active.delete(state);
  }
  return [...active.values()];
};
