import { writtenCount, writtenTime } from './fields.ts';
import { type Matter, newMatter, type Words } from './matters.ts';
import { NOISES } from './noises.ts';
import type { Random } from './random.ts';
import type { Post } from './shapes.ts';

interface Told {
  shape: string;
  post: Post;
  matter: Matter;
  /** After how many items it was told. */
  at: number;
}
/** What is on its way at once may overtake; an item is told again only once it has surely come. */
const SETTLED = 60;
const REMEMBERED = 400;
const TWENTY_HOURS = 20 * 3_600_000;

const noisy = (random: Random, words: Words): Words =>
  NOISES[random.pick(Object.keys(NOISES))]!(words, random);
const countsOf = (random: Random, { counts }: Matter, grown: number) => ({
  reposts: writtenCount(random, Math.floor(counts.reposts * grown)),
  views: writtenCount(random, Math.floor(counts.views * grown)),
  comments: writtenCount(random, Math.floor(counts.comments * grown)),
});
const postOf = (
  random: Random,
  { matter, words, now }: { matter: Matter; words: Words; now: number },
): Post => {
  const id = random.digits(16);
  return {
    ...noisy(random, words),
    ...{ id, url: `https://forum.example.com/t/${id}`, author: `市民${random.digits(3)}` },
    published: writtenTime(random, now - random.below(TWENTY_HOURS)),
    ...countsOf(random, matter, 1),
  };
};

/** Ways in which an item is told, each so often; whatever is told again was told before. */
export const WAYS = [
  ...Array.from({ length: 62 }, () => 'new' as const),
  ...Array.from({ length: 12 }, () => 'repost' as const),
  ...Array.from({ length: 8 }, () => 'reworded' as const),
  ...Array.from({ length: 10 }, () => 'edited' as const),
  ...Array.from({ length: 5 }, () => 'counted' as const),
  ...(['noId', 'noWords', 'longId'] as const),
];
export type Way = (typeof WAYS)[number];

/** Tells one post after another; `now`: when they were published at the latest, in milliseconds since the epoch. */
export const createTelling = (random: Random, now: number) => {
  const told: Told[] = [];
  let count = 0;
  const earlier = (shape: string, isSame: boolean): Told | undefined => {
    const old = told.filter((each) => each.at < count - SETTLED && (!isSame || each.shape === shape));
    return old.length === 0 ? undefined : random.pick(old);
  };
  const remember = (one: Told): Post => {
    told.push(one);
    if (told.length > REMEMBERED) told.shift();
    return one.post;
  };
  const fresh = (shape: string, matter: Matter, words: Words): Post =>
    remember({ shape, matter, post: postOf(random, { matter, words, now }), at: count });
  const again = (one: Told, change: Partial<Post>): Post => {
    one.post = { ...one.post, ...change };
    one.at = count;
    return one.post;
  };
  /** The next post in the form of a vendor. */
  return (shape: string, way: Way): Post => {
    count += 1;
    const known = earlier(shape, way === 'edited' || way === 'counted');
    if (known === undefined || !['repost', 'reworded', 'edited', 'counted'].includes(way)) {
      const matter = newMatter(random);
      return fresh(shape, matter, matter);
    }
    const { matter, post } = known;
    if (way === 'repost') return fresh(shape, matter, matter);
    if (way === 'reworded') return fresh(shape, matter, matter.reworded);
    if (way === 'counted') return again(known, countsOf(random, matter, 3));
    return again(known, { title: `${post.title}(更新)`, content: `${post.content}${matter.later}` });
  };
};
