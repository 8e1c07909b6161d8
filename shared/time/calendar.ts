import listed from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import * as z from 'zod/mini';
import { type Day, listSettling, statutoryHolidays } from './statutory-holidays.ts';

export type { Day } from './statutory-holidays.ts';

const FORM = '{ "year", "source", "holidays", "makeUpWorkdays", "replaces"(可不填) }';
const Days = z.array(z.string('应为加引号的日期'), '应为日期的列表[…]');
/** One year's announcement by the State Council (国务院办公厅关于…年部分节假日安排的通知). */
const YearList = z.strictObject(
  {
    year: z.int('应为四位数的年份').check(z.gte(1000, '应为四位数的年份'), z.lte(9999, '应为四位数的年份')),
    /** The announcement's number (文号). */
    source: z.string('应为通知的文号').check(z.regex(/\S/, '应为通知的文号')),
    /** All days without work (放假), weekends among them or not. */
    holidays: Days,
    /** Weekend days that are worked (调休上班). */
    makeUpWorkdays: Days,
    /** Whether it takes the place of the list that chinese-days has for this year. */
    replaces: z.optional(z.boolean('应为 true 或 false')),
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys' ? `不认识“${(keys as string[]).join('”“')}”` : '应为对象{…}',
  },
);
type YearList = z.infer<typeof YearList>;

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay());
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);
/** A list may name days shortly before its 元旦: 2018-12-29 was worked and 12-31 free by the list of 2019. */
const isBeforeNewYear = (day: Day): boolean => day.slice(5) >= '12-18';

const listedHolidays: Readonly<Record<Day, string>> = listed.holidays;
// National Day, since no other year's list can name it.
const isListed = (year: number): boolean => listedHolidays[`${year}-10-01`] !== undefined;

/** Free in every year: a list without them is not the whole list. */
const FIXED = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节' };

/** What is wrong with one date of a list, and the mend. */
const faultOfDay = (day: Day, key: string, { year }: YearList): string | undefined => {
  if (!isDay(day)) return '没有这一天;请按“2026-10-01”的写法照公告填写';
  if (yearOf(day) !== year && !(yearOf(day) === year - 1 && isBeforeNewYear(day)))
    return `不属于${year}年;请移到它所属年份的条目(只有上一年12月18日至31日可写在这里)`;
  if (key === 'makeUpWorkdays' && !isWeekend(day)) return '不是周六、周日,无须调休上班;请照公告改正或删去';
  return undefined;
};

/** What is wrong with one entry; `places` remembers where each year and date of the file was first given. */
const problemsOf = (list: YearList, place: string, places: Map<string, string>): string[] => {
  const problems: string[] = [];
  const claim = (what: string, where: string): void => {
    const first = places.get(what);
    if (first === undefined) places.set(what, where);
    else problems.push(`${where}:${what} 已在 ${first} 给出,一年、一日只能给出一次;请照公告只留一处`);
  };
  claim(`${list.year}年`, `${place}.year`);
  if (isListed(list.year) && list.replaces !== true)
    problems.push(`${place}.year:chinese-days 已有${list.year}年;请删去此项,确要代替则写 "replaces": true`);
  for (const key of ['holidays', 'makeUpWorkdays'] as const)
    for (const [index, day] of list[key].entries()) {
      const where = `${place}.${key}[${index}]`;
      const fault = faultOfDay(day, key, list);
      if (fault !== undefined) problems.push(`${where}:${day} ${fault}`);
      claim(day, where);
    }
  for (const [date, name] of Object.entries(FIXED))
    if (!list.holidays.includes(`${list.year}-${date}`))
      problems.push(`${place}.holidays:缺少${name} ${list.year}-${date};请照公告把放假的日期填全`);
  return problems;
};

const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');

/**
 * Checks the content of calendar-overrides.json, a list of `YearList`.
 * Throws one Error that names every problem, each with its place and the mend.
 */
