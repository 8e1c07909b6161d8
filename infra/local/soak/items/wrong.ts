import { gzipSync } from 'node:zlib';
import { bytesOf, type Expected, JSON_TYPE, type Push } from './expected.ts';
import type { Random } from './random.ts';
import type { Post } from './shapes.ts';

const LONG_ID = 400;
/** How an item is written that lacks what it needs, in our own form; or has an id as nobody expects. */
export const BAD: Readonly<Record<string, (post: Post) => { item: object; expected: Expected }>> = {
  noId: ({ id: _, ...post }) => ({
    item: { ...post, publishedAt: null },
    expected: { right: 'refused', id: undefined, words: post },
  }),
  noWords: ({ id, url }) => ({
    item: { id, url, title: ' ', content: '' },
    expected: { right: 'refused', id, words: { title: '', content: '' } },
  }),
  longId: (post) => {
    const id = post.id.repeat(LONG_ID / post.id.length);
    return {
      item: { ...post, id, published: null },
      expected: { right: 'either', id, words: post },
    };
  },
};

/** 食品安全 in GBK. */
const IN_GBK = Buffer.from([0xca, 0xb3, 0xc6, 0xb7, 0xb0, 0xb2, 0xc8, 0xab]);
const BOMB_BYTES = 30 * 1024 * 1024;
/** More than a push may have; and so many that the push is too large. */
const MANY = 250;
const TOO_MANY = 10_000;
const listOf = (random: Random, length: number): Uint8Array =>
  bytesOf(Array.from({ length }, (_, index) => ({ id: index, title: `一次推送的${random.digits(8)}` })));
/** Requests that are wrong as a whole. */
export const WRONG: readonly ((random: Random) => Omit<Push, 'feed' | 'id' | 'items'>)[] = [
  (random) => ({
    ...{ headers: JSON_TYPE, whole: 400 },
    body: Buffer.concat([Buffer.from(`{"id":"${random.digits(9)}","title":"`), IN_GBK, Buffer.from('"}')]),
  }),
  (random) => ({
    headers: JSON_TYPE,
    body: Buffer.from(`{"id":"${random.digits(9)}","title":"没有写完`),
    whole: 400,
  }),
  () => ({
    ...{ headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, whole: 413 },
    body: gzipSync(Buffer.alloc(BOMB_BYTES)),
  }),
  (random) => ({ headers: JSON_TYPE, whole: 413, body: listOf(random, TOO_MANY) }),
  (random) => ({ headers: JSON_TYPE, whole: 422, body: listOf(random, MANY) }),
];
