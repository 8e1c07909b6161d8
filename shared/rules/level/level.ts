import type { CaseEvent, EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { isStanding, levelOf } from '../../regulations/lookup.ts';
import { checkAuthority } from '../authority.ts';
import { type Context, type Facts, type Handling, handlingOf, isHigher } from '../context.ts';
import { tellRoles } from '../notices.ts';
import { refuseSecondPerson, refuseUnknownPerson } from '../persons.ts';
import { askForLowering } from '../phases/second-person.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';
import { checkNewFact, lapsedCalm } from './raise.ts';

/** Where a case is to go: its warning level, and the handling level if somebody sets another. */
interface Target {
  level: string;
  override: string | null;
}
interface Why {
  reason: string;
  authority: string;
  newFact?: number | undefined;
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

/** The levels that the case was proposed at and that lie above the one now determined. */
const notAdopted = ({ regulation }: Context, { segments }: CaseState, handling: string) => {
  const above = segments
    .filter(({ standing, level }) => standing === 'proposed' && isHigher(regulation, level, handling))
    .map(({ level }) => level);
  return above.length === 0 ? {} : { notAdopted: [...new Set(above)] };
};

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
  { reason, authority, newFact }: Why,
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
  ...(newFact === undefined ? {} : { newFact }),
});

/** A second proposal must wait for the first; a raise need not: it makes the proposal void. */
const propose = (context: Context, state: CaseState, { level, override }: Target, why: Why): Decision => {
  if (state.lowering !== null) return refuse('LOWERING_PENDING', '已有降级申请待第二人审批');
  // Whom the roster does not know cannot be told apart from the second person.
  const unknown = refuseUnknownPerson(context);
  if (unknown !== undefined) return unknown;
  return [
    { type: 'LoweringProposed', to: level, ...(override === null ? {} : { override }), ...why },
    askForLowering(context, state),
  ];
};

const alreadyConfirmed = (): Refusal => refuse('GRADE_ALREADY_CONFIRMED', '级别已经确定,请用“调整级别”');
/** Whether what has come since asks for the level once more. */
const isAskedAgain = ({ regrades }: CaseState): boolean =>
  regrades.some(({ answeredAt }) => answeredAt === null);
/** Why there is no level to be determined. */
export const refuseDetermination = (context: Context, state: CaseState): Refusal | undefined =>
  refuseStanding(context, state) ??
  (state.provisional || isAskedAgain(state) ? undefined : alreadyConfirmed());
/** Why there is no level to be changed: before any is determined, a change is the determination. */
export const refuseChange = (context: Context, state: CaseState): Refusal | undefined =>
  refuseStanding(context, state) ??
  (state.provisional ? checkAuthority(context, state, 'ConfirmGrade') : undefined);

/** Asked whether to raise a determined level, the office keeps it. */
const keepGrade = (state: CaseState, { level, reason }: CommandOf<'ConfirmGrade'>): Decision => {
  if (!isAskedAgain(state) || level !== state.warningLevel) return alreadyConfirmed();
  return reason === undefined
    ? refuse('REASON_REQUIRED', '保留原级别须写明理由')
    : [{ type: 'GradeKept', level, reason }];
};

/** The office confirms a provisional grade or sets another (第十四条 ①). Below the provisional level a second person decides. */
export const confirmGrade: Decide<'ConfirmGrade'> = (context, state, command) => {
  const standing = refuseStanding(context, state);
  if (standing !== undefined) return standing;
  if (!state.provisional) return keepGrade(state, command);
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
      ...notAdopted(context, state, handled.handling),
      ...(target.override === null ? {} : { override: target.override }),
      ...(command.reason === undefined ? {} : { reason: command.reason }),
      ...(command.factors === undefined ? {} : { factors: command.factors as Record<string, number> }),
    },
  ];
};

