import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCalendar, readOverrides } from '../../../shared/time/calendar.ts';

/** An entry for 2027 that is in order; the dates are made up. */
const list = (changes: object = {}): Record<string, unknown> => ({
  year: 2027,
  source: '国办发明电〔2026〕1号',
  holidays: ['2027-01-01', '2027-02-05', '2027-05-01', '2027-10-01'],
  makeUpWorkdays: ['2027-02-07'],
  ...changes,
});
const holidays = (...days: string[]): object => ({
  holidays: ['2027-01-01', '2027-05-01', '2027-10-01', ...days],
});

/** An entry for a year that chinese-days has. */
const for2026 = {
  year: 2026,
  source: '国办发明电〔2025〕1号',
  holidays: ['2026-01-01', '2026-05-01', '2026-10-01'],
  makeUpWorkdays: [],
};

const problemsOf = (data: unknown): string[] => {
  try {
    readOverrides(data);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
};

describe('the lists of chinese-days', () => {
  const calendar = createCalendar([]);

  it.each([
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
    ['2026-02-15', false, 'the first day of Spring Festival, a Sunday'],
    ['2026-02-23', false, 'its last day, a Monday'],
    ['2026-02-24', true, 'the Tuesday after it'],
    ['2026-02-28', true, 'the second Saturday worked for it'],
    ['2026-03-01', false, 'an ordinary Sunday'],
    ['2026-09-20', true, 'a Sunday worked for National Day'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day off'],
    ['2026-10-08', true, 'the day after'],
    ['2026-10-10', true, 'a Saturday worked for it'],
    ['2004-01-01', false, 'the first holiday of the first list'],
  ])('%s is worked: %s, %s', (day, works) => {
    expect(calendar.isWorkingDay(day)).toBe(works);
    expect(calendar.missingYear(day)).toBeUndefined();
  });

  it('reach from 2004 to 2026', () => {
    const known = Array.from({ length: 27 }, (_, index) => 2002 + index).filter(calendar.isKnown);
    expect(known).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it('are followed by years of which only the statutory holidays are known', () => {
    expect(calendar.knownTo).toBe(2026);
    expect(calendar.isWorkingDay('2027-01-01')).toBe(false);
    expect(calendar.isWorkingDay('2027-01-04')).toBe(true);
    expect(calendar.missingYear('2027-01-04')).toBe(2027);
    // The list of 2019 named this Saturday, and this Monday.
    expect(calendar.isWorkingDay('2018-12-29')).toBe(true);
    expect(calendar.isWorkingDay('2018-12-31')).toBe(false);
  });

  it('and of a year beyond the table every day is uncertain', () => {
    expect(calendar.missingYear('2051-03-01')).toBe(2051);
    expect(calendar.missingYear('2003-12-01')).toBe(2003);
  });
});

describe('the announcements that are filled in', () => {
  it('in the committed file are in order', () => {
    const path = fileURLToPath(new URL('../../../shared/time/calendar-overrides.json', import.meta.url));
    expect(problemsOf(JSON.parse(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('make their year known, with its holidays, make-up days and weekends', () => {
    const calendar = createCalendar(readOverrides([list()]));
    expect(calendar.isKnown(2027)).toBe(true);
    expect(calendar.isKnown(2028)).toBe(false);
    expect(calendar.isWorkingDay('2027-02-05')).toBe(false);
    expect(calendar.isWorkingDay('2027-02-07')).toBe(true);
    expect(calendar.isWorkingDay('2027-02-06')).toBe(false);
    expect(calendar.isWorkingDay('2027-02-08')).toBe(true);
    // And settle the week before.
    expect(calendar.isWorkingDay('2026-12-26')).toBe(false);
    expect(calendar.missingYear('2026-12-25')).toBeUndefined();
    expect(calendar.missingYear('2027-12-31')).toBe(2028);
  });

  it('may name the last days of the year before', () => {
    const calendar = createCalendar(
      readOverrides([list({ ...holidays('2026-12-31'), makeUpWorkdays: ['2026-12-26'] })]),
    );
    expect(calendar.isWorkingDay('2026-12-31')).toBe(false);
    expect(calendar.isWorkingDay('2026-12-26')).toBe(true);
    expect(calendar.isWorkingDay('2026-12-27')).toBe(false);
  });

  it('take the place of a whole year when they say so', () => {
    const calendar = createCalendar(readOverrides([{ ...for2026, replaces: true }]));
    expect(calendar.isWorkingDay('2026-10-01')).toBe(false);
    expect(calendar.isWorkingDay('2026-10-02')).toBe(true);
    expect(calendar.isWorkingDay('2026-10-10')).toBe(false);
    expect(calendar.isWorkingDay('2025-10-02')).toBe(false);
  });

  it.each<[string, unknown, string]>([
    ['no list', {}, '(整体):应为列表'],
    ['an entry that is no object', [7], '[0]:应为对象'],
    ['no source', [list({ source: undefined })], '[0].source:应为通知的文号'],
    ['an empty source', [list({ source: ' ' })], '[0].source:应为通知的文号'],
    ['a year in quotes', [list({ year: '2027' })], '[0].year:应为四位数的年份'],
    ['a year that is not one', [list({ year: 27, holidays: [] })], '[0].year:应为四位数的年份'],
    ['dates that are no list', [list({ makeUpWorkdays: '2027-02-07' })], '[0].makeUpWorkdays:应为日期的列表'],
    [
      'a date that is no text',
      [list({ makeUpWorkdays: [20270207] })],
      '[0].makeUpWorkdays[0]:应为加引号的日期',
    ],
    ['an unknown key', [list({ workdays: [] })], '[0]:不认识“workdays”'],
    ['an impossible date', [list(holidays('2027-02-29'))], '[0].holidays[3]:2027-02-29 没有这一天'],
    ['a date in another form', [list(holidays('2027-2-5'))], '[0].holidays[3]:2027-2-5 没有这一天'],
    ['a date of the year after', [list(holidays('2028-01-01'))], '[0].holidays[3]:2028-01-01 不属于2027年'],
    ['one long before the New Year', [list(holidays('2026-12-17'))], '不属于2027年'],
    ['the last weeks of two years before', [list(holidays('2025-12-31'))], '不属于2027年'],
    [
      'the same date twice',
      [list(holidays('2027-02-05', '2027-02-05'))],
      '[0].holidays[4]:2027-02-05 已在 [0].holidays[3] 给出',
    ],
    [
      'a holiday that is a make-up workday',
      [list({ ...holidays('2027-02-07') })],
      '[0].makeUpWorkdays[0]:2027-02-07 已在 [0].holidays[3] 给出',
    ],
    [
      'a make-up workday on a Friday',
      [list({ makeUpWorkdays: ['2027-02-12'] })],
      '[0].makeUpWorkdays[0]:2027-02-12 不是周六、周日',
    ],
    ['a year that chinese-days has', [{ ...for2026 }], '[0].year:chinese-days 已有2026年'],
    [
      'the same year twice',
      [list(), list({ holidays: [], makeUpWorkdays: [] })],
      '[1].year:2027年 已在 [0].year 给出',
    ],
    [
      'a date in two years’ entries',
      [
        list({ ...holidays('2027-12-31') }),
        {
          ...list(),
          year: 2028,
          holidays: ['2027-12-31', '2028-01-01', '2028-05-01', '2028-10-01'],
          makeUpWorkdays: [],
        },
      ],
      '[1].holidays[0]:2027-12-31 已在 [0].holidays[3] 给出',
    ],
    ['a list that is not whole', [list({ holidays: ['2027-01-01', '2027-05-01'] })], '缺少国庆节 2027-10-01'],
  ])('are refused with %s', (_what, data, problem) => {
    expect(problemsOf(data).join('\n')).toContain(problem);
  });

  it('name every problem at once, each with the mend', () => {
    const problems = problemsOf([
      list({ ...holidays('2027-02-29', '2028-01-01'), makeUpWorkdays: ['2027-02-12'] }),
      list({ note: '' }),
    ]);
    expect(problems).toHaveLength(4);
    for (const problem of problems) expect(problem).toContain(';请');
  });
});
