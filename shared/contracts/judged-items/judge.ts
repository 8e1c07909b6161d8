import * as z from 'zod/mini';
import { BriefReason, shortText } from '../command-fields.ts';

/**
 * POST /v1/items/{feed}/{item}/judgement: `read` 已阅, `notOurs` 不属本局, `notSame` 不是同一舆情 as `case` tells, `takenBack`: to be dealt
 * with after all.
 */
export const JudgeItem = z.strictObject({
  as: z.enum(['read', 'notOurs', 'notSame', 'takenBack']),
  /** Of `notSame`: the case that the item was suspected to belong to. */
  case: z.optional(shortText()),
  reason: z.optional(BriefReason),
  /** Which version he has seen; left out: whichever it is. */
  version: z.optional(z.int().check(z.minimum(1))),
});
export type JudgeItem = z.infer<typeof JudgeItem>;
