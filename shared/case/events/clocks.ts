import * as z from 'zod/mini';

/** What the clocks and the office's system met. */
export const CLOCKS = [
  z.strictObject({ type: z.literal('ClockContinued'), generation: z.int(), reason: z.string() }),
  z.strictObject({ type: z.literal('ClockFaulted'), execution: z.string(), error: z.string() }),
  z.strictObject({
    type: z.literal('CommandRefused'),
    command: z.string(),
    code: z.string(),
    message: z.string(),
  }),
] as const;
