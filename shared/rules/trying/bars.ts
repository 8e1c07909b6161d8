import type { CaseState } from '../../case/state.ts';
import { jointUnits } from '../../case/units.ts';
import type { OfficeCommand } from '../../contracts/commands.ts';
import type { RuleCode } from '../../contracts/refusal-codes.ts';
import { refuseEnd, refuseStart } from '../acts/plan.ts';
import { type Context, scheduleOf } from '../context.ts';
import { approveLowering, refuseChange, refuseDetermination, rejectLowering } from '../level/level.ts';
import { holdDuty, resumeDuty } from '../limits/holds.ts';
import { extendDuty, setDeadline } from '../limits/move-limits.ts';
import { refuseUnassigned } from '../orders/draft.ts';
import { incompleteActs } from '../parts/incomplete.ts';
import { releaseWarning } from '../parts/warnings.ts';
import { approveConclusion, refuseConclusion, refuseReview } from '../phases/conclude.ts';
import { refuseCalm, refuseRekindling } from '../phases/phases.ts';
import { confirmRelease } from '../phases/release.ts';
import { owedOutside } from '../phases/unmet.ts';
import { refuseAgreeing } from '../rearrange/approve.ts';
import { refuseDetaching } from '../rearrange/detach.ts';
import { refuseEnding } from '../rearrange/merge-bars.ts';
import { refuseReopening } from '../rearrange/reopen.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '../refusal.ts';
import { purgeContent } from '../secrecy/purge.ts';
import { refuseReturn } from '../units/return.ts';

type Bar = (context: Context, state: CaseState) => Refusal | undefined;

const refusalIn = (decision: Decision): Refusal | undefined => (isRefusal(decision) ? decision : undefined);

/** Where a command is about one duty: refused when its rule refuses every one by these codes, whatever else it says. */
const noDuty =
  (
    decide: (context: Context, state: CaseState, duty: string) => Decision,
    codes: readonly [RuleCode, ...RuleCode[]],
    message: string,
  ): Bar =>
  (context, state) => {
    const ids = [...scheduleOf(context, state).duties, ...state.holds].map(({ duty }) => duty);
    const isRefused = (duty: string): boolean => {
      const refused = refusalIn(decide(context, state, duty));
      return (
        refused !== undefined && (refused.code === 'DUTY_NOT_IN_SCHEDULE' || codes.includes(refused.code))
      );
    };
    return ids.every(isRefused) ? refuse(codes[0], message) : undefined;
  };
/** Where a command names something that the case has none of. */
const nothing =
  (list: (context: Context, state: CaseState) => readonly unknown[], code: RuleCode, message: string): Bar =>
  (context, state) =>
    list(context, state).length === 0 ? refuse(code, message) : undefined;
const noOrder = nothing((_, { orders }) => orders, 'ORDER_UNKNOWN', '本案没有督办通知稿');

/** What the rules look at only whether it is there. */
const ANY = '';
/** Later than any limit. */
const SOME_DAY = '9999-12-31T00:00:00.000Z';

/**
 * Command → why nobody's of that kind is taken in the case as it stands, whatever it carries: asked of the same rules that decide it.
 * Of a command that is not here nothing can be said before its fields are known.
 */
export const BARS: { readonly [T in OfficeCommand['type']]?: Bar } = {
  ConfirmGrade: refuseDetermination,
  ChangeLevel: refuseChange,
  ApproveLevelChange: (context, state) => refusalIn(approveLowering(context, state)),
  RejectLevelChange: (_, state) => refusalIn(rejectLowering(state, ANY)),
  WithdrawUnit: nothing((_, state) => jointUnits(state), 'UNIT_NOT_JOINT', '本案没有会办单位'),
  ReturnCase: refuseReturn,
  DecideReturn: nothing(
    (_, { returns }) => returns.filter(({ ended }) => ended === null),
    'ACT_UNKNOWN',
    '本案没有待决定的退回',
  ),
  ReleaseWarning: noDuty(
    (context, state, duty) => releaseWarning(context, state, { type: 'ReleaseWarning', duty }),
    ['NO_WARNING', 'ALREADY_RELEASED', 'DUTY_NOT_OPEN'],
    '本案现没有待核发的预警',
  ),
  AnswerNotice: nothing(
    (_, { telephoneTasks, pendingNotices }) => Object.keys({ ...telephoneTasks, ...pendingNotices }),
    'NOTICE_UNKNOWN',
    '本案现没有待告知的通知',
  ),
  StartPlan: (_, state) => refuseStart(state),
  EndPlan: (_, state) => refuseEnd(state),
  CompleteAct: nothing(
    ({ regulation }, state) => incompleteActs(regulation, state),
    'ACT_NOT_INCOMPLETE',
    '本案没有待补的要件',
  ),
  HoldDuty: noDuty(
    (context, state, duty) => holdDuty(context, state, { type: 'HoldDuty', duty, reason: ANY }),
    ['DUTY_NOT_HOLDABLE', 'DUTY_NOT_OPEN'],
    '本案现没有可以暂缓的职责',
  ),
  ResumeDuty: noDuty(
    (context, state, duty) => resumeDuty(context, state, { type: 'ResumeDuty', duty, reason: ANY }),
    ['DUTY_NOT_HELD'],
    '本案没有暂缓的职责',
  ),
  ExtendDuty: noDuty(
    (context, state, duty) =>
      extendDuty(context, state, { type: 'ExtendDuty', duty, to: SOME_DAY, reason: ANY }),
    ['EXTENSION_NOT_ALLOWED', 'DUTY_NOT_OPEN', 'EXTENSION_TOO_LATE'],
    '本案现没有可以延长时限的职责',
  ),
  SetDeadline: noDuty(
    (context, state, duty) =>
      setDeadline(context, state, { type: 'SetDeadline', duty, due: SOME_DAY, reason: ANY }),
    ['DEADLINE_NOT_OPEN', 'DUTY_NOT_OPEN'],
    '本案现没有须人工录入时限的职责',
  ),
  DraftSupervisionOrder: (_, state) => refuseUnassigned(state),
  SignSupervisionOrder: noOrder,
  AcknowledgeOrder: noOrder,
  VoidOrder: noOrder,
  DeclareCalm: refuseCalm,
  Rekindle: refuseRekindling,
  Conclude: refuseConclusion,
  ApproveConclusion: (context, state) => refusalIn(approveConclusion(context, state)),
  ReleaseDuty: nothing(
    (context, state) => [
      ...owedOutside(context, state),
      ...state.releases.filter(({ confirmed, document }) => confirmed !== null && document === undefined),
    ],
    'RELEASE_NOT_OWED',
    '本案没有可由收文机关同意免报的事项',
  ),
  ConfirmRelease: (context, state) => {
    const refused = state.releases.map(({ entry }) =>
      refusalIn(confirmRelease(context, state, { act: entry })),
    );
    return refused.includes(undefined)
      ? undefined
      : (refused[0] ?? refuse('ACT_UNKNOWN', '本案没有待确认的免报'));
  },
  FileReview: refuseReview,
  DetachItem: (_, state) => refuseDetaching(state),
  MergeCase: ({ regulation }, state) => refuseEnding(regulation, state),
  Reopen: (_, state) => refuseReopening(state),
  ApproveMerge: refuseAgreeing,
  RejectMerge: nothing(
    (_, { merging }) => (merging === null ? [] : [merging]),
    'NO_MERGE_PENDING',
    '没有待同意的并案',
  ),
  PurgeContent: (context, state) =>
    refusalIn(purgeContent(context, state, { type: 'PurgeContent', entries: [] })),
};
