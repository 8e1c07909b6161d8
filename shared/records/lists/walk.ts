import { inKeyOrder, LAST } from '../comparisons.ts';
import type { Table } from '../table.ts';

/** How many lines one read brings: few at first, more where a list is walked far. */
const FEWEST = 16;
const MOST = 128;

/** What a page may still cost: reads of the lists, each of a bounded number of lines; and how far it is known that nothing is found. */
export interface Budget {
  reads: number;
  reached: string;
}
/** Beside one read of each list that is walked. */
const READS = 200;
export const budgetFor = (lists: number): Budget => ({ reads: READS + lists, reached: '' });
/** A page has cost what it may. */
class Spent extends Error {
  override name = 'Spent';
}

/** A list of places in their order, each once, that can be entered anywhere. */
export interface Places {
  /** The first place at or behind this one; undefined when there is none. Throws Spent. */
  seek: (from: string) => Promise<string | undefined>;
}

/** What comes right behind a place: a blank sorts before whatever else a place goes on with. */
export const behind = (place: string): string => `${place} `;

/** The places of one partition. */
export const placesIn = (table: Pick<Table, 'list'>, pk: string, budget: Budget): Places => {
  let buffer: string[] = [];
  let isEnd = false;
  let size = FEWEST;
  const fill = async (from: string): Promise<void> => {
    // A read begins behind a key: behind the place without its last letter lie few that are before it.
    let after = from.slice(0, -1);
    while (buffer.length === 0 && !isEnd) {
      if (budget.reads <= 0) throw new Spent();
      budget.reads -= 1;
      const found = await table.list(pk, '', after, size);
      isEnd = found.length < size;
      size = Math.min(MOST, size * 2);
      buffer = found.map(({ sk }) => sk).filter((sk) => inKeyOrder(sk, from) >= 0);
      after = found.at(-1)?.sk ?? after;
    }
  };
  return {
    seek: async (from) => {
      const first = buffer.findIndex((sk) => inKeyOrder(sk, from) >= 0);
      buffer = first < 0 ? [] : buffer.slice(first);
      await fill(from);
      return buffer[0];
    },
  };
};

/** The places that any of these has. */
export const anyOf = (lists: readonly Places[]): Places =>
  lists.length === 1
    ? lists[0]!
    : {
        seek: async (from) => {
          const found = await Promise.all(lists.map((list) => list.seek(from)));
          return found
            .flatMap((place) => place ?? [])
            .reduce<string | undefined>(
              (first, place) => (first === undefined || inKeyOrder(place, first) < 0 ? place : first),
              undefined,
            );
        },
      };

/** The places that all of these have: each leaps to where another one is. */
export const allOf = (lists: readonly Places[], budget: Budget): Places => ({
  seek: async (from) => {
    let target = from;
    for (let agreed = 0, turn = 0; agreed < lists.length; turn += 1) {
      const place = await lists[turn % lists.length]!.seek(target);
      if (place === undefined) return undefined;
      agreed = place === target ? agreed + 1 : 1;
      target = place;
      budget.reached = target;
    }
    return target;
  },
});

/** A part of a walk: the places found, and from where it goes on; null: there is nothing behind. */
export interface Walked {
  places: string[];
  next: string | null;
}

/** The first places of a list, from one to another. A walk that has spent its budget goes on from where it has got to. */
export const walk = async (
  list: Places,
  { from, upTo = LAST, most }: { from: string; upTo?: string; most: number },
  budget: Budget,
): Promise<Walked> => {
  const places: string[] = [];
  let target = from;
  try {
    while (places.length < most) {
      const place = await list.seek(target);
      if (place === undefined || inKeyOrder(place, upTo) > 0) return { places, next: null };
      places.push(place);
      target = behind(place);
    }
  } catch (error) {
    if (!(error instanceof Spent)) throw error;
    return { places, next: inKeyOrder(budget.reached, target) > 0 ? budget.reached : target };
  }
  return { places, next: target };
};
