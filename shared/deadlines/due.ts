import { settingsOf } from '../regulations/lookup.ts';
import type { Limit, Regulation } from '../regulations/schema.ts';
import { createCalendar, readOverrides } from '../time/calendar.ts';
import overrides from '../time/calendar-overrides.json' with { type: 'json' };
import { add, type Instant } from '../time/instants.ts';
import { addWorking, addWorkingDays, type Policy, readOfficeHours } from '../time/working-time.ts';

type Within = Extract<Limit, { kind: 'within' }>;

/** The State Council's lists, as the package has them and as the bureau's override file completes them. */
export const calendar = createCalendar(readOverrides(overrides));

interface Reached {
  at: Instant;
  /** Years without a holiday list that the count went through: the instant can only be too early. */
  missingYears: number[];
}

const POLICIES: readonly string[] = ['count', 'shiftEnd', 'shiftStart'] satisfies Policy[];

/** Where a length ends that begins at `from`: elapsed or calendar time, working days, or office hours (register X34). */
const reach = (
  regulation: Regulation,
  length: string,
  deferral: string | undefined,
  from: Instant,
): Reached => {
  const { zone } = regulation;
  if (length.endsWith('WD')) return addWorkingDays(from, Number(length.slice(0, -2)), { zone, calendar });
  if (deferral === undefined) return { at: add(from, length, zone), missingYears: [] };
  const policy = settingsOf(regulation)[deferral];
  const hours = regulation.settings.find(({ format }) => format === 'officeHours')?.value;
  if (typeof hours !== 'string' || !POLICIES.includes(String(policy)))
    throw new Error(`制度“${regulation.id}”没有填写办公时间或顺延方式,无法计算工作时间`);
  const officeHours = readOfficeHours(hours);
  return addWorking(from, length, { policy: policy as Policy, officeHours, zone, calendar });
};

export interface Due {
  due: Instant;
  /** 一般应在…: the target before it. */
  soft: Instant | null;
  /** How far it may be extended: an instant, null without a maximum, undefined when not at all. */
  extendableTo: Instant | null | undefined;
  missingYears: number[];
}

/** The instants of a limit in numbers that starts at `from`; all are counted from there, extensions too (register X35). */
export const dueOf = (regulation: Regulation, limit: Within, from: Instant): Due => {
  const { within, soft, deferral, extension } = limit;
  const { at: due, missingYears } = reach(regulation, within, deferral, from);
  const upTo = extension?.upTo;
  const most = typeof upTo === 'string' ? reach(regulation, upTo, deferral, from) : undefined;
  return {
    due,
    soft: soft === undefined ? null : reach(regulation, soft, deferral, from).at,
    extendableTo: most === undefined ? (upTo as null | undefined) : most.at,
    missingYears: [...new Set([...missingYears, ...(most?.missingYears ?? [])])],
  };
};
