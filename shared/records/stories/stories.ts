import type { Comparison } from '../../grading/stories/compare.ts';
import { tellingOf } from '../../grading/stories/telling.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { millisecondsOf, subtract } from '../../time/instants.ts';
import type { Table } from '../table.ts';
import type { Entry } from './ledger.ts';
import { createNote } from './noting.ts';
import { createPart, heedParted } from './parting.ts';
import { createReadLedger, type ReadLedger } from './read-ledger.ts';
import { nameOf, type Told } from './told.ts';

/** So long a claim waits for its case, as a number does for its taker; then its opening has died, and it is passed over. */
const HELD_MILLISECONDS = 10 * 60_000;

/** So many that have grown too old are removed at a time; when there are no more, nobody looks again for an hour. */
const REMOVED = 100;
const TIDIED_MILLISECONDS = 3_600_000;

/** A story that is told already, or is being opened. */
export interface StoryMatch {
  /** The case that tells it; undefined while it is being opened. */
  caseId?: string;
  /** The opening that has claimed it, where no case is known. */
  owner?: string;
  /** Why: the same address, or how alike the texts are (0–1). */
  by: 'url' | 'text';
  similarity: number;
  comparison: Comparison;
}
/** `pause`: before a claim is tried again, the first time 1. */
export interface StoryTerms {
  pause?: (attempt: number) => Promise<void>;
}

const isWithin = (milliseconds: number, at: string, now: string): boolean =>
  Math.abs(millisecondsOf(now) - millisecondsOf(at)) < milliseconds;

const matchOf = (
  caseId: string | undefined,
  owner: string | undefined,
  comparison: Comparison,
): StoryMatch | undefined =>
  caseId === undefined && owner === undefined
    ? undefined
    : {
        ...(caseId === undefined ? { owner: owner! } : { caseId }),
        by: comparison.ground === 'address' ? 'url' : 'text',
        similarity: comparison.ground === 'address' ? 1 : comparison.likeness,
        comparison,
      };

/** What a person wrote when he opened a case is nobody's report: by it alone nothing is joined. */
const asTold = <T extends { entry: Entry; comparison: Comparison }>(alike: T): T =>
  alike.entry.byHand && alike.comparison.outcome === 'same'
    ? {
        ...alike,
        comparison: { outcome: 'suspected', likeness: alike.comparison.likeness, ground: 'byHand' },
      }
    : alike;

/** What an item of a case tells says more of it than what was written at its opening. */
const itemsFirst = <T extends { entry: Entry }>(alike: readonly T[]): T[] => [
  ...alike.filter(({ entry }) => !entry.byHand),
  ...alike.filter(({ entry }) => entry.byHand),
];

const createForget = ({ ledger, memory, read }: ReadLedger) => {
  const cleared = new Set<string>();
  /** Takes the words of a case out of what is remembered. A repeat changes nothing. */
  return async (caseId: string, now: string): Promise<void> => {
    if (cleared.has(caseId)) return;
    await read(now);
    const all = await ledger.after(0);
    const items = new Set(all.filter((entry) => entry.caseId === caseId).map(({ item }) => item));
    for (const entry of all)
      if (entry.telling !== null && items.has(entry.item)) {
        await ledger.clear(entry);
        memory.note({ ...entry, telling: null });
      }
    cleared.add(caseId);
  };
};

const createTidy = ({ ledger }: ReadLedger, { grading, zone }: Regulation) => {
  let tidiedAt: string | undefined;
  /** Removes what has grown too old, a part at a time; the last entry stays, since the next is counted from it. */
  return async (now: string): Promise<void> => {
    if (tidiedAt !== undefined && isWithin(TIDIED_MILLISECONDS, tidiedAt, now)) return;
    const oldest = subtract(now, grading.sameStory.window, zone);
    const first = await ledger.after(0, REMOVED);
    for (const { at, number } of first.slice(0, -1)) if (at < oldest) await ledger.remove(number);
    if (first.length < REMOVED) tidiedAt = now;
  };
};

/**
 * Which cases tell which story, and who is opening one: by the article that an address names, or by texts that tell the same within the
 * window. Claims stand in one order, so that of openings at the same moment each sees those before it.
 */
export const createStories = (
  table: Table,
  regulation: Regulation,
  { pause = async () => {} }: StoryTerms = {},
) => {
  const readLedger = createReadLedger(table, regulation, pause);
  const { memory, readOfLate, add, onAll } = readLedger;
  const entries = (): Entry[] => [...memory.entries.values()];
  const isHeld = (owner: string, now: string): boolean =>
    entries().some((entry) => entry.owner === owner && isWithin(HELD_MILLISECONDS, entry.at, now));

  /** What is alike, each case and each opening once. */
  const matchesOf = (item: Told, now: string, outOf: readonly string[] = []): StoryMatch[] => {
    const matches = new Map<string, StoryMatch>();
    const told = memory.alike(tellingOf(item), now).map(asTold);
    const name = nameOf(item);
    const own = { item: name, from: [...memory.partedFrom(name), ...outOf] };
    const alike = heedParted(memory, own, itemsFirst(told));
    for (const { entry, comparison } of alike) {
      const match = matchOf(memory.caseOf(entry), memory.ownerOf(entry), comparison);
      const who = match?.caseId ?? match?.owner;
      if (match !== undefined && who !== undefined && !matches.has(who)) matches.set(who, match);
    }
    return [...matches.values()];
  };

  return {
    /** What tells the same story, or perhaps does, the best first; `outOf`: as if it were parted from that case. */
    find: async (item: Told, now: string, outOf?: string): Promise<StoryMatch[]> => {
      await readOfLate(now);
      return matchesOf(item, now, outOf === undefined ? [] : [outOf]);
    },
    /**
     * Claims the story for an opening, so that items at once open one case. Returns null when it is the claimant's, else whose it is: who was
     * first within the window. `passed`: cases that are concluded, and openings that have died.
     */
    claim: (
      owner: string,
      item: Told,
      now: string,
      passed: ReadonlySet<string> = new Set(),
    ): Promise<StoryMatch | null> =>
      onAll(now, async () => {
        if (isHeld(owner, now)) return null;
        const first = matchesOf(item, now).find(
          ({ comparison, caseId, owner: other }) =>
            comparison.outcome === 'same' && other !== owner && !passed.has(caseId ?? other ?? ''),
        );
        if (first !== undefined) return first;
        const claimed = await add({ at: now, item: nameOf(item), owner, telling: tellingOf(item) });
        return claimed ? null : undefined;
      }),
    /** Whether an opening that claimed the story may still be at it. */
    isHeld,
    note: createNote(readLedger),
    ...createPart(readLedger),
    forget: createForget(readLedger),
    tidy: createTidy(readLedger, regulation),
  };
};
export type Stories = ReturnType<typeof createStories>;