export const readOverrides = (data: unknown): YearList[] => {
  const lists: YearList[] = [];
  const problems: string[] = [];
  const places = new Map<string, string>();
  if (!Array.isArray(data)) problems.push(`(整体):应为列表[…];请写成 [${FORM}],没有内容时写 []`);
  else
    for (const [index, entry] of data.entries()) {
      const parsed = z.safeParse(YearList, entry);
      if (parsed.success) {
        lists.push(parsed.data);
        problems.push(...problemsOf(parsed.data, `[${index}]`, places));
      } else
        for (const issue of parsed.error.issues)
          problems.push(`${pathOf([index, ...issue.path])}:${issue.message};请按 ${FORM} 填写`);
    }
  if (problems.length > 0)
    throw new Error(
      [`放假安排 calendar-overrides.json 有 ${problems.length} 处问题:`, ...problems].join('\n'),
    );
  return lists;
};

export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** Whether the year has a list. */
  isKnown(year: number): boolean;
  /** The last year with a list, as far as none is missing before it. */
  knownTo: number;
  /** The year whose list is missing and could say otherwise of this day than `isWorkingDay`; undefined when none. */
  missingYear(day: Day): number | undefined;
  /** The same calendar without the lists after this year: as it was before they came. */
  until(year: number): Calendar;
}

/** The first year that chinese-days has a list of. */
const FIRST_LISTED = 2004;

/**
 * Working days by the lists of chinese-days and `overrides`, which win. In a year without a list Saturdays, Sundays and the
 * days that are free by law are free (statutory-holidays.ts); 补假 and 调休 of such a year are not known, and the days that
 * they may change are named by `missingYear`.
 */
export const createCalendar = (
  overrides: readonly YearList[],
  to: number = Number.POSITIVE_INFINITY,
): Calendar => {
  const added = new Set(overrides.map(({ year }) => year));
  let knownTo = FIRST_LISTED - 1;
  while (knownTo < to && (added.has(knownTo + 1) || isListed(knownTo + 1))) knownTo += 1;
  const used = overrides.filter(({ year }) => year <= knownTo);
  const replaced = new Set(used.filter(({ replaces }) => replaces).map(({ year }) => year));
  const works = new Map<Day, boolean>();
  const put = (days: readonly Day[], isWorked: boolean): void => {
    for (const day of days) works.set(day, isWorked);
  };
  /** What lies shortly before a New Year is of the list after it. */
  const listOf = (day: Day): number => yearOf(day) + (isBeforeNewYear(day) ? 1 : 0);
  const kept = (days: object): Day[] =>
    Object.keys(days).filter((day) => !replaced.has(yearOf(day)) && listOf(day) <= knownTo);
  put(kept(listed.holidays), false);
  put(kept(listed.workdays), true);
  for (const { holidays, makeUpWorkdays } of used) {
    put(holidays, false);
    put(makeUpWorkdays, true);
  }
  const isKnown = (year: number): boolean => year >= FIRST_LISTED && year <= knownTo;
  const missingYear = (day: Day): number | undefined => {
    if (works.has(day)) return undefined;
    const year = listSettling(day);
    return year === undefined || isKnown(year) ? undefined : year;
  };
  const isFreeByLaw = (day: Day): boolean =>
    !isKnown(yearOf(day)) && statutoryHolidays(yearOf(day)).includes(day);
  const isWorkingDay = (day: Day): boolean => works.get(day) ?? !(isWeekend(day) || isFreeByLaw(day));
  const earlier = new Map<number, Calendar>();
  const until = (year: number): Calendar => {
    if (year >= knownTo) return calendar;
    const known = earlier.get(year) ?? createCalendar(overrides, year);
    earlier.set(year, known);
    return known;
  };
  const calendar: Calendar = { isWorkingDay, isKnown, knownTo, missingYear, until };
  return calendar;
};
