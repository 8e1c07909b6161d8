import * as z from 'zod/mini';
import { ACTS } from './events/acts.ts';
import { ANSWERS } from './events/answers.ts';
import { CLOCKS } from './events/clocks.ts';
import { FACTS } from './events/facts.ts';
import { LEVEL } from './events/level.ts';
import { LIMITS } from './events/limits.ts';
import { ORDERS } from './events/orders.ts';
import { Actor, Instant } from './events/parts.ts';
import { PHASES } from './events/phases.ts';
import { REARRANGEMENTS } from './events/rearrange.ts';
import { TOLD } from './events/told.ts';

export {
  Actor,
  Call,
  CaseInstants,
  GradeRecord,
  HandOver,
  ItemReference,
  Notice,
  OnBehalf,
  Outside,
  Source,
  Spread,
} from './events/parts.ts';

/** Everything that can stand in a case's log. The names and fields are stored: none is ever renamed. */
export const CaseEvent = z.discriminatedUnion('type', [
  ...FACTS,
  ...LEVEL,
  ...ACTS,
  ...ANSWERS,
  ...PHASES,
  ...REARRANGEMENTS,
  ...LIMITS,
  ...ORDERS,
  ...TOLD,
  ...CLOCKS,
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type EventType = CaseEvent['type'];
export type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>;

/** One command's events: one item of the log, so that a command is atomic. */
export const LogEntry = z.strictObject({
  caseId: z.string(),
  version: z.int().check(z.minimum(1)),
  /** When it was written; never before its predecessor. */
  at: Instant,
  /** What the clock showed, where the predecessor lies more than a minute ahead of it: what the entry tells happened then. */
  clock: z.optional(Instant),
  actor: Actor,
  command: z.string(),
  /** The caller's own key of this request: the same one again is a repeat. */
  request: z.optional(z.string()),
  events: z.array(CaseEvent).check(z.minLength(1)),
  /** Whether this entry changes what the clocks must wait for. */
  rearms: z.boolean(),
  /** The earlier entries whose content is purged by this one's order. */
  purges: z.optional(z.array(z.int().check(z.minimum(1)))),
  previousHash: z.string(),
  hash: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;
