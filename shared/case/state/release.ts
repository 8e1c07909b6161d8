import * as z from 'zod/mini';
import { Actor, Instant } from '../events/parts.ts';
import { Act } from './act.ts';

/** A body outside no longer wants what it was owed: counts once it is confirmed; without a document it stays 待补来文. */
export const Release = z.extend(Act, {
  duty: z.string(),
  occurrence: z.string(),
  name: z.optional(z.string()),
  document: z.optional(z.string()),
  call: z.optional(z.strictObject({ post: z.string(), at: Instant })),
  reason: z.string(),
  confirmed: z.nullable(z.strictObject({ at: Instant, by: Actor })),
});
export type Release = z.infer<typeof Release>;
