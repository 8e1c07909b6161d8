import type { CaseEvent, LogEntry } from '../../shared/case/events.ts';
import { settingsOf } from '../../shared/regulations/lookup.ts';
import type { Anchor, Condition, Duty, Limit, Regulation, Term } from '../../shared/regulations/schema.ts';
import { createCalendar } from '../../shared/time/calendar.ts';

// What a limit of the law may be due at, reckoned from what was said in the log and from the data's term by plain arithmetic:
// nothing here asks the program when a clock starts or ends.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Every bureau's zone. */
const ZONE = 8 * HOUR;
/** Days since the epoch, in the zone. */
const dayOf = (at: number): number => Math.floor((at + ZONE) / DAY);
const calendar = createCalendar([]);
const isWorked = (day: number): boolean =>
  calendar.isWorkingDay(new Date(day * DAY).toISOString().slice(0, 10));
const UNITS: Record<string, number> = { W: 168 * HOUR, D: 24 * HOUR, H: HOUR, M: HOUR / 60 };
/** PT3H, P10D, P1W: every bureau's zone has days of 24 hours. Working time is never shorter than what passes meanwhile. */
export const lengthOf = (length: string): number => {
  const workingDays = /^(\d+)WD$/.exec(length);
  if (workingDays !== null) return Number(workingDays[1]) * 24 * HOUR;
  return [...length.matchAll(/(\d+)([WDHM])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!,
    0,
  );
};

/** Something that the log says of when something was. */
interface Said {
  instant: string;
  at: number;
  /** What was said before of the same instant counts no more. */
  isGranted: boolean;
}
const WEEK = 7 * 24 * HOUR;
const said = (instant: string, at: string | undefined, isGranted = false): Said[] =>
  at === undefined ? [] : [{ instant, at: Date.parse(at), isGranted }];

/** A publication that starts nothing (存疑): before the event that is known, or more than a week before it was found. */
const isDoubted = (publishedAt: string | undefined, eventAt: number | undefined, foundAt: string): boolean =>
  publishedAt !== undefined &&
  (Date.parse(publishedAt) < (eventAt ?? 0) || Date.parse(publishedAt) < Date.parse(foundAt) - WEEK);

const saidBy = (event: CaseEvent, { at }: LogEntry, eventAt: number | undefined): Said[] => {
  switch (event.type) {
    case 'CaseOpened': {
      const { publishedAt, ...instants } = event.instants;
      const stated = Date.parse(event.instants.eventAt ?? '');
      const isOut = isDoubted(publishedAt, stated, event.instants.detectedAt ?? at);
      return [
        ...Object.entries(instants).flatMap(([id, when]) => said(id, when)),
        ...(isOut ? [] : said('publishedAt', publishedAt)),
        ...event.sources.flatMap(({ receivedAt }) => said('receivedAt', receivedAt)),
        ...said('openedAt', at),
      ];
    }
    case 'ItemAttached':
      return isDoubted(event.item.publishedAt, eventAt, at)
        ? []
        : said('publishedAt', event.item.publishedAt);
    case 'SourceAdded':
      return said('receivedAt', event.source.receivedAt);
    case 'ReceiptCorrected':
      return said('receivedAt', event.at, event.at > event.before);
    case 'InstantCorrected':
      return said(event.instant, event.at, event.granted);
    case 'CaseGraded':
    case 'GradeConfirmed':
    case 'LevelChanged':
      return [...said('gradedAt', at), ...said('levelEnteredAt', at)];
    case 'CalmDeclared':
      return said('calmedAt', event.calmedAt);
    case 'CaseRekindled':
      return [...said('outbreakAt', event.outbreakAt), ...said('rekindledAt', event.outbreakAt)];
    default:
      return [];
  }
};

/** Everything that the log says of instants, each list in its order; and when anything was done. */
export interface Told {
  said: Said[];
  acts: number[];
  levels: Set<string>;
}
const levelsBy = (event: CaseEvent): string[] => {
  if (event.type === 'CaseGraded' || event.type === 'GradeConfirmed') return [event.handling];
  return event.type === 'LevelChanged' ? [event.handlingTo] : [];
};
export const recordOf = (log: readonly LogEntry[]): Told => {
  const record: Told = { said: [], acts: [], levels: new Set() };
  for (const entry of log)
    for (const event of entry.events) {
      const eventAt = record.said.findLast(({ instant }) => instant === 'eventAt')?.at;
      record.said.push(...saidBy(event, entry, eventAt));
      for (const level of levelsBy(event)) record.levels.add(level);
      // 初判未采纳.
      if (event.type === 'GradeConfirmed')
        for (const level of event.notAdopted ?? []) record.levels.delete(level);
      if ('madeAt' in event && event.madeAt !== undefined) record.acts.push(Date.parse(event.madeAt));
      record.acts.push(Date.parse(entry.at));
    }
  return record;
};

/** Whether the condition may ever have held: only the bureau's settings are the same throughout. */
const mayHold = (regulation: Regulation, condition: Condition | undefined): boolean => {
  if (condition === undefined) return true;
  if ('setting' in condition) return settingsOf(regulation)[condition.setting] === true;
  if ('all' in condition) return condition.all.every((each) => mayHold(regulation, each));
  if ('any' in condition) return condition.any.some((each) => mayHold(regulation, each));
  return true;
};

/** The instants that stand for one of the case: itself, what it cannot lie after, what stands in for it. */
const kindsOf = (regulation: Regulation, id: string): string[] => {
  const { bounds = [], fallback = [] } = regulation.instants.find((each) => each.id === id) ?? {};
  const knew = id === 'detectedAt' ? ['receivedAt', 'openedAt'] : [];
  return [id, ...knew, ...bounds, ...fallback.flatMap((each) => kindsOf(regulation, each))];
};

/** Where a clock with this anchor may start: what has been said, without what who may grant time has said is wrong. */
const startsAt = (regulation: Regulation, record: Told, anchor: Anchor): number[] => {
  if (!mayHold(regulation, anchor.when)) return [];
  if ('decision' in anchor) return record.acts;
  if ('after' in anchor) {
    const due = regulation.duties.find(({ id }) => id === anchor.after)!;
    const dues = anchor.orDue ? duesOf(regulation, record, due).map(({ at }) => at) : [];
    return [...record.acts, ...dues];
  }
  const kinds = kindsOf(regulation, anchor.instant);
  const counting = record.said.filter(
    ({ instant }, index) =>
      kinds.includes(instant) &&
      !record.said.some((later, place) => place > index && later.isGranted && later.instant === instant),
  );
  const raises = anchor.fromRaise ? record.said.filter(({ instant }) => instant === 'levelEnteredAt') : [];
  return [...counting, ...raises].map(({ at }) => at);
};

/** A due instant that the data allow: exactly, or that and whole periods after it, or anything from there on. */
export interface Allowed {
  at: number;
  every?: number;
  isEarliest?: boolean;
  /** So many days after the day of `at`, at the end of the last one, or of the next that is worked. */
  days?: number;
}
type Numeric = Extract<Limit, { kind: 'within' | 'every' }>;
const lengthIn = (regulation: Regulation, limit: Numeric): string => {
  if (limit.kind === 'within') return limit.within;
  return typeof limit.every === 'string' ? limit.every : String(settingsOf(regulation)[limit.every.setting]);
};
const allowedBy = (regulation: Regulation, record: Told, { limit, start }: Term): Allowed[] => {
  if (limit.kind !== 'within' && limit.kind !== 'every') return [];
  const length = lengthOf(lengthIn(regulation, limit));
  const starts = start.flatMap((anchor) => startsAt(regulation, record, anchor));
  const isWorking = limit.kind === 'within' && (limit.deferral !== undefined || limit.within.endsWith('WD'));
  // Of a repetition from completion each act begins a period.
  const again = limit.kind === 'every' && limit.from === 'completion' ? record.acts : [];
  const given = lengthIn(regulation, limit);
  if (/^P\d+[DW]$/.test(given))
    return [...starts, ...again].map((at) => ({
      at,
      days: length / DAY,
      ...(limit.kind === 'every' ? { every: length } : {}),
    }));
  // A working day may end before the clock time that it is counted from.
  const begin = (from: number): number => (given.endsWith('WD') ? dayOf(from) * DAY - ZONE : from);
  return [...starts, ...again].map((from) => ({
    at: begin(from) + length,
    ...(limit.kind === 'every' ? { every: length } : {}),
    ...(isWorking ? { isEarliest: true } : {}),
  }));
};
/** All that the data allow the duty to be due at, at the levels that the case was at. */
export const duesOf = (regulation: Regulation, record: Told, duty: Duty): Allowed[] =>
  duty.terms
    .filter(({ levels }) => levels.some((level) => record.levels.has(level)))
    .flatMap((term) => allowedBy(regulation, record, term));

/** Clocks wait for whole seconds, the next one after a broken one. */
const SECOND = 1000;
/** Whether a due instant is the end of the last of so many days, with the days of rest after it. */
const isEndOfDays = (due: number, at: number, days: number, isRepeated: boolean): boolean => {
  if ((due + ZONE) % DAY !== 0) return false;
  const last = dayOf(due) - 1;
  const passed = last - dayOf(at);
  const periods = isRepeated ? Math.floor(passed / days) : 1;
  const unmoved = dayOf(at) + periods * days;
  if (periods < 1 || unmoved > last || !isWorked(last)) return false;
  for (let day = unmoved; day < last; day += 1) if (isWorked(day)) return false;
  return true;
};

/** Whether a due instant is one of those that are allowed. */
export const isAllowed = (due: number, allowed: readonly Allowed[]): boolean =>
  allowed.some(({ at, every, isEarliest, days }) => {
    if (days !== undefined) return isEndOfDays(due, at, days, every !== undefined);
    const lag = due - at;
    if (lag < 0) return false;
    return isEarliest === true || lag < SECOND || (every !== undefined && lag % every < SECOND);
  });
