import type { Actor, EventOf } from '../../case/events.ts';
import { actsOfEntry } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { checkAuthority } from '../authority.ts';
import type { Context } from '../context.ts';
import { buysTime } from '../limits/buys-time.ts';
import { tellRoles } from '../notices.ts';
import { tellInstructionGone } from '../orders/asked-no-more.ts';
import { isSamePerson, personUnder } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';
import { letThrough } from './confirm.ts';

/** Who entered what is to be taken back; undefined when the entry holds nothing of the kind. */
const makerOf = (state: CaseState, entry: number) => {
  const [act] = actsOfEntry(state, entry);
  if (act !== undefined) return act.by;
  // The sources of the opening are the case itself; those of a merged case are taken back by their own entries.
  const isOwn = ({ entry: of, there }: CaseState['sources'][number]): boolean =>
    of === entry && there === undefined;
  return entry > 1 ? state.sources.find(isOwn)?.by : undefined;
};

/** Whose it is to take back: once somebody has confirmed what was entered for him it is his word. */
export const ownerOf = (state: CaseState, entry: number): Actor | undefined => {
  const { person, role, answer } = state.confirmations[entry] ?? {};
  return person != null && answer?.agree === true ? personUnder(person, role) : makerOf(state, entry);
};

/** Taking back must not give time: where a running limit would be gone or later, who may grant time does it for another. */
const refuseTime = (
  context: Context,
  state: CaseState,
  withdrawn: EventOf<'ActWithdrawn'>,
  maker: Actor,
): Refusal | undefined => {
  const { of } = withdrawn;
  const isAct = ({ entry }: { entry: number }): boolean => of === undefined && entry === withdrawn.act;
  const isCalm = state.outbreaks.some(({ calm }) => calm != null && isAct(calm));
  // What began with a calm that was none ends with it; the daily work that it ended is earlier.
  const isOfCalm = (instant: string): boolean => isCalm && instant === 'calmedAt';
  // A 批示 is no law, but that its limit passed is not taken back by whoever should have kept it, nor a superior's limit at all.
  const isKept = state.instructions.some(
    ({ entry, due, from }) =>
      isAct({ entry }) && due !== undefined && (due < context.now || from === 'superior'),
  );
  if (!isKept && !buysTime(context, state, [withdrawn], isOfCalm)) return undefined;
  const late = checkAuthority(context, state, 'PostponeInstant');
  if (late !== undefined) return refuse(late.code, `撤回后时限将消失或推后:${late.message}`);
  return isSamePerson(context, maker, context.actor)
    ? refuse('SECOND_PERSON_REQUIRED', '撤回后时限将消失或推后,须由录入人以外的人办理')
    : undefined;
};

const refuseOthers = (context: Context, state: CaseState): Refusal | undefined => {
  const foreign = checkAuthority(context, state, 'WithdrawOthers');
  return foreign && refuse(foreign.code, `撤回他人录入的记录:${foreign.message}`);
};

/**
 * What was entered in a case that was merged into this one counts here, and is taken back here, by its own entry there and by whose it
 * was there: what it met is owed again by its limit, and what was owed for a receipt goes with it, as in a case of its own.
 */
const withdrawThere = (
  context: Context,
  state: CaseState,
  { act, of, reason }: { act: number; of: string; reason: string },
): Decision => {
  const done = state.takenOver
    .flatMap((each) => each.done ?? [])
    .find((each) => each.case === of && each.act === act);
  if (done?.by === undefined)
    return refuse('ACT_UNKNOWN', `并入本案的案卷${of}的日志第${act}条不是可以撤回的记录`);
  if (done.withdrawn) return [];
  const { by, owner = by } = done;
  const withdrawn = { type: 'ActWithdrawn', act, of, reason } as const;
  const foreign = isSamePerson(context, owner, context.actor) ? undefined : refuseOthers(context, state);
  return foreign ?? refuseTime(context, state, withdrawn, by) ?? [withdrawn];
};

/** What was entered by mistake is taken back by who entered it, or by the head of the office. The log keeps both. */
export const withdrawAct: Decide<'WithdrawAct'> = (context, state, { act, mergedCase, reason }) => {
  if (mergedCase !== undefined) return withdrawThere(context, state, { act, of: mergedCase, reason });
  if (state.withdrawn.some(({ entry }) => entry === act)) return [];
  if (state.takenOver.some(({ entry }) => entry === act))
    return refuse(
      'ACT_UNKNOWN',
      `案卷日志第${act}条是并案,不能撤回;并入的案卷中有记录录错的,请填写该案卷编号和该记录在该案卷日志中的序号`,
    );
  const [maker, owner] = [makerOf(state, act), ownerOf(state, act)];
  if (maker === undefined || owner === undefined)
    return refuse(
      'ACT_UNKNOWN',
      `案卷日志第${act}条不是可以撤回的记录;可撤回的有报告、发布、会议、报请、来源、批示、审定、决定、事项、文书、预案启动和结束、平息、电话通知`,
    );
  const foreign = isSamePerson(context, owner, context.actor) ? undefined : refuseOthers(context, state);
  if (foreign !== undefined) return foreign;
  const withdrawn = { type: 'ActWithdrawn', act, reason } as const;
  const late = refuseTime(context, state, withdrawn, maker);
  if (late !== undefined) return late;
  return [
    withdrawn,
    ...tellInstructionGone(context, state, act),
    ...(letThrough(state, act) ? [tellRoles(context, state, 'unapproved')] : []),
  ];
};

/** Upon a case that was merged into another (`into`): what its log, or one that it has taken over (`of`), tells was taken back there. */
export interface TakeBack {
  type: 'TakeBack';
  act: number;
  of: string;
  into: string;
  reason: string;
}
/** Its own log says so too, by whoever took it back. Nothing is owed here any more; a repeat is a success. */
export const takeBack = (_: Context, state: CaseState, { act, of, into, reason }: TakeBack): Decision => {
  const isOwn = of === state.caseId;
  const done = state.takenOver
    .flatMap((each) => each.done ?? [])
    .find((each) => each.case === of && each.act === act);
  const isThere = isOwn
    ? makerOf(state, act) !== undefined
    : done !== undefined && done.withdrawn === undefined;
  return isThere ? [{ type: 'ActWithdrawn', act, ...(isOwn ? {} : { of }), into, reason }] : [];
};
