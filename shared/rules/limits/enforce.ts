import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { carriedBy } from '../../deadlines/ladder/repeats.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import { byKept, isTentative } from '../../deadlines/scheduled-duty.ts';
import { giversOf, isPerUnit } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { scheduleOf } from '../context.ts';
import { keptOf, termName } from '../labels/kept.ts';
import { makeNotices, type NoticeDraft } from '../notices.ts';
import { draftFor, isOfficesOwn } from '../orders/draft.ts';
import {
  byDay,
  byRung,
  fallDue,
  isUnreleased,
  isWaiting,
  remind,
  spokenTo,
  type Waiting,
} from './stage-texts.ts';

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

/** The rungs above the office, by whom the regulation lets draft its orders. */
const leadersOf = ({ regulation }: Context, { rungs: all }: Waiting): string[] => {
  const office = giversOf(regulation, 'DraftSupervisionOrder');
  return all.filter((role) => !office.includes(role) && !isPerUnit(regulation, role));
};

interface Enforced {
  facts: CaseEvent[];
  drafts: NoticeDraft[];
}
/** 通知中断: no text about it has reached whoever has to act, since no gateway took one. It stays 逾期 all the same. */
const isUntold = (state: CaseState, { duty, current: { occurrence }, responsible }: Waiting): boolean => {
  const reached = state.reached[`${duty}#${occurrence}`]?.[responsible] ?? {};
  return (
    Object.keys(reached).length === 0 &&
    Object.values({ ...state.telephoneTasks, ...state.pendingNotices }).some(
      (notice) =>
        notice.duty === duty &&
        notice.occurrence === occurrence &&
        notice.role === responsible &&
        Object.keys(notice.failed).length > 0,
    )
  );
};

const fallOverdue = (
  context: Context,
  state: CaseState,
  scheduled: Waiting,
  orderNumber: string | undefined,
): Enforced => {
  const { next, foundLate } = scheduled;
  const overdue: CaseEvent = {
    type: 'DutyOverdue',
    ...keptOf(context.regulation, scheduled),
    due: next.due,
    index: next.index,
    ...(foundLate === null ? {} : { foundLate: foundLate.how }),
    ...(isUntold(state, scheduled) ? { untold: true } : {}),
    lagMilliseconds: Date.parse(context.now) - Date.parse(next.due),
  };
  const orders = next.orders ? draftFor(context, state, scheduled, orderNumber) : [];
  // No order goes to the office itself, or to a leader: whoever stands above both hears of it at once, and once.
  const isFirst = next.index === 0 || next.catchesUp;
  const leaders = isFirst && isOfficesOwn(context, scheduled) ? leadersOf(context, scheduled) : [];
  return {
    facts: [overdue, ...orders],
    drafts: byRung(context, state, scheduled, {
      stage: `overdue${next.index}`,
      roles: [...spokenTo(scheduled), ...leaders],
      own: { template: 'overdue' },
      above: { template: 'overdueAbove' },
    }),
  };
};

/** What stays of every stage of a duty in its event. */
const stageOf = ({ regulation }: Context, scheduled: Waiting) => ({
  ...keptOf(regulation, scheduled),
  due: scheduled.next.due,
  index: scheduled.next.index,
  ...(isTentative(scheduled) ? { provisional: true } : {}),
});

/** 立即 past the top of the ladder: all that is repeated at this instant. */
const repeatAll = (
  context: Context,
  state: CaseState,
  scheduled: Waiting,
  carried: readonly Waiting[],
): Enforced => {
  const also = carried.map((each) => {
    const { duty, occurrence, name, unit, own } = keptOf(context.regulation, each);
    return {
      duty,
      occurrence,
      ...(name === undefined ? {} : { name }),
      ...(unit === undefined ? {} : { unit }),
      ...(own === undefined ? {} : { own }),
    };
  });
  return {
    facts: [{ type: 'DutyReminded', ...stageOf(context, scheduled), ...(also.length === 0 ? {} : { also }) }],
    drafts: [scheduled, ...carried].flatMap((each) => remind(context, state, each)),
  };
};

const stageEvents = (
  context: Context,
  state: CaseState,
  scheduled: Waiting,
  orderNumber: string | undefined,
): Enforced => {
  const { next } = scheduled;
  const stage = stageOf(context, scheduled);
  const { duty, occurrence, due } = stage;
  if (next.givesUp) {
    const named = termName(context.regulation, scheduled);
    return { facts: [{ type: 'DutyMissed', duty, occurrence, due, ...named }], drafts: [] };
  }
  const ofTarget = !isNumeric(scheduled.limit) && next.at < due && !scheduled.isOfCase;
  const afterDue = isNumeric(scheduled.limit) && next.at > due;
  if (next.stage === 'remind')
    return {
      facts: [
        {
          type: 'DutyReminded',
          ...stage,
          ...(ofTarget ? { ofTarget } : {}),
          ...(afterDue ? { afterDue } : {}),
        },
      ],
      drafts: remind(context, state, scheduled),
    };
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
  const { duties } = scheduleOf(context, state);
  const found = duties.find(
    ({ duty, current }) => duty === command.duty && current.occurrence === command.occurrence,
  );
  if (found === undefined || !isWaiting(found)) return [];
  const scheduled = byKept(found, found.next.due);
  const { next } = scheduled;
  const isCurrent = next.stage === command.stage && next.index === command.index;
  if (!isCurrent || next.at > context.now) return [];
  const { facts, drafts } = next.repeats
    ? repeatAll(context, state, scheduled, carriedBy(scheduled, duties))
    : stageEvents(context, state, scheduled, command.orderNumber);
  if (drafts.length === 0) return facts;
  // What the system itself tells is the duty, and never left out; nor is the bare text of a warning.
  const isWarning =
    scheduled.isNotice && (next.stage === 'due' || (isUnreleased(scheduled) && next.index === 0));
  // What is only repeated was never skipped.
  if (!isWarning && !next.repeats && isOvertaken(context, state, scheduled, facts))
    return [{ ...facts[0]!, overtaken: true } as CaseEvent];
  return [...facts, makeNotices(context, state, byDay(context, scheduled, drafts))];
};
