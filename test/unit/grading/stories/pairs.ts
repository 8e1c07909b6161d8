import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { mappingsFor } from '../../../../shared/intake/mappings.ts';
import { readItem } from '../../../../shared/intake/read-item.ts';
import { leizhou } from '../../../support/bureaus.ts';

const Item = z.looseObject({
  title: z.string(),
  content: z.optional(z.string()),
  url: z.optional(z.string()),
  publishedAt: z.optional(z.string()),
});
const Pair = z.object({
  id: z.string(),
  same: z.boolean(),
  kind: z.string(),
  one: Item,
  other: Item,
  /** Which story either tells, where several pairs of a set tell one. */
  stories: z.optional(z.tuple([z.string(), z.string()])),
});
export type Pair = z.infer<typeof Pair>;

const folder = fileURLToPath(new URL('../../../fixtures/stories/', import.meta.url));

/** Which half a pair is in: what is tuned was tuned on the one, what is promised is measured on the other. */
const isHeld = (id: string): boolean => createHash('sha256').update(id).digest()[0]! % 2 === 1;

const NOW = '2026-12-31T00:00:00.000Z';
const mapping = mappingsFor({})('demo');
/** An item of a vendor as the intake reads it: a content alone gets a title. */
const asRead = (raw: Record<string, unknown>): Record<string, unknown> => {
  const named = { id: 'x', ...raw };
  const read = readItem(leizhou, mapping, { raw: named, around: { items: [named] }, now: NOW });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { title, content, url, publishedAt } = read.item;
  return { title, content, url, publishedAt: publishedAt?.at };
};
const Raw = z.record(z.string(), z.unknown());
const RawPair = z.looseObject({ one: Raw, other: Raw });

const readFile = (name: string): Pair[] =>
  z
    .object({ pairs: z.array(RawPair) })
    .parse(JSON.parse(readFileSync(folder + name, 'utf8')))
    .pairs.map((pair) => Pair.parse({ ...pair, one: asRead(pair.one), other: asRead(pair.other) }));

/**
 * Labelled pairs. Those of both halves were written by somebody who did not know how they are compared, and so were the fresh ones,
 * and the numbered ones, each later and to be harder; those of `hostile` are what somebody found who looked for items that are wrongly joined.
 */
export const readPairs = (
  set:
    | 'tune'
    | 'held'
    | 'fresh'
    | 'second'
    | 'third'
    | 'fourth'
    | 'fifth'
    | 'sixth'
    | 'seventh'
    | 'eighth'
    | 'hostile',
): Pair[] =>
  set !== 'tune' && set !== 'held'
    ? readFile(`${set}.json`)
    : globSync('pairs-*.json', { cwd: folder })
        .sort()
        .flatMap(readFile)
        .filter(({ id }) => isHeld(id) === (set === 'held'));
