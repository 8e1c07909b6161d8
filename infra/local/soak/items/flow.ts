import { gzipSync } from 'node:zlib';
import { bytesOf, type Expected, JSON_TYPE, OWN, type Push } from './expected.ts';
import { createRandom, type Random } from './random.ts';
import { type Post, SHAPES } from './shapes.ts';
import { createTelling, WAYS } from './telling.ts';
import { BAD, WRONG } from './wrong.ts';

const expectedOf = (shape: string, { id, title, content }: Post): Expected => ({
  right: 'taken',
  id,
  words: SHAPES[shape]!.isOneText ? { title: '', content: `${title}。${content}` } : { title, content },
});

/** How often a push is packed, is followed by a wrong one, or by one that was sent before. */
const PACKED = 0.1;
const WRONG_SHARE = 0.02;
const REPEATED = 0.03;
/** A repeat comes when what it repeats has surely been answered. */
const LATER = 60;

const packed = (random: Random, text: Uint8Array): Pick<Push, 'headers' | 'body'> =>
  random.often(PACKED)
    ? { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(text) }
    : { headers: JSON_TYPE, body: text };

/**
 * As many items as asked for, and some more in requests that are wrong as a whole or come again: all shapes, all noises, told again,
 * reworded, edited, counted anew. The same for the same seed and time (`now`, in milliseconds).
 */
export const createFlow = (seed: number, count: number, now: number): Push[] => {
  const random = createRandom(seed);
  const tell = createTelling(random, now);
  const pushes: Push[] = [];
  const add = (push: Omit<Push, 'id'>): void => {
    pushes.push({ id: `items-${seed}-${pushes.length}`, ...push });
  };
  for (let left = count; left > 0; ) {
    const size = Math.min(left, random.pick([1, 1, 1, 2, 3, 4]));
    left -= size;
    const shape = random.pick(Object.keys(SHAPES));
    const ways = Array.from({ length: size }, () => random.pick(WAYS));
    const bad = BAD[ways.find((way) => way in BAD) ?? ''];
    const written = ways.map((way) => {
      if (bad !== undefined) return bad(tell(OWN, 'new'));
      const post = tell(shape, way);
      return { item: SHAPES[shape]!.item(post), expected: expectedOf(shape, post) };
    });
    const feed = bad === undefined ? shape : OWN;
    const body = SHAPES[feed]!.body(
      written.map(({ item }) => item),
      now,
    );
    const items = written.map(({ expected }) => expected);
    add({ feed, items, ...packed(random, bytesOf(body)) });
    if (random.often(WRONG_SHARE)) add({ feed: OWN, items: [], ...random.pick(WRONG)(random) });
    const before = pushes.length > LATER * 2 ? pushes[random.below(pushes.length - LATER)]! : undefined;
    if (before !== undefined && random.often(REPEATED)) pushes.push({ ...before, isRepeat: true });
  }
  return pushes;
};
