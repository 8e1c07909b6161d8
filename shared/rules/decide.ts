import type { CaseEvent, HandOver, Notice } from '../case/events.ts';
import { foresee } from '../case/evolve.ts';
import type { CaseState } from '../case/state.ts';
import type { OfficeCommand } from '../contracts/commands.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { receiversOf } from '../regulations/lookup.ts';
import { openableLevels } from '../regulations/scales.ts';
import {
  endPlan,
  fileReport,
  recordAction,
  recordDecision,
  recordMeeting,
  recordPublication,
  startPlan,
} from './acts/acts.ts';
import { type AttachItem, attachItem } from './acts/attach-item.ts';
import { issueDocument } from './acts/documents.ts';
import { addSource, assignUnit, correctInstant, recordInstruction, setFlags } from './acts/facts.ts';
import { checkAuthority } from './authority.ts';
import type { Context } from './context.ts';
import { closedGate } from './gates.ts';
import {
  approveLowering,
  changeLevel,
  confirmGrade,
  rejectLowering,
  setResponseLevel,
} from './level/level.ts';
import { rateCase } from './level/rate.ts';
import { type EnforceStage, enforceStage } from './limits/enforce.ts';
import { extendDuty, setDeadline } from './limits/move-limits.ts';
import { answerNotice, issueOrder } from './limits/orders.ts';
import { caseNotices, makeNotices } from './notices.ts';
import { archive, conclude, fileReview } from './phases/conclude.ts';
import { type OpenCaseFacts, openCase } from './phases/open.ts';
import { declareCalm, holdDuty, rekindle, resumeDuty } from './phases/phases.ts';
import { type Decision, isRefusal, type Refusal, refuse } from './refusal.ts';
import { changesClocks, settlement, wakesOthers } from './settle.ts';

/** What the system itself says to a case; no person's authority is asked. */
export type SystemCommand =
  | EnforceStage
  | AttachItem
  | { type: 'RecordHandOvers'; handOvers: HandOver[] }
  | { type: 'RecordUndelivered'; notice: Notice; person: string; detail: string }
  | { type: 'ContinueClock'; from: number; reason: string }
  | { type: 'RecordFault'; execution: string; error: string }
  /** A special period has begun that this case falls into (特护期). */
  | { type: 'ApplyOverlay'; flag: string; reason: string }
  | { type: 'Archive' };
/** An item named by its key is looked up before the rules see it. */
export type PersonCommand = Exclude<OfficeCommand, { type: 'AttachItem' }>;
export type CaseCommand = PersonCommand | SystemCommand | OpenCaseFacts;

const SYSTEM: ReadonlySet<CaseCommand['type']> = new Set([
  'EnforceStage',
  'AttachItem',
  'RecordHandOvers',
  'RecordUndelivered',
  'ContinueClock',
  'RecordFault',
  'ApplyOverlay',
  'Archive',
]);
/** These look at their gates themselves, in the order of their own refusals; actions are what opens gates. */
const HAS_OWN_GATE: ReadonlySet<CaseCommand['type']> = new Set([
  'RecordPublication',
  'Conclude',
  'RecordAction',
]);
/** Commands that a concluded case still takes. */
const AFTER_CONCLUSION: ReadonlySet<CaseCommand['type']> = new Set([
  'FileReview',
  'Archive',
  'RecordHandOvers',
  'RecordUndelivered',
  'AnswerNotice',
  'RecordFault',
  'RecordAction',
]);

