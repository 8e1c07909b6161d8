import type { CaseEvent } from '../case/events.ts';
import { foresee } from '../case/evolve.ts';
import { isSystem } from '../case/state/act.ts';
import type { CaseState } from '../case/state.ts';
import { isOfFile } from '../contracts/refusal-codes.ts';
import { isScheduleFull } from '../deadlines/clocks.ts';
import { isStillOwed, scheduleCase } from '../deadlines/schedule.ts';
import { openableLevels } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { checkAuthority } from './authority.ts';
import { type CaseCommand, RULES, ruleOf } from './commands.ts';
import type { Context } from './context.ts';
import { followUp } from './follow-up.ts';
import { closedGate } from './gates.ts';
import { tellBegun } from './limits/begins.ts';
import { sayGradedLate } from './limits/grade-first.ts';
import { keepLimits } from './limits/keep-limits.ts';
import { passedAfter, passedBefore } from './limits/passed.ts';
import { namesToIds } from './names.ts';
import { isCharged } from './orders/sign.ts';
import { askForParts } from './parts/ask-for-parts.ts';
import { withParts } from './parts/given.ts';
import { openCase } from './phases/open.ts';
import { type Decision, isRefusal, type Refusal, refuse } from './refusal.ts';
import { tellMarked, tellPaper } from './secrecy/telling.ts';
import { changesClocks, settlement, wakesOthers } from './settle.ts';

export type { CaseCommand, PersonCommand, SystemCommand } from './commands.ts';

/** What of a command its giver is judged by. */
interface Giving {
  type: CaseCommand['type'];
  how?: string;
  level?: string | undefined;
  onBehalf?: unknown;
}

const isSystems = ({ actor }: Pick<Context, 'actor'>, command: Giving): boolean => {
  if (command.type === 'OpenCase') return command.how === 'feed';
  const { by } = RULES[command.type];
  return by === 'system' || (by === 'both' && isSystem(actor));
};

/** Why the giver may not give this command, whatever the case is like; `state`: null where there is no case yet. */
export const refuseGiver = (
  context: Pick<Context, 'regulation' | 'roster' | 'actor'>,
  state: CaseState | null,
  command: Giving,
): Refusal | undefined => {
  if (isSystems(context, command)) return undefined;
  // What somebody else gives is entered by the office; whether it is his to give is asked where he is named.
  // Which flags somebody may set is asked of each flag.
  if (command.type === 'SetFlags') return checkAuthority(context, state, 'ConfirmAct');
  if ('onBehalf' in command && command.onBehalf !== undefined)
    return checkAuthority(context, state, 'EnterForAnother');
  // Signing, and 作废, is also for whom the head of the office has charged with it.
  const signs = command.type === 'SignSupervisionOrder' || command.type === 'VoidOrder';
  const charged = signs && state !== null && isCharged(context, state);
  if (charged) return undefined;
  if (command.type !== 'OpenCase') return checkAuthority(context, state, command.type);
  // A level that is not there is nobody's to give; that it is not there is said afterwards.
  const isLevel = openableLevels(context.regulation).some(({ id }) => id === command.level);
  return checkAuthority(context, state, command.type, isLevel ? command.level : undefined);
};

/** Why a case that is concluded takes no such command any more, whatever it carries. */
const refuseConcluded = (
  regulation: Regulation,
  state: CaseState,
  type: CaseCommand['type'],
): Refusal | undefined => {
  const { afterConclusion, whileOwed, afterMerging } = RULES[type];
  if (state.mergedInto !== null)
    return afterMerging
      ? undefined
      : refuse('CASE_MERGED', `本案已并入案卷${state.mergedInto.case},请在该案卷办理`);
  const isTaken = afterConclusion === 'taken' || (whileOwed && isStillOwed(regulation, state));
  return state.status === 'open' || isTaken ? undefined : refuse('CASE_CONCLUDED', '案卷已结报,不能再办理');
};
/** The gate that stands before every such command, whatever it carries. */
const refuseGated = (
  regulation: Regulation,
  state: CaseState,
  type: CaseCommand['type'],
): Refusal | undefined => {
  const gate = RULES[type].gate === 'checked' ? closedGate(regulation, state, type) : undefined;
  return gate && refuse('GATE_CLOSED', `${gate.name}:须先记录${gate.missing}(${gate.clause})`);
};
/** Why the case as it stands takes no such command from anybody, before its rule is asked. */
export const refuseByStanding = (
  { regulation }: Pick<Context, 'regulation'>,
  state: CaseState,
  type: CaseCommand['type'],
): Refusal | undefined => refuseConcluded(regulation, state, type) ?? refuseGated(regulation, state, type);

