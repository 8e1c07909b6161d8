import type { CaseState } from '../case/state.ts';
import type { OfficeCommand } from '../contracts/commands.ts';
import { fileReport, recordMeeting } from './acts/acts.ts';
import { recordAction, recordDecision } from './acts/approve.ts';
import { type AttachItem, attachItem } from './acts/attach-item.ts';
import { confirmAct } from './acts/confirm.ts';
import { issueDocument } from './acts/documents.ts';
import { type ApplyOverlay, acknowledge, addSource, applyOverlay } from './acts/facts.ts';
import { setFlags } from './acts/flags.ts';
import { correctInstant } from './acts/instants.ts';
import { recordInstruction } from './acts/instruct.ts';
import { endPlan, requestPlan, startPlan } from './acts/plan.ts';
import { recordPublication } from './acts/publish.ts';
import { type TakeBack, takeBack, withdrawAct } from './acts/withdraw.ts';
import { askAgain } from './ask-again.ts';
import {
  type ContinueClock,
  continueClock,
  type RecordFault,
  type RecordHandOvers,
  type RecordTextReceipt,
  recordFault,
  recordHandOvers,
  recordTextReceipt,
} from './clocks.ts';
import type { Context } from './context.ts';
import {
  approveLowering,
  changeLevel,
  confirmGrade,
  rejectLowering,
  setResponseLevel,
} from './level/level.ts';
import { rateCase } from './level/rate.ts';
import { answerNotice } from './limits/answer-notice.ts';
import { type EnforceStage, enforceStage } from './limits/enforce.ts';
import { holdDuty, resumeDuty } from './limits/holds.ts';
import { learnHolidayLists } from './limits/learn-lists.ts';
import { extendDuty, setDeadline } from './limits/move-limits.ts';
import { draftOrder } from './orders/draft.ts';
import { acknowledgeOrder, chargeSigner, signOrder, voidOrder } from './orders/sign.ts';
import { completeAct } from './parts/complete.ts';
import { releaseWarning } from './parts/warnings.ts';
import { approveConclusion, archive, conclude, fileReview } from './phases/conclude.ts';
import type { OpenCaseFacts } from './phases/open.ts';
import { declareCalm, rekindle } from './phases/phases.ts';
import { confirmRelease, releaseDuty } from './phases/release.ts';
import {
  type ApproveMerge,
  approveMerge,
  type LapseMerge,
  lapseMerge,
  rejectMerge,
} from './rearrange/approve.ts';
import { type DetachItem, detachItem, type PlaceItem, placeItem } from './rearrange/detach.ts';
import { type TakeDraft, takeDraft } from './rearrange/drafts.ts';
import { type CloseMerged, closeMerged, type MergeCase, mergeCase } from './rearrange/merge.ts';
import { reopen } from './rearrange/reopen.ts';
import { type TakeOver, takeOver } from './rearrange/take-over.ts';
import { type Decision, refuse } from './refusal.ts';
import { type PurgeContent, purgeContent } from './secrecy/purge.ts';
import { assignUnit, withdrawUnit } from './units/assign.ts';
import { decideReturn, returnCase } from './units/return.ts';

/** What the system itself says to a case; no person's authority is asked. */
export type SystemCommand =
  | EnforceStage
  | AttachItem
  | RecordHandOvers
  | RecordTextReceipt
  | ContinueClock
  | RecordFault
  | ApplyOverlay
  | TakeOver
  | TakeDraft
  | LapseMerge
  | TakeBack
  | CloseMerged
  | PlaceItem
  | { type: 'AskAgain' }
  | { type: 'LearnHolidayLists' }
  | { type: 'Archive' };
type LookedUp = 'AttachItem' | 'PurgeContent' | 'DetachItem' | 'MergeCase' | 'ApproveMerge';
/** An item or another case that is named is looked up before the rules see it, and what there is to be cleared. */
export type PersonCommand =
  | Exclude<OfficeCommand, { type: LookedUp }>
  | DetachItem
  | PurgeContent
  | MergeCase
  | ApproveMerge;
