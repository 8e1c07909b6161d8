import type { Words } from './matters.ts';

/** What has to become of one item of a push: `either`: it may be refused, and has to be found all the same. */
export interface Expected {
  right: 'taken' | 'refused' | 'either';
  /** By what a refused one is known again: its id, or its title where it has none. */
  id: string | undefined;
  words: Words;
}
/** One request of a feed, and what has to become of it: of each of its items, or of it as a whole (its status). */
export interface Push {
  feed: string;
  id: string;
  headers: Record<string, string>;
  body: Uint8Array;
  items: readonly Expected[];
  whole?: number;
  /** It was sent before: what its items say may be older than what came since. */
  isRepeat?: true;
}
export const JSON_TYPE = { 'content-type': 'application/json' };
/** The mapping, and here also the feed, of our own form. */
export const OWN = 'shixian';
export const bytesOf = (body: unknown): Uint8Array => Buffer.from(JSON.stringify(body));
