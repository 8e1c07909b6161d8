import type { Measure } from '../grading/stories/compare.ts';
import { createTellings } from '../grading/stories/index-of-tellings.ts';
import { type Telling, tellingOf } from '../grading/stories/telling.ts';
import type { ItemRecord } from '../records/items.ts';

/** What is kept of an item beside what it tells. */
interface Seen {
  at: string;
  /** Who is on duty was told of it at once. */
  isAlert: boolean;
  /** The item that told its matter first. */
  matter: string;
}

/** So many are remembered, the latest: a flood of items must not fill the memory. */
const KEPT = 20_000;
/** By so many of its words each is filed, and so many characters of its content are kept. */
const FILED_WORDS = 12;
const LEAD = 300;

/**
 * What the items of the last hour tell, by their names, so that those of one matter can be counted without comparing each
 * with all.
 */
export const createRecentMatters = (measure: Measure) => {
  const tellings = createTellings(measure, FILED_WORDS);
  const seen = new Map<string, Seen>();

  /** Matter → the items that tell it. */
  const members = new Map<string, Set<string>>();

  const forget = (name: string): void => {
    tellings.forget(name);
    const matter = seen.get(name)?.matter;
    const others = matter === undefined ? undefined : members.get(matter);
    others?.delete(name);
    if (others?.size === 0) members.delete(matter!);
    seen.delete(name);
  };
  const matterOf = (telling: Telling): string | undefined => {
    const same = tellings.alike(telling).find(({ comparison }) => comparison.outcome === 'same');
    return same === undefined ? undefined : seen.get(same.name)?.matter;
  };

  return {
    knows: (name: string): boolean => seen.has(name),
    /** `at`: when it came in. What was said under this name before is replaced. */
    note: (name: string, item: ItemRecord, at: string): void => {
      forget(name);
      const telling = tellingOf(item, LEAD);
      const matter = matterOf(telling) ?? `${at} ${name}`;
      tellings.note(name, telling);
      seen.set(name, { at, isAlert: item.alert !== undefined, matter });
      members.set(matter, (members.get(matter) ?? new Set()).add(name));
      if (seen.size > KEPT) forget(seen.keys().next().value!);
    },
    forgetBefore: (at: string): void => {
      for (const [name, each] of seen) if (each.at < at) forget(name);
    },
    /** How many tell the matter of this one, itself among them, that came in at `since` or later, and how many others were told of. */
    count: (name: string, since: string): { all: number; told: number } => {
      const own = seen.get(name);
      if (own === undefined) return { all: 0, told: 0 };
      const others = [...members.get(own.matter)!]
        .filter((each) => each !== name)
        .map((each) => seen.get(each)!)
        .filter(({ at }) => at >= since);
      return { all: others.length + 1, told: others.filter(({ isAlert }) => isAlert).length };
    },
    noteAlert: (name: string): void => {
      const each = seen.get(name);
      if (each !== undefined) seen.set(name, { ...each, isAlert: true });
    },
  };
};
