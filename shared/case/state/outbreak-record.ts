import * as z from 'zod/mini';
import { Instant } from '../events/parts.ts';
import { Act } from './act.ts';

/** One 爆发 with the 平息 that ended it. */
export const OutbreakRecord = z.strictObject({
  /** Names what it owes; no other outbreak of the case ever has it. */
  number: z.int(),
  at: z.nullable(Instant),
  calmedAt: z.nullable(Instant),
  /** The role that declared it. */
  calmBy: z.nullable(z.string()),
  /** Calms that did not carry over to a higher level: what fell due in them was never owed. */
  lapsed: z.array(z.strictObject({ from: Instant, to: Instant, entry: z.int() })),
  /** Who declared it, and as which entry. */
  calm: z.nullable(Act),
  /** A 代录 of a calm that nobody had confirmed when the story flared up again: until he does, it ended nothing. */
  doubtedCalm: z.nullable(
    z.strictObject({
      calm: Act,
      calmedAt: Instant,
      calmBy: z.nullable(z.string()),
      rekindledAt: Instant,
    }),
  ),
});
