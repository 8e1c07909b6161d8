import type { CaseEvent, EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { ratingsOfCase } from '../../deadlines/condition-facts.ts';
import { awaitsList } from '../../deadlines/days/lists.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import { kindsBehind } from '../../deadlines/starts/beginnings.ts';
import { receiptsOf } from '../../deadlines/starts/receipts.ts';
import { rankOn } from '../../regulations/ratings.ts';
import type { InstantId, Regulation } from '../../regulations/schema.ts';
import type { Context } from '../context.ts';
import { termName } from '../labels/kept.ts';
import { keptOver, pendingIn } from '../rearrange/limits/stricter.ts';

// A limit that ran stays with its own instant: nothing that is merely entered puts it off, or makes of it one that had passed when the
// matter was found.

type Kept = EventOf<'LimitsKept'>;
type Limit = CaseState['keptLimits'][string][number];

/** Events that say something more of the case, from which limits may count otherwise than before, and that grant nobody time. */
const enters = (regulation: Regulation, before: CaseState, event: CaseEvent): boolean => {
  switch (event.type) {
    case 'ItemAttached':
    case 'SourceAdded':
    case 'CaseGraded':
      return true;
    case 'GradeConfirmed':
      return event.notAdopted === undefined;
    case 'CaseRated': {
      const { [event.scale]: rated } = ratingsOfCase(regulation, before);
      return (
        rankOn(regulation, event.scale, event.level) >= rankOn(regulation, event.scale, rated?.level ?? '')
      );
    }
    case 'InstantCorrected':
      return event.granted !== true;
    case 'ReceiptCorrected':
      return event.at < event.before;
    case 'FlagsChanged':
      return event.removed.length === 0;
    case 'LevelChanged':
      return event.direction !== 'lowered';
    default:
      return false;
  }
};

/** Limits that ran in `before` and would be later, or excused, in `after`. */
const keptIn = (regulation: Regulation, before: CaseState, after: CaseState): Kept['kept'] =>
  keptOver(regulation, after, pendingIn(before)).map(({ target, pending: { scheduled, due } }) => ({
    duty: target.duty,
    occurrence: target.current.occurrence,
    ...termName(regulation, target),
    ...(target.unit === undefined ? {} : { unit: target.unit }),
    due,
    instead: target.current.due,
    ...(scheduled.breachable ? { breaks: true } : {}),
    ...(scheduled.start === null ? {} : { countsFrom: scheduled.start.instant }),
  }));

/** Whether what was put right is the receipt for which this time is owed, or no receipt's alone. */
const isOfReceipt = (
  regulation: Regulation,
  state: CaseState,
  [id, occurrence]: readonly [string, string],
  source: number,
): boolean => {
  const duty = regulation.duties.find((each) => each.id === id);
  if (duty?.recurs !== 'eachReceipt') return true;
  return receiptsOf(state, duty).some(
    ({ number, places }) => number === occurrence && places.includes(source),
  );
};

/** Whether an event puts off, by who may, what a limit that was kept counts from: it is judged by the facts again. */
const ends = (
  regulation: Regulation,
  state: CaseState,
  { time, breaks, countsFrom = '' }: Limit & { time: readonly [duty: string, occurrence: string] },
  event: CaseEvent,
): boolean => {
  const [duty, occurrence] = time;
  switch (event.type) {
    case 'InstantCorrected':
      return (
        event.granted === true && kindsBehind(regulation, event.instant as InstantId).includes(countsFrom)
      );
    case 'ReceiptCorrected':
      return (
        event.at > event.before &&
        countsFrom === 'receivedAt' &&
        isOfReceipt(regulation, state, time, event.source)
      );
    case 'DeadlineSet':
      return event.duty === duty;
    case 'LimitSettled':
      return event.duty === duty && event.occurrence === occurrence;
    // 初判未采纳: what was only proposed binds nobody.
    case 'GradeConfirmed':
      return event.notAdopted !== undefined && !breaks;
    case 'HolidayListsLearned':
      return (
        !breaks &&
        scheduleCase(regulation, { ...state, keptLimits: {} }).duties.some(
          (each) => each.duty === duty && each.current.occurrence === occurrence && awaitsList(each.current),
        )
      );
    default:
      return false;
  }
};

/** Of the limits that were kept those that hold no more; what was taken over from another case holds whatever is said here. */
const endedBy = (regulation: Regulation, state: CaseState, decided: readonly CaseEvent[]): Kept['ended'] =>
  Object.entries(state.keptLimits).flatMap(([key, limits]) => {
    const place = key.lastIndexOf('#');
    const time = [key.slice(0, place), key.slice(place + 1)] as const;
    const isOver = (limit: Limit): boolean =>
      limit.case === undefined && decided.some((event) => ends(regulation, state, { time, ...limit }, event));
    return limits.filter(isOver).map(({ due }) => ({ duty: time[0], occurrence: time[1], due }));
  });

/**
 * What `decided` makes of the limits that ran: those that it would put off, or excuse, stay with their own instants. `before`: the case
 * as it stood; `after`: with what was decided. Nothing where nothing is moved so.
 */
export const keepLimits = (
  { regulation }: Pick<Context, 'regulation'>,
  before: CaseState,
  after: CaseState,
  decided: readonly CaseEvent[],
): CaseEvent[] => {
  const ended = endedBy(regulation, before, decided);
  const kept =
    ended.length === 0 && decided.some((event) => enters(regulation, before, event))
      ? keptIn(regulation, before, after)
      : [];
  return kept.length + ended.length === 0 ? [] : [{ type: 'LimitsKept', kept, ended }];
};
