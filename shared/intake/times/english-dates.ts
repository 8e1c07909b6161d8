import { CLOCK, readClock } from './clock.ts';
import type { Written } from './dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?';
const MONTH = '(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const TIME = `(?<clock>${CLOCK})`;

const FORMS = [
  // RFC 2822, HTTP: Sat, 28 Nov 2026 16:05:00; RFC 850: Saturday, 28-Nov-26 16:05:00
  `^${WEEKDAY}${DAY}[ -]${MONTH}[ -](?<year>\\d{4}|\\d{2}),?(?: ${TIME})?$`,
  // Nov 28, 2026, 4:05 PM; Sat Nov 28 2026 16:05:00
  `^${WEEKDAY}${MONTH} ${DAY},? (?<year>\\d{4}),?(?: (?:at )?${TIME})?$`,
  // asctime: Sat Nov 28 16:05:00 2026
  `^${WEEKDAY}${MONTH} ${DAY},? ${TIME} (?<year>\\d{4})$`,
].map((form) => new RegExp(form, 'i'));
/** 微博 puts its offset before the year: Sat Nov 28 16:05:00 +0800 2026. */
const ZONE_BEFORE_YEAR = /^(.*\d:\d{2}) ([+-]\d{4}|gmt|utc|cst) (\d{4})$/i;

/** The year before the time, so that a zone stands last. */
export const yearFirst = (text: string): string => {
  const [, before, zone, year] = ZONE_BEFORE_YEAR.exec(text) ?? [];
  return before === undefined ? text : before.replace(/ ([\d:]+)$/, ` ${year} $1 ${zone}`);
};

/** A date as mail, HTTP and English programs write it. Undefined: it is none. */
export const readEnglishDate = (text: string): Written | undefined => {
  for (const form of FORMS) {
    const { month = '', day = '', year = '', clock } = form.exec(text)?.groups ?? {};
    if (month === '') continue;
    const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const date = `${year.length === 2 ? `20${year}` : year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (clock === undefined) return { day: date };
    const time = readClock(clock);
    return time === undefined ? undefined : { day: date, clock: time };
  }
  return undefined;
};
