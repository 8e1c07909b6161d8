import * as z from 'zod/mini';
import { Actor } from '../events/parts.ts';

/** What was said of when a paper of a superior came in: with the source itself, or to put it right. Nothing is taken out. */
export const Received = z.strictObject({
  kind: z.string(),
  reference: z.optional(z.string()),
  same: z.optional(z.boolean()),
  at: z.string(),
  recordedAt: z.string(),
  entry: z.int(),
  by: Actor,
  /** The place in this list of what it puts right. */
  corrects: z.optional(z.int()),
});
export type Received = z.infer<typeof Received>;
