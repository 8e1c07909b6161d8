import type { CaseEvent, EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { isStanding, levelOf } from '../../regulations/lookup.ts';
import { type Context, type Handling, handlingOf, isHigher } from '../context.ts';
import { tellRoles } from '../notices.ts';
import { refuseSecondPerson } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';

/** Where a case is to go: its warning level, and the handling level if somebody sets another. */
interface Target {
  level: string;
  override: string | null;
}
interface Why {
  reason: string;
  authority: string;
}

/** A matter that is no 舆情 has no grade, no calm and no relapse. */
export const refuseStanding = ({ regulation }: Context, { handlingLevel }: CaseState): Refusal | undefined =>
  isStanding(regulation, handlingLevel)
    ? refuse(
        'LEVEL_FIXED',
        `${levelOf(regulation, handlingLevel).name}不是舆情,不定级、不调级,也不宣布平息或反复`,
      )
    : undefined;

const handlingAt = ({ regulation }: Context, state: CaseState, target: Target): Handling =>
  handlingOf(regulation, { ...state, warningLevel: target.level, handlingOverride: target.override });

/** Down in either the warning level or the handling level: time could be bought, so a second person decides. */
const lowers = ({ regulation }: Context, state: CaseState, target: Target, { handling }: Handling): boolean =>
  isHigher(regulation, state.warningLevel, target.level) ||
  isHigher(regulation, state.handlingLevel, handling);

const directionOf = (
  { regulation }: Context,
  { handlingLevel }: CaseState,
  { handling }: Handling,
): EventOf<'LevelChanged'>['direction'] =>
  isHigher(regulation, handling, handlingLevel)
    ? 'raised'
    : isHigher(regulation, handlingLevel, handling)
      ? 'lowered'
      : 'same';

const changed = (
  context: Context,
  state: CaseState,
  target: Target & { handled: Handling },
  { reason, authority }: Why,
): EventOf<'LevelChanged'> => ({
  type: 'LevelChanged',
  from: state.warningLevel,
  to: target.level,
  handlingFrom: state.handlingLevel,
  handlingTo: target.handled.handling,
  direction: directionOf(context, state, target.handled),
  ...(target.handled.byReference === undefined ? {} : { byReference: target.handled.byReference }),
  ...(target.override === null ? {} : { override: target.override }),
  reason,
  authority,
});

/** A second proposal must wait for the first; a raise need not: it makes the proposal void. */
const propose = (context: Context, state: CaseState, { level, override }: Target, why: Why): Decision => {
  if (state.lowering !== null) return refuse('LOWERING_PENDING', '已有降级申请待第二人审批');
  return [
    { type: 'LoweringProposed', to: level, ...(override === null ? {} : { override }), ...why },
    tellRoles(context, state, 'loweringProposed'),
  ];
};

/** The office confirms a provisional grade or sets another (第十四条 ①). Below the provisional level a second person decides. */
export const confirmGrade: Decide<'ConfirmGrade'> = (context, state, command) => {
  const standing = refuseStanding(context, state);
  if (standing !== undefined) return standing;
  if (!state.provisional) return refuse('GRADE_ALREADY_CONFIRMED', '级别已经确定,请用“调整级别”');
  if (command.handleAs !== undefined && command.reason === undefined)
    return refuse('REASON_REQUIRED', '另定处置级别须写明理由');
  // Confirming moves nothing: the handling level that an instruction has set stays unless another is given.
  const target = { level: command.level, override: command.handleAs ?? state.handlingOverride };
  const handled = handlingAt(context, state, target);
  if (lowers(context, state, target, handled))
    return propose(context, state, target, {
      reason: command.reason ?? '定级低于系统初判',
      authority: 'change',
    });
  return [
    {
      type: 'GradeConfirmed',
      level: command.level,
      ...handled,
      ...(target.override === null ? {} : { override: target.override }),
      ...(command.reason === undefined ? {} : { reason: command.reason }),
      ...(command.factors === undefined ? {} : { factors: command.factors as Record<string, number> }),
    },
  ];
};

/** 办法第十四条 ②: the level follows the facts or a superior's instruction. Down needs a second person. */
export const changeLevel: Decide<'ChangeLevel'> = (context, state, command) => {
  const standing = refuseStanding(context, state);
  if (standing !== undefined) return standing;
  const target = { level: command.level, override: command.handleAs ?? null };
  const handled = handlingAt(context, state, target);
  if (target.level === state.warningLevel && handled.handling === state.handlingLevel)
    return refuse('LEVEL_UNCHANGED', '级别没有变化');
  if (lowers(context, state, target, handled))
    return propose(context, state, target, { reason: command.reason, authority: command.authority });
  return [changed(context, state, { ...target, handled }, command)];
};

export const approveLowering = (context: Context, state: CaseState): Decision => {
  const proposal = state.lowering;
  if (proposal === null) return refuse('NO_LOWERING_PENDING', '没有待审批的降级申请');
  const alone = refuseSecondPerson(context, proposal.by, '降级须由申请人以外的第二人审批');
  if (alone !== undefined) return alone;
  const target = { level: proposal.to, override: proposal.override ?? null };
  const handled = handlingAt(context, state, target);
  return [
    { ...changed(context, state, { ...target, handled }, proposal), proposedBy: proposal.by },
    tellRoles(context, state, 'levelLowered', {
      level: levelOf(context.regulation, handled.handling).short,
    }),
  ];
};

export const rejectLowering = (state: CaseState, reason: string): Decision =>
  state.lowering === null
    ? refuse('NO_LOWERING_PENDING', '没有待审批的降级申请')
    : [{ type: 'LoweringRejected', to: state.lowering.to, reason }];

/** The change that follows from a new source or flag by a rule of reference; none when the handling level stays. Never down. */
export const followReference = (
  context: Context,
  state: CaseState,
  after: Pick<CaseState, 'sources' | 'flags'>,
  override: string | null = state.handlingOverride,
): CaseEvent[] => {
  const handled = handlingOf(context.regulation, { ...state, ...after, handlingOverride: override });
  if (!isHigher(context.regulation, handled.handling, state.handlingLevel)) return [];
  const reason = handled.byReference?.text ?? '来源或标记变化';
  const target = { level: state.warningLevel, override, handled };
  return [changed(context, state, target, { reason, authority: 'reference' })];
};

/** 预案 4.4: the response level is apart from the warning level and moves no clock. */
export const setResponseLevel = (
  state: CaseState,
  { level, reason }: CommandOf<'SetResponseLevel'>,
): Decision =>
  state.responseLevel === level
    ? refuse('LEVEL_UNCHANGED', '响应级别没有变化')
    : [{ type: 'ResponseLevelSet', level, reason }];