export type CaseCommand = PersonCommand | SystemCommand | OpenCaseFacts;

/** How the rules deal with one command on a case that is there. */
export interface Rule<Command extends CaseCommand> {
  decide: (context: Context, state: CaseState, command: Command) => Decision;
  /** Whose it is; of `both`, a person's authority is asked when it is not the system's. */
  by: 'system' | 'person' | 'both';
  /**
   * Gates of the regulation: `checked` before; `own`: the command looks at them itself, in the order of its own refusals;
   * `steps`: it opens them, and waits for nothing but the steps before its own.
   */
  gate: 'checked' | 'own' | 'steps' | 'none';
  /** What becomes of it once the case is concluded; while a body outside is still owed something, `whileOwed` is taken. */
  afterConclusion: 'taken' | 'refused' | 'ignored';
  whileOwed?: true;
  /** Taken also of a case that was merged into another: what completes its own file. */
  afterMerging?: true;
}

const BY_PERSON = { by: 'person', gate: 'checked', afterConclusion: 'refused' } as const;
/** Of a person, whatever has become of the case: what completes its file. */
const TO_THE_END = { by: 'person', gate: 'none', afterConclusion: 'taken', afterMerging: true } as const;
const BY_SYSTEM = { by: 'system', gate: 'none', afterConclusion: 'ignored' } as const;

