import type { Numbering } from '../../shared/office/numbering.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { yearOf } from '../../shared/time/instants.ts';

/** At one sweep every quarter of an hour 9600 numbers a day. */
const AT_ONCE = 100;

interface Dependencies {
  cases: Cases;
  numbering: Numbering;
  regulation: Regulation;
  now: () => string;
}

/**
 * Goes round the numbers of the cases, this year's first, then those of the years before: a case that somebody took off the board is
 * put back, and one whose log is gone is told. A few with every sweep. `attempt`: one that fails keeps none of the others back.
 */
export const createLookAfterNumbers =
  ({ cases, numbering, regulation, now }: Dependencies) =>
  async (attempt: <T>(what: string, run: () => Promise<T>) => Promise<T | undefined>): Promise<void> => {
    const first = { year: yearOf(now(), regulation.zone), number: 0 };
    const start = (await cases.rounds.readPlace()) ?? first;
    let { year, number } = start;
    let isOver = false;
    for (let left = AT_ONCE; left > 0 && !isOver; ) {
      const seen = await numbering.lookAfter({ year, after: number, most: left }, (caseId, hadLog) =>
        attempt(caseId, () => cases.lookUp(caseId, hadLog)),
      );
      // In the year before the first there is none; in this one there may be none yet.
      isOver = seen.length === 0 && number === 0 && year < first.year;
      if (seen.length === left) number = seen.at(-1)!;
      else ({ year, number } = isOver ? first : { year: year - 1, number: 0 });
      left -= seen.length;
    }
    if (year !== start.year || number !== start.number) await cases.rounds.writePlace({ year, number });
  };
export type LookAfterNumbers = ReturnType<typeof createLookAfterNumbers>;
