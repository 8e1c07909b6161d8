import { type Comparison, compareTellings, featuresFor, type Measure } from './compare.ts';
import type { Telling } from './telling.ts';

/** A telling that is not apart from the one that was asked about. */
export interface Alike {
  name: string;
  comparison: Comparison;
}

/** Words that say less than this stand in too many texts. */
const LEAST_WEIGHT = 2.5;
/** Of so many, those that have most in common, are compared in full. */
const COMPARED = 16;
/** Of so many that are filed under one key is looked: what stands in more texts tells nothing. */
const LOOKED_AT = 300;

/**
 * Tellings by their names, found again by their address, all their words, or several words in common, so that none need be compared with
 * each. `most`: by so many of its words each is filed, the weightiest.
 */
export const createTellings = (measure: Measure, most: number) => {
  const tellings = new Map<string, { telling: Telling; keys: readonly string[] }>();
  const named = new Map<string, Set<string>>();

  const keysOf = (telling: Telling): string[] => {
    const { all, weights } = featuresFor(telling, measure.home);
    const words = [...weights]
      .filter(([, weight]) => weight >= LEAST_WEIGHT)
      .sort(([, one], [, other]) => other - one)
      .slice(0, most)
      .map(([word]) => word);
    return [...(telling.article === null ? [] : [`@ ${telling.article}`]), `= ${all}`, ...words];
  };

  const forget = (name: string): void => {
    for (const key of tellings.get(name)?.keys ?? []) {
      const names = named.get(key);
      names?.delete(name);
      if (names?.size === 0) named.delete(key);
    }
    tellings.delete(name);
  };

  /** Names of those that have the address, all words, or most words in common; a word that few have counts for more. */
  const candidates = (keys: readonly string[]): string[] => {
    const counts = new Map<string, number>();
    for (const key of keys) {
      const names = named.get(key);
      if (names === undefined) continue;
      const isSure = key.startsWith('@ ') || key.startsWith('= ');
      const weight = isSure ? most : 1 / Math.log2(1 + names.size);
      let looked = 0;
      for (const name of names) {
        counts.set(name, (counts.get(name) ?? 0) + weight);
        looked += 1;
        if (looked === LOOKED_AT) break;
      }
    }
    return [...counts]
      .sort(([, one], [, other]) => other - one)
      .slice(0, COMPARED)
      .map(([name]) => name);
  };

  return {
    forget,
    /** What was said under this name before is replaced. */
    note: (name: string, telling: Telling): void => {
      forget(name);
      const keys = keysOf(telling);
      tellings.set(name, { telling, keys });
      for (const key of keys) named.set(key, (named.get(key) ?? new Set()).add(name));
    },
    /** Those that tell, or perhaps tell, the matter of this one: the surest first. */
    alike: (telling: Telling): Alike[] =>
      candidates(keysOf(telling))
        .map((name) => ({ name, comparison: compareTellings(telling, tellings.get(name)!.telling, measure) }))
        .filter(({ comparison }) => comparison.outcome !== 'apart')
        .sort(({ comparison: one }, { comparison: other }) => rankOf(other) - rankOf(one)),
  };
};
export type Tellings = ReturnType<typeof createTellings>;

/** How sure it is that both tell one matter: of two, the one with the higher rank is nearer. */
export const rankOf = ({ outcome, likeness, ground }: Comparison): number =>
  (outcome === 'same' ? 2 : 0) + (RANKS[ground] ?? 0) + likeness;
const RANKS: Partial<Record<Comparison['ground'], number>> = { address: 1, words: 0.5 };
