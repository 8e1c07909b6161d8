import { instructionDuty } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { isTarget } from '../../deadlines/breach.ts';
import { elsewhereOf } from '../../deadlines/days/owed.ts';
import type { Occurrence } from '../../deadlines/occurrences/occurrence.ts';
import { outcomeInChinese } from '../../deadlines/occurrences/outcome-words.ts';
import { isOwedOutside } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { receiptsOf } from '../../deadlines/starts/receipts.ts';
import { nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Context, scheduleOf } from '../context.ts';

/** What is left undone does not depend on who asks. */
type Seen = Pick<Context, 'regulation' | 'now'>;

type Doubt = 'missed' | 'unapproved' | 'lateEntry' | 'unconfirmed';
const PENDING: readonly ScheduledDuty['status'][] = ['open', 'held', 'listed'];

const isToSuperior = ({ roles }: Regulation, { receivers }: ScheduledDuty): boolean =>
  roles.some(({ id, kind }) => kind === 'superior' && receivers.includes(id));

/** What was given up, went out past a gate, or rests on a word that nobody who may has confirmed: 结报 makes none of it good. */
const IN_DOUBT: readonly Doubt[] = ['missed', 'unapproved', 'lateEntry', 'unconfirmed'];

/** Of one duty what is in doubt, each time that it was owed; what the office has set for itself may be missed. */
const inDoubt = ({ history, basis, isOfCase }: ScheduledDuty): Occurrence[] =>
  history.filter(
    ({ outcome }) =>
      IN_DOUBT.some((each) => each === outcome) && (outcome !== 'missed' || (basis === 'law' && !isOfCase)),
  );

/** What is to be reasoned of a duty, for whoever concludes: why it is not simply done. */
export const doubtsIn = (scheduled: ScheduledDuty): string => {
  const words = inDoubt(scheduled).map(({ outcome, due, completedAt, enteredLate }) =>
    outcomeInChinese(outcome as Doubt, {
      due,
      at: completedAt,
      isPeriod: scheduled.limit.kind === 'every',
      isTarget: isTarget(scheduled),
      enteredLate,
    }),
  );
  return words.length === 0 ? '' : `(${[...new Set(words)].join('、')})`;
};

const isOpen = ({ regulation, now }: Seen, scheduled: ScheduledDuty): boolean => {
  const { status, limit, current, basis, isOfCase, breachable } = scheduled;
  // What 结报 does not end is not left undone by it.
  if (isOwedOutside(scheduled)) return false;
  if (isOfCase) return status === 'open';
  // Another rule's limit that nobody has entered is owed all the same.
  if (limit.kind === 'external' && breachable) return PENDING.includes(status) || status === 'notStarted';
  if (basis === 'bureau') return false;
  // 向市政府报告: the text demands it, be it without a number; so does a limit in numbers that another case brought.
  if (limit.kind === 'prompt')
    return (
      PENDING.includes(status) &&
      (isToSuperior(regulation, scheduled) || (breachable && current.due !== null))
    );
  if (status === 'notStarted') return limit.kind === 'within';
  if (status !== 'open' && status !== 'held') return false;
  if (limit.kind === 'every') return current.due !== null && current.due <= now;
  return limit.kind === 'within' || limit.kind === 'immediate';
};

const isUnmet = (context: Seen, scheduled: ScheduledDuty): boolean =>
  isOpen(context, scheduled) || inDoubt(scheduled).length > 0;

/** What tells it from others of its name: the unit that owes it; the 收文号 of what it answers, or which that was; where it stands in the log. */
const whichOf = (
  { regulation }: Pick<Context, 'regulation'>,
  state: CaseState,
  { duty: id, current: { occurrence }, signs, unit, isOfCase }: ScheduledDuty,
): string => {
  if (unit !== undefined && !isOfCase) return nameIn(regulation.units, unit);
  const duty = regulation.duties.find((each) => each.id === id);
  if (duty === undefined)
    return `案卷日志第${signs ?? state.instructions.find(({ entry }) => instructionDuty(entry) === id)?.entry}条`;
  const there = elsewhereOf(state, occurrence);
  if (there !== undefined)
    return `原案卷${there.of}${duty.recurs === 'eachReceipt' ? `第${there.occurrence}件` : ''}`;
  const receipt = receiptsOf(state, duty).find(({ number }) => number === occurrence);
  return receipt?.reference ?? `第${occurrence}件`;
};

/** The name of each of these; where several are called so, with which of them it is. */
export const distinctNames = (
  context: Pick<Context, 'regulation'>,
  state: CaseState,
  all: readonly ScheduledDuty[],
): string[] =>
  all.map((scheduled) =>
    all.filter(({ name }) => name === scheduled.name).length === 1
      ? scheduled.name
      : `${scheduled.name}(${whichOf(context, state, scheduled)})`,
  );

/** Something that 结报 would leave undone. */
export interface LeftUndone {
  scheduled: ScheduledDuty;
  /** Its name; where several are called so, with which of them it is. */
  name: string;
  /** What its reason may be given under; under its duty alone while that is left once. */
  keys: readonly string[];
}

/** What 结报 would leave undone, or in doubt: each needs a reason of its own. */
export const leftUndone = (context: Seen, state: CaseState): LeftUndone[] => {
  const all = scheduleOf(context, state).duties.filter((scheduled) => isUnmet(context, scheduled));
  const names = distinctNames(context, state, all);
  return all.map((scheduled, index) => {
    const { duty, current } = scheduled;
    const name = names[index]!;
    const isAlone = all.filter((each) => each.duty === duty).length === 1;
    const keys = [`${duty}#${current.occurrence}`, name, ...(isAlone ? [duty] : [])];
    return { scheduled, name, keys };
  });
};

/** What a body outside is still owed in numbers: it outlives 结报. */
export const owedOutside = (context: Pick<Context, 'regulation'>, state: CaseState): ScheduledDuty[] =>
  scheduleOf(context, state).duties.filter(isOwedOutside);
