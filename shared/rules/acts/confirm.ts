import type { Actor, CaseEvent } from '../../case/events.ts';
import { actsOfEntry, isGone, standingOf } from '../../case/standing.ts';
import { type Act, isSystem } from '../../case/state/act.ts';
import type { Confirmation } from '../../case/state/confirmation.ts';
import type { CaseState } from '../../case/state.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { isPerUnit, nameIn } from '../../regulations/lookup.ts';
import { giverOf } from '../approvals.ts';
import { checkAuthority } from '../authority.ts';
import { type Context, scheduleOf } from '../context.ts';
import { isInDoubt, noticeTo } from '../follow-up.ts';
import { tellAbout, tellRoles } from '../notices.ts';
import { tellInstructionGone } from '../orders/asked-no-more.ts';
import { isSamePerson, nameOfPerson, personUnder, refuseSecondPerson } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';

// The word of somebody else: of the person in whose name an act was entered, of a leader under what a body outside agreed to,
// and of who did not owe a duty that an act entered after its limit was made in time.

type Given = CommandOf<'ConfirmAct'>;

/** The duties that an act met, as far as it was entered after their limit and nobody has confirmed it yet. */
export const lateEntries = (context: Context, state: CaseState, entry: number): ScheduledDuty[] =>
  scheduleOf(context, state).duties.filter(({ current, history }) =>
    [current, ...history].some((each) => each.entry === entry && each.outcome === 'lateEntry'),
  );

/** Whether publications or documents went out under this act, which will stand as 未经审定发布 without it. */
export const letThrough = (state: CaseState, entry: number): boolean =>
  [...state.publications, ...state.documents].some(
    (out) => out.approvals.includes(entry) && standingOf(state, out) !== 'unapproved',
  );

/** Tells of a denial whom the regulation names and who entered the act; and the leaders, of what went out under it. */
const tellDenial = (context: Context, state: CaseState, act: number, by: Actor): CaseEvent[] => {
  const { notices, ...told } = tellAbout(context, state, 'denied', act);
  const isTold = isSystem(by) || notices.some(({ role }) => role === by.role);
  const own = isTold ? [] : [noticeTo(state, 'denied', act, { person: by.person ?? by.id, role: by.role })];
  return [
    { ...told, notices: [...notices, ...own] },
    ...tellInstructionGone(context, state, act),
    ...(letThrough(state, act) ? [tellRoles(context, state, 'unapproved')] : []),
  ];
};

const isToSuperior = (
  { regulation }: Pick<Context, 'regulation'>,
  state: CaseState,
  entry: number,
): boolean =>
  state.reports.some(
    (report) =>
      report.entry === entry &&
      report.to.some((role) => regulation.roles.some(({ id, kind }) => id === role && kind === 'superior')),
  );

/** Whose word a late entry needs: of a unit the head of the office's, of the office a leader's, to a superior his number. */
export const rightToVerify = (
  context: Pick<Context, 'regulation'>,
  state: CaseState,
  entry: number,
  owed: readonly ScheduledDuty[],
): 'Countersign' | 'ConfirmLateEntry' => {
  const ofOffice = owed.some(({ responsible }) => !isPerUnit(context.regulation, responsible));
  return ofOffice && !isToSuperior(context, state, entry) ? 'Countersign' : 'ConfirmLateEntry';
};

/** Who may say that a late entry is true: not its maker, and outside the unit that owed it, or above the office. */
const refuseVerifier = (
  context: Context,
  state: CaseState,
  act: Act,
  owed: readonly ScheduledDuty[],
): Refusal | undefined => {
  const { entry, by } = act;
  const own = refuseSecondPerson(context, by, '补录须由录入人以外的人核实,换一个岗位或编号也不行');
  if (own !== undefined) return own;
  const giver = giverOf(state, act);
  if (isPerUnit(context.regulation, giver.role) && isSamePerson(context, giver, context.actor))
    return refuse('SECOND_PERSON_REQUIRED', '补录须由承办单位以外的人核实,换一个岗位也不行');
  const refused = checkAuthority(context, state, rightToVerify(context, state, entry, owed));
  return refused && refuse(refused.code, `核实补录:${refused.message}`);
};

const answerLate = (
  context: Context,
  state: CaseState,
  { act, agree, reason, reference }: Given,
): Decision => {
  const [made] = actsOfEntry(state, act);
  const owed = lateEntries(context, state, act);
  if (made === undefined || (owed.length === 0 && !isInDoubt(state, made))) {
    const answered = state.confirmations[act]?.answer?.agree ?? state.verified[act];
    if (answered === agree) return [];
    return refuse('NOTHING_TO_CONFIRM', `案卷日志第${act}条没有待确认的内容`);
  }
  const wrong = refuseVerifier(context, state, made, owed);
  if (wrong !== undefined) return wrong;
  if (agree && reference === undefined && isToSuperior(context, state, act))
    return refuse('REFERENCE_REQUIRED', '报上级的补录,须写明对方的收文号,或接收人、岗位和时间');
  if (!agree && reason === undefined) return refuse('REASON_REQUIRED', '不予认可须写明理由');
  return [
    {
      type: 'ActConfirmed',
      act,
      of: 'lateEntry',
      agree,
      verifies: true,
      ...(reason === undefined ? {} : { reason }),
      ...(reference === undefined ? {} : { reference }),
    },
    ...(agree ? [] : tellDenial(context, state, act, made.by)),
  ];
};

/** Only the person himself, with his own token, confirms what was entered in his name; a leader countersigns. */
const refuseAnswerer = (context: Context, state: CaseState, asked: Confirmation): Refusal | undefined => {
  const { roster, actor, regulation } = context;
  const { of, person, enteredBy } = asked;
  if (of === 'outside')
    return (
      checkAuthority(context, state, 'Countersign') ??
      refuseSecondPerson(context, enteredBy, '会签须由录入人以外的局领导作出')
    );
  if (isSamePerson(context, actor, personUnder(person!))) return undefined;
  const name = nameOfPerson(roster, person!) ?? nameIn(regulation.roles, asked.role);
  return refuse('NOT_YOURS_TO_CONFIRM', `这是以${name}名义代录的,只能由${name}本人登录后确认或否认`);
};

const answerWord = (
  context: Context,
  state: CaseState,
  { act, agree, reason }: Given,
  asked: Confirmation,
): Decision => {
  const wrong = refuseAnswerer(context, state, asked);
  if (wrong !== undefined) return wrong;
  if (!agree && reason === undefined) return refuse('REASON_REQUIRED', '否认须写明理由');
  const [made] = actsOfEntry(state, act);
  const owed = lateEntries(context, state, act);
  const verifies =
    made !== undefined && owed.length > 0 && refuseVerifier(context, state, made, owed) === undefined;
  return [
    {
      type: 'ActConfirmed',
      act,
      of: asked.of,
      agree,
      verifies: agree && verifies,
      ...(reason === undefined ? {} : { reason }),
    },
    ...(agree ? [] : tellDenial(context, state, act, asked.enteredBy)),
  ];
};

/** An answer to what waits for one. The same answer again is a repeat. */
export const confirmAct: Decide<'ConfirmAct'> = (context, state, command) => {
  if (command.act > state.version) return refuse('ACT_UNKNOWN', `案卷日志没有第${command.act}条`);
  const asked = state.confirmations[command.act];
  const isOpen = asked !== undefined && asked.answer === null && !isGone(state, command.act);
  return isOpen ? answerWord(context, state, command, asked) : answerLate(context, state, command);
};
