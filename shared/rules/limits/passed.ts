import type { CaseEvent, EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { isHeldPast, isOverdue } from '../../deadlines/breach.ts';
import { stretchesOf } from '../../deadlines/choose-due.ts';
import { awaitsList } from '../../deadlines/days/lists.ts';
import { elsewhereOf, hasPassed } from '../../deadlines/days/owed.ts';
import type { Occurrence } from '../../deadlines/occurrences/occurrence.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { receiptsOf } from '../../deadlines/starts/receipts.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { causeOf } from '../labels/causes.ts';
import { termName } from '../labels/kept.ts';

// What was missed stays missed: the log says once that a limit of the law has passed unmet.

type Passed = EventOf<'LimitsPassed'>['passed'][number];

/** Whether one time of a duty ended after its limit, or by the word of somebody who entered it after. */
const isLate = ({ outcome, due, completedAt, recordedAt }: Occurrence): boolean => {
  if (due === null) return false;
  if (outcome === 'missed' || outcome === 'fulfilledLate' || outcome === 'lateEntry') return true;
  if (outcome === 'unapproved') return completedAt! > due;
  return outcome === 'unconfirmed' && recordedAt! > due;
};

/** A limit that ran before what made it late when it was found, where that has passed unmet as well. */
const keptLate = ({ status, current, keptDue }: ScheduledDuty, now: string): Occurrence[] => {
  if (keptDue === null) return [];
  const { completedAt, recordedAt } = current;
  const isPast =
    completedAt === null
      ? status === 'open' && keptDue < now
      : completedAt > keptDue || (recordedAt ?? completedAt) > keptDue;
  return isPast ? [{ ...current, due: keptDue }] : [];
};

/** The times of a duty whose limit has passed unmet by `now`; not those that nobody could have kept, unless given up since. */
const latesOf = (scheduled: ScheduledDuty, now: string): Occurrence[] => {
  const { breachable, history, current, excused } = scheduled;
  if (!breachable) return [];
  const open = isOverdue(scheduled, now) ? [current] : [];
  const lates = [...history.filter(isLate), ...open].filter(
    (each) => !awaitsList(each) && (each.outcome === 'missed' || excused[each.occurrence] === undefined),
  );
  return [...lates, ...keptLate(scheduled, now)];
};

/** What has passed by `now` and the log has not said yet, of what `lates` finds late. */
const newlyPassed = (
  regulation: Regulation,
  state: CaseState,
  now: string,
  lates: (scheduled: ScheduledDuty, now: string) => Occurrence[] = latesOf,
): Passed[] =>
  scheduleCase(regulation, state).duties.flatMap((scheduled) => {
    const late = lates(scheduled, now).filter((each) => !hasPassed(state, scheduled.duty, each));
    if (late.length === 0) return [];
    const duty = regulation.duties.find(({ id }) => id === scheduled.duty);
    const stretches = duty === undefined ? [] : stretchesOf(regulation, state, duty);
    // By the term that gave the limit, be it of a level before.
    const stretch =
      stretches.findLast(({ segment }) => segment.level === scheduled.limitLevel) ?? stretches.at(-1);
    if (stretch === undefined) return [];
    return late.map(({ occurrence, due }) => ({
      duty: scheduled.duty,
      occurrence,
      due: due!,
      ...termName(regulation, scheduled),
      segment: stretch.index,
      term: stretch.place,
    }));
  });

/** What passed while it was held, and is owed no more by what was decided: no hold would have been taken off, and nothing said. */
const goneWhileHeld = (
  regulation: Regulation,
  [before, after]: readonly [CaseState, CaseState],
  now: string,
): Passed[] => {
  const { duties } = scheduleCase(regulation, after);
  return newlyPassed(regulation, before, now, (scheduled) =>
    isHeldPast(scheduled, now) && !duties.some(({ duty }) => duty === scheduled.duty)
      ? [scheduled.current]
      : [],
  );
};

/** Events after which a limit that is later, or gone, is so by who may grant time, by two persons, or by a holiday list. */
const grants = (event: CaseEvent): boolean =>
  (event.type === 'InstantCorrected' && event.granted === true) ||
  (event.type === 'ReceiptCorrected' && event.at > event.before) ||
  event.type === 'ActWithdrawn' ||
  event.type === 'DeadlineSet' ||
  event.type === 'HolidayListsLearned' ||
  (event.type === 'GradeConfirmed' && event.notAdopted !== undefined);

/** Whether it was owed for a receipt that is not there any more: who may grant time has taken it back. */
const isOfGone = ({ duties }: Regulation, state: CaseState, id: string, occurrence: string): boolean => {
  const duty = duties.find((each) => each.id === id);
  return (
    duty?.recurs === 'eachReceipt' && !receiptsOf(state, duty).some(({ number }) => number === occurrence)
  );
};

/** Whether it was missed in a case that was merged into this one: nothing that is said here puts that right. */
const isOfOther = (
  regulation: Regulation,
  state: CaseState,
  { duty, occurrence, due }: Pick<Passed, 'duty' | 'occurrence' | 'due'>,
): boolean => {
  if (elsewhereOf(state, occurrence) !== undefined) return true;
  const key = `${duty}#${occurrence}`;
  const ceiling = state.ceilings[key];
  const isTheirs =
    (ceiling?.breaks === true && !ceiling.excused && ceiling.due <= due) ||
    (state.keptLimits[key] ?? []).some((kept) => kept.case !== undefined && kept.breaks && kept.due <= due);
  return isTheirs && !isOfGone(regulation, state, duty, occurrence);
};

/** When each time of a duty falls due by the facts alone, whatever has been said to have passed. */
const duesIn = (regulation: Regulation, state: CaseState) => {
  const { duties } = scheduleCase(regulation, { ...state, passed: {} });
  return (duty: string, occurrence: string): string | null =>
    duties
      .filter((scheduled) => scheduled.duty === duty)
      .flatMap(({ history }) => history)
      .find((each) => each.occurrence === occurrence)?.due ?? null;
};

/** What had passed by an instant, a source or a level that proves by what was decided to have been wrong. */
const revokedIn = (
  regulation: Regulation,
  [before, state]: readonly [CaseState, CaseState],
  why: string | undefined,
): EventOf<'LimitsPassed'>['revoked'] => {
  const [wasDue, isDue] = [before, state].map((each) => duesIn(regulation, each)) as [
    ReturnType<typeof duesIn>,
    ReturnType<typeof duesIn>,
  ];
  return Object.entries(state.passed).flatMap(([key, { due }]) => {
    const place = key.lastIndexOf('#');
    const [duty, occurrence] = [key.slice(0, place), key.slice(place + 1)];
    if (isOfOther(regulation, state, { duty, occurrence, due })) return [];
    const now = isDue(duty, occurrence);
    // What a lowering had left before, or a later beginning, is so by that and not by this.
    if ((now !== null && now <= due) || now === wasDue(duty, occurrence)) return [];
    const scheduled = scheduleCase(regulation, state).duties.find((each) => each.duty === duty);
    const named = scheduled === undefined ? {} : termName(regulation, scheduled);
    return [{ duty, occurrence, due, ...named, ...(why === undefined ? {} : { reason: why }) }];
  });
};

const asEvents = (
  passed: Passed[],
  revoked: EventOf<'LimitsPassed'>['revoked'] = [],
): EventOf<'LimitsPassed'>[] =>
  passed.length + revoked.length === 0 ? [] : [{ type: 'LimitsPassed', passed, revoked }];

/** What has passed before anything is decided at `now`. */
export const passedBefore = (regulation: Regulation, state: CaseState, now: string): CaseEvent[] =>
  asEvents(newlyPassed(regulation, state, now));

/** What `decided` (already in `state`, of `before`) makes of what had passed, and what it shows to have passed. */
export const passedAfter = (
  { regulation, now }: { regulation: Regulation; now: string },
  before: CaseState | null,
  state: CaseState,
  decided: readonly CaseEvent[],
): CaseEvent[] => {
  const revoked =
    before !== null && decided.some(grants)
      ? revokedIn(regulation, [before, state], causeOf(regulation, decided))
      : [];
  const gone = new Set(revoked.map(({ duty, occurrence }) => `${duty}#${occurrence}`));
  const passed = Object.fromEntries(Object.entries(state.passed).filter(([key]) => !gone.has(key)));
  const held = before === null ? [] : goneWhileHeld(regulation, [before, state], now);
  return asEvents(
    [...held, ...newlyPassed(regulation, revoked.length === 0 ? state : { ...state, passed }, now)],
    revoked,
  );
};
