import fc from 'fast-check';
import { openableLevels } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { giversOf } from '../random-case.ts';

// A night and a day of a bureau as they may come: which cases are opened when, and what is done about them.

/** A case that is opened by hand, at a minute of the run. */
export interface Opening {
  minute: number;
  level: string;
  role: string;
  /** Which unit has it from the beginning; null: none. */
  unit: number | null;
  /** Which source it came from, and whether it was found then or long before. */
  source: number;
  agoMinutes: number;
}
/** Something that somebody does about a case; what cannot be done then is refused, and changes nothing. */
export interface Act {
  minute: number;
  of: number;
  what: 'meet' | 'determine' | 'assign' | 'release' | 'sign' | 'raise' | 'calm' | 'known';
  pick: number;
}
export interface Run {
  bureau: string;
  /** It begins at noon of this day. */
  day: string;
  openings: Opening[];
  acts: Act[];
  /** So many items are pushed in one minute of the night, one of them no harmless one. */
  burst: number;
  hours: number;
}

/** An ordinary Monday; the evening before a long weekend, a day within one, a Saturday that is worked, the last of the year. */
const DAYS = ['2026-03-02', '2026-04-30', '2026-10-02', '2026-05-09', '2026-12-31'];
const WHAT = [
  'meet',
  'meet',
  'meet',
  'determine',
  'assign',
  'release',
  'sign',
  'raise',
  'calm',
  'known',
] as const;
const minuteOfRun = fc.integer({ min: 0, max: 24 * 60 - 1 });

/** Every level of the bureau once, and by half of them nobody does anything. */
export const runOf = (bureau: string, regulation: Regulation): fc.Arbitrary<Run> => {
  const levels = openableLevels(regulation).filter(({ clocked }) => clocked);
  const openingAt = (level: string): fc.Arbitrary<Opening> =>
    fc.record({
      minute: minuteOfRun,
      level: fc.constant(level),
      role: fc.constantFrom(...giversOf(regulation, 'OpenCase', level).map(({ role }) => role)),
      unit: fc.option(fc.nat(), { freq: 2 }),
      source: fc.nat(),
      agoMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 * 60 })),
    });
  const act = fc.record({
    minute: fc.integer({ min: 0, max: 25 * 60 }),
    of: fc.nat(2 * levels.length - 1),
    what: fc.constantFrom(...WHAT),
    pick: fc.nat(),
  });
  return fc.record({
    bureau: fc.constant(bureau),
    day: fc.constantFrom(...DAYS),
    openings: fc.tuple(...levels.map(({ id }) => openingAt(id))),
    acts: fc.array(act, { minLength: 10, maxLength: 40 }),
    burst: fc.constant(24),
    hours: fc.constant(25),
  });
};
