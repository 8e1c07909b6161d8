import * as z from 'zod/mini';
import { Actor, Instant } from '../events/parts.ts';

/** What was said of limits themselves, and the holiday lists that they count by: fields of a case. */
export const LIMIT_FACTS = {
  /** Duty → the instant that its limit was extended to. */
  extensions: z.record(z.string(), z.strictObject({ to: Instant, at: Instant })),
  /** Duty → the deadline that another rule gives it, as a person entered it (register X42). */
  deadlines: z.record(z.string(), z.strictObject({ due: Instant, at: Instant, by: Actor })),
  /** `duty#occurrence` of what waited for a holiday list → the limit that was settled by hand. */
  settledLimits: z.record(z.string(), z.strictObject({ due: Instant, at: Instant })),
  /** Up to which year the holiday lists were there, and since when; first of all at the opening. */
  holidayLists: z.array(z.strictObject({ to: z.int(), at: Instant })),
};
