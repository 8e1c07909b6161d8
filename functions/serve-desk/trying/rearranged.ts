import type { Actor, EventOf } from '../../../shared/case/events.ts';
import { foresee } from '../../../shared/case/evolve.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import type { OfficeCommand } from '../../../shared/contracts/commands.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { elsewhereOf } from '../../../shared/deadlines/days/owed.ts';
import type { Consulted } from '../../../shared/office/change-case.ts';
import type { Foretaken } from '../../../shared/office/rearrange/merging.ts';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import { citations, nameIn } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { type MergedLimit, mergedLimits } from '../../../shared/rules/rearrange/limits/merged-limits.ts';
import { foretell } from '../../../shared/rules/trying/foretell.ts';
import { createReplyParts } from '../../reply-parts.ts';
import type { Rearranging } from '../commanding.ts';
import type { Sight } from '../sight.ts';
import { caseView } from '../views/case.ts';
import { doneView } from './tried-view.ts';

type Told = Pick<TriedReply, 'merge' | 'placed' | 'between'>;
type Merge = NonNullable<TriedReply['merge']>;

const WHAT: Readonly<Record<MergedLimit['what'], string>> = {
  same: '时限不变',
  earlier: '时限提前',
  begins: '开始计时',
  answered: '已在被并入的案卷办理,不再另办',
  covered: '已在继续办理的案卷办理,不再另办',
  ends: '不再要求',
};

const limitView = (merged: CaseState, limit: MergedLimit): Merge['limits'][number] => {
  const regulation = regulationOfCase(merged);
  const { time, timeOrNull, unitOrNull } = createReplyParts(regulation);
  const { scheduled, what, due, before, there, isShared, at, late, by, provisional } = limit;
  return {
    duty: scheduled.duty,
    name: scheduled.name,
    occurrence: scheduled.current.occurrence,
    what,
    whatText: `${what === 'ends' && by !== null ? `由“${by}”代替` : WHAT[what]}${late ? ';按较严的时限已逾期' : ''}`,
    atOnce: scheduled.limit.kind === 'immediate',
    limitText: scheduled.limitText,
    ...{ due: timeOrNull(due), before: timeOrNull(before), there: timeOrNull(there), at: timeOrNull(at) },
    ...(scheduled.keptDue === null ? {} : { keptDue: time(scheduled.keptDue) }),
    ...{ isShared, provisional },
    unit: unitOrNull(scheduled.unit ?? null),
    clauses: citations(regulation, scheduled.cite),
  };
};

type Fallen = NonNullable<Told['between']>[number];
/** Limits that have fallen, as the log would name them. */
const fallenView = (
  regulation: Regulation,
  fallen: readonly { duty: string; occurrence: string; name?: string; due: string }[],
): Fallen[] =>
  fallen.map(({ duty, occurrence, name, due }) => ({
    ...{ duty, occurrence, due: createReplyParts(regulation).time(due) },
    name: name ?? nameIn(regulation.duties, duty),
  }));
/** What stays missed that was so in the case that ends. */
const missedIn = (merged: CaseState, events: Foretaken['events']): Fallen[] =>
  fallenView(
    regulationOfCase(merged),
    events.flatMap((event) =>
      event.type === 'LimitsPassed'
        ? event.passed.filter(({ occurrence }) => elsewhereOf(merged, occurrence) !== undefined)
        : [],
    ),
  );

const mergeView = (from: CaseState, { other, after, context, events }: Foretaken): Merge => {
  const { level } = createReplyParts(context.regulation);
  return {
    into: other.caseId,
    title: other.title,
    limits: mergedLimits(other, after, from).map((each) => limitView(after, each)),
    missed: missedIn(after, events),
    levelBefore: level(other.handlingLevel),
    level: level(after.handlingLevel),
    // Of a 涉密 case, which alone is told without words, nothing is merged.
    texts: doneView(context, foretell(context, other, events)).texts.flatMap(({ toText, text }) =>
      text === null ? [] : [{ toText, text }],
    ),
  };
};

/** Of a case that is not there yet: what it would be, and owe. */
const opensView = ({ context, events }: Consulted): NonNullable<TriedReply['placed']> => {
  const { regulation, now, actor } = context;
  const state = foresee(null, events, { at: now, actor, version: 1 });
  const { duties, handlingLevel } = caseView(regulation, state, now, { numbers: false });
  return {
    joins: null,
    level: handlingLevel,
    duties: duties
      .filter(({ start, limitKind }) => start !== null && limitKind !== 'ongoing')
      .map(({ duty, name, limitKind, limitText, due, provisional, responsible }) => ({
        ...{ duty, name, limitText, provisional, responsible },
        due: limitKind === 'immediate' ? null : due,
      })),
  };
};
const NOWHERE: NonNullable<TriedReply['placed']> = { joins: null, level: null, duties: [] };

const betweenIn = (state: CaseState, { events }: Consulted): Fallen[] =>
  fallenView(
    regulationOfCase(state),
    events
      .filter((event): event is EventOf<'CaseReopened'> => event.type === 'CaseReopened')
      .flatMap(({ between }) => between),
  );

/** What 并案, 移出信息 or 恢复办理 that the rules allow would change beside the case itself; nothing of any other command. */
export const createTellRearranged = ({
  merging,
  detaching,
  sight,
}: Rearranging & { sight: Pick<Sight, 'seesCase'> }) => {
  const placedBy = async (
    { caseId }: CaseState,
    given: Extract<OfficeCommand, { type: 'DetachItem' }>,
    reading: Reading,
  ): Promise<NonNullable<TriedReply['placed']>> => {
    const told = given.destination === 'board' ? undefined : await detaching.foretell(caseId, given);
    if (told === undefined) return NOWHERE;
    if ('opens' in told) return told.opens.refusal === null ? opensView(told.opens) : NOWHERE;
    const isSeen = await sight.seesCase(reading, told.joins.caseId);
    return { ...NOWHERE, joins: isSeen ? told.joins.caseId : null };
  };
  return async (
    state: CaseState,
    given: OfficeCommand,
    consulted: Consulted,
    { actor, reading }: { actor: Actor; reading: Reading },
  ): Promise<Told> => {
    if (given.type === 'DetachItem') return { placed: await placedBy(state, given, reading) };
    if (given.type === 'Reopen') return { between: betweenIn(state, consulted) };
    if (given.type !== 'MergeCase' && given.type !== 'ApproveMerge') return {};
    const { context, events } = consulted;
    const meta = { at: context.now, actor: context.actor, version: state.version + 1 };
    const from = given.type === 'MergeCase' ? foresee(state, events, meta) : state;
    const taken = await merging.foretell(from, actor);
    return taken === null ? {} : { merge: mergeView(from, taken) };
  };
};
