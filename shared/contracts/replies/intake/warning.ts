import * as z from 'zod/mini';

/**
 * Why something is said of a field. `unread`: it cannot be read and is unknown; `doubted`: it can, and is not believed; `day`: only the
 * day is known; `estimated`: it stands for the earliest time, or the least number, that it can mean; `cut`: too long, cut for use;
 * `restored`: it came in another encoding and was put back;
 * `renamed`: read by a former name; `unused`: it looks like one of ours and is not read.
 */
export const WARNING_KINDS = [
  'unread',
  'doubted',
  'day',
  'estimated',
  'cut',
  'restored',
  'renamed',
  'unused',
] as const;
/** What a sender, and the desk, should know of a field. */
export const Warning = z.strictObject({
  /** By the sender's own name. */
  field: z.string(),
  /** As it came, as far as it is short. */
  value: z.string(),
  kind: z.enum(WARNING_KINDS),
  message: z.string(),
});
export type Warning = z.infer<typeof Warning>;
