import * as z from 'zod/mini';
import { BriefReason } from '../command-fields.ts';

/** POST /v1/items/{feed}/{item}/judgement: `read` 已阅, `notOurs` 不属本局, `takenBack`: to be dealt with after all. */
export const JudgeItem = z.strictObject({
  as: z.enum(['read', 'notOurs', 'takenBack']),
  reason: z.optional(BriefReason),
  /** Which version he has seen; left out: whichever it is. */
  version: z.optional(z.int().check(z.minimum(1))),
});
export type JudgeItem = z.infer<typeof JudgeItem>;