/** Every command, each with its rule; one that has none does not compile. */
export const RULES: { readonly [T in CaseCommand['type']]: Rule<Extract<CaseCommand, { type: T }>> } = {
  OpenCase: { decide: () => refuse('CASE_ALREADY_OPEN', '案卷已存在'), ...BY_PERSON, gate: 'none' },
  AttachItem: { decide: attachItem, by: 'both', gate: 'checked', afterConclusion: 'ignored' },
  AddSource: { decide: addSource, ...BY_PERSON },
  CorrectInstant: { decide: correctInstant, ...BY_PERSON },
  // 涉密 is said of a case that was merged too: what was written there can then be cleared.
  SetFlags: { decide: setFlags, ...BY_PERSON, afterMerging: true },
  AssignUnit: { decide: assignUnit, ...BY_PERSON },
  WithdrawUnit: { decide: withdrawUnit, ...BY_PERSON },
  ReturnCase: { decide: returnCase, ...BY_PERSON, gate: 'none' },
  DecideReturn: { decide: decideReturn, ...BY_PERSON },
  Acknowledge: { decide: acknowledge, ...BY_PERSON },
  RecordInstruction: { decide: recordInstruction, ...BY_PERSON },

  ConfirmGrade: { decide: confirmGrade, ...BY_PERSON },
  ChangeLevel: { decide: changeLevel, ...BY_PERSON },
  ApproveLevelChange: { decide: approveLowering, ...BY_PERSON },
  RejectLevelChange: { decide: (_, state, { reason }) => rejectLowering(state, reason), ...BY_PERSON },
  SetResponseLevel: { decide: (_, state, command) => setResponseLevel(state, command), ...BY_PERSON },
  RateCase: { decide: rateCase, ...BY_PERSON },

  FileReport: { decide: fileReport, ...BY_PERSON, whileOwed: true },
  RecordPublication: { decide: recordPublication, ...BY_PERSON, gate: 'own' },
  RecordMeeting: { decide: recordMeeting, ...BY_PERSON },
  RecordDecision: { decide: recordDecision, ...BY_PERSON },
  RecordAction: { decide: recordAction, by: 'person', gate: 'steps', afterConclusion: 'taken' },
  IssueDocument: { decide: issueDocument, ...BY_PERSON, gate: 'own', whileOwed: true },
  CompleteAct: { decide: completeAct, ...TO_THE_END },
  ReleaseWarning: { decide: releaseWarning, ...BY_PERSON, gate: 'none' },
  RequestPlan: { decide: requestPlan, ...BY_PERSON },
  StartPlan: { decide: startPlan, ...BY_PERSON },
  EndPlan: { decide: endPlan, ...BY_PERSON },

  ConfirmAct: { decide: confirmAct, ...BY_PERSON, afterConclusion: 'taken' },
  WithdrawAct: { decide: withdrawAct, ...BY_PERSON },

  HoldDuty: { decide: holdDuty, ...BY_PERSON },
  ResumeDuty: { decide: resumeDuty, ...BY_PERSON },
  ExtendDuty: { decide: extendDuty, ...BY_PERSON },
  SetDeadline: { decide: setDeadline, ...BY_PERSON },
  DetachItem: { decide: detachItem, ...BY_PERSON, gate: 'none' },
  MergeCase: { decide: mergeCase, ...BY_PERSON, gate: 'none', afterMerging: true },
  Reopen: { decide: reopen, ...BY_PERSON, gate: 'none', afterConclusion: 'taken' },
  ApproveMerge: { decide: approveMerge, ...TO_THE_END },
  RejectMerge: { decide: rejectMerge, ...TO_THE_END },
  DraftSupervisionOrder: { decide: draftOrder, ...BY_PERSON },
  SignSupervisionOrder: { decide: signOrder, ...BY_PERSON },
  ChargeSigner: { decide: chargeSigner, ...BY_PERSON },
  AcknowledgeOrder: { decide: acknowledgeOrder, ...BY_PERSON },
  VoidOrder: { decide: voidOrder, ...BY_PERSON, afterConclusion: 'taken' },
  AnswerNotice: { decide: answerNotice, ...BY_PERSON, afterConclusion: 'taken', afterMerging: true },

  DeclareCalm: { decide: declareCalm, ...BY_PERSON },
  Rekindle: { decide: rekindle, ...BY_PERSON },
  Conclude: { decide: conclude, ...BY_PERSON, gate: 'own' },
  ApproveConclusion: { decide: approveConclusion, ...BY_PERSON, gate: 'own' },
  PurgeContent: { decide: purgeContent, ...TO_THE_END },
  ReleaseDuty: { decide: releaseDuty, ...BY_PERSON, afterConclusion: 'taken' },
  ConfirmRelease: { decide: confirmRelease, ...BY_PERSON, afterConclusion: 'taken' },
  FileReview: { decide: fileReview, ...BY_PERSON, afterConclusion: 'taken' },

  TakeOver: { decide: takeOver, ...BY_SYSTEM, afterConclusion: 'refused' },
  TakeDraft: { decide: takeDraft, ...BY_SYSTEM },
  LapseMerge: { decide: lapseMerge, ...BY_SYSTEM },
  TakeBack: { decide: takeBack, ...BY_SYSTEM, afterConclusion: 'taken', afterMerging: true },
  PlaceItem: { decide: placeItem, ...BY_SYSTEM, afterConclusion: 'taken', afterMerging: true },
  CloseMerged: { decide: closeMerged, ...BY_SYSTEM },
  EnforceStage: { decide: enforceStage, ...BY_SYSTEM, whileOwed: true },
  ApplyOverlay: { decide: (_, state, command) => applyOverlay(state, command), ...BY_SYSTEM },
  ContinueClock: {
    decide: (_, state, command) => continueClock(state, command),
    ...BY_SYSTEM,
    whileOwed: true,
  },
  RecordHandOvers: {
    decide: recordHandOvers,
    ...BY_SYSTEM,
    afterConclusion: 'taken',
    afterMerging: true,
  },
  RecordTextReceipt: {
    decide: recordTextReceipt,
    ...BY_SYSTEM,
    afterConclusion: 'taken',
    afterMerging: true,
  },
  RecordFault: { decide: recordFault, ...BY_SYSTEM, afterConclusion: 'taken', afterMerging: true },
  LearnHolidayLists: { decide: learnHolidayLists, ...BY_SYSTEM, whileOwed: true },
  AskAgain: { decide: askAgain, ...BY_SYSTEM, afterConclusion: 'taken' },
  Archive: { decide: archive, ...BY_SYSTEM, afterConclusion: 'taken' },
};

export const ruleOf = <Command extends CaseCommand>({ type }: Command): Rule<Command> =>
  RULES[type] as Rule<Command>;