/** Setting another level before any was determined is the determination, and for whom the regulation lets determine. */
const determineAt = (context: Context, state: CaseState, command: CommandOf<'ChangeLevel'>): Decision => {
  const { level, handleAs, reason } = command;
  return (
    checkAuthority(context, state, 'ConfirmGrade') ??
    confirmGrade(context, state, { type: 'ConfirmGrade', level, handleAs, reason })
  );
};

/** 办法第十四条 ②: the level follows the facts or a superior's instruction. Down needs a second person. */
export const changeLevel: Decide<'ChangeLevel'> = (context, state, command) => {
  const standing = refuseStanding(context, state);
  if (standing !== undefined) return standing;
  const target = { level: command.level, override: command.handleAs ?? null };
  const handled = handlingAt(context, state, target);
  if (state.provisional) return determineAt(context, state, command);
  if (target.level === state.warningLevel && handled.handling === state.handlingLevel)
    return refuse('LEVEL_UNCHANGED', '级别没有变化');
  if (lowers(context, state, target, handled))
    return propose(context, state, target, { reason: command.reason, authority: command.authority });
  const growth = checkNewFact(context, state, command);
  if (growth !== undefined) return growth;
  return [
    changed(context, state, { ...target, handled }, command),
    ...lapsedCalm(context, state, handled.handling),
  ];
};

/** Which level became which; of a case that is handled at another than its own, that one too where it is what changed or still holds. */
const tellLowered = (
  context: Context,
  state: CaseState,
  { level, handled: { handling } }: { level: string; handled: Handling },
): CaseEvent => {
  const { provisional, warningLevel, handlingLevel } = state;
  const short = (of: string): string => levelOf(context.regulation, of).short;
  const isOnlyHandling = warningLevel === level;
  const from = short(isOnlyHandling || provisional ? handlingLevel : warningLevel);
  const to =
    isOnlyHandling || level === handling ? short(handling) : `${short(level)},按${short(handling)}处置`;
  return tellRoles(context, state, 'levelLowered', {
    from: `${provisional ? '初判' : ''}${from}`,
    level: to,
  });
};

export const approveLowering = (context: Context, state: CaseState): Decision => {
  const proposal = state.lowering;
  if (proposal === null) return refuse('NO_LOWERING_PENDING', '没有待审批的降级申请');
  const alone = refuseSecondPerson(context, proposal.by, '降级须由申请人以外的第二人审批');
  if (alone !== undefined) return alone;
  const target = { level: proposal.to, override: proposal.override ?? null };
  const handled = handlingAt(context, state, target);
  // Below what was only proposed: two persons have determined it, and nothing was lowered.
  if (state.provisional)
    return [
      {
        type: 'GradeConfirmed',
        level: proposal.to,
        ...handled,
        ...notAdopted(context, state, handled.handling),
        ...(proposal.override === undefined ? {} : { override: proposal.override }),
        reason: proposal.reason,
        proposedBy: proposal.by,
      },
      tellLowered(context, state, { level: proposal.to, handled }),
    ];
  return [
    { ...changed(context, state, { ...target, handled }, proposal), proposedBy: proposal.by },
    tellLowered(context, state, { level: proposal.to, handled }),
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
  after: Facts,
  override: string | null = state.handlingOverride,
): CaseEvent[] => {
  const handled = handlingOf(context.regulation, { ...state, ...after, handlingOverride: override });
  if (!isHigher(context.regulation, handled.handling, state.handlingLevel)) return [];
  const reason = handled.byReference?.text ?? '来源或标记变化';
  const target = { level: state.warningLevel, override, handled };
  return [
    changed(context, state, target, { reason, authority: 'reference' }),
    ...lapsedCalm(context, state, handled.handling),
  ];
};

/** 预案 4.4: the response level is apart from the warning level and moves no clock. */
export const setResponseLevel = (
  state: CaseState,
  { level, reason }: CommandOf<'SetResponseLevel'>,
): Decision =>
  state.responseLevel === level
    ? refuse('LEVEL_UNCHANGED', '响应级别没有变化')
    : [{ type: 'ResponseLevelSet', level, reason }];
