import type { EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { cited, nameIn, rolesInChinese } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { draftOf, giverOf, isLeader } from '../approvals.ts';
import type { Context } from '../context.ts';
import { checkOrder } from '../gates.ts';
import { isSamePerson, personUnder, refuseUnknownPerson } from '../persons.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';
import { type Word, withWord } from './on-behalf.ts';

type Action = Regulation['actions'][number];
type Given = CommandOf<'RecordAction'>;

/** Who issued the draft does not approve it; a leader may approve his own words. */
const refuseDrafter = (
  context: Context,
  state: CaseState,
  action: Action,
  word: Word,
): Refusal | undefined => {
  const draft = draftOf(state, action);
  if (draft === undefined || isLeader(context, word.role)) return undefined;
  const giver = word.kept.onBehalf;
  const approver = giver === undefined ? context.actor : personUnder(giver.person);
  return isSamePerson(context, giverOf(state, draft), approver)
    ? refuse(
        'OWN_APPROVAL',
        `起草或制发“${nameIn(context.regulation.documents, draft.id)}”的人不能自己审定,请由他人审定`,
      )
    : undefined;
};

type Outside = NonNullable<EventOf<'ActionRecorded'>['outside']>;
/** What a body outside agreed to: recorded with all by which it can be looked up, and countersigned by a leader. */
const outsideOf = (context: Context, action: Action, given: Given): Outside | Refusal => {
  const { regulation, actor } = context;
  const bodies = action.bodies ?? [];
  const { body, who, channel, at, reference } = given.outside ?? {};
  const missing = [
    ...(body === undefined ? [`单位(${rolesInChinese(regulation, bodies)})`] : []),
    ...(who === undefined ? ['答复人姓名或岗位'] : []),
    ...(channel === undefined ? ['方式(电话、公文等)'] : []),
    ...(at === undefined ? ['时间'] : []),
    ...(reference === undefined ? ['文号或通话记录'] : []),
  ];
  if (missing.length > 0)
    return refuse('OUTSIDE_INCOMPLETE', `记录“${action.name}”还缺:${missing.join('、')}`);
  if (!bodies.includes(body!))
    return refuse('RECEIVER_UNKNOWN', `“${action.name}”应由${rolesInChinese(regulation, bodies)}作出`);
  return {
    body: body!,
    who: who!,
    channel: channel!,
    at: at!,
    reference: reference!,
    countersigned: isLeader(context, actor.role),
  };
};

/** Why this approval is none: nobody known gave it, or who drafted the text. */
const refuseApproval = (
  context: Context,
  state: CaseState,
  action: Action,
  word: Word,
): Refusal | undefined => {
  if (action.approval === undefined) return undefined;
  return refuseUnknownPerson(context) ?? refuseDrafter(context, state, action, word);
};

export const recordAction: Decide<'RecordAction'> = (context, state, command) =>
  withWord(context, state, command, (word) => {
    const action = context.regulation.actions.find(({ id }) => id === command.action)!;
    if (action.by !== undefined && !action.by.includes(word.role))
      return refuse(
        'ROLE_NOT_ALLOWED',
        `“${action.name}”只能由${rolesInChinese(context.regulation, action.by)}${action.approval === undefined || action.approval === 'outside' ? '记录' : '本人作出,或由办公室代录其本人的意见'}`,
      );
    const text = command.text ?? command.onBehalf?.text;
    const wrong =
      checkOrder(context.regulation, state, command.action, text) ??
      refuseApproval(context, state, action, word);
    if (wrong !== undefined) return wrong;
    const outside = action.approval === 'outside' ? outsideOf(context, action, command) : undefined;
    if (outside !== undefined && 'code' in outside) return outside;
    return withDate(context, word.at ?? outside?.at ?? command.madeAt, (madeAt) => [
      {
        type: 'ActionRecorded',
        action: command.action,
        madeAt,
        ...(command.note === undefined ? {} : { note: command.note }),
        ...(text === undefined ? {} : { text }),
        ...(command.body === undefined ? {} : { body: command.body }),
        ...(command.result === undefined ? {} : { result: command.result }),
        ...(outside === undefined ? {} : { outside }),
        ...word.kept,
      },
    ]);
  });

export const recordDecision: Decide<'RecordDecision'> = (context, state, command) =>
  withWord(context, state, command, (word) => {
    const { regulation } = context;
    const decision = regulation.decisions.find(({ id }) => id === command.decision)!;
    if (decision.by !== undefined && !decision.by.includes(word.role))
      return refuse(
        'ROLE_NOT_ALLOWED',
        `“${decision.name}”由${rolesInChinese(regulation, decision.by)}决定${cited(regulation, decision.cite)},请由其本人作出,或由办公室代录其本人的决定`,
      );
    return withDate(context, word.at ?? command.madeAt, (madeAt) => [
      {
        type: 'DecisionRecorded',
        decision: command.decision,
        outcome: command.outcome,
        madeAt,
        by: word.role,
        ...(command.to === undefined ? {} : { to: command.to }),
        ...word.kept,
      },
    ]);
  });
