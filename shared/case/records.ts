import type { OfficeCommand } from '../contracts/commands.ts';
import { factsOf } from '../deadlines/anchors.ts';
import { holds } from '../regulations/conditions.ts';
import { dutyOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { type Context, planOf } from './context.ts';
import type { CaseEvent } from './events.ts';
import { followReference } from './level.ts';
import { caseNotices, dutyNotices, makeNotices } from './notices.ts';
import { type Decision, type Refusal, refuse } from './refusal.ts';
import { type CaseState, calmedAtOf } from './state.ts';

type CommandOf<T extends OfficeCommand['type']> = Extract<OfficeCommand, { type: T }>;
const named = (list: readonly { id: string; name: string }[], id: string): string | undefined =>
  list.find((each) => each.id === id)?.name;

/** An act is dated by the office and never in the future; absent = now. */
const dated = (context: Context, madeAt: string | undefined): string | Refusal =>
  madeAt !== undefined && madeAt > context.now
    ? refuse('INSTANT_IN_FUTURE', '办理时间不能晚于现在')
    : (madeAt ?? context.now);
const withDate = (
  context: Context,
  madeAt: string | undefined,
  decide: (at: string) => Decision,
): Decision => {
  const at = dated(context, madeAt);
  return typeof at === 'string' ? decide(at) : at;
};
const unknown = (code: string, what: string, value: string): Refusal =>
  refuse(code, `${what}“${value}”不在本办法规定之列`);

export const fileReport = (context: Context, command: CommandOf<'FileReport'>): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const { regulation } = context;
    if (named(regulation.reportKinds, command.kind) === undefined)
      return unknown('REPORT_KIND_UNKNOWN', '报告种类', command.kind);
    if (named(regulation.reportForms, command.form) === undefined)
      return unknown('REPORT_FORM_UNKNOWN', '报告形式', command.form);
    const receiver = command.to.find((role) => named(regulation.roles, role) === undefined);
    if (receiver !== undefined) return unknown('RECEIVER_UNKNOWN', '报送对象', receiver);
    if (command.channel !== undefined && named(regulation.channels, command.channel) === undefined)
      return unknown('CHANNEL_UNKNOWN', '渠道', command.channel);
    const closed = regulation.contacts.find(
      ({ to, by }) => to.some((role) => command.to.includes(role)) && !by.includes(context.actor.role),
    );
    if (closed !== undefined)
      return refuse('CONTACT_NOT_ALLOWED', `该报送对象由局办公室联络(${closed.cite[0]})`);
    const { type: _, ...report } = command;
    return [{ type: 'ReportFiled', ...report, madeAt }];
  });

const closedGate = (regulation: Regulation, state: CaseState, form: string) =>
  regulation.gates.find(
    ({ publications, whilePlan, levels, when, needs }) =>
      (publications === undefined || publications.includes(form)) &&
      (!whilePlan || (state.planStartedAt !== null && state.planEndedAt === null)) &&
      (levels === undefined || levels.includes(state.handlingLevel)) &&
      holds(when, factsOf(regulation, state)) &&
      !needs.some((action) => state.actions.some(({ id }) => id === action)),
  );

/** 办法第二十七、二十九条, 预案 4.3: what must be approved or notified before anything is published (register X25). */
export const recordPublication = (
  context: Context,
  state: CaseState,
  command: CommandOf<'RecordPublication'>,
): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const { regulation } = context;
    if (named(regulation.publicationForms, command.form) === undefined)
      return unknown('PUBLICATION_FORM_UNKNOWN', '发布形式', command.form);
    const gate = closedGate(regulation, state, command.form);
    if (gate !== undefined) {
      const needs = gate.needs.map((id) => `“${named(regulation.actions, id) ?? id}”`).join('或');
      return refuse('PUBLICATION_NOT_CLEARED', `${gate.name}:发布前须先记录${needs}(${gate.cite[0]})`);
    }
    const { type: _, ...publication } = command;
    return [{ type: 'PublicationRecorded', ...publication, madeAt }];
  });

export const holdMeeting = (context: Context, command: CommandOf<'HoldMeeting'>): Decision =>
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

