import * as z from 'zod';
import { Cite, Condition, Id } from './basics.ts';

export const Level = z.strictObject({
  id: Id,
  rank: z.int(),
  name: z.string(),
  short: z.string(),
  colour: z.string().nullable(),
  definition: z.string(),
  lead: z.string().nullable(),
  /** Whether this level has clocks and so a state machine. */
  clocked: z.boolean(),
  /** `bureau`: not in the regulation; where items wait until the office has judged them. */
  basis: z.enum(['law', 'bureau']).default('law'),
  /** Why the regulation gives this level no limit in numbers, or no duty at all (register X41). */
  unlimited: z.string().optional(),
  /** While a matter of this level is open, every case bears this flag (特护期). */
  overlay: z.string().optional(),
  cite: Cite,
});
export type Level = z.infer<typeof Level>;

export const Scale = z.strictObject({
  id: Id,
  name: z.string(),
  /**
   * `handling`: the first, whose level a case is handled at. `response`: 应急响应级别. `rating`: what else is said of a case.
   * `standing`: matters with clocks that are no 舆情 (特护期, 监测申请, 定期报告).
   */
  use: z.enum(['handling', 'response', 'rating', 'standing']).default('rating'),
  levels: z.array(Level).min(1),
  /** Of a `rating` scale: what holds until a person rates the case; the first whose condition holds. */
  defaults: z
    .array(z.strictObject({ when: Condition, level: z.string(), reason: z.string(), cite: Cite }))
    .default([]),
  cite: Cite,
});
export type Scale = z.infer<typeof Scale>;
