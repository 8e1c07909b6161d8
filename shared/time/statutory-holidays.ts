/** A day of a bureau's calendar, `2026-10-01`; compares as text. */
export type Day = string;

// 全国年节及纪念日放假办法 (国务院令第795号, since 2025): the 13 days that everybody has free in every year, whatever that year's
// list says. Which days are worked or free in exchange for them (补假, 调休) only the list says.

/**
 * Year → 春节 (正月初一), 清明, 端午, 中秋. Worked out with lunar-javascript 1.7 and the same with tyme4ts 1.5; the three lunar days
 * also with chinese-days' own table, 清明 with the formula of the century. Written down rather than computed: `Intl` has wrong
 * days for 2027 and 2030 (decision 047).
 */
const MOVING: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
  2041: ['02-01', '04-04', '06-03', '09-10'],
  2042: ['01-22', '04-04', '06-22', '09-28'],
  2043: ['02-10', '04-05', '06-11', '09-17'],
  2044: ['01-30', '04-04', '05-31', '10-05'],
  2045: ['02-17', '04-04', '06-19', '09-25'],
  2046: ['02-06', '04-04', '06-08', '09-15'],
  2047: ['01-26', '04-05', '05-29', '10-04'],
  2048: ['02-14', '04-04', '06-15', '09-22'],
  2049: ['02-02', '04-04', '06-04', '09-11'],
  2050: ['01-23', '04-04', '06-23', '09-30'],
};
/** 元旦, 劳动节 (two days), 国庆节 (three days). */
const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** The day that lies `days` after `day`, or before it. */
export const dayAfter = (day: Day, days = 1): Day =>
  new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);

const ofYears = new Map<number, readonly Day[]>();
/** The days of a year that are free by law; of a year that the table does not have only those of a fixed date. */
export const statutoryHolidays = (year: number): readonly Day[] => {
  const known = ofYears.get(year);
  if (known !== undefined) return known;
  const [spring, ...others] = (MOVING[year] ?? []).map((date) => `${year}-${date}`);
  // 春节 are four days from 除夕 on.
  const moving = spring === undefined ? [] : [-1, 0, 1, 2].map((days) => dayAfter(spring, days));
  const days = [...FIXED.map((date) => `${year}-${date}`), ...moving, ...others];
  ofYears.set(year, days);
  return days;
};

/** 补假 and 调休 lie within so many days of their holiday. */
export const NEAR_HOLIDAY_DAYS = 14;

const years = new Map<Day, number | undefined>();
const findYear = (day: Day): number | undefined => {
  const year = Number(day.slice(0, 4));
  const [from, to] = [dayAfter(day, -NEAR_HOLIDAY_DAYS), dayAfter(day, NEAR_HOLIDAY_DAYS)];
  // 元旦 reaches back into the year before; no other holiday reaches beyond its own year.
  const near = [year, year + 1].find((each) =>
    statutoryHolidays(each).some((holiday) => from <= holiday && holiday <= to),
  );
  // Where the table ends nobody can say which days are far from every holiday.
  return near ?? (MOVING[year] === undefined ? year : undefined);
};
/** The year whose list may say of this day what no law says: a day near one of its holidays; undefined for any other day. */
export const listSettling = (day: Day): number | undefined => {
  if (!years.has(day)) years.set(day, findYear(day));
  return years.get(day);
};
