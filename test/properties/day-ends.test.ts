import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOf, periodEnd } from '../../shared/deadlines/days/due.ts';
import { calendar } from '../../shared/deadlines/days/lists.ts';
import { openableLevels, settingsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { caseFile, suggestion } from '../support/case-file.ts';
import { configuredBureaus, openerOf, statedIn } from './random-case.ts';

// R20: a limit in days ends with its last day, never on a day of rest; one in working days at the closing of its last. The days
// are counted here one by one, from what the State Council has published for 2026 and from the law for 2027.

const RUNS = 300;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 8 * HOUR;

/** From, to (both free). 国办发明电〔2025〕7号, and for 2027 the 13 days of the 放假办法. */
const FREE = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
  ['2027-01-01', '2027-01-01'],
  ['2027-02-05', '2027-02-08'],
  ['2027-04-05', '2027-04-05'],
  ['2027-05-01', '2027-05-02'],
  ['2027-06-09', '2027-06-09'],
  ['2027-09-15', '2027-09-15'],
  ['2027-10-01', '2027-10-03'],
  ['2028-01-01', '2028-01-01'],
] as const;
/** 调休: Saturdays and Sundays that are worked. */
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** Days since the epoch, in the zone. */
const dayOf = (at: number): number => Math.floor((at + ZONE) / DAY);
const nameOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const isWorked = (day: number): boolean => {
  const name = nameOf(day);
  if (WORKED.includes(name)) return true;
  const weekday = new Date(day * DAY).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !FREE.some(([from, to]) => from <= name && name <= to);
};
const CLOSING: Readonly<Record<string, number>> = { nanning: 17 * HOUR };

/** When so many days from an instant are over: counted on the fingers. */
const expected = (bureau: string, from: number, length: string, times = 1): string => {
  const count = Number(/\d+/.exec(length)![0]);
  let day = dayOf(from);
  if (length.endsWith('WD')) {
    for (let left = count; left > 0; ) {
      day += 1;
      if (isWorked(day)) left -= 1;
    }
    return new Date(day * DAY - ZONE + (CLOSING[bureau] ?? DAY)).toISOString();
  }
  day += count * times * (length.endsWith('W') ? 7 : 1);
  while (!isWorked(day)) day += 1;
  return new Date((day + 1) * DAY - ZONE).toISOString();
};

const isInDays = (length: unknown): length is string =>
  typeof length === 'string' && !length.includes('T') && /[DW]$/.test(length);
/** Every length in days of the bureau's limits, those that it has filled in among them. */
const lengthsOf = (regulation: Regulation): { length: string; isPeriod: boolean }[] => {
  const limits = regulation.duties.flatMap(({ terms }) => terms.map(({ limit }) => limit));
  const all = limits.flatMap((limit) => {
    if (limit.kind === 'within')
      return [limit.within, limit.extension?.upTo].map((length) => ({ length, isPeriod: false }));
    if (limit.kind !== 'every') return [];
    const length =
      typeof limit.every === 'string' ? limit.every : settingsOf(regulation)[limit.every.setting];
    return [{ length, isPeriod: true }];
  });
  return all.flatMap(({ length, isPeriod }) => (isInDays(length) ? [{ length, isPeriod }] : []));
};

/** Any minute of two years, the edges of its days and the days before long rests above all. */
const start = fc
  .record({
    day: fc.oneof(
      fc.integer({ min: dayOf(Date.parse('2026-01-01')), max: dayOf(Date.parse('2027-11-30')) }),
      fc
        .constantFrom(...FREE.slice(0, -1), ...WORKED.map((day) => [day] as const))
        .chain(([day]) => fc.integer({ min: -20, max: 1 }).map((days) => dayOf(Date.parse(day)) + days)),
    ),
    minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 1, 1020, 1439)),
  })
  .filter(({ day }) => nameOf(day) >= '2026-01-01')
  .map(({ day, minute }) => day * DAY - ZONE + minute * 60_000);

const counting = configuredBureaus.filter(([, regulation]) => lengthsOf(regulation).length > 0);

/** Limits in days that stood in the schedules of cases, over all these bureaus. */
let seen = 0;

describe.each(counting)('limits in days of %s', (bureau, regulation) => {
  const lengths = lengthsOf(regulation);

  it('end with their last day, counted one by one', () => {
    fc.assert(
      fc.property(
        start,
        fc.constantFrom(...lengths),
        fc.integer({ min: 1, max: 3 }),
        (at, { length, isPeriod }, times) => {
          const from = { at: new Date(at).toISOString(), dateOnly: false, calendar: calendar.until(2026) };
          const due = isPeriod
            ? periodEnd(regulation, length, from, times).at
            : dueOf(regulation, { kind: 'within', within: length }, from).due;
          expect(due).toBe(expected(bureau, at, length, isPeriod ? times : 1));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('stand so in the schedule of a case', () => {
    const levels = openableLevels(regulation).filter(({ clocked }) => clocked);
    fc.assert(
      fc.property(
        start.filter((at) => at < Date.parse('2026-11-01')),
        fc.constantFrom(...levels.map(({ id }) => id)),
        (at, level) => {
          const now = new Date(at).toISOString();
          const file = caseFile(regulation);
          const sources = regulation.sources.map(({ id: kind, from }) =>
            from === null ? { kind } : { kind, receivedAt: now },
          );
          file.give(now, openerOf(regulation, level), {
            type: 'OpenCase',
            caseId: 'XX2026-0001',
            title: '按日计的时限',
            how: 'hand',
            sources,
            instants: statedIn(regulation, { detectedAt: now, occurredAt: now, knownAt: now }),
            flags: regulation.flags.map(({ id }) => id).filter((id) => id !== 'secret'),
            items: [],
            level,
            grade: suggestion(level),
          });
          for (const { limit, start: begun, current, duty } of file.schedule().duties) {
            const length =
              limit.kind === 'within' ? limit.within : limit.kind === 'every' ? limit.every : undefined;
            if (!isInDays(length) || begun === null || current.due === null) continue;
            seen += 1;
            expect(current.due, duty).toBe(expected(bureau, Date.parse(begun.at), length));
          }
        },
      ),
      { numRuns: RUNS / 4 },
    );
  });
});

it('stood in many schedules', () => expect(seen).toBeGreaterThan(RUNS / 10));