const decideOpen = (context: Context, state: CaseState, command: CaseCommand): Decision => {
  switch (command.type) {
    case 'OpenCase':
      return refuse('CASE_ALREADY_OPEN', '案卷已存在');
    case 'AddSource':
      return addSource(context, state, command);
    case 'CorrectInstant':
      return correctInstant(context, state, command);
    case 'ConfirmGrade':
      return confirmGrade(context, state, command);
    case 'ChangeLevel':
      return changeLevel(context, state, command);
    case 'ApproveLevelChange':
      return approveLowering(context, state);
    case 'RejectLevelChange':
      return rejectLowering(state, command.reason);
    case 'SetResponseLevel':
      return setResponseLevel(context, state, command);
    case 'RateCase':
      return rateCase(context, state, command);
    case 'SetFlags':
      return setFlags(context, state, command);
    case 'AssignUnit':
      return assignUnit(context, state, command);
    case 'Acknowledge':
      return state.unit === null
        ? refuse('UNIT_NOT_ASSIGNED', '尚未转办责任单位')
        : state.acknowledgedAt !== null
          ? refuse('ALREADY_ACKNOWLEDGED', '已经签收')
          : [{ type: 'CaseAcknowledged', unit: state.unit }];
    case 'FileReport':
      return fileReport(context, state, command);
    case 'RecordPublication':
      return recordPublication(context, state, command);
    case 'RecordMeeting':
      return recordMeeting(context, command);
    case 'RequestPlan':
      return [
        { type: 'PlanRequested', reason: command.reason },
        {
          type: 'NoticesMade',
          notices: makeNotices(
            context.regulation,
            state,
            caseNotices(state.version + 1, 'planRequested', receiversOf(context.regulation, 'planRequested')),
          ),
        },
      ];
    case 'StartPlan':
      return startPlan(context, state, command);
    case 'EndPlan':
      return endPlan(state, command.reason);
    case 'RecordInstruction':
      return recordInstruction(context, state, command);
    case 'RecordDecision':
      return recordDecision(context, command);
    case 'RecordAction':
      return recordAction(context, state, command);
    case 'HoldDuty':
      return holdDuty(context, state, command);
    case 'ResumeDuty':
      return resumeDuty(state, command);
    case 'ExtendDuty':
      return extendDuty(context, state, command);
    case 'SetDeadline':
      return setDeadline(context, state, command);
    case 'IssueDocument':
      return issueDocument(context, state, command);
    case 'DeclareCalm':
      return declareCalm(context, state, command);
    case 'Rekindle':
      return rekindle(context, state, command);
    case 'Conclude':
      return conclude(context, state, command);
    case 'FileReview':
      return fileReview(context, state, command);
    case 'IssueSupervisionOrder':
      return issueOrder(context, state, command);
    case 'AnswerNotice':
      return answerNotice(context, state, command);
    case 'AttachItem':
      return attachItem(context, state, command);
    case 'EnforceStage':
      return enforceStage(context, state, command);
    case 'RecordHandOvers': {
      // A refusal by the gateway may be quicker than this record.
      const handOvers = command.handOvers.filter(
        ({ key }) => state.pendingNotices[key] !== undefined || state.undelivered[key]?.handedOver === false,
      );
      return handOvers.length === 0 ? [] : [{ type: 'NoticesHandedOver', handOvers }];
    }
    case 'RecordUndelivered': {
      const { notice, person, detail } = command;
      return state.undelivered[notice.key]?.people.includes(person)
        ? []
        : [{ type: 'NoticeUndelivered', notice, person, detail }];
    }
    case 'ContinueClock':
      return state.generation === command.from
        ? [{ type: 'ClockContinued', generation: command.from + 1, reason: command.reason }]
        : [];
    case 'RecordFault':
      return [
        { type: 'ClockFaulted', execution: command.execution, error: command.error },
        {
          type: 'NoticesMade',
          notices: makeNotices(
            context.regulation,
            state,
            caseNotices(state.version + 1, 'clockFault', receiversOf(context.regulation, 'clockFault')),
          ),
        },
      ];
    case 'ApplyOverlay':
      return state.flags.includes(command.flag)
        ? []
        : [{ type: 'FlagsChanged', added: [command.flag], removed: [], reason: command.reason }];
    case 'Archive':
      return archive(context, state);
  }
};

const allowed = (context: Context, state: CaseState | null, command: CaseCommand): Refusal | undefined => {
  // The office may attach an item by hand; then its authority is asked.
  if (SYSTEM.has(command.type) && (command.type !== 'AttachItem' || context.actor.role === 'system'))
    return undefined;
  if (command.type === 'OpenCase' && command.how === 'feed') return undefined;
  if (command.type !== 'OpenCase') return checkAuthority(context, state, command.type);
  // A level that is not there is nobody's to give: the opening itself refuses it.
  const isLevel = openableLevels(context.regulation).some(({ id }) => id === command.level);
  return checkAuthority(context, state, command.type, isLevel ? command.level : undefined);
};

/** The rules alone: what happens, or why not. No events = nothing left to do (a repeat is a success). */
export const decide = (context: Context, state: CaseState | null, command: CaseCommand): Decision => {
  const forbidden = allowed(context, state, command);
  if (forbidden !== undefined) return forbidden;
  if (state === null)
    return command.type === 'OpenCase' ? openCase(context, command) : refuse('CASE_UNKNOWN', '没有这个案卷');
  if (state.status !== 'open' && !AFTER_CONCLUSION.has(command.type)) {
    return SYSTEM.has(command.type) ? [] : refuse('CASE_CONCLUDED', '案卷已结报,不能再办理');
  }
  const gate = HAS_OWN_GATE.has(command.type)
    ? undefined
    : closedGate(context.regulation, state, command.type);
  if (gate !== undefined)
    return refuse('GATE_CLOSED', `${gate.name}:须先记录${gate.missing}(${gate.clause})`);
  return decideOpen(context, state, command);
};

export interface Outcome {
  events: CaseEvent[];
  rearms: boolean;
  refusal: Refusal | null;
}

/**
 * One command on one case: the decision, what it does to the duties (for the file), and whether the clocks must be armed
 * anew. A refused command becomes an event too: who was refused what is asked later.
 */
export const handle = (context: Context, state: CaseState | null, command: CaseCommand): Outcome => {
  const decision = decide(context, state, command);
  if (isRefusal(decision)) {
    const events: CaseEvent[] =
      state === null
        ? []
        : [{ type: 'CommandRefused', command: command.type, code: decision.code, message: decision.message }];
    return { events, rearms: false, refusal: decision };
  }
  if (decision.length === 0) return { events: [], rearms: false, refusal: null };
  const meta = { at: context.now, actor: context.actor, version: (state?.version ?? 0) + 1 };
  const before = state === null ? null : scheduleCase(context.regulation, state);
  const next = foresee(state, decision, meta);
  const after = scheduleCase(context.regulation, next);
  const settled = settlement(before, after);
  const events: CaseEvent[] =
    settled.length === 0 ? decision : [...decision, { type: 'DutiesSettled', settled }];
  const ended = decision.some(({ type }) => type === 'CaseConcluded');
  // Another level runs in another execution, even when every duty still waits for the same.
  const moved = state !== null && state.handlingLevel !== next.handlingLevel;
  const isSystem = SYSTEM.has(command.type) && command.type !== 'AttachItem';
  const rearms =
    ended ||
    moved ||
    (isSystem
      ? wakesOthers(before, after, command.type === 'EnforceStage' ? command.duty : null)
      : changesClocks(before, after));
  return { events, rearms, refusal: null };
};
