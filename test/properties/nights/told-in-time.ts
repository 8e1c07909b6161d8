import type { LogEntry } from '../../../shared/case/events.ts';
import { evolve } from '../../../shared/case/evolve.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { isPerUnit } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Text, Told } from './texts-of-run.ts';

// R23, R24 and decision 052: whoever has to keep a limit in numbers of the law hears of it when it begins, and before it passes.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Every bureau's zone. */
const ZONE = 8 * HOUR;

const midnightBefore = (at: number): number => Math.floor((at + ZONE) / DAY) * DAY - ZONE;
/** The end of the night that an instant lies in (22:00–07:00), as the day that follows; null by day. */
export const nightEnds = (at: number): number | null => {
  const hour = (at - midnightBefore(at)) / HOUR;
  if (hour >= 22) return midnightBefore(at) + DAY + 7 * HOUR;
  return hour < 7 ? midnightBefore(at) + 7 * HOUR : null;
};
/** A limit that ends by noon after the night is told in it. */
export const noonAfter = (morning: number): number => midnightBefore(morning) + 12 * HOUR;

/** A limit in numbers of the law, from when the log knew of it until it was met, moved, handed to another unit, or gone. */
interface Ran {
  caseId: string;
  duty: string;
  occurrence: string;
  due: number;
  role: string;
  unit: string | undefined;
  from: number;
  until: number;
  /** A next time of a repetition is no beginning: its reminder tells of it. */
  isNext: boolean;
}
const NUMERIC: readonly string[] = ['within', 'every', 'external'];
/** What the system itself meets has nobody to tell. */
const hasToBeTold = ({ basis, limit, status, isNotice, current }: ScheduledDuty): boolean =>
  basis === 'law' && NUMERIC.includes(limit.kind) && status === 'open' && !isNotice && current.due !== null;

const limitsIn = (regulation: Regulation, log: readonly LogEntry[], end: number): Ran[] => {
  const ran = new Map<string, Ran>();
  let running = new Set<string>();
  let state: CaseState | null = null;
  for (const entry of log) {
    state = evolve(state, entry);
    const at = Date.parse(entry.at);
    const before = running;
    running = new Set();
    for (const scheduled of scheduleCase(regulation, state).duties.filter(hasToBeTold)) {
      const { duty, current, responsible, limit } = scheduled;
      const isUnits = isPerUnit(regulation, responsible);
      const unit = isUnits ? (scheduled.unit ?? state.unit ?? undefined) : undefined;
      const key = `${duty}#${current.occurrence}#${current.due}#${unit}`;
      running.add(key);
      if (ran.has(key)) continue;
      const others = [...before].filter((each) => each.startsWith(`${duty}#`));
      const isNext =
        limit.kind === 'every' && others.some((each) => !each.startsWith(`${duty}#${current.occurrence}#`));
      ran.set(key, {
        caseId: entry.caseId,
        duty,
        occurrence: current.occurrence,
        due: Date.parse(current.due!),
        role: responsible,
        unit,
        from: at,
        until: end,
        isNext,
      });
    }
    for (const key of before) if (!running.has(key)) ran.get(key)!.until = at;
  }
  return [...ran.values()];
};

/** By when its person hears of it: at once, in the morning what can wait for it, and a next time before it ends. */
const tellBy = ({ from, due, isNext }: Ran): number => {
  if (isNext) return due;
  const morning = nightEnds(from);
  return morning !== null && due > noonAfter(morning) ? morning + HOUR / 2 : from + WAITS;
};
/** Whoever has just had a text waits for the rest of the minute, and for the look into his mailbox after it. */
const WAITS = 2 * MINUTE;

/** 3月3日8时30分; midnight is the end of its day. */
const spoken = (due: number): string => {
  const isMidnight = midnightBefore(due) === due;
  const at = new Date(due + ZONE - (isMidnight ? HOUR : 0));
  const minutes = at.getUTCMinutes();
  const hour = isMidnight ? 24 : at.getUTCHours();
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日${hour}时${minutes === 0 ? '' : `${minutes}分`}`;
};
/** One text tells of all that begins in a minute: it names the earliest limit, and how many more there are. */
const COUNTS_MORE = /另有\d+项|等\d+件|漏发\d+项/;

const tells = ({ at, text, parts }: Text, limit: Ran): boolean =>
  at <= limit.due &&
  (text.includes(spoken(limit.due)) || COUNTS_MORE.test(text)) &&
  parts.some(
    ({ caseId, notice, handOver }) =>
      handOver.status === 'handedOver' &&
      caseId === limit.caseId &&
      notice.duty === limit.duty &&
      notice.occurrence === limit.occurrence &&
      (notice.due === undefined || Date.parse(notice.due) === limit.due) &&
      notice.role === limit.role &&
      notice.unit === limit.unit,
  );

/** 03-03 08:30. */
export const clock = (at: number): string => new Date(at + ZONE).toISOString().slice(5, 16).replace('T', ' ');
const describe = ({ caseId, duty, due, from }: Ran, when: number): string =>
  `${caseId} ${duty}: begins ${clock(from)}, due ${clock(due)}, to be told by ${clock(when)}`;

const TEXTS_PER_HOUR = 10;
/** Decision 051: whoever has had his texts of the hour hears at the next digest (08:00–20:00, hourly) of what can wait. */
const nextDigest = (at: number): number => {
  const hour = Math.floor((at - midnightBefore(at)) / HOUR);
  if (hour < 8) return midnightBefore(at) + 8 * HOUR;
  return hour < 20 ? midnightBefore(at) + (hour + 1) * HOUR : midnightBefore(at) + DAY + 8 * HOUR;
};
const heldBack = ({ texts, holdersOf }: Told, { role, unit, due }: Ran, by: number): number => {
  const digest = nextDigest(by);
  const [name] = holdersOf(role, unit);
  const hadIn = (from: number, to: number): number =>
    texts.filter((text) => text.to === name && text.at > from && text.at <= to).length;
  // It was held back when it would have gone, which is by then at the latest.
  const had = Math.max(hadIn(by - WAITS - HOUR, by - WAITS), hadIn(by - HOUR, by + MINUTE));
  return had >= TEXTS_PER_HOUR && due >= digest + HOUR ? digest + WAITS : by;
};

/** The limits of a run that ran long enough to be told, and those of them of which nobody was told in time. */
export const untold = (played: Told): { looked: number; faults: string[] } => {
  const { regulation, logs, texts, end } = played;
  const limits = logs
    .flatMap((log) => limitsIn(regulation, log, end))
    .map((limit) => ({ limit, by: Math.min(heldBack(played, limit, tellBy(limit)), limit.due) }))
    // Met or gone before; or nothing is left of it, of which a text could still tell.
    .filter(({ limit, by }) => by < limit.until && by + WAITS < end && limit.due - limit.from > WAITS);
  const faults = limits.filter(
    ({ limit, by }) => !texts.some((text) => text.at <= by + MINUTE && tells(text, limit)),
  );
  return { looked: limits.length, faults: faults.map(({ limit, by }) => describe(limit, by)) };
};
