import type { Actor } from '../../case/events.ts';
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
  // The sources of the opening are the case itself.
  return entry > 1 ? state.sources.find((source) => source.entry === entry)?.by : undefined;
};

/** Whose it is to take back: once somebody has confirmed what was entered for him it is his word. */
const ownerOf = (state: CaseState, entry: number): Actor | undefined => {
  const { person, role, answer } = state.confirmations[entry] ?? {};
  return person != null && answer?.agree === true ? personUnder(person, role) : makerOf(state, entry);
};

/** Taking back must not give time: where a running limit would be gone or later, who may grant time does it for another. */
const refuseTime = (context: Context, state: CaseState, act: number, reason: string): Refusal | undefined => {
  const isCalm = state.outbreaks.some(({ calm }) => calm?.entry === act);
  // What began with a calm that was none ends with it; the daily work that it ended is earlier.
  const isOfCalm = (instant: string): boolean => isCalm && instant === 'calmedAt';
  // A 批示 is no law, but that its limit passed is not taken back by whoever should have kept it, nor a superior's limit at all.
  const isKept = state.instructions.some(
    ({ entry, due, from }) =>
      entry === act && due !== undefined && (due < context.now || from === 'superior'),
  );
  if (!isKept && !buysTime(context, state, [{ type: 'ActWithdrawn', act, reason }], isOfCalm))
    return undefined;
  const late = checkAuthority(context, state, 'PostponeInstant');
  if (late !== undefined) return refuse(late.code, `撤回后时限将消失或推后:${late.message}`);
  return isSamePerson(context, makerOf(state, act)!, context.actor)
    ? refuse('SECOND_PERSON_REQUIRED', '撤回后时限将消失或推后,须由录入人以外的人办理')
    : undefined;
};

const refuseOthers = (context: Context, state: CaseState): Refusal | undefined => {
  const foreign = checkAuthority(context, state, 'WithdrawOthers');
  return foreign && refuse(foreign.code, `撤回他人录入的记录:${foreign.message}`);
};

/** What was entered in a case that was merged into this one counts here, and is taken back here: it is owed again by its limit. */
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
  const foreign = isSamePerson(context, done.by, context.actor) ? undefined : refuseOthers(context, state);
  return foreign ?? [{ type: 'ActWithdrawn', act, of, reason }];
};

/** What was entered by mistake is taken back by who entered it, or by the head of the office. The log keeps both. */
export const withdrawAct: Decide<'WithdrawAct'> = (context, state, { act, mergedCase, reason }) => {
  if (mergedCase !== undefined) return withdrawThere(context, state, { act, of: mergedCase, reason });
  if (state.withdrawn.some(({ entry }) => entry === act)) return [];
  const owner = ownerOf(state, act);
  if (makerOf(state, act) === undefined || owner === undefined)
    return refuse(
      'ACT_UNKNOWN',
      `案卷日志第${act}条不是可以撤回的记录;可撤回的有报告、发布、会议、报请、来源、批示、审定、决定、事项、文书、预案启动和结束、平息、电话通知`,
    );
  const foreign = isSamePerson(context, owner, context.actor) ? undefined : refuseOthers(context, state);
  if (foreign !== undefined) return foreign;
  const late = refuseTime(context, state, act, reason);
  if (late !== undefined) return late;
  return [
    { type: 'ActWithdrawn', act, reason },
    ...tellInstructionGone(context, state, act),
    ...(letThrough(state, act) ? [tellRoles(context, state, 'unapproved')] : []),
  ];
};