export const recordInstruction = (
  context: Context,
  state: CaseState,
  command: CommandOf<'RecordInstruction'>,
): Decision =>
  withDate(context, command.madeAt, (madeAt) => {
    const source = {
      kind: command.from === 'bureau' ? 'bureau-instruction' : 'superior-instruction',
      receivedAt: madeAt,
    };
    const { regulation } = context;
    if (
      command.handleAs !== undefined &&
      !regulation.scales[0]!.levels.some(({ id }) => id === command.handleAs)
    )
      return unknown('LEVEL_UNKNOWN', '级别', command.handleAs);
    const override = command.handleAs ?? state.handlingOverride;
    const known = regulation.sources.some(({ id }) => id === source.kind);
    return [
      {
        type: 'InstructionRecorded',
        from: command.from,
        madeAt,
        text: command.text,
        ...(command.handleAs === undefined ? {} : { handleAs: command.handleAs }),
      },
      ...(known ? [{ type: 'SourceAdded' as const, source }] : []),
      ...followReference(
        context,
        state,
        { sources: [...state.sources, { ...source, recordedAt: context.now }], flags: state.flags },
        override,
      ),
    ];
  });

export const addSource = (
  context: Context,
  state: CaseState,
  { source }: CommandOf<'AddSource'>,
): Decision => {
  if (named(context.regulation.sources, source.kind) === undefined)
    return unknown('SOURCE_UNKNOWN', '来源', source.kind);
  if (source.receivedAt !== undefined && source.receivedAt > context.now)
    return refuse('INSTANT_IN_FUTURE', '收到时间不能晚于现在');
  const added = { ...source, receivedAt: source.receivedAt ?? context.now };
  return [
    { type: 'SourceAdded', source: added },
    ...followReference(context, state, {
      sources: [...state.sources, { ...added, recordedAt: context.now }],
      flags: state.flags,
    }),
  ];
};

/** Later than before could buy time: the head of the office or a leader answers for that. */
export const correctInstant = (
  context: Context,
  state: CaseState,
  command: CommandOf<'CorrectInstant'>,
): Decision => {
  const { regulation } = context;
  const outbreakAt = state.outbreaks.at(-1)?.at ?? state.instants.outbreakAt;
  const stated = { ...state.instants, outbreakAt };
  const before = stated[command.instant];
  if (command.at > context.now) return refuse('INSTANT_IN_FUTURE', '时点不能晚于现在');
  if (before === command.at) return refuse('INSTANT_UNCHANGED', '时点没有变化');
  // What the clocks have counted from so far: an estimate, when nobody has stated the instant itself.
  const fallback = regulation.instants.find(({ id }) => id === command.instant)?.fallback ?? [];
  const counted =
    before ?? fallback.map((id) => stated[id as keyof typeof stated]).find((at) => at !== undefined);
  if (counted !== undefined && command.at > counted && context.actor.role === 'dutyOfficer')
    return refuse('ROLE_NOT_ALLOWED', '把时点改晚须由局办公室负责人办理');
  return [
    {
      type: 'InstantCorrected',
      instant: command.instant,
      ...(before === undefined ? {} : { before }),
      at: command.at,
      reason: command.reason,
    },
  ];
};

export const setFlags = (context: Context, state: CaseState, command: CommandOf<'SetFlags'>): Decision => {
  const missing = [...command.add, ...command.remove].find(
    (flag) => named(context.regulation.flags, flag) === undefined,
  );
  if (missing !== undefined) return unknown('FLAG_UNKNOWN', '标记', missing);
  if (command.remove.includes('secret') && context.actor.role === 'dutyOfficer')
    return refuse('ROLE_NOT_ALLOWED', '取消涉密标记须由局办公室负责人或局领导办理');
  const added = command.add.filter((flag) => !state.flags.includes(flag));
  const removed = command.remove.filter((flag) => state.flags.includes(flag));
  if (added.length + removed.length === 0) return refuse('FLAGS_UNCHANGED', '标记没有变化');
  const flags = [...state.flags, ...added].filter((flag) => !removed.includes(flag));
  return [
    { type: 'FlagsChanged', added, removed, reason: command.reason },
    ...followReference(context, state, { sources: state.sources, flags }),
  ];
};

