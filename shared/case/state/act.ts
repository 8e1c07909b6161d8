import * as z from 'zod/mini';
import { Actor, Instant } from '../events/parts.ts';

/**
 * Something that was done: when it was made, when and as which entry it came into the log, and who entered it. `parts`: what
 * it carries, by the names of the command's fields or of a document's.
 */
export const Act = z.strictObject({
  madeAt: Instant,
  recordedAt: Instant,
  entry: z.int(),
  by: Actor,
  parts: z.array(z.string()),
});
export type Act = z.infer<typeof Act>;

/** Whether the system itself acted, or what a feed brought. */
export const isSystem = ({ role }: Actor): boolean => role === 'system';
