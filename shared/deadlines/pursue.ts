import type { Mark } from '../case/state/mark.ts';
import { dayPlanOf, outOfNight } from '../regulations/day.ts';
import { isPerUnit, settingsOf } from '../regulations/lookup.ts';
import { TOP_EVERY_SETTING, WARNING_RELEASE_SETTING } from '../regulations/reserved.ts';
import type { Ladder } from '../regulations/schema.ts';
import { earliest, type Instant, latest, startOfDay } from '../time/instants.ts';
import { calendarOf } from './days/lists.ts';
import { hasPassed } from './days/owed.ts';
import { isInDays, type ResolvedLimit } from './limits.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import type { DutyOfCase } from './starts/duty-of-case.ts';
import type { Start } from './starts/start.ts';
import { type Climb, comingAt, nextStep, type Pursuit, type Step, targetAt } from './steps.ts';

/** What is owed now of a duty whose clock has begun. */
interface Pursued {
  start: Start;
  limit: ResolvedLimit;
  soft: Instant | null;
  breachable: boolean;
  /** When a limit that ran as 暂定 became law: the level was determined. Null: it never ran so. */
  lawSince: Instant | null;
  /** Since when the case has had the duty without a break. */
  presentSince: Instant;
  current: Occurrence;
  /** The limit that ran before what made it late when it was found. */
  keptDue: Instant | null;
  history: readonly Occurrence[];
  rungs: readonly string[];
  isNotice: boolean;
  warning: { isReleased: boolean } | null;
}

/** When the occurrence that is owed became the one to pursue: not before the one ahead of it was over. */
const pursuedSince = ({ start, limit, history, lawSince }: Pursued): Instant => {
  const before = history.at(-2);
  const knownAt = latest(start.knownAt, lawSince ?? start.knownAt);
  if (before?.due == null || limit.kind !== 'every') return knownAt;
  return latest(knownAt, before.completedAt ?? before.nextDue ?? knownAt);
};

/** When whoever must act could first be told: a unit not before it had the case. */
const toldSince = (
  { regulation, state, duty, unit = state.unit ?? undefined }: DutyOfCase,
  knownAt: Instant,
): Instant => {
  const since = isPerUnit(regulation, duty.responsible)
    ? state.units.find((each) => each.unit === unit)?.since
    : undefined;
  return since === undefined ? knownAt : latest(knownAt, since);
};

/**
 * When a post of the bureau was told of this very limit, though another term gives it by now: a flag or a rating that moves
 * nothing lets nothing begin anew. Of units each is told for itself.
 */
const toldBefore = (
  { regulation, state, duty }: DutyOfCase,
  { occurrence, due }: Occurrence,
): Instant | undefined =>
  due === null || isPerUnit(regulation, duty.responsible)
    ? undefined
    : earliest(
        Object.entries(state.reached[`${duty.id}#${occurrence}`]?.[duty.responsible] ?? {})
          .filter(([notice]) => notice.endsWith(`#${due}`))
          .map(([, at]) => at),
      );

/** Whether what ends at `due` is counted in days; of a limit that another rule gave, whether it ends with a day. */
const endsWithDay = (limit: ResolvedLimit, target: string | null, due: Instant, zone: string): boolean => {
  if (limit.kind === 'within') return isInDays(limit.within);
  if (limit.kind === 'every') return isInDays(limit.every);
  return target === null ? startOfDay(due, zone) === due : isInDays(target);
};

/** What is chased at once since it had passed when it was found, until the limit that ran before comes: from then on it is that. */
const besideKept = (
  pursuit: Pursuit,
  climb: Climb,
  { due, mark, hasPassed }: { due: Instant; mark: Mark | undefined; hasPassed: boolean },
): Step | null => {
  const isCome = mark?.due === due && mark.fellDue;
  const next = isCome || hasPassed ? null : nextStep(pursuit, climb);
  if (next !== null && next.at < due) return next;
  return nextStep({ ...pursuit, due, mark: isCome ? mark : comingAt(due) }, climb);
};

/** What the clock of the open occurrence waits for, or null: no number, and no target of the bureau's own either. */
export const pursue = (of: DutyOfCase, pursued: Pursued, ladder: Ladder): Step | null => {
  const { regulation, state, duty } = of;
  const { zone } = regulation;
  const { start, limit, soft, breachable, current, keptDue, rungs, isNotice, warning } = pursued;
  const mark = state.marks[`${duty.id}#${current.occurrence}`];
  const settings = settingsOf(regulation);
  const given = duty.ownTarget === undefined ? null : settings[duty.ownTarget];
  const target = current.due === null && typeof given === 'string' ? given : null;
  const due = current.due ?? (target === null ? null : targetAt(start.at, target, zone));
  if (due === null) return null;
  const release = settings[WARNING_RELEASE_SETTING];
  const topEvery = limit.kind === 'immediate' ? settings[TOP_EVERY_SETTING] : null;
  const knownAt = pursuedSince(pursued);
  const beganAt = latest(toldSince(of, pursuedSince({ ...pursued, lawSince: null })), start.at);
  const toldAt = toldBefore(of, current) ?? beganAt;
  const pursuit: Pursuit = {
    due,
    knownAt,
    // Nothing is told of before it begins, or anew before it comes back; that a limit became law later changes nothing about when it was told.
    toldAt: latest(beganAt < toldAt ? beganAt : toldAt, pursued.presentSince),
    breachable,
    soft,
    calendar: calendarOf(state),
    inDays: limit.kind !== 'immediate' && endsWithDay(limit, target, due, zone),
    pressing: typeof topEvery === 'string' ? { topEvery, from: state.openedAt } : null,
    // After 结报 there is no next period in which this one could be given up.
    givenUpAt:
      limit.kind === 'every' && limit.from === 'due' && state.concludedAt === null
        ? (current.nextDue ?? null)
        : null,
    firstChaseAfter: isNotice && warning !== null && typeof release === 'string' ? release : null,
    mark: mark?.due === due ? mark : undefined,
  };
  const climb: Climb = {
    ladder,
    rungs: rungs.length,
    zone,
    outOfNight: (at) => outOfNight(dayPlanOf(regulation), at),
  };
  if (keptDue === null) return nextStep(pursuit, climb);
  return besideKept(pursuit, climb, { due: keptDue, mark, hasPassed: hasPassed(state, duty.id, current) });
};
