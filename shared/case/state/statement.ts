import * as z from 'zod/mini';
import { Actor, Instant } from '../events/parts.ts';

/** Something that was said of when it all began. */
export const Statement = z.strictObject({
  instant: z.string(),
  at: Instant,
  recordedAt: Instant,
  by: Actor,
  /** Only the day was given: it stands as its end. */
  dateOnly: z.boolean(),
  /** It stands as the earliest time that the words can mean. */
  estimated: z.optional(z.boolean()),
  /** Stated by who may grant time: it counts though it is later than what was known before. */
  granted: z.boolean(),
  /** Of 收到: its place in `received`, where it may be put right. */
  place: z.optional(z.int()),
});
export type Statement = z.infer<typeof Statement>;
