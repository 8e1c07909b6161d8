import type { CaseState } from '../../case/state.ts';
import { roleName } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { checkOrder, closedGate } from '../gates.ts';
import { type Decision, refuse } from '../refusal.ts';
import { type CommandOf, named, unknown, withDate } from '../refusing.ts';
import { checkChannel } from './channels.ts';

export const fileReport = (context: Context, state: CaseState, command: CommandOf<'FileReport'>): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const { regulation } = context;
    if (named(regulation.reportKinds, command.kind) === undefined)
      return unknown('REPORT_KIND_UNKNOWN', '报告种类', command.kind);
    if (named(regulation.reportForms, command.form) === undefined)
      return unknown('REPORT_FORM_UNKNOWN', '报告形式', command.form);
    const receiver = command.to.find((role) => named(regulation.roles, role) === undefined);
    if (receiver !== undefined) return unknown('RECEIVER_UNKNOWN', '报送对象', receiver);
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

export const recordPublication = (
  context: Context,
  state: CaseState,
  command: CommandOf<'RecordPublication'>,
): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const { regulation } = context;
    if (named(regulation.publicationForms, command.form) === undefined)
      return unknown('PUBLICATION_FORM_UNKNOWN', '发布形式', command.form);
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

export const startPlan = (context: Context, state: CaseState, command: CommandOf<'StartPlan'>): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    if (state.planStartedAt !== null && state.planEndedAt === null)
      return refuse('PLAN_ALREADY_STARTED', '应急预案已经启动');
    const { type: _, ...plan } = command;
    return [{ type: 'PlanStarted', ...plan, madeAt }];
  });

export const endPlan = (state: CaseState, reason: string): Decision =>
  state.planStartedAt === null || state.planEndedAt !== null
    ? refuse('PLAN_NOT_STARTED', '应急预案没有启动')
    : [{ type: 'PlanEnded', reason }];

export const recordDecision = (context: Context, command: CommandOf<'RecordDecision'>): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    if (!context.regulation.decisions.some(({ id }) => id === command.decision))
      return refuse('DECISION_UNKNOWN', `决定“${command.decision}”不在本局制度规定之列`);
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

export const recordAction = (
  context: Context,
  state: CaseState,
  command: CommandOf<'RecordAction'>,
): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const action = context.regulation.actions.find(({ id }) => id === command.action);
    if (action === undefined) return refuse('ACTION_UNKNOWN', `事项“${command.action}”不在本局制度规定之列`);
    if (action.by !== undefined && !action.by.includes(context.actor.role)) {
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
