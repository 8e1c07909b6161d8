import * as z from 'zod/mini';
import { Actor, Instant } from '../../events/parts.ts';

/**
 * 退回: a unit says why the case is not its own, before it has signed for it. The office decides; until then, and after, the unit owes
 * what it owes.
 */
export const Return = z.strictObject({
  entry: z.int(),
  unit: z.string(),
  at: Instant,
  by: Actor,
  reason: z.string(),
  /**
   * `agreed`: the unit has the case no more; `kept`: it stays the unit's; `signed`: the unit has signed for it after all; `moved`:
   * it left the unit otherwise. Null: the office has yet to decide.
   */
  ended: z.nullable(
    z.strictObject({
      how: z.enum(['agreed', 'kept', 'signed', 'moved']),
      entry: z.int(),
      at: Instant,
      by: Actor,
    }),
  ),
});
export type Return = z.infer<typeof Return>;
