import { createHash } from 'node:crypto';
import { millisecondsOf } from '../../time/instants.ts';
import { mapEach } from '../some-at-once.ts';
import type { Table } from '../table.ts';
import { createTurns } from '../turns.ts';
import { type Counter, createSeries, type Series, type Taken } from './series.ts';

/** A sort key holds 1024 bytes; item ids and reasons may be longer. */
const LONGEST_KEY_BYTES = 256;
const shorten = (key: string): string =>
  Buffer.byteLength(key) <= LONGEST_KEY_BYTES
    ? key
    : `sha256:${createHash('sha256').update(key).digest('base64url')}`;

/** So long a number waits for its taker. Whoever finds his own after a minute holds it anew: no function lives for nine. */
const HELD_MILLISECONDS = 10 * 60_000;
const RENEWED_AFTER_MILLISECONDS = 60_000;
/** How many of the oldest numbers that are not known to be in a log are looked at each time. */
const LOOKED_AT = 8;

/** Clocks of several machines differ, and may jump: what was taken long after now is as old as what was taken long ago. */
const isWithin = (milliseconds: number, { at }: Taken, now: string): boolean =>
  Math.abs(millisecondsOf(now) - millisecondsOf(at)) < milliseconds;

/** What a number is for. */
export interface Use {
  now: string;
  /** The case whose log will name it; without one the number is the case's own. */
  caseId?: string;
  /** Whether a log names it: that of `caseId`, or the number's own. Throws when that cannot be read. */
  isUsed: (number: number, caseId: string | undefined) => Promise<boolean>;
}
interface Seeking {
  series: Series;
  key: string;
  use: Use;
}
const takerOf = ({ key, use: { now, caseId } }: Seeking) => ({
  key,
  at: now,
  ...(caseId === undefined ? {} : { caseId }),
});

/** Takes up one of the oldest numbers that are in no log. `settled`: the numbers up to it are known to be in one. */
const takeUp = async (seeking: Seeking, settled: number): Promise<{ number?: number; settled: number }> => {
  const { series, key, use } = seeking;
  let known = settled;
  for (const taken of await series.takenAfter(settled, LOOKED_AT)) {
    const { number, caseId } = taken;
    // Taken by a try that was cut off.
    if (taken.key === key) return { number, settled: known };
    if (isWithin(HELD_MILLISECONDS, taken, use.now)) continue;
    // Of what cannot be read now nothing is known.
    const isUsed = taken.isUsed ?? (await use.isUsed(number, caseId).catch(() => undefined));
    if (isUsed === true && number === known + 1) known = number;
    if (isUsed === false)
      return (await series.takeOver(taken, takerOf(seeking)))
        ? { number, settled: known }
        : takeUp(seeking, known);
  }
  return { settled: known };
};

/** Takes one that is left, or the next. Undefined when somebody else was quicker. */
const take = async (seeking: Seeking, { count, settled }: Counter): Promise<number | undefined> => {
  const { series, key, use } = seeking;
  const left = await takeUp(seeking, settled);
  if (left.number !== undefined) return series.name(key, left.number);
  const number = count + 1;
  // After a restore a log may know of more numbers than the series.
  const isOpen = use.caseId === undefined && (await use.isUsed(number, undefined));
  const taker = { ...takerOf(seeking), ...(isOpen ? { key: `log#${number}` } : {}) };
  const isMine = (await series.take(number, taker)) && !isOpen;
  // Whoever finds one taken finishes what its taker may have left undone.
  const holder = isMine ? key : (await series.takenAt(number))!.key;
  const named = await series.name(holder, number);
  await series.countTo({ count: number, settled: left.settled });
  return holder === key ? named : undefined;
};

/**
 * Yearly numbers without gaps (办法第三十三条 ②: 统一编号归档). The same key gets the same number. What was taken and is in no
 * log ten minutes later is taken up by the next.
 */
export const createNumbers = (table: Table) => {
  const partitionOf = (name: string, year: number): string => `NUMBER#${name}#${year}`;
  const seriesOf = (name: string, year: number): Series => createSeries(table, partitionOf(name, year));
  const inTurn = createTurns();

  const allocate = async (seeking: Seeking): Promise<number> => {
    const { series, key, use } = seeking;
    for (;;) {
      // In this order: a number up to the counter has its key's record.
      const counter = await series.counter();
      const own = await series.ownOf(key);
      const isHeld = own?.isUsed || (own !== undefined && isWithin(RENEWED_AFTER_MILLISECONDS, own, use.now));
      if (isHeld || (own !== undefined && (await series.takeOver(own, takerOf(seeking))))) return own.number;
      const taken = own === undefined ? await take(seeking, counter) : undefined;
      if (taken !== undefined) return taken;
    }
  };

  return {
    /** The number that this key has. */
    find: async (name: string, year: number, key: string): Promise<number | undefined> =>
      (await seriesOf(name, year).ownOf(shorten(key)))?.number,
    /**
     * Looks whether a log names each of the numbers after one, the first so many that are taken, and keeps which; one that its taker
     * holds is left for later. `lookUp`: whether there is a log now, undefined where that is not known; `hadLog`: one was seen
     * before. Returns the numbers.
     */
    lookAfter: async (
      { name, year, after, most }: { name: string; year: number; after: number; most: number },
      now: string,
      lookUp: (number: number, hadLog: boolean) => Promise<boolean | undefined>,
    ): Promise<number[]> => {
      const series = seriesOf(name, year);
      const { settled } = await series.counter();
      const found = await series.takenAfter(after, most);
      await mapEach(found, async (taken) => {
        if (isWithin(HELD_MILLISECONDS, taken, now)) return;
        const { number, isUsed = number <= settled } = taken;
        if ((await lookUp(number, isUsed)) && taken.isUsed !== true) await series.markUsed(taken);
      });
      return found.map(({ number }) => number);
    },
    /** The number of this key, to be used within nine minutes. Only another process can be quicker: here each waits its turn. */
    allocate: (name: string, year: number, given: string, use: Use): Promise<number> =>
      inTurn(partitionOf(name, year), () =>
        allocate({ series: seriesOf(name, year), key: shorten(given), use }),
      ),
  };
};
export type Numbers = ReturnType<typeof createNumbers>;
