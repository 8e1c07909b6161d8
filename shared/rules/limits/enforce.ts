import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { awaitsList } from '../../deadlines/days/lists.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { ScheduledDuty } from '../../deadlines/schedule.ts';
import type { Step } from '../../deadlines/steps.ts';
import { giversOf, groupsInChinese, isPerUnit } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { scheduleOf } from '../context.ts';
import { dutyNotices, type Message, makeNotices, type NoticeDraft } from '../notices.ts';
import { draftFor, isOfficesOwn } from '../orders/draft.ts';
import { gradeFirst } from './grade-first.ts';

export interface EnforceStage {
  type: 'EnforceStage';
  duty: string;
  occurrence: string;
  stage: 'remind' | 'due' | 'overdue';
  index: number;
  due: string;
  /** Number of the supervision order, should this stage issue one unsigned (办法第三十三条: 统一编号归档). */
  orderNumber?: string;
}

/** A duty whose clock waits for something. */
type Waiting = ScheduledDuty & { next: Step };
const isWaiting = (scheduled: ScheduledDuty): scheduled is Waiting => scheduled.next !== null;

const rungs = (scheduled: ScheduledDuty, ...numbers: number[]): string[] =>
  numbers.flatMap((number) => scheduled.rungs[number] ?? []);

/** A stage speaks to its rung and again to the one who has to act; after an outage to every rung that was skipped. */
const spokenTo = (scheduled: Waiting): string[] => {
  const { rung, catchesUp } = scheduled.next;
  return catchesUp ? scheduled.rungs.slice(0, rung + 1) : rungs(scheduled, rung, 0);
};

/** Who of several receivers is left once others were reached, for whoever is asked and told of it. */
const withLeft = (
  { regulation }: Context,
  { missingReceivers, isPartlyDone }: Waiting,
  message: Message,
): Message =>
  missingReceivers.length === 0 || !isPartlyDone
    ? message
    : {
        ...message,
        variables: { ...message.variables, left: groupsInChinese(regulation, missingReceivers) },
      };

/** The bare text of a warning that nobody has released: its receivers are told of the case, and no more (已通知). */
const bareWarning = (scheduled: Waiting): NoticeDraft[] =>
  dutyNotices(scheduled, 'bare', [...scheduled.receivers, ...scheduled.copies], { template: 'bareWarning' });

const isUnreleased = ({ isNotice, warning }: ScheduledDuty): boolean =>
  isNotice && warning !== null && !warning.isReleased;

const remind = (context: Context, state: CaseState, scheduled: Waiting): NoticeDraft[] => {
  const { next } = scheduled;
  if (isUnreleased(scheduled)) {
    const asked = dutyNotices(scheduled, `remind${next.index}`, spokenTo(scheduled), {
      template: 'releaseWarning',
    });
    return next.index === 0 ? [...bareWarning(scheduled), ...asked] : asked;
  }
  const template = next.at > next.due ? 'chase' : next.at === scheduled.soft ? 'soft' : 'remind';
  const message = gradeFirst(context, state, scheduled) ?? withLeft(context, scheduled, { template });
  return dutyNotices(scheduled, `remind${next.index}`, spokenTo(scheduled), message);
};

const fallDue = (context: Context, state: CaseState, scheduled: Waiting): NoticeDraft[] => {
  const { receivers, copies } = scheduled;
  if (isUnreleased(scheduled))
    return dutyNotices(scheduled, 'due', rungs(scheduled, 0), { template: 'releaseWarning' });
  if (scheduled.isNotice)
    return dutyNotices(scheduled, 'due', [...receivers, ...copies], { template: 'warning' });
  if (scheduled.says !== undefined)
    return dutyNotices(scheduled, 'due', rungs(scheduled, 0), { template: scheduled.says });
  const isLimit = isNumeric(scheduled.limit);
  const message =
    gradeFirst(context, state, scheduled) ??
    withLeft(context, scheduled, { template: isLimit ? 'due' : 'atOnce' });
  return dutyNotices(scheduled, 'due', isLimit ? rungs(scheduled, 0, 1) : rungs(scheduled, 0), message);
};

