import type { Comparison } from '../../grading/stories/compare.ts';
import { rankOf } from '../../grading/stories/index-of-tellings.ts';
import { tellingOf } from '../../grading/stories/telling.ts';
import type { Entry } from './ledger.ts';
import type { Memory } from './memory.ts';
import type { ReadLedger } from './read-ledger.ts';
import { nameOf, saysTheSame, type Told } from './told.ts';

// What a person has parted, likeness does not join again.

interface Alike {
  entry: Entry;
  comparison: Comparison;
}

/** As sure as can be: it is the item itself. */
const ITSELF = 4;

/**
 * What is alike, after what people have said: a report of which an item that somebody parted from a case is the nearest is not of that case
 * by itself either. Where that item is in a case, it goes there; where it is in none and the words would have joined it to the case,
 * a person is asked; what was only suspected is suspected no more. `own`: the item that is asked about, and from which cases it is parted.
 */
export const heedParted = <T extends Alike>(
  memory: Memory,
  own: { item: string; from: readonly string[] },
  alike: readonly T[],
): T[] => {
  const nearest = new Map<string, { rank: number; isPlaced: boolean }>();
  const note = (from: readonly string[], rank: number, place: string | null | undefined): void => {
    for (const caseId of from)
      if (rank > (nearest.get(caseId)?.rank ?? 0))
        nearest.set(caseId, { rank, isPlaced: typeof place === 'string' });
  };
  note(own.from, ITSELF, memory.placeOf(own.item));
  for (const { entry, comparison } of alike) {
    const place = memory.placeOf(entry.item);
    // What is in a case of which this is not tells nothing of where this is.
    const isOther = typeof place === 'string' && own.from.includes(place);
    if (comparison.outcome === 'same' && entry.item !== own.item && !isOther)
      note(memory.partedFrom(entry.item), rankOf(comparison), place);
  }
  return alike.flatMap((each) => {
    const { entry, comparison } = each;
    const caseId = memory.caseOf(entry);
    const parted = caseId === undefined ? undefined : nearest.get(caseId);
    if (parted === undefined || rankOf(comparison) > parted.rank) return [each];
    if (comparison.outcome !== 'same' || parted.isPlaced) return [];
    return [
      { ...each, comparison: { outcome: 'suspected', likeness: comparison.likeness, ground: 'parted' } },
    ];
  });
};

export const createPart = ({ memory, add, onAll }: Pick<ReadLedger, 'memory' | 'add' | 'onAll'>) => {
  /** From which cases an item is parted once that is so said. */
  const say = (
    item: string,
    now: string,
    parted: readonly string[],
    more: Pick<Entry, 'telling'> & { caseId?: string | undefined },
  ): Promise<boolean> => {
    const { telling, caseId } = more;
    return add({ at: now, item, parted: [...parted], telling, ...(caseId === undefined ? {} : { caseId }) });
  };
  return {
    /**
     * Notes that a person said of an item that it is none of the matter of a case (`from`), or that it may be after all (`again`), and where
     * the item is now; undefined: in no case. Its words lead there from now on. A repeat adds nothing.
     */
    part: async (
      item: Told,
      {
        from = [],
        again = [],
        caseId,
      }: { from?: readonly string[]; again?: readonly string[]; caseId?: string | undefined },
      now: string,
    ): Promise<void> => {
      const name = nameOf(item);
      const telling = tellingOf(item);
      await onAll(now, async () => {
        const known = memory.partedFrom(name);
        const parted = [...new Set([...known, ...from])].filter((each) => !again.includes(each));
        const isSaid = parted.length === known.length && parted.every((each) => known.includes(each));
        if (isSaid && (memory.placeOf(name) ?? null) === (caseId ?? null)) return true;
        const isTold = [...memory.entries.values()].some(
          (entry) => entry.item === name && saysTheSame(entry.telling, telling),
        );
        return (await say(name, now, parted, { telling: isTold ? null : telling, caseId })) || undefined;
      });
    },
    /** What was parted from a case is parted from the one into which that was merged, too. A repeat adds nothing. */
    partFromMerged: (caseId: string, into: string, now: string): Promise<true> =>
      onAll(now, async () => {
        for (const item of memory.partedFromCase(caseId)) {
          const known = memory.partedFrom(item);
          const place = memory.placeOf(item) ?? undefined;
          if (known.includes(into) || place === into) continue;
          const more = { telling: null, caseId: place };
          if (!(await say(item, now, [...known, into], more))) return undefined;
        }
        return true as const;
      }),
  };
};
