import { roleName } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { checkOrder, closedGate } from '../gates.ts';
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
        `该报送对象不由${roleName(regulation, context.actor.role)}联络(${closed.cite[0]})`,
      );
    const { type: _, ...report } = command;
    return [{ type: 'ReportFiled', ...report, madeAt }];
  });

export const recordPublication: Decide<'RecordPublication'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const { regulation } = context;
    const gate = closedGate(regulation, state, command.type, { form: command.form, madeAt });
    if (gate !== undefined)
      return refuse('PUBLICATION_NOT_CLEARED', `${gate.name}:发布前须先记录${gate.missing}(${gate.clause})`);
    const { type: _, ...publication } = command;
    return [{ type: 'PublicationRecorded', ...publication, madeAt }];
  });

export const recordMeeting = (context: Context, command: CommandOf<'RecordMeeting'>): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const { type: _, ...meeting } = command;
    return [{ type: 'MeetingHeld', ...meeting, madeAt }];
  });

export const recordDecision = (context: Context, command: CommandOf<'RecordDecision'>): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    return [
      {
        type: 'DecisionRecorded',
        decision: command.decision,
        outcome: command.outcome,
        madeAt,
        by: context.actor.role,
      },
    ];
  });

export const recordAction: Decide<'RecordAction'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const action = context.regulation.actions.find(({ id }) => id === command.action);
    if (action?.by !== undefined && !action.by.includes(context.actor.role)) {
      const roles = action.by.map((role) => roleName(context.regulation, role)).join('、');
      return refuse('ROLE_NOT_ALLOWED', `“${action.name}”只能由${roles}记录`);
    }
    const order = checkOrder(context.regulation, state, command.action);
    if (order !== undefined) return order;
    return [
      {
        type: 'ActionRecorded',
        action: command.action,
        madeAt,
        ...(command.note === undefined ? {} : { note: command.note }),
      },
    ];
  });
