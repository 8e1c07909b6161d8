import type { Entry } from './ledger.ts';

/** What the newest entry of an item that says so says of it, and the number of that entry. */
type Newest<T> = Map<string, { number: number; said: T }>;
const forgetIn = <T>(newest: Newest<T>, { item, number }: Entry): void => {
  if (newest.get(item)?.number === number) newest.delete(item);
};

/** Where each item is now, and from which cases a person has parted it: its words lead where it is, and not where it once was. */
export const createStanding = () => {
  /** Null: in no case. */
  const places: Newest<string | null> = new Map();
  const parted: Newest<readonly string[]> = new Map();
  const isPlaced = ({ item, number }: Entry): boolean => (places.get(item)?.number ?? 0) >= number;

  return {
    /** The case that the item of an entry is in; undefined: none that is known. */
    caseOf: (entry: Entry): string | undefined =>
      isPlaced(entry) ? (places.get(entry.item)?.said ?? undefined) : undefined,
    /** The opening that may still bring the item of an entry into a case. */
    ownerOf: (entry: Entry): string | undefined => (isPlaced(entry) ? undefined : entry.owner),
    /** The case that an item is in; null: a person said that it is in none; undefined: nothing is known. */
    placeOf: (item: string): string | null | undefined => places.get(item)?.said,
    /** The cases of which an item is not, as a person has said. */
    partedFrom: (item: string): readonly string[] => parted.get(item)?.said ?? [],
    /** The items that a person parted from a case. */
    partedFromCase: (caseId: string): string[] =>
      [...parted].flatMap(([item, { said }]) => (said.includes(caseId) ? [item] : [])),
    note: ({ item, number, caseId, parted: from }: Entry): void => {
      if (caseId !== undefined || from !== undefined) places.set(item, { number, said: caseId ?? null });
      if (from !== undefined) parted.set(item, { number, said: from });
    },
    /** An entry that has grown too old says nothing any more. */
    forget: (entry: Entry): void => {
      forgetIn(places, entry);
      forgetIn(parted, entry);
    },
  };
};
