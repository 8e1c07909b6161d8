import type { CaseEvent, EventOf } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import { type CaseState, calmedAtOf } from '../../case/state.ts';
import { elsewhereOf } from '../../deadlines/days/owed.ts';
import { isStillOwed } from '../../deadlines/schedule.ts';
import { giversOf, nameIn } from '../../regulations/lookup.ts';
import { type Context, scheduleOf } from '../context.ts';
import { saidIn } from '../parts/given.ts';
import { incompleteActs } from '../parts/incomplete.ts';
import { refuseSecondPerson } from '../persons.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';
import { barred, needsCalm } from './bars.ts';
import { askSecondPerson } from './second-person.ts';
import { distinctNames, doubtsIn, type LeftUndone, leftUndone, owedOutside } from './unmet.ts';

type Unmet = EventOf<'CaseConcluded'>['unmet'];

const needsReview = (context: Context, state: CaseState): boolean => {
  const scheduled = scheduleOf(context, state).duties.map(({ duty }) => duty);
  return context.regulation.duties.some(
    ({ id, fulfilledBy }) => scheduled.includes(id) && fulfilledBy.some(({ act }) => act === 'review'),
  );
};

/** 误立 lets nobody off who waits for an answer. */
const refuseMistaken = (context: Context, state: CaseState): Refusal | undefined => {
  const owed = owedOutside(context, state);
  if (owed.length === 0) return undefined;
  const names = distinctNames(context, state, owed).join('、');
  return refuse('DUTIES_UNMET', `${names}尚未办理,也未经收文机关同意免报,不能按误立结报`);
};

/** Each thing that is left undone with its reason, as it was given for that and no other. */
const reasonsFor = (
  context: Context,
  state: CaseState,
  reasonOf: (left: LeftUndone) => string | undefined,
): Unmet | Refusal => {
  const left = leftUndone(context, state).map((each) => ({ ...each, reason: reasonOf(each) }));
  const silent = left.filter(({ reason }) => reason === undefined);
  if (silent.length > 0) {
    const { regulation } = context;
    const who = giversOf(regulation, 'ApproveConclusion', state.handlingLevel)
      .map((id) => nameIn(regulation.roles, id))
      .join('、');
    return refuse(
      'DUTIES_UNMET',
      `以下事项尚未办理:${silent.map(({ name, scheduled }) => `${name}${doubtsIn(scheduled)}`).join('、')}。确需结报的,请逐项填写“未办理由”(每项不少于8个字),并经${who}同意`,
    );
  }
  return left.map(({ scheduled: { duty, current, name: called, isOfCase }, name, reason }) => ({
    duty,
    occurrence: current.occurrence,
    ...(isOfCase || name !== called ? { name } : {}),
    reason: reason!,
  }));
};

/**
 * 结报. What is left undone needs a reason each, and a second person; so does a case that should not have been opened. What
 * a body outside is owed in numbers goes on (已结报·尚欠上报).
 */
export const conclude: Decide<'Conclude'> = (context, state, command) => {
  const { summary, unmet: given, mistaken } = command;
  const bar = barred(context, state, mistaken !== undefined);
  if (bar !== undefined) return bar;
  const refused = mistaken === undefined ? undefined : refuseMistaken(context, state);
  if (refused !== undefined) return refused;
  const unmet = reasonsFor(
    context,
    state,
    ({ keys }) => keys.map((key) => given?.[key]).find((reason) => reason !== undefined) ?? mistaken,
  );
  if ('code' in unmet) return unmet;
  const conclusion = { summary, unmet, ...(mistaken === undefined ? {} : { mistaken }) };
  if (unmet.length === 0 && mistaken === undefined) return [{ type: 'CaseConcluded', ...conclusion }];
  return [
    { type: 'ConclusionProposed', ...conclusion },
    askSecondPerson(
      context,
      state,
      'ApproveConclusion',
      mistaken === undefined ? '结报(有未办事项)' : '按误立结报',
    ),
  ];
};

/** One reason holds for all the times of a repetition, but for those of another case; what was received since needs its own. */
const isReasonedWith = (state: CaseState, kind: string, given: string, occurrence: string): boolean =>
  given === occurrence ||
  (kind === 'every' && elsewhereOf(state, given)?.of === elsewhereOf(state, occurrence)?.of);

/** The second person agrees to what was proposed, as things stand now. */
export const approveConclusion = (context: Context, state: CaseState): Decision => {
  const proposal = state.conclusion;
  if (proposal === null) return refuse('NO_CONCLUSION_PENDING', '没有待同意的结报');
  const alone = refuseSecondPerson(context, proposal.by, '结报须由提出人以外的第二人同意');
  if (alone !== undefined) return alone;
  const { summary, mistaken, by } = proposal;
  const bar = barred(context, state, mistaken !== undefined);
  if (bar !== undefined) return bar;
  const refused = mistaken === undefined ? undefined : refuseMistaken(context, state);
  if (refused !== undefined) return refused;
  const unmet = reasonsFor(context, state, ({ scheduled: { duty, current, limit } }) => {
    const given = proposal.unmet.find(
      (each) => each.duty === duty && isReasonedWith(state, limit.kind, each.occurrence, current.occurrence),
    );
    return given?.reason ?? mistaken;
  });
  if ('code' in unmet) return unmet;
  return [
    {
      type: 'CaseConcluded',
      summary,
      unmet,
      ...(mistaken === undefined ? {} : { mistaken }),
      proposedBy: by,
    },
  ];
};

/** Why the case cannot be concluded in either way: neither as it went nor as 误立; said of the first. */
export const refuseConclusion = (context: Context, state: CaseState): Refusal | undefined => {
  const bar = barred(context, state, false);
  const asMistaken = barred(context, state, true) ?? refuseMistaken(context, state);
  return asMistaken && bar;
};

/** Why there is no review to be filed. */
export const refuseReview = (context: Context, state: CaseState): Refusal | undefined => {
  if (state.status === 'open' && needsCalm(context, state) && calmedAtOf(state) === null)
    return refuse('NOT_CALM', '舆情尚未得到有效处置,不能总结评估');
  return state.reviewedAt === null ? undefined : refuse('ALREADY_REVIEWED', '总结评估已归档');
};

/** 总结评估 after 有效处置 (办法第三十条), needed before a case whose level owes one is archived. */
export const fileReview: Decide<'FileReview'> = (context, state, command) => {
  const refused = refuseReview(context, state);
  if (refused !== undefined) return refused;
  const filed: CaseEvent = {
    type: 'ReviewFiled',
    points: command.points,
    parts: saidIn(command.points),
  };
  const meta = { at: context.now, actor: context.actor, version: state.version + 1 };
  const closing = archive(context, foresee(state, [filed], meta));
  return [filed, ...(isRefusal(closing) ? [] : closing)];
};

/** After 结报: archived when nothing is owed outside any more, and the review, if there must be one, is in and says all. */
export const archive = (context: Context, state: CaseState): Decision =>
  state.status === 'concluded' &&
  !isStillOwed(context.regulation, state) &&
  (state.reviewedAt !== null || !needsReview(context, state)) &&
  incompleteActs(context.regulation, state).length === 0
    ? [{ type: 'CaseArchived' }]
    : [];
