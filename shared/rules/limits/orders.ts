import type { CaseState } from '../../case/state.ts';
import { receiversOf } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { tellRoles } from '../notices.ts';
import { type Decision, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';

export const answerNotice: Decide<'AnswerNotice'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    if (command.how === 'telephoned' && !Object.hasOwn(state.telephoneTasks, command.notice))
      return refuse('NOTICE_UNKNOWN', '没有这条待电话通知的事项');
    return [
      {
        type: 'NoticeAnswered',
        key: command.notice,
        how: command.how,
        madeAt,
        ...(command.note === undefined ? {} : { note: command.note }),
      },
    ];
  });

export const issueOrder = (
  context: Context,
  state: CaseState,
  command: CommandOf<'IssueSupervisionOrder'> & { orderNumber?: string },
): Decision => {
  if (command.orderNumber === undefined) return refuse('ORDER_WITHOUT_NUMBER', '督办通知没有取得编号,请重试');
  return [
    {
      type: 'SupervisionOrderIssued',
      number: command.orderNumber,
      ...(command.duty === undefined ? {} : { duty: command.duty }),
      ...(state.unit === null ? {} : { unit: state.unit }),
      role: receiversOf(context.regulation, 'orderByHand')[0]!,
      reason: command.reason,
    },
    tellRoles(context, state, 'orderByHand', { number: command.orderNumber }),
  ];
};
