import * as z from 'zod/mini';
import { BriefReason } from '../command-fields.ts';

/** POST /v1/refused-items/{refused}/judgement: `notNeeded` 不需录入, for a reason; `takenBack`: to be dealt with after all. */
export const JudgeRefused = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('notNeeded'), reason: BriefReason }),
  z.strictObject({ as: z.literal('takenBack'), reason: z.optional(BriefReason) }),
]);
export type JudgeRefused = z.infer<typeof JudgeRefused>;
