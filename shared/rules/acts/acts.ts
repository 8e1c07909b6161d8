import { cited, roleName } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { checkAnswers } from '../orders/answers.ts';
import { type Decision, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';
import { checkChannel } from './channels.ts';

export const fileReport: Decide<'FileReport'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const { regulation } = context;
    const channel = checkChannel(context, state, command.channel);
    if (channel !== undefined) return channel;
    const closed = regulation.contacts.find(
      ({ to, by }) => to.some((role) => command.to.includes(role)) && !by.includes(context.actor.role),
    );
    if (closed !== undefined)
      return refuse(
        'CONTACT_NOT_ALLOWED',
        `该报送对象不由${roleName(regulation, context.actor.role)}联络${cited(regulation, closed.cite)}`,
      );
    const unanswerable = checkAnswers(context, state, command.answers);
    if (unanswerable !== undefined) return unanswerable;
    const { type: _, ...report } = command;
    return [{ type: 'ReportFiled', ...report, madeAt }];
  });

export const recordMeeting = (context: Context, command: CommandOf<'RecordMeeting'>): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const { type: _, ...meeting } = command;
    return [{ type: 'MeetingHeld', ...meeting, madeAt }];
  });
