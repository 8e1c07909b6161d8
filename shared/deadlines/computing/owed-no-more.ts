import { levelOf } from '../../regulations/lookup.ts';
import { passedStretches, type Stretch, stretchesIn } from '../choose-due.ts';
import { hasPassed } from '../days/owed.ts';
import { isDone, type Occurrence } from '../occurrences/occurrence.ts';
import { asMissed } from '../schedule-duty.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';
import { scheduleAll } from './schedule-all.ts';

// A duty that the case no longer has: what became of it stays shown.

export interface Cancelled {
  duty: string;
  name: string;
  cite: string[];
  reason: string;
}
export const cancelledBy = (
  { regulation, state, duty }: DutyOfCase,
  { segment, term }: Stretch,
  present: ReadonlyMap<string, string>,
): Cancelled => {
  const by = duty.replacedBy.find((id) => present.has(id));
  const name = term.name ?? duty.name;
  const from = levelOf(regulation, segment.level).short;
  const level = state.segments.at(-1)?.level;
  const to = level === undefined ? '' : levelOf(regulation, level).short;
  const why = by === undefined ? '不再适用' : `由“${present.get(by)}”代替`;
  return { duty: duty.id, name, cite: term.cite, reason: `级别由${from}调整为${to},${why}` };
};

/** 初判未采纳: what only a level gave that was proposed and then not determined. */
export const notAdopted = ({ regulation, state, duty }: DutyOfCase): Cancelled[] => {
  const segment = state.segments.find(({ standing }) => standing === 'dropped');
  const term = segment && duty.terms.find(({ levels }) => levels.includes(segment.level));
  if (term === undefined) return [];
  const reason = `初判${levelOf(regulation, segment!.level).short}未采纳`;
  return [{ duty: duty.id, name: term.name ?? duty.name, cite: term.cite, reason }];
};

/** What was done of a duty that only a level gave which was proposed and not determined. */
export const ofDropped = (of: DutyOfCase): ScheduledDuty[] => {
  const stretches = stretchesIn(of, ({ standing }) => standing === 'dropped');
  const why = notAdopted(of)[0]?.reason;
  return stretches.length === 0 || why === undefined
    ? []
    : doneBefore(of, stretches.at(-1)!, scheduleAll(of, stretches), why);
};

/** Until when the case had the duty. */
const hadUntil = ({ state }: DutyOfCase, last: Stretch): string =>
  (last.segment.standing === 'dropped' ? state.confirmedAt : state.segments[last.index + 1]?.at) ?? '~';
/** Whether a time was done by then: what was done after the level had changed was not done for it. */
const isDoneBy =
  (until: string) =>
  (time: Occurrence): boolean =>
    isDone(time) && time.completedAt! <= until;

/** What passed unmet of a duty that the case no longer has: it is not owed any more, and stays missed. */
export const missedBefore = (of: DutyOfCase, last: Stretch | undefined, why: string): ScheduledDuty[] => {
  const stretches = passedStretches(of).filter(({ segment }) => segment.standing !== 'dropped');
  if (stretches.length === 0) return [];
  const isDoneThen = isDoneBy(hadUntil(of, last ?? stretches.at(-1)!));
  return scheduleAll(of, stretches).flatMap((each) => {
    const isMissed = (time: Occurrence): boolean => hasPassed(of.state, each.duty, time);
    // Of a series the times after these were never owed, whatever came of them.
    const history = each.history.filter((time) => isMissed(time) || isDoneThen(time));
    const current = history.findLast(isMissed);
    if (current === undefined) return [];
    const kept: ScheduledDuty = { ...each, current, history };
    if (!isDone(current)) return [asMissed(kept, why)];
    return [each.limit.kind === 'every' ? asOver(kept, 'ended', why) : kept];
  });
};

const asOver = (scheduled: ScheduledDuty, status: 'ended' | 'fulfilled', reason: string): ScheduledDuty => ({
  ...scheduled,
  status,
  next: null,
  missingReceivers: [],
  reason,
});

/** What was done of a duty that the case no longer has stays shown as done, with why nothing more of it is owed. */
export const doneBefore = (
  of: DutyOfCase,
  last: Stretch,
  scheduled: readonly ScheduledDuty[],
  why: string,
): ScheduledDuty[] => {
  const until = hadUntil(of, last);
  const isDoneThen = isDoneBy(until);
  // Of a series the times after that were never owed.
  const isMissedThen = ({ outcome, due }: Occurrence): boolean => outcome === 'missed' && due! <= until;
  return scheduled.flatMap((each) => {
    const history = each.history.filter((time) => isDoneThen(time) || isMissedThen(time));
    const latest = history.findLast(isDoneThen);
    if (latest === undefined) return [];
    const current = isDoneThen(each.current) ? each.current : latest;
    return [asOver({ ...each, current, history }, each.limit.kind === 'every' ? 'ended' : 'fulfilled', why)];
  });
};
