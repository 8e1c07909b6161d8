import * as z from 'zod/mini';
import { Time } from '../parts.ts';

/** The last push of a feed of which something was taken, with how many items of it were, and the last that was turned away. */
export const FEED_SIGNS = {
  feed: z.string(),
  accepted: z.nullable(z.strictObject({ at: Time, items: z.int() })),
  refused: z.nullable(z.strictObject({ at: Time, code: z.string(), message: z.string() })),
};

const FeedRow = z.strictObject({
  ...FEED_SIGNS,
  /** How many pushes in a row, the last one among them, had a wrong signature. */
  unsigned: z.int(),
  /** What the office expects of it; null: nothing, and it is shown with its last signs only. */
  watch: z.nullable(
    z.strictObject({
      name: z.string(),
      /** In plain Chinese, an entry a period of the day. */
      expected: z.array(z.string()),
      /** By when items of it have to be taken, if none are before; null: no interval is set. */
      next: z.nullable(Time),
      signatureFailures: z.nullable(z.int()),
      /** Whom to call at the vendor's. */
      contact: z.nullable(z.strictObject({ name: z.string(), mobile: z.string() })),
      /** When people were last told that something is wrong with it. */
      told: z.nullable(Time),
    }),
  ),
  /** `silent`: nothing of it was taken since, and something should have been; `unsigned`: too many pushes in a row had a wrong signature. */
  trouble: z.nullable(
    z.strictObject({ kind: z.enum(['silent', 'unsigned']), since: Time, text: z.string() }),
  ),
});
export type FeedRow = z.infer<typeof FeedRow>;

/** The registered feeds, those with which something is wrong first, then by name. */
export const FeedsReply = z.strictObject({ feeds: z.array(FeedRow) });
export type FeedsReply = z.infer<typeof FeedsReply>;