/** The rungs above the office, by whom the regulation lets draft its orders. */
const leadersOf = ({ regulation }: Context, { rungs: all }: Waiting): string[] => {
  const office = giversOf(regulation, 'DraftSupervisionOrder');
  return all.filter((role) => !office.includes(role) && !isPerUnit(regulation, role));
};

interface Enforced {
  facts: CaseEvent[];
  drafts: NoticeDraft[];
}
const fallOverdue = (
  context: Context,
  state: CaseState,
  scheduled: Waiting,
  orderNumber: string | undefined,
): Enforced => {
  const { duty, current, next, foundLate } = scheduled;
  const overdue: CaseEvent = {
    type: 'DutyOverdue',
    duty,
    occurrence: current.occurrence,
    due: next.due,
    index: next.index,
    ...(foundLate === null ? {} : { foundLate: foundLate.how }),
    lagMilliseconds: Date.parse(context.now) - Date.parse(next.due),
  };
  const orders = next.orders ? draftFor(context, state, scheduled, orderNumber) : [];
  // No order goes to the office itself, or to a leader: whoever stands above both hears of it at once, and once.
  const isFirst = next.index === 0 || next.catchesUp;
  const leaders = isFirst && isOfficesOwn(context, scheduled) ? leadersOf(context, scheduled) : [];
  return {
    facts: [overdue, ...orders],
    drafts: dutyNotices(
      scheduled,
      `overdue${next.index}`,
      [...spokenTo(scheduled), ...leaders],
      withLeft(context, scheduled, { template: 'overdue' }),
    ),
  };
};

const stageEvents = (
  context: Context,
  state: CaseState,
  scheduled: Waiting,
  orderNumber: string | undefined,
): Enforced => {
  const { duty, current, next } = scheduled;
  const { occurrence } = current;
  const { due, index } = next;
  if (next.givesUp) return { facts: [{ type: 'DutyMissed', duty, occurrence, due }], drafts: [] };
  const provisional = scheduled.provisional || awaitsList(current) ? { provisional: true } : {};
  const own = scheduled.isOfCase ? { own: { name: scheduled.name, hasLimit: current.due !== null } } : {};
  const stage = { duty, occurrence, due, index, ...provisional, ...own };
  if (next.stage === 'remind')
    return { facts: [{ type: 'DutyReminded', ...stage }], drafts: remind(context, state, scheduled) };
  if (next.stage === 'due')
    return { facts: [{ type: 'DutyFellDue', ...stage }], drafts: fallDue(context, state, scheduled) };
  return fallOverdue(context, state, scheduled, orderNumber);
};

/** After an outage several stages have passed: only the last of them speaks, for all. */
const isOvertaken = (
  context: Context,
  state: CaseState,
  { duty, current: { occurrence } }: Waiting,
  facts: CaseEvent[],
): boolean => {
  const after = foresee(state, facts, { at: context.now, actor: context.actor, version: state.version + 1 });
  const next = scheduleOf(context, after).duties.find(
    (scheduled) => scheduled.duty === duty && scheduled.current.occurrence === occurrence,
  )?.next;
  return next !== null && next !== undefined && next.at <= context.now && !next.givesUp;
};

/**
 * What a stage of a duty still has to do, read from the log: nothing when the duty was met, held, moved or already
 * enforced meanwhile, or when it is too early.
 */
export const enforceStage = (context: Context, state: CaseState, command: EnforceStage): CaseEvent[] => {
  const scheduled = scheduleOf(context, state).duties.find(
    ({ duty, current }) => duty === command.duty && current.occurrence === command.occurrence,
  );
  if (scheduled === undefined || !isWaiting(scheduled)) return [];
  const { next } = scheduled;
  const isCurrent = next.stage === command.stage && next.index === command.index;
  if (!isCurrent || next.at > context.now) return [];
  const { facts, drafts } = stageEvents(context, state, scheduled, command.orderNumber);
  if (drafts.length === 0) return facts;
  // What the system itself tells is the duty, and never left out; nor is the bare text of a warning.
  const isWarning =
    scheduled.isNotice && (next.stage === 'due' || (isUnreleased(scheduled) && next.index === 0));
  if (!isWarning && isOvertaken(context, state, scheduled, facts))
    return [{ ...facts[0]!, overtaken: true } as CaseEvent];
  return [...facts, makeNotices(context, state, drafts)];
};
