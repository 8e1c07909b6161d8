import listed from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import * as z from 'zod/mini';

/** A day of a bureau's calendar, `2026-10-01`; compares as text. */
export type Day = string;

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
/** A list may name the last week of the year before: 2018-12-29 was worked and 12-31 free by the list of 2019. */
const isLastWeek = (day: Day): boolean => day.slice(5) >= '12-25';

const listedHolidays: Readonly<Record<Day, string>> = listed.holidays;
// National Day, since no other year's list can name it.
const isListed = (year: number): boolean => listedHolidays[`${year}-10-01`] !== undefined;

/** Free in every year: a list without them is not the whole list. */
const FIXED = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节' };

/** What is wrong with one date of a list, and the mend. */
const faultOfDay = (day: Day, key: string, { year }: YearList): string | undefined => {
  if (!isDay(day)) return '没有这一天;请按“2026-10-01”的写法照公告填写';
  if (yearOf(day) !== year && !(yearOf(day) === year - 1 && isLastWeek(day)))
    return `不属于${year}年;请移到它所属年份的条目(只有上一年12月25日至31日可写在这里)`;
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
  /** The year whose list is missing and could say otherwise of this day than `isWorkingDay`; undefined when none. */
  missingYear(day: Day): number | undefined;
}

/**
 * Working days by the lists of chinese-days and `overrides`, which win. A year without a list is never taken to have
 * plain weekends: each of its days counts as a working day, and so does the last week of the year before, which that
 * list may still change. So what is due can only be due too early, never too late.
 */
export const createCalendar = (overrides: readonly YearList[]): Calendar => {
  const replaced = new Set(overrides.filter(({ replaces }) => replaces).map(({ year }) => year));
  const works = new Map<Day, boolean>();
  const put = (days: readonly Day[], isWorked: boolean): void => {
    for (const day of days) works.set(day, isWorked);
  };
  const kept = (days: object): Day[] => Object.keys(days).filter((day) => !replaced.has(yearOf(day)));
  put(kept(listed.holidays), false);
  put(kept(listed.workdays), true);
  for (const { holidays, makeUpWorkdays } of overrides) {
    put(holidays, false);
    put(makeUpWorkdays, true);
  }
  const added = new Set(overrides.map(({ year }) => year));
  const isKnown = (year: number): boolean => added.has(year) || isListed(year);
  const missingYear = (day: Day): number | undefined => {
    if (works.has(day)) return undefined;
    const year = yearOf(day);
    if (!isKnown(year)) return year;
    return isLastWeek(day) && !isKnown(year + 1) ? year + 1 : undefined;
  };
  const isWorkingDay = (day: Day): boolean =>
    works.get(day) ?? (missingYear(day) !== undefined || !isWeekend(day));
  return { isWorkingDay, isKnown, missingYear };
};
