import type { Mapping } from './mapping.ts';
import { type Found, follow, type Place } from './paths.ts';
import type { Target } from './targets.ts';

/** What is taken as it stands. */
const WORDS: readonly string[] = ['id', 'title', 'content', 'besides'] satisfies Target[];

/** A field of ours as an item has it. `formerly`: the former name under which it was found. */
export interface Given {
  found: Found;
  formerly?: string;
}
export type Mapped = ReadonlyMap<Target, Given>;

/** An item by our fields, as its mapping finds them. */
export const applyMapping = ({ fields, former = {} }: Mapping, place: Place): Mapped => {
  const given = Object.entries(fields).flatMap(([target, way]): [Target, Given][] => {
    const found =
      typeof way === 'string'
        ? follow(place, way, WORDS.includes(target))
        : { path: `(${target})`, value: way.constant, used: [] };
    return found === undefined ? [] : [[target as Target, { found }]];
  });
  const mapped = new Map(given);
  for (const [name, target] of Object.entries(former) as [string, Target][]) {
    const found = mapped.has(target) ? undefined : follow(place, name);
    if (found !== undefined) mapped.set(target, { found, formerly: name });
  }
  return mapped;
};
