import type { CaseState } from '../../case/state.ts';
import { cited, roleName } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { checkAnswers } from '../orders/answers.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';
import { checkChannel } from './channels.ts';
import { withWord } from './on-behalf.ts';

/** Why whoever reports (`context.actor`, also of a 代录) may not send it this way, to these, or as this answer. */
const refuseReport = (
  context: Context,
  state: CaseState,
  { channel, to, answers }: CommandOf<'FileReport'>,
): Refusal | undefined => {
  const { regulation, actor } = context;
  const forbidden = checkChannel(context, state, channel);
  if (forbidden !== undefined) return forbidden;
  const closed = regulation.contacts.find(
    (contact) => contact.to.some((role) => to.includes(role)) && !contact.by.includes(actor.role),
  );
  if (closed !== undefined)
    return refuse(
      'CONTACT_NOT_ALLOWED',
      `该报送对象不由${roleName(regulation, actor.role)}联络${cited(regulation, closed.cite)}`,
    );
  return checkAnswers(context, state, answers);
};

export const fileReport: Decide<'FileReport'> = (context, state, command) =>
  withWord(context, state, command, ({ giver, at, kept }) =>
    withDate(context, at ?? command.madeAt, (madeAt) => {
      const wrong = refuseReport({ ...context, actor: giver }, state, command);
      if (wrong !== undefined) return wrong;
      const { type: _, onBehalf: __, ...report } = command;
      return [{ type: 'ReportFiled', ...report, madeAt, ...kept }];
    }),
  );

export const recordMeeting: Decide<'RecordMeeting'> = (context, state, command) =>
  withWord(context, state, command, ({ at, kept }) =>
    withDate(context, at ?? command.madeAt, (madeAt) => {
      const { type: _, onBehalf: __, ...meeting } = command;
      return [{ type: 'MeetingHeld', ...meeting, madeAt, ...kept }];
    }),
  );
