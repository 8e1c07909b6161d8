import * as z from 'zod/mini';
import { Actor, EntryThere } from '../events/parts.ts';

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
  /** The entries that brought it into the log of a case that was merged into this one. */
  there: z.optional(z.array(EntryThere)),
});
export type Received = z.infer<typeof Received>;
