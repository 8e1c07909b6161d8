import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import type { Day } from './calendar.ts';

/** Some hours, `from` until `to`: minutes of a day in office hours, milliseconds since the epoch on a day. */
export interface Span {
  from: number;
  to: number;
}
export type OfficeHours = readonly Span[];

const MEND = '请按“09:00-12:00 13:00-17:00”填写:先后排列、互不重叠、以空格隔开,最晚到24:00';

const readSpans = (text: string): OfficeHours => {
  const spans: Span[] = [];
  for (const part of text.trim().split(/\s+/)) {
    const [, ...clocks] = /^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$/.exec(part) ?? [];
    const [hour, minute, endHour, endMinute] = clocks.map(Number);
    const [from, to] = [hour! * 60 + minute!, endHour! * 60 + endMinute!];
    // What could not be read is NaN, which is never less.
    if (!(from < to && to <= 24 * 60)) throw new RangeError(`办公时间“${text}”中的“${part}”不对;${MEND}`);
    if (from < (spans.at(-1)?.to ?? 0))
      throw new RangeError(`办公时间“${text}”中的“${part}”早于前一段的结束;${MEND}`);
    spans.push({ from, to });
  }
  return spans;
};

const read = new Map<string, OfficeHours>();
/**
 * `09:00-12:00 13:00-17:00` → spans in minutes of the day. Throws a RangeError in Chinese with the mend.
 * The same text gives the same object, by which `hoursOn` keeps the days it has worked out.
 */
export const readOfficeHours = (text: string): OfficeHours => {
  const hours = read.get(text) ?? readSpans(text);
  read.set(text, hours);
  return hours;
};

const hoursOfDays = new WeakMap<OfficeHours, Map<string, OfficeHours>>();
/** The office hours of a day in a zone, in milliseconds since the epoch. */
export const hoursOn = (day: Day, officeHours: OfficeHours, zone: string): readonly Span[] => {
  const days = hoursOfDays.get(officeHours) ?? new Map<string, OfficeHours>();
  hoursOfDays.set(officeHours, days);
  const known = days.get(`${zone} ${day}`);
  if (known !== undefined) return known;
  const [year, month, date] = day.split('-').map(Number);
  const midnight = PlainDateTime.create(year!, month!, date!);
  const at = (minutes: number): number =>
    PlainDateTime.toZonedDateTime(PlainDateTime.addMinutes(midnight, minutes), zone).epochMilliseconds;
  const spans: Span[] = [];
  for (const { from, to } of officeHours) {
    // Where clocks go forward, hours that the day leaves out come to lie over the next ones.
    const span = { from: Math.max(at(from), spans.at(-1)?.to ?? Number.NEGATIVE_INFINITY), to: at(to) };
    if (span.from < span.to) spans.push(span);
  }
  days.set(`${zone} ${day}`, spans);
  return spans;
};
