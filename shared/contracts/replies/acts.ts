import * as z from 'zod/mini';

/**
 * What the caller may do to a case now, in his post, as far as it can be said before he has filled in anything: every command that
 * the office has, in the order in which a case meets them.
 */
export const ActsReply = z.strictObject({
  case: z.string(),
  version: z.int(),
  acts: z.array(
    z.strictObject({
      type: z.string(),
      name: z.string(),
      may: z.boolean(),
      /** Why not; null where he may. */
      reason: z.nullable(z.string()),
      /** The open duties of the case that it may meet, whoever owes them. */
      duties: z.array(z.string()),
    }),
  ),
});
export type ActsReply = z.infer<typeof ActsReply>;
