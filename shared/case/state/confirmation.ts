import * as z from 'zod/mini';
import { Actor, Instant } from '../events/parts.ts';

/** An act that was entered for somebody else, with what he said to it. */
export const Confirmation = z.strictObject({
  /** `onBehalf`: for a person of the bureau, who confirms; `outside`: for a body outside, which a leader countersigns. */
  of: z.enum(['onBehalf', 'outside']),
  person: z.nullable(z.string()),
  role: z.string(),
  unit: z.optional(z.string()),
  enteredBy: Actor,
  since: Instant,
  answer: z.nullable(z.strictObject({ agree: z.boolean(), by: Actor, at: Instant })),
});
export type Confirmation = z.infer<typeof Confirmation>;
