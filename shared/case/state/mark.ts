import * as z from 'zod/mini';
import { Instant } from '../events/parts.ts';

/** How far one occurrence of a duty has been enforced, against which due instant. */
export const Mark = z.strictObject({
  due: Instant,
  /** When the last of its stages was enforced. */
  at: Instant,
  reminded: z.int(),
  /** Reminders after it fell due: how often what cannot be 逾期 was chased. */
  chased: z.int(),
  fellDue: z.boolean(),
  overdue: z.int(),
  /** The last stage told nobody: it was overtaken while the clock was held up. */
  overtaken: z.boolean(),
  /** A 督办通知 has been drafted for this occurrence. */
  ordered: z.boolean(),
  /** It passed while no text about it had reached whoever had to act: the gateway took none (通知中断). */
  untold: z.optional(z.boolean()),
});
export type Mark = z.infer<typeof Mark>;
