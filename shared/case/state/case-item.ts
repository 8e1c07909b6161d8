import * as z from 'zod/mini';
import { Instant, ItemReference } from '../events/parts.ts';

/** A time as a later version puts it. `judged`: a person has looked into it. */
const Later = z.strictObject({ at: Instant, judged: z.optional(z.boolean()) });

/** An item of a case, as the case took it in: what it rests on. Its text is evidence, which nothing is decided by. */
export const CaseItem = z.extend(z.omit(ItemReference, { text: true }), {
  /** The newest version that has come to the case; absent: that which it rests on. */
  newest: z.optional(z.int()),
  /** Times that a later version puts later than what the case counts by: they start nothing, and a person makes sure of them. */
  later: z.optional(z.strictObject({ publishedAt: z.optional(Later), eventAt: z.optional(Later) })),
  /** A person has looked into its unread mark. */
  markJudged: z.optional(z.boolean()),
});
export type CaseItem = z.infer<typeof CaseItem>;
export type TimeOfItem = 'publishedAt' | 'eventAt';

/** What of an item may be a grave mark, and what nobody has looked into yet. */
export const unjudgedMark = ({
  unreadMark,
  markJudged = false,
}: Pick<CaseItem, 'unreadMark' | 'markJudged'>): string | undefined => (markJudged ? undefined : unreadMark);

/** The newest version of an item that a case knows; the first is 1. */
export const newestOf = ({ newest, version = 1 }: Pick<CaseItem, 'newest' | 'version'>): number =>
  newest ?? version;

/** The times that a later version puts later, and that nobody has looked into yet. */
export const unjudged = ({ later = {} }: Pick<CaseItem, 'later'>): [TimeOfItem, string][] =>
  (['publishedAt', 'eventAt'] as const).flatMap((field): [TimeOfItem, string][] => {
    const time = later[field];
    return time === undefined || time.judged === true ? [] : [[field, time.at]];
  });
