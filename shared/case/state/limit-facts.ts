import * as z from 'zod/mini';
import { Actor, Instant } from '../events/parts.ts';

/**
 * A limit that ran when something was entered by which it would be later, or would have passed before anybody could keep it. `breaks`: it
 * could be broken then; `countsFrom`: what it counted from; `case`: whose it was, where two became one.
 */
const KeptLimit = z.strictObject({
  due: Instant,
  breaks: z.boolean(),
  countsFrom: z.optional(z.string()),
  case: z.optional(z.string()),
});

/** What was said of limits themselves, and the holiday lists that they count by: fields of a case. */
export const LIMIT_FACTS = {
  /** Duty → the instant that its limit was extended to. */
  extensions: z.record(z.string(), z.strictObject({ to: Instant, at: Instant })),
  /** Duty → the deadline that another rule gives it, as a person entered it (register X42). */
  deadlines: z.record(z.string(), z.strictObject({ due: Instant, at: Instant, by: Actor })),
  /** `duty#occurrence` of what waited for a holiday list → the limit that was settled by hand. */
  settledLimits: z.record(z.string(), z.strictObject({ due: Instant, at: Instant })),
  /** `duty#occurrence` → limits of it that ran when something was entered, or taken over: each stays with its own instant. */
  keptLimits: z.record(z.string(), z.array(KeptLimit)),
  /** Up to which year the holiday lists were there, and since when; first of all at the opening. */
  holidayLists: z.array(z.strictObject({ to: z.int(), at: Instant })),
};
