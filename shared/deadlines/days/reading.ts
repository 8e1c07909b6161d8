import { settingsOf } from '../../regulations/lookup.ts';
import { DAY_END_SETTING, REST_DAY_SETTING, WORKING_DAY_END_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { DayReading } from '../../time/day-limits.ts';
import { type OfficeHours, readOfficeHours } from '../../time/office-hours.ts';

/** The bureau's office hours; null where it has none, or has not filled them in. */
export const officeHoursOf = ({ settings }: Regulation): OfficeHours | null => {
  const hours = settings.find(({ format }) => format === 'officeHours')?.value;
  return typeof hours === 'string' ? readOfficeHours(hours) : null;
};

const readings = new WeakMap<Regulation, DayReading>();
/** How the bureau reads limits in days; the readings of 民法典第二百零一条、第二百零三条 where it says nothing else. */
export const dayReadingOf = (regulation: Regulation): DayReading => {
  const known = readings.get(regulation);
  if (known !== undefined) return known;
  const settings = settingsOf(regulation);
  const workingDayEnd = settings[WORKING_DAY_END_SETTING];
  const reading: DayReading = {
    dayEnd: settings[DAY_END_SETTING] === 'clock' ? 'clock' : 'midnight',
    restDay: settings[REST_DAY_SETTING] === 'stays' ? 'stays' : 'moves',
    workingDayEnd: workingDayEnd === 'clock' || workingDayEnd === 'midnight' ? workingDayEnd : 'closing',
    officeHours: officeHoursOf(regulation),
  };
  readings.set(regulation, reading);
  return reading;
};

/** Whether a length has only days, weeks or working days: it lasts until its last day is over. */
export const isInDays = (length: string): boolean => isInWorkingDays(length) || !length.includes('T');
export const isInWorkingDays = (length: string): boolean => length.endsWith('WD');

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
const LAST_DAY = '至期满日';
const SAME_TIME = `${LAST_DAY}同一时刻`;
const MIDNIGHT = `${LAST_DAY}24时`;

/** When the last day of a length is over, as the bureau reads it; empty for a length that is not in days. */
export const endInChinese = (regulation: Regulation, length: string): string => {
  if (!isInDays(length)) return '';
  const { dayEnd, restDay, workingDayEnd, officeHours } = dayReadingOf(regulation);
  if (!isInWorkingDays(length))
    return `${dayEnd === 'clock' ? SAME_TIME : MIDNIGHT}${restDay === 'moves' ? ',遇休息日顺延' : ''}`;
  if (workingDayEnd === 'clock') return SAME_TIME;
  const closing = workingDayEnd === 'closing' ? officeHours?.at(-1)?.to : undefined;
  return closing === undefined ? MIDNIGHT : `${LAST_DAY}下班${clockOf(closing)}`;
};

/** The same of each period of a repetition. */
export const periodEndInChinese = (regulation: Regulation, every: string): string => {
  const end = endInChinese(regulation, every);
  return end === '' ? '' : `每期${end}`;
};

/** What a bureau's limits count, with its settings as they are. */
interface Counts {
  days: boolean;
  workingDays: boolean;
  officeHours: boolean;
}
/** The lengths of all limits, periods that the bureau has filled in among them, and whether office hours defer one. */
export const countsOf = (regulation: Regulation): Counts => {
  const settings = settingsOf(regulation);
  const limits = regulation.duties.flatMap(({ terms }) => terms.map(({ limit }) => limit));
  const lengths = limits.flatMap((limit) => {
    if (limit.kind === 'within') return [limit.within, limit.soft, limit.extension?.upTo];
    if (limit.kind !== 'every') return [];
    return typeof limit.every === 'string' ? [limit.every] : [settings[limit.every.setting]];
  });
  const inDays = lengths.filter((length) => typeof length === 'string').filter(isInDays);
  return {
    days: inDays.some((length) => !isInWorkingDays(length)),
    workingDays: inDays.some(isInWorkingDays),
    officeHours: limits.some((limit) => limit.kind === 'within' && limit.deferral !== undefined),
  };
};

/** Whether holidays move any limit of the bureau. */
export const needsHolidayLists = (regulation: Regulation): boolean => {
  const { days, workingDays, officeHours } = countsOf(regulation);
  return workingDays || officeHours || (days && dayReadingOf(regulation).restDay === 'moves');
};