/**
 * The rules alone: what happens, or why not. No events = nothing left to do (a repeat is a success). What the regulation
 * has may be named by id or by name.
 */
export const decide = (context: Context, state: CaseState | null, given: CaseCommand): Decision => {
  const { regulation } = context;
  const { command, unknown } = namesToIds(regulation, given);
  const forbidden = refuseGiver(context, state, command);
  if (forbidden !== undefined) return forbidden;
  if (state === null) {
    if (command.type !== 'OpenCase') return refuse('CASE_UNKNOWN', '没有这个案卷');
    return unknown ?? openCase(context, command);
  }
  const rule = ruleOf(command);
  const stands = refuseByStanding(context, state, command.type);
  if (stands?.code === 'CASE_CONCLUDED' && rule.afterConclusion === 'ignored') return [];
  // What the clocks still say to a case that goes on elsewhere is nobody's fault.
  if (stands?.code === 'CASE_MERGED' && isSystems(context, command)) return [];
  if (stands !== undefined) return stands;
  if (unknown !== undefined) return unknown;
  const decision = rule.decide(context, state, command);
  return isRefusal(decision) ? decision : followUp(context, state, withParts(command as object, decision));
};

/** The limits that have passed since the newest entry and nobody has entered yet, and the case with them. */
export const asOfNow = (
  { regulation, now, actor }: Pick<Context, 'regulation' | 'now' | 'actor'>,
  state: CaseState,
): { passed: CaseEvent[]; standing: CaseState } => {
  const passed = passedBefore(regulation, state, now);
  const meta = { at: now, actor, version: state.version + 1 };
  return { passed, standing: passed.length === 0 ? state : foresee(state, passed, meta) };
};

/** After these the case's clocks run no more, or anew. */
const ENDS_OR_BEGINS: readonly CaseEvent['type'][] = ['CaseConcluded', 'CaseMerged', 'CaseReopened'];

export interface Outcome {
  events: CaseEvent[];
  rearms: boolean;
  refusal: Refusal | null;
}

/**
 * One command on one case: the decision, what it does to the duties (for the file), and whether the clocks must be armed
 * anew. What somebody entitled was refused becomes an event too: it is asked later.
 */
export const handle = (context: Context, state: CaseState | null, command: CaseCommand): Outcome => {
  const { passed, standing } = state === null ? { passed: [], standing: null } : asOfNow(context, state);
  const meta = { at: context.now, actor: context.actor, version: (state?.version ?? 0) + 1 };
  const decision = decide(context, standing, command);
  if (isRefusal(decision)) {
    const { code, message } = decision;
    const events: CaseEvent[] =
      state === null || !isOfFile(code)
        ? []
        : [{ type: 'CommandRefused', command: command.type, code, message }];
    return { events, rearms: false, refusal: decision };
  }
  if (decision.length === 0) return { events: [], rearms: false, refusal: null };
  const before = state === null ? null : scheduleCase(context.regulation, state);
  const given = foresee(state, [...passed, ...decision], meta);
  const kept = standing === null ? [] : keepLimits(context, standing, given, decision);
  const decided = [...passed, ...decision, ...kept];
  const next = kept.length === 0 ? given : foresee(given, kept, meta);
  const shown = passedAfter(context, standing, next, decision);
  const told = [...decided, ...askForParts(context, state, next), ...shown];
  const after = scheduleCase(context.regulation, shown.length === 0 ? next : foresee(next, shown, meta));
  const settled = sayGradedLate(
    context,
    next,
    settlement({ regulation: context.regulation, before, after, marks: state?.marks ?? {}, decided }),
  );
  const begun = tellBegun(context, next, before, after);
  const events: CaseEvent[] = [
    ...told,
    ...(settled.length === 0 ? [] : [{ type: 'DutiesSettled' as const, settled }]),
    ...begun,
  ];
  const becomes = foresee(state, events, meta);
  const marked = tellMarked(context, state, becomes);
  events.push(...marked, ...tellPaper(context, state, foresee(becomes, marked, meta)));
  const ended = decision.some(({ type }) => ENDS_OR_BEGINS.includes(type));
  // Another level runs in another execution, even when every duty still waits for the same.
  const moved = state !== null && state.handlingLevel !== next.handlingLevel;
  const rearms =
    ended ||
    moved ||
    isScheduleFull(state?.enforcements ?? 0, next.enforcements) ||
    (RULES[command.type].by === 'system'
      ? wakesOthers(before, after, command.type === 'EnforceStage' ? command.duty : null)
      : changesClocks(before, after));
  return { events, rearms, refusal: null };
};
