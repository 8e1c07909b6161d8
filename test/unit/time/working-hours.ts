import { createCalendar } from '../../../shared/time/calendar.ts';
import type { DayReading } from '../../../shared/time/day-limits.ts';
import { withOffset } from '../../../shared/time/instants.ts';
import { addWorking, type Policy, readOfficeHours } from '../../../shared/time/working-time.ts';

export const zone = 'Asia/Shanghai';
export const calendar = createCalendar([]);
export const officeHours = readOfficeHours('09:00-12:00 13:00-17:00');
/** `2026-03-06 16:30` in the bureau's zone, and back. */
export const at = (local: string): string => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
export const shown = (instant: string): string =>
  withOffset(instant, zone).slice(0, 19).replace('T', ' ').replace(/:00$/, '');
export const due = (policy: Policy, start: string, length = 'PT3H', hours = officeHours): string =>
  shown(addWorking(at(start), length, { policy, officeHours: hours, zone, calendar }).at);

/** The readings of the Civil Code, and the other one: by the clock, wherever that falls. */
export const CIVIL: DayReading = {
  dayEnd: 'midnight',
  restDay: 'moves',
  workingDayEnd: 'closing',
  officeHours,
};
export const byCode = { zone, calendar, reading: CIVIL };
export const byClock = {
  zone,
  calendar,
  reading: { ...CIVIL, dayEnd: 'clock', restDay: 'stays', workingDayEnd: 'clock' } as const,
};
