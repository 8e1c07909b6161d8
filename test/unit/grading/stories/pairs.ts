import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const Item = z.looseObject({
  title: z.string(),
  content: z.optional(z.string()),
  url: z.optional(z.string()),
  publishedAt: z.optional(z.string()),
});
const Pair = z.object({ id: z.string(), same: z.boolean(), kind: z.string(), one: Item, other: Item });
export type Pair = z.infer<typeof Pair>;

const folder = fileURLToPath(new URL('../../../fixtures/stories/', import.meta.url));

/** Which half a pair is in: what is tuned was tuned on the one, what is promised is measured on the other. */
const isHeld = (id: string): boolean => createHash('sha256').update(id).digest()[0]! % 2 === 1;

/** The labelled pairs of one half. They were written by somebody who did not know how they are compared. */
export const readPairs = (half: 'tune' | 'held'): Pair[] =>
  globSync('pairs-*.json', { cwd: folder })
    .sort()
    .flatMap(
      (name) =>
        z.object({ pairs: z.array(Pair) }).parse(JSON.parse(readFileSync(folder + name, 'utf8'))).pairs,
    )
    .filter(({ id }) => isHeld(id) === (half === 'held'));
