import type { ItemReference, Spread } from '../../case/events.ts';
import { articleOf } from '../../grading/stories/address.ts';
import { type PostsRule, readPostsRule } from '../../regulations/spread.ts';
import { add, type Instant } from '../../time/instants.ts';

export type Post = Omit<ItemReference, 'text'>;
/** When a post was there for all to see, as far as that is known for certain; else when it came to the bureau. */
const postedAt = ({ publishedAt, arrivedAt, dateOnly, estimated, doubt }: Post): Instant | undefined =>
  publishedAt === undefined || dateOnly === true || estimated === true || doubt !== undefined
    ? arrivedAt
    : publishedAt;
/** Two feeds that bring one article, and a feed that brings an item again, bring one post. */
const nameOf = ({ feed, id, url }: Post): string =>
  (url === undefined ? null : articleOf(url)) ?? JSON.stringify([feed, id]);

/** The posts in the order in which they were there, each once, as it was there first. */
const inOrder = (posts: readonly Post[]): { name: string; at: Instant }[] => {
  const first = new Map<string, Instant>();
  for (const post of posts) {
    const at = postedAt(post);
    const known = first.get(nameOf(post));
    if (at !== undefined && (known === undefined || at < known)) first.set(nameOf(post), at);
  }
  return [...first]
    .map(([name, at]) => ({ name, at }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

/** The earliest stretch of this length that has the added post and enough of them; `posts` in their order. */
const within = (
  rule: string,
  { posts: least, within: length }: PostsRule,
  posts: readonly { name: string; at: Instant }[],
  { added, zone }: { added: string; zone: string },
): Spread | undefined => {
  const place = posts.findIndex(({ name }) => name === added);
  let end = 0;
  for (let start = 0; start <= place; start += 1) {
    const from = posts[start]!.at;
    const until = add(from, length, zone);
    while (end < posts.length && posts[end]!.at <= until) end += 1;
    const count = end - start;
    if (end > place && count >= least) return { rule, from, to: posts[end - 1]!.at, posts: count };
  }
  return undefined;
};

/**
 * Whether the story has so many different posts within so long, the new one among them, as the office's rule (`5/PT1H`) says; `posts`:
 * those that are to be counted. The earliest such stretch is told.
 */
export const spreadOfPosts = (
  rule: string,
  posts: readonly Post[],
  added: Post,
  zone: string,
): Spread | undefined =>
  within(rule, readPostsRule(rule), inOrder([...posts, added]), { added: nameOf(added), zone });
