import type { CaseEvent } from '../../case/events.ts';
import type { Order } from '../../case/state/order.ts';
import type { CaseState } from '../../case/state.ts';
import { hasCase, leadUntil, unitIn } from '../../case/units.ts';
import { withoutStop } from '../../contracts/sentences.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import { signersOf } from '../../deadlines/own/orders.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { clauseName, isPerUnit, nameIn, receiversOf, settingsOf } from '../../regulations/lookup.ts';
import { ISSUE_UNSIGNED_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { dueInChinese, type Instant, momentInChinese } from '../../time/instants.ts';
import { type Context, ownName, scheduleOf } from '../context.ts';
import { tellUnit } from '../notices.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf } from '../refusing.ts';

/** 办法第三十三条: 督促及时办理并报告舆情信息处置情况. */
const DEMAND = '请立即办理,并报告处置情况';

/** Whether the bureau's text knows 督办通知 at all; in the others a missed limit is 催办 alone. */
export const hasOrders = (regulation: Regulation): boolean => signersOf(regulation) !== undefined;
/** The bureau lets its orders go out as soon as they are drafted. */
const goesUnsigned = (regulation: Regulation): boolean =>
  settingsOf(regulation)[ISSUE_UNSIGNED_SETTING] === true;

type Draft = Omit<Order, 'entry' | 'draftedAt' | 'issued' | 'acknowledged' | 'voided'>;

/** What a 督办通知 says; `answerBy`: by when the answer is due. */
export const orderText = (regulation: Regulation, draft: Draft, answerBy: Instant | undefined): string => {
  const by = answerBy === undefined ? '' : `,于${dueInChinese(answerBy, regulation.zone)}前`;
  const clauses = new Set(draft.cite.map((key) => clauseName(regulation, key)));
  return `${nameIn(regulation.units, draft.unit)}:${withoutStop(draft.reason)}。依据${[...clauses].join('、')},${draft.demand}${by}书面回复局办公室。`;
};

/** The order goes out: its number and text from now on, and the unit is told. */
export const issued = (
  context: Context,
  state: CaseState,
  {
    order,
    draft,
    ...issue
  }: { order: number; draft: Draft; number: string; answerBy?: Instant; text: string },
): CaseEvent[] => {
  const { unit, role, duty, reason } = draft;
  const { regulation } = context;
  const when = issue.answerBy === undefined ? '立即' : `于${dueInChinese(issue.answerBy, regulation.zone)}前`;
  const name = ownName(context, state, duty) ?? nameIn(regulation.duties, duty ?? '');
  const about = duty === undefined ? withoutStop(reason) : `${name}逾期`;
  return [
    { type: 'SupervisionOrderIssued', order, ...issue, unit, role },
    tellUnit(context, state, 'orderIssued', {
      unit,
      variables: { number: issue.number, duty: about, when },
    }),
  ];
};

/** A draft; where the bureau's orders need no signature, the order itself. */
const drafted = (context: Context, state: CaseState, draft: Draft, number: string | undefined): Decision => {
  const { regulation } = context;
  const event: CaseEvent = { type: 'SupervisionOrderDrafted', ...draft };
  if (!goesUnsigned(regulation)) return [event];
  if (number === undefined) return refuse('ORDER_WITHOUT_NUMBER', '督办通知没有取得编号,请重试');
  const text = orderText(regulation, draft, undefined);
  return [event, ...issued(context, state, { order: state.version + 1, draft, number, text })];
};

/**
 * Whether the unit had heard of the matter before this limit passed: nobody is ordered what he was never told. Handing the
 * case to another unit and back takes away nothing that it knew.
 */
const wasTold = (state: CaseState, { unit = state.unit ?? undefined, current }: ScheduledDuty): boolean => {
  const { due } = current;
  const first = unitIn(state, unit ?? null)?.heard?.at;
  return due !== null && first !== undefined && first < due;
};

/** Whose it is that a limit has passed: the unit's that had the case then, in whichever case that was; null: nobody had it. */
const lateUnit = (state: CaseState, { duty, unit, current }: ScheduledDuty): string | null => {
  const { due, occurrence } = current;
  if (unit !== undefined || due === null) return unit ?? state.unit;
  const ceiling = state.ceilings[`${duty}#${occurrence}`];
  const there = ceiling?.due === due ? ceiling.unit : undefined;
  return there ?? leadUntil(state, due) ?? state.unit;
};

/** Whether a unit can be ordered about it: no limit in numbers, or one of the law that it was told of and let pass. */
const isBlameable = ({ now }: Context, state: CaseState, scheduled: ScheduledDuty): boolean => {
  const { basis, breachable, foundLate, limit, current } = scheduled;
  if (basis !== 'law' || state.provisional) return false;
  if (!isNumeric(limit)) return true;
  const isPast = current.due !== null && current.due < now;
  return breachable && foundLate === null && isPast && wasTold(state, scheduled);
};

/** What was missed and is the office's own, or a leader's: no order goes to oneself, the leaders are told. */
export const isOfficesOwn = ({ regulation }: Context, { responsible }: ScheduledDuty): boolean =>
  hasOrders(regulation) && !isPerUnit(regulation, responsible);

/**
 * The draft that a missed limit of the law brings (办法第三十三条 ①): where a unit was told of it before it passed. Not for
 * what was late already when it was learned, determined or raised, nor while the level is only 初判.
 */
export const draftFor = (
  context: Context,
  state: CaseState,
  scheduled: ScheduledDuty,
  number: string | undefined,
): CaseEvent[] => {
  const { regulation } = context;
  const { duty, current, responsible, name, cite } = scheduled;
  const unit = lateUnit(state, scheduled);
  if (!hasOrders(regulation) || unit === null || !isPerUnit(regulation, responsible)) return [];
  if (current.due === null || !isBlameable(context, state, { ...scheduled, unit })) return [];
  if (isDrafted(state, duty, current.occurrence)) return [];
  const draft = {
    duty,
    occurrence: current.occurrence,
    due: current.due,
    unit,
    role: responsible,
    reason: `${name}应于${dueInChinese(current.due, regulation.zone)}前办理,逾期未办`,
    cite: [...new Set([...signersOf(regulation)!.cite.slice(0, 1), ...cite])],
    demand: DEMAND,
  };
  const decision = drafted(context, state, draft, number);
  return Array.isArray(decision) ? decision : [];
};

/** One duty, one draft; after 作废 there may be another. */
const isDrafted = (state: CaseState, duty: string, occurrence: string): boolean =>
  state.orders.some((each) => each.duty === duty && each.occurrence === occurrence && !each.voided);

/** How an order that is there is called: a signed one by its number, a draft by its entry of the log. */
export const calledOrder = ({ zone }: Regulation, { entry, draftedAt, issued }: Order): string =>
  issued === null
    ? `督办通知稿(案卷日志第${entry}条,${momentInChinese(draftedAt, zone)}拟稿)`
    : `督办通知${issued.number}(${momentInChinese(issued.at, zone)}签发)`;

/** One missed limit has one order: a second request is told which, unless it says the same, then it is one with the first. */
const refuseSecond = (context: Context, state: CaseState, there: Order, reason: string): Decision => {
  if (there.reason === reason) return [];
  const { regulation } = context;
  const about = ownName(context, state, there.duty) ?? nameIn(regulation.duties, there.duty ?? '');
  return refuse(
    'ORDER_EXISTS',
    `“${about}”已有${calledOrder(regulation, there)},同一事项只发一份;要另发的,须先将其作废`,
  );
};

/** Why there is nobody to be ordered. */
export const refuseUnassigned = ({ unit }: Pick<CaseState, 'unit'>): Refusal | undefined =>
  unit === null
    ? refuse('UNIT_NOT_ASSIGNED', '尚未转办责任单位;督办通知发给责任单位,不发给局办公室自己')
    : undefined;

/** By hand, for 处置不当, or for what the clock did not draft an order for. The same request twice is one. */
export const draftOrder = (
  context: Context,
  state: CaseState,
  command: CommandOf<'DraftSupervisionOrder'> & { orderNumber?: string },
): Decision => {
  const { regulation } = context;
  if (state.unit === null) return refuseUnassigned(state)!;
  const { unit = state.unit } = command;
  if (!hasCase(state, unit))
    return refuse('NOT_YOUR_UNIT', `${nameIn(regulation.units, unit)}不承办本案,不能向其发督办通知`);
  const owed = scheduleOf(context, state).duties.filter(({ duty }) => duty === command.duty);
  // Of what each unit owes, what the one owes that is ordered.
  const scheduled = owed.find((each) => (each.unit ?? state.unit) === unit) ?? owed[0];
  if (
    scheduled !== undefined &&
    isPerUnit(regulation, scheduled.responsible) &&
    (scheduled.unit ?? state.unit) !== unit
  )
    return refuse('ORDER_UNFOUNDED', `“${scheduled.name}”由主办单位承担,不能就此督办会办单位`);
  if (scheduled !== undefined && !isPerUnit(regulation, scheduled.responsible))
    return refuse('NOT_YOUR_UNIT', `“${scheduled.name}”不由责任单位承担,不能发督办通知;请报告局领导`);
  const isSame = (each: Order): boolean =>
    !each.voided &&
    (scheduled === undefined
      ? each.duty === undefined && each.reason === command.reason && each.unit === unit
      : each.duty === scheduled.duty && each.occurrence === scheduled.current.occurrence);
  const there = state.orders.find(isSame);
  if (there !== undefined) return refuseSecond(context, state, there, command.reason);
  if (scheduled !== undefined && !isBlameable(context, state, scheduled))
    return refuse(
      'ORDER_UNFOUNDED',
      `“${scheduled.name}”没有责任单位事先获知而逾期的法定时限(暂定、本局目标、发现或定级时已逾期的不发),不能督办;处置不当的,请不填职责,写明情形`,
    );
  const { duty, current } = scheduled ?? {};
  const draft = {
    ...(duty === undefined || current === undefined ? {} : { duty, occurrence: current.occurrence }),
    ...(current?.due == null ? {} : { due: current.due }),
    unit,
    role: scheduled?.responsible ?? receiversOf(regulation, 'orderIssued')[0]!,
    reason: command.reason,
    cite: signersOf(regulation)!.cite.slice(0, 1),
    demand: DEMAND,
  };
  return drafted(context, state, draft, command.orderNumber);
};
