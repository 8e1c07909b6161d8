import * as z from 'zod/mini';

/**
 * What became of each receipt, in the order in which they came. `recorded`: it stands in the file; `repeated`: it says nothing new,
 * or something else than what counts of this text; `unknown`: no text was handed over by this key; `notFinal`: the state is none in which a text ends.
 */
export const ReceiptsReply = z.strictObject({
  receipts: z.array(
    z.strictObject({
      index: z.int(),
      key: z.string(),
      result: z.enum(['recorded', 'repeated', 'unknown', 'notFinal']),
    }),
  ),
});
export type ReceiptsReply = z.infer<typeof ReceiptsReply>;
