import type { Order } from '../../case/state/order.ts';
import type { CaseState } from '../../case/state.ts';
import { dayPlanOf, outOfNight } from '../../regulations/day.ts';
import { nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { completionOf } from '../completions/completion.ts';
import { isDone } from '../occurrences/occurrence.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import { answersTo } from './answers.ts';
import type { OwnDuty } from './own-duty.ts';

/** Who gives orders in this bureau: only a regulation that knows 督办通知 has it. */
export const signersOf = ({ authorities }: Regulation) =>
  authorities.find(({ command }) => command === 'SignSupervisionOrder');

/** What is done about what is overdue: 督办 is only there where the regulation knows 督办通知, anywhere else it is 催办. */
export const chaseWord = (regulation: Regulation): '督办' | '催办' =>
  signersOf(regulation) === undefined ? '催办' : '督办';

/**
 * Whether nothing is left that the draft could order: what it was about was done, or turns out not to have been late. An
 * order by hand about the handling itself (处置不当) never lapses.
 */
export const isLapsed = (order: Order, duties: readonly ScheduledDuty[]): boolean => {
  const { duty, occurrence, due, issued } = order;
  if (issued !== null || duty === undefined) return false;
  const owed = duties
    .filter((each) => each.duty === duty)
    .flatMap(({ history, current }) => [...history, current])
    .find((each) => each.occurrence === occurrence);
  if (owed === undefined) return true;
  return isDone(owed) || (due !== undefined && owed.due !== null && owed.due > due);
};

const VOIDED = '督办通知已作废';

/** 拟稿待签: asked of who signs, by day. */
const signing = (regulation: Regulation, state: CaseState, order: Order, lapsed: boolean): OwnDuty => {
  const { entry, unit, draftedAt, issued, voided } = order;
  const { roles, cite } = signersOf(regulation)!;
  return {
    id: `order-${entry}-sign`,
    name: `签发督办通知(${nameIn(regulation.units, unit)})`,
    cite,
    limit: { kind: 'prompt', word: '请签发' },
    from: outOfNight(dayPlanOf(regulation), draftedAt),
    due: null,
    responsible: roles[0]!,
    acts:
      issued === null
        ? []
        : [
            completionOf(state)({
              madeAt: issued.at,
              recordedAt: issued.at,
              entry: issued.entry,
              by: issued.by,
              parts: [],
            }),
          ],
    ended: voided ? VOIDED : lapsed ? '所督办的事项已办结或时限已变动,通知稿失效' : null,
    isOutside: false,
    says: 'orderToSign',
    signs: entry,
    way: { act: 'sign', entry },
  };
};

/** 签收 and the answer, both of the unit that the order went to. */
const ofReceiver = (regulation: Regulation, state: CaseState, order: Order): OwnDuty[] => {
  const { entry, unit, role, issued, acknowledged, voided } = order;
  if (issued === null) return [];
  const { number, at, answerBy } = issued;
  const shared = {
    cite: signersOf(regulation)!.cite,
    from: at,
    responsible: role,
    unit,
    ended: voided ? VOIDED : null,
    isOutside: false,
  };
  return [
    {
      ...shared,
      id: `order-${entry}-receipt`,
      name: `签收督办通知${number}`,
      toldAs: '签收督办通知',
      limit: { kind: 'prompt', word: '收到即签收' },
      due: null,
      way: { act: 'acknowledge', entry },
      acts: acknowledged === null ? [] : [completionOf(state)(acknowledged)],
    },
    {
      ...shared,
      id: `order-${entry}-answer`,
      name: `报告督办通知${number}办理情况`,
      toldAs: '报告督办通知办理情况',
      limit:
        answerBy === undefined
          ? { kind: 'prompt', word: '及时' }
          : { kind: 'external', word: '督办通知限时', rule: '督办通知' },
      due: answerBy ?? null,
      way: { act: 'answer', entry },
      acts: answersTo(state, entry, at),
    },
  ];
};

/** What the 督办通知 of a case make owed; `duties`: those that they are about. */
export const orderDuties = (
  regulation: Regulation,
  state: CaseState,
  duties: readonly ScheduledDuty[],
): OwnDuty[] =>
  state.orders.flatMap((order) => [
    signing(regulation, state, order, isLapsed(order, duties)),
    ...ofReceiver(regulation, state, order),
  ]);
