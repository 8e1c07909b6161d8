import type { CaseEvent, EventOf } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { hasCase, unitsOf } from '../../case/units.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import { isPerUnit, receiversOf } from '../../regulations/lookup.ts';
import { type Context, handlingOf, isHigher } from '../context.ts';
import { makeNotices } from '../notices.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '../refusal.ts';
import { doneInEither } from './done-in-either.ts';
import { doneThere } from './done-there.ts';
import { factsTaken } from './facts-taken.ts';
import { missedThere } from './limits/missed.ts';
import { seriesLimits, seriesTaken } from './limits/series.ts';
import { becameThere, limitsKept, limitsLost, limitsTaken, pendingIn } from './limits/stricter.ts';
import { unitLimits } from './limits/unit-limits.ts';
import { refuseMerge } from './merge-bars.ts';
import { postsUnanswered } from './posts.ts';

type TakenOver = EventOf<'CaseTakenOver'>;

/** Upon the case that goes on: it takes over what another has, as that stands. */
export interface TakeOver {
  type: 'TakeOver';
  from: CaseState;
}

/** The higher of the levels of both, by whom it was determined, or proposed while neither is. */
const levelTaken = (context: Context, from: CaseState, merged: CaseState): CaseEvent[] => {
  const { regulation } = context;
  const warning = isHigher(regulation, from.warningLevel, merged.warningLevel)
    ? from.warningLevel
    : merged.warningLevel;
  const facts = { ...merged, warningLevel: warning };
  const { handling, byReference } = handlingOf(regulation, facts);
  const isTheirs = isHigher(regulation, from.handlingLevel, handling);
  const level = isTheirs
    ? { handling: from.handlingLevel, override: from.handlingLevel }
    : { handling, ...(byReference === undefined ? {} : { byReference }) };
  if (warning === merged.warningLevel && !isHigher(regulation, level.handling, merged.handlingLevel))
    return [];
  if (merged.provisional) {
    const { override: _, ...handled } = { override: undefined, ...level };
    const grade = { level: warning, score: from.grade.score, values: {}, reasons: from.grade.reasons };
    return [{ type: 'CaseGraded', grade, ...handled, provisional: true }];
  }
  const { handling: handlingTo, ...basis } = level;
  return [
    {
      type: 'LevelChanged',
      from: merged.warningLevel,
      to: warning,
      handlingFrom: merged.handlingLevel,
      handlingTo,
      direction: 'raised',
      ...basis,
      reason: `并入的案卷${from.caseId}级别较高`,
      authority: 'merge',
    },
  ];
};

/** The units of the case that ends hear once where it goes on. */
const tellUnits = (context: Context, into: CaseState, merged: CaseState, from: CaseState): CaseEvent[] => {
  const { regulation } = context;
  const roles = receiversOf(regulation, 'assigned').filter((role) => isPerUnit(regulation, role));
  const isAgain = into.takenOver.some(({ case: known }) => known === from.caseId);
  const fresh = unitsOf(from).filter((unit) => !isAgain || !hasCase(into, unit));
  const drafts = fresh.flatMap((unit) =>
    roles.map((role) => ({
      key: `case#${into.version + 1}#takenOver#${role}#${unit}`,
      role,
      template: 'takenOver',
      unit,
      variables: { former: from.caseId },
    })),
  );
  return drafts.length === 0 ? [] : [makeNotices(context, merged, drafts)];
};

/** All that happens in the case that goes on, or why it cannot. `proposal`: of the case that ends. */
const decideTakeOver = (
  context: Context,
  into: CaseState,
  from: CaseState,
  proposal: NonNullable<CaseState['merging']>,
): CaseEvent[] | Refusal => {
  const { regulation, now, actor } = context;
  const meta = { at: now, actor, version: into.version + 1 };
  const done = doneThere(from);
  const bare: TakenOver = {
    type: 'CaseTakenOver',
    case: from.caseId,
    title: from.title,
    version: from.version,
    reason: proposal.reason,
    proposedBy: proposal.by,
    handling: into.handlingLevel,
    ...factsTaken(regulationOfCase(from), from, into, now),
    answered: [],
    limits: [],
    became: becameThere(from, now),
    ...(done.length === 0 ? {} : { done }),
  };
  const raised = levelTaken(context, from, foresee(into, [bare], meta));
  const mergedBy = (event: TakenOver): CaseState => foresee(into, [event, ...raised], meta);
  const based = { ...bare, handling: mergedBy(bare).handlingLevel };
  const withAnswers = { ...based, ...doneInEither(regulation, mergedBy(based), [into, from]) };
  const pending = [...pendingIn(into), ...pendingIn(from)];
  const withSeries = { ...withAnswers, ...seriesTaken(mergedBy(withAnswers), into, from) };
  const exact = seriesLimits(regulation, mergedBy(withSeries), [into, from]);
  const ofUnits = unitLimits(regulation, mergedBy(withSeries), [into, from]);
  const known = { ...withSeries, limits: [...withSeries.limits, ...exact, ...ofUnits] };
  const limited = { ...known, limits: limitsTaken(regulation, mergedBy(known), pending, known.limits) };
  const whole = { ...limited, ...limitsKept(regulation, mergedBy(limited), pending) };
  const lost = [
    ...limitsLost(regulation, mergedBy(whole), pending),
    ...postsUnanswered(regulation, pending, [into, from]),
  ];
  const merged = mergedBy(whole);
  if (lost.length === 0)
    return [
      whole,
      ...raised,
      ...missedThere(regulation, merged, from),
      ...tellUnits(context, into, merged, from),
    ];
  const names = [...new Set(lost.map(({ scheduled }) => `“${scheduled.name}”`))].join('、');
  return refuse('MERGE_LOSES_LIMIT', `合并后${names}的时限无从承接,请先办理,或改为并入另一案卷`);
};

/** Whether a case has taken over all that the other has by now. */
export const hasTakenOver = ({ takenOver }: CaseState, { caseId, version }: CaseState): boolean =>
  takenOver.some((each) => each.case === caseId && each.version === version);

/**
 * The case takes over what another has that is merged into it (并案): its facts, the earlier starts, the higher level, the stricter
 * limits. Of the same version of the same case it is a repeat.
 */
export const takeOver = (context: Context, state: CaseState, { from }: TakeOver): Decision => {
  const proposal = from.merging;
  if (hasTakenOver(state, from)) return [];
  if (proposal?.into !== state.caseId) return refuse('NO_MERGE_PENDING', '没有待同意的并案');
  const refused = refuseMerge(context.regulation, from, state);
  if (refused !== undefined) return refused;
  return decideTakeOver(context, state, from, proposal);
};

/** Why the limits of both could not be kept, as they stand now. */
export const refuseTakeOver = (
  context: Context,
  into: CaseState,
  from: CaseState,
  reason: string,
): Refusal | undefined => {
  const proposal = { into: into.caseId, reason, by: context.actor, at: context.now };
  const decision = decideTakeOver({ ...context, regulation: regulationOfCase(into) }, into, from, proposal);
  return isRefusal(decision) ? decision : undefined;
};
