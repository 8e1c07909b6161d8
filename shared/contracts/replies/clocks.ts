import * as z from 'zod/mini';
import { Named } from '../regulation-view/parts.ts';
import { LevelName, Time } from './parts.ts';

/** A state that an execution is in. */
const ActiveState = z.strictObject({
  /** The name by which definition, picture and console have it. */
  state: z.string(),
  /** As the definition calls it: `Wait`, `Task`, `Parallel` … */
  type: z.string(),
  since: Time,
  /** When a wait ends, as the execution has it. */
  until: z.nullable(Time),
  /** Whose clock it is; null for what belongs to no duty, or to several. */
  duty: z.nullable(Named),
  stage: z.nullable(z.enum(['remind', 'due', 'overdue'])),
  stageText: z.nullable(z.string()),
  /** Until when it would wait by the case's schedule of this moment; null where that waits for nothing. */
  scheduled: z.nullable(Time),
  /**
   * Where the two differ. Not every entry of the log schedules anew, since a branch reads the log when its time comes: one that
   * waits for what is done (`notNeeded`) or too early (`earlier`) finds that out then. One that waits too long (`later`) is late.
   */
  differs: z.nullable(z.enum(['notNeeded', 'earlier', 'later'])),
  differsText: z.nullable(z.string()),
});

const ClockEvent = z.strictObject({
  id: z.int(),
  at: Time,
  type: z.string(),
  state: z.nullable(z.string()),
  text: z.string(),
  error: z.nullable(z.string()),
});

const ExecutionReply = z.strictObject({
  name: z.string(),
  generation: z.int(),
  level: LevelName,
  /** `NONE`: nobody knows of it; it was lost with a stop of this machine, or is too old. */
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE', 'NONE']),
  statusText: z.string(),
  startedAt: z.nullable(Time),
  stoppedAt: z.nullable(Time),
  error: z.nullable(z.string()),
  /** Where the console shows it; null on one machine. */
  console: z.nullable(z.url()),
  /** Of one that runs. */
  active: z.array(ActiveState),
  /** The last ones, oldest first; of one that runs, and of the newest. */
  events: z.array(ClockEvent),
});

/** The clocks of a case: what its executions are, what the one that runs waits for, and whether that is what the log asks. */
export const ClocksReply = z.strictObject({
  case: z.string(),
  version: z.int(),
  /**
   * `behind`: it does not wait yet for all that the log says; `stalled`: its time came and nothing happened; `stopped`: nothing runs;
   * `notOwed`: nothing need run.
   */
  state: z.enum(['running', 'behind', 'stalled', 'stopped', 'notOwed']),
  stateText: z.string(),
  /** Who waits for changes of the case: which execution, since when, and from which version of the log it was scheduled. */
  watch: z.nullable(
    z.strictObject({ generation: z.int(), version: z.int(), registeredAt: Time, current: z.boolean() }),
  ),
  /** The last ten, the newest last. */
  executions: z.array(ExecutionReply),
  /** What the schedule waits for, and no execution. */
  unattended: z.array(z.strictObject({ duty: Named, at: Time, stageText: z.string() })),
});
export type ClocksReply = z.infer<typeof ClocksReply>;
export type ExecutionReply = z.infer<typeof ExecutionReply>;
