import { isSystem } from '../../case/state/act.ts';
import type { Order } from '../../case/state/order.ts';
import type { CaseState } from '../../case/state.ts';
import { isLapsed } from '../../deadlines/own/orders.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import { type Context, scheduleOf } from '../context.ts';
import {
  isSamePerson,
  nameOfPerson,
  personOf,
  personUnder,
  refuseUnknownPerson,
  rolesOf,
} from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';
import { tellOrderGone } from './asked-no-more.ts';
import { calledOrder, issued, orderText } from './draft.ts';

const orderAt = (state: CaseState, entry: number): Order | Refusal =>
  state.orders.find((order) => order.entry === entry) ??
  refuse('ORDER_UNKNOWN', `案卷日志第${entry}条不是督办通知稿`);

/** Whom the head of the office has charged with signing in this case. */
export const isCharged = (
  { roster, actor }: Pick<Context, 'roster' | 'actor'>,
  { signers }: CaseState,
): boolean => signers.some((id) => isSamePerson({ roster }, personUnder(id), actor));

export const chargeSigner: Decide<'ChargeSigner'> = (context, state, { person: id }) => {
  const { regulation, roster } = context;
  const unknown = refuseUnknownPerson(context);
  if (unknown !== undefined) return unknown;
  const person = personOf(roster, id);
  if (person === undefined) return refuse('PERSON_UNKNOWN', `名册中没有“${id}”`);
  if (rolesOf(roster, id).every(({ role }) => isPerUnit(regulation, role)))
    return refuse('ROLE_NOT_ALLOWED', '督办通知发给单位,不能委托单位人员签发');
  if (state.signers.includes(person)) return [];
  return [{ type: 'SignerCharged', person, name: nameOfPerson(roster, id) ?? person }];
};

/** 签发: number, issue and text come with it. Signing the same again is a repeat; anything else is told what is signed already. */
export const signOrder = (
  context: Context,
  state: CaseState,
  command: CommandOf<'SignSupervisionOrder'> & { orderNumber?: string },
): Decision => {
  const unknown = refuseUnknownPerson(context);
  if (unknown !== undefined) return unknown;
  const order = orderAt(state, command.order);
  if ('code' in order) return order;
  if (order.voided) return refuse('ORDER_VOIDED', '督办通知稿已作废,不能签发');
  const { issued: signed } = order;
  if (signed !== null) {
    const text = command.text ?? orderText(context.regulation, order, command.answerBy);
    if (signed.answerBy === command.answerBy && signed.text === text) return [];
    return refuse(
      'ORDER_EXISTS',
      `已有${calledOrder(context.regulation, order)},不能再次签发;内容有误的,须作废重拟`,
    );
  }
  if (isLapsed(order, scheduleOf(context, state).duties))
    return refuse('ORDER_LAPSED', '所督办的事项已办结或时限已变动,督办通知稿已失效');
  const { answerBy } = command;
  if (answerBy <= context.now) return refuse('DEADLINE_PAST', '报告期限须晚于现在');
  const { orderNumber: number } = command;
  if (number === undefined) return refuse('ORDER_WITHOUT_NUMBER', '督办通知没有取得编号,请重试');
  const text = command.text ?? orderText(context.regulation, order, answerBy);
  return issued(context, state, { order: order.entry, draft: order, number, answerBy, text });
};

/** 签收 by the unit that the order went to. */
export const acknowledgeOrder: Decide<'AcknowledgeOrder'> = ({ actor }, state, command) => {
  const order = orderAt(state, command.order);
  if ('code' in order) return order;
  if (order.issued === null) return refuse('ORDER_NOT_ISSUED', '督办通知尚未签发');
  if (order.voided) return refuse('ORDER_VOIDED', '督办通知已作废');
  if (order.unit !== actor.unit) return refuse('NOT_YOUR_UNIT', '督办通知由收文单位签收');
  if (order.acknowledged !== null) return [];
  return [{ type: 'SupervisionOrderAcknowledged', order: order.entry, unit: order.unit }];
};

/** 作废: a signed order by its signer, a draft by who would sign it. Its number is used all the same. */
export const voidOrder: Decide<'VoidOrder'> = (context, state, command) => {
  const order = orderAt(state, command.order);
  if ('code' in order) return order;
  if (order.voided) return [];
  const signed = order.issued;
  if (signed !== null && !isSystem(signed.by)) {
    const unknown = refuseUnknownPerson(context);
    if (unknown !== undefined) return unknown;
    if (!isSamePerson(context, signed.by, context.actor))
      return refuse('ROLE_NOT_ALLOWED', `已签发的督办通知由签发人${signed.by.name}作废`);
  }
  return [
    {
      type: 'SupervisionOrderVoided',
      order: order.entry,
      ...(signed === null ? {} : { number: signed.number }),
      reason: command.reason,
    },
    ...tellOrderGone(context, state, order.entry),
  ];
};