const UNIT_CONTACT = 'unitLiaison';
const warnsUnit = (regulation: Regulation, id: string): boolean => {
  const duty = dutyOf(regulation, id);
  return duty.receivers.includes(UNIT_CONTACT) && duty.fulfilledBy.some(({ act }) => act === 'notice');
};

export const assignUnit = (
  context: Context,
  state: CaseState,
  command: CommandOf<'AssignUnit'>,
): Decision => {
  if (named(context.regulation.units, command.unit) === undefined)
    return refuse('UNIT_UNKNOWN', `没有股室“${command.unit}”`);
  if (state.unit === command.unit) return refuse('UNIT_UNCHANGED', '已由该股室办理');
  const assigned: CaseEvent = {
    type: 'UnitAssigned',
    unit: command.unit,
    ...(state.unit === null ? {} : { before: state.unit }),
    ...(command.note === undefined ? {} : { note: command.note }),
  };
  // 办法第十六条: being handed the case is the unit's warning, when the warning found no unit to go to.
  const owed = planOf(context, state).duties.filter(
    ({ duty, status }) => status === 'open' && warnsUnit(context.regulation, duty),
  );
  const drafts =
    owed.length > 0
      ? owed.flatMap((planned) =>
          dutyNotices(planned, `assigned-${command.unit}`, 'assigned', [UNIT_CONTACT]),
        )
      : caseNotices(state.version + 1, 'assigned', [UNIT_CONTACT]);
  const notices = makeNotices(context.regulation, { ...state, unit: command.unit }, drafts);
  return [assigned, { type: 'NoticesMade', notices }];
};

export const holdDuty = (context: Context, state: CaseState, command: CommandOf<'HoldDuty'>): Decision => {
  const planned = planOf(context, state).duties.find(({ duty }) => duty === command.duty);
  const duty = context.regulation.duties.find(({ id }) => id === command.duty);
  if (planned === undefined || duty === undefined) return refuse('DUTY_NOT_IN_PLAN', '本案没有这项职责');
  if (!duty.holdable)
    return refuse('DUTY_NOT_HOLDABLE', '只有对外发布类职责可以因生命权优先而暂缓(预案 1.6)');
  if (planned.status !== 'open' && planned.status !== 'listed')
    return refuse('DUTY_NOT_OPEN', '这项职责不在办理中');
  return [{ type: 'DutyHeld', duty: command.duty, reason: command.reason }];
};

export const resumeDuty = (state: CaseState, command: CommandOf<'ResumeDuty'>): Decision =>
  !Object.hasOwn(state.holds, command.duty)
    ? refuse('DUTY_NOT_HELD', '这项职责没有暂缓')
    : [{ type: 'DutyResumed', duty: command.duty, reason: command.reason }];

/** Both change which report is owed next: the unit and the office hear of it at once. */
const tell = (context: Context, state: CaseState, template: string): CaseEvent => ({
  type: 'NoticesMade',
  notices: makeNotices(
    context.regulation,
    state,
    caseNotices(state.version + 1, template, ['unitLiaison', 'officeHead']),
  ),
});

export const declareCalm = (
  context: Context,
  state: CaseState,
  command: CommandOf<'DeclareCalm'>,
): Decision =>
  withDate(context, command.calmedAt, (calmedAt) => {
    if (calmedAtOf(state) !== null) return refuse('ALREADY_CALM', '已经宣布平息');
    const since = state.outbreaks.at(-1)?.at ?? state.instants.outbreakAt ?? state.instants.occurredAt;
    if (since !== undefined && calmedAt < since)
      return refuse('INSTANT_BEFORE_OUTBREAK', '平息时间不能早于爆发时间');
    return [{ type: 'CalmDeclared', calmedAt, reason: command.reason }, tell(context, state, 'calmed')];
  });

export const rekindle = (context: Context, state: CaseState, command: CommandOf<'Rekindle'>): Decision =>
  withDate(context, command.outbreakAt, (outbreakAt) => {
    const calmedAt = calmedAtOf(state);
    if (calmedAt === null) return refuse('NOT_CALM', '舆情尚未宣布平息');
    if (outbreakAt < calmedAt) return refuse('INSTANT_BEFORE_CALM', '再次爆发时间不能早于平息时间');
    return [{ type: 'CaseRekindled', outbreakAt, reason: command.reason }, tell(context, state, 'rekindled')];
  });
