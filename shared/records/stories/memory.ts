import type { Comparison } from '../../grading/stories/compare.ts';
import { measureOf } from '../../grading/stories/compare.ts';
import { createTellings } from '../../grading/stories/index-of-tellings.ts';
import type { Telling } from '../../grading/stories/telling.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { subtract } from '../../time/instants.ts';
import type { Entry } from './ledger.ts';
import { createStanding } from './standing.ts';

/** By so many of its words each is filed. */
const FILED_WORDS = 60;

/** Of one item is asked several times while it is taken in: so many tellings are one and the same each time, with all that is known of them. */
const SAME_TELLINGS = 64;
const createSame = () => {
  const recent = new Map<string, Telling>();
  return (telling: Telling): Telling => {
    const key = JSON.stringify(telling);
    const known = recent.get(key);
    if (known !== undefined) return known;
    recent.set(key, telling);
    if (recent.size > SAME_TELLINGS) recent.delete(recent.keys().next().value!);
    return telling;
  };
};

/** What this process knows of the ledger: the entries of the window, and the tellings by their numbers. */
export const createMemory = (regulation: Regulation) => {
  const { window } = regulation.grading.sameStory;
  const tellings = createTellings(measureOf(regulation), FILED_WORDS);
  const same = createSame();
  const entries = new Map<number, Entry>();
  const standing = createStanding();
  const oldestAt = (now: string): string => subtract(now, window, regulation.zone);

  return {
    entries,
    ...standing,
    note: (entry: Entry): void => {
      entries.set(entry.number, entry);
      standing.note(entry);
      if (entry.telling !== null) tellings.note(String(entry.number), same(entry.telling));
      else tellings.forget(String(entry.number));
    },
    /** Forgets what has grown too old. */
    forgetOld: (now: string): void => {
      const oldest = oldestAt(now);
      for (const [number, entry] of entries) {
        if (entry.at >= oldest) break;
        entries.delete(number);
        standing.forget(entry);
        tellings.forget(String(number));
      }
    },
    alike: (telling: Telling, now: string): { entry: Entry; comparison: Comparison }[] =>
      tellings.alike(same(telling)).flatMap(({ name, comparison }) => {
        const entry = entries.get(Number(name));
        return entry === undefined || entry.at < oldestAt(now) ? [] : [{ entry, comparison }];
      }),
  };
};
export type Memory = ReturnType<typeof createMemory>;
