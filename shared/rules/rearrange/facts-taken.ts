import type { EntryThere } from '../../case/events/parts.ts';
import type { EventOf } from '../../case/events.ts';
import { isGone, isGoneThere } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { unitIn, unitsOf } from '../../case/units.ts';
import { ratingsOfCase } from '../../deadlines/condition-facts.ts';
import { beginningOf, knewAt } from '../../deadlines/starts/beginnings.ts';
import { gradeTargetAt, isGradedLate } from '../../deadlines/starts/grade-target.ts';
import { type Receipt, receiptsIn } from '../../deadlines/starts/receipts.ts';
import { rankOn } from '../../regulations/ratings.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { earliest } from '../../time/instants.ts';
import { isHigher } from '../context.ts';

type TakenOver = EventOf<'CaseTakenOver'>;

/** What the case counts from, as it stands: what was found to be wrong there is not brought up again. */
const statementsOf = (regulation: Regulation, state: CaseState): TakenOver['statements'] => {
  const begun = regulation.instants.flatMap(({ id }) => {
    const begins = beginningOf(regulation, state, id);
    if (begins === undefined) return [];
    const { instant, at, recordedAt, by, dateOnly, estimated = false } = begins;
    return [{ instant: id, at, recordedAt, by, dateOnly, estimated: estimated || instant !== id }];
  });
  const { by, recordedAt } = state.opening;
  const found = { at: knewAt(state), recordedAt, by, dateOnly: false, estimated: false };
  return [...begun, { instant: 'detectedAt', ...found }];
};

/** The entries that brought a receipt in and stand, of this log or of that of a case which had been merged into it. */
const broughtBy = (state: CaseState, { places }: Receipt): EntryThere[] =>
  places.flatMap((place) => {
    const { corrects, entry, there } = state.received[place]!;
    if (corrects !== undefined) return [];
    if (there !== undefined) return there.filter((each) => !isGoneThere(state, each));
    return isGone(state, entry) ? [] : [{ case: state.caseId, act: entry }];
  });

/** The instants that count: none that is doubted. */
const instantsOf = ({ instants, doubts, recordedAt, openedAt, dateOnly }: CaseState) => {
  const sure = Object.entries(instants).filter(([id, at]) => at !== undefined && !doubts.includes(id));
  return {
    instants: Object.fromEntries(sure) as TakenOver['instants'],
    recordedAt: Object.fromEntries(sure.map(([id]) => [id, recordedAt[id] ?? openedAt])),
    dateOnly: dateOnly.filter((id) => sure.some(([known]) => known === id)),
  };
};

/**
 * How the case was rated where that is graver than how the other stands, be it by the regulation's default; and which ratings do not
 * hold any more there, since this one, which nobody has rated, is graver by its default.
 */
const ratingsOf = (
  regulation: Regulation,
  from: CaseState,
  into: CaseState,
): Pick<TakenOver, 'ratings' | 'unrated'> => {
  const own = ratingsOfCase(regulation, into);
  const graver = Object.entries(ratingsOfCase(regulation, from)).filter(([scale, { level }]) => {
    const known = own[scale]?.level;
    return known === undefined || rankOn(regulation, scale, level) > rankOn(regulation, scale, known);
  });
  const unrated = graver.flatMap(([scale, { byDefault }]) =>
    byDefault !== null && into.ratings[scale] !== undefined ? [scale] : [],
  );
  return {
    ratings: Object.fromEntries(
      graver.flatMap(([scale, { byDefault }]) => {
        const given = from.ratings[scale];
        return byDefault !== null || given === undefined ? [] : [[scale, given] as const];
      }),
    ),
    ...(unrated.length === 0 ? {} : { unrated }),
  };
};

/** The units that have the case, the 主办 first. */
const unitsTaken = (state: CaseState): TakenOver['units'] =>
  unitsOf(state).map((unit) => {
    const { since, assignedAt, heard, acknowledgedAt } = unitIn(state, unit)!;
    return { unit, since, assignedAt, heardAt: heard?.at ?? null, acknowledgedAt };
  });

/**
 * By when the level was to be determined: of the case that goes on as it stood, of two that are not determined the earlier; and whether it
 * was late in either, which no merge puts right.
 */
const gradedIn = (
  regulation: Regulation,
  parts: readonly [into: CaseState, from: CaseState],
  now: string,
): Pick<TakenOver, 'graded'> => {
  const targets = parts.map((state) => gradeTargetAt(regulation, state));
  const [own] = targets;
  const by = parts[0].confirmedAt === null ? earliest(targets.flatMap((each) => each ?? [])) : own;
  if (by == null) return {};
  return { graded: { by, late: parts.some((state) => isGradedLate(regulation, state, now)) } };
};

/** The facts of a case that is merged into another, as they go on there. */
export const factsTaken = (regulation: Regulation, from: CaseState, into: CaseState, now: string) => ({
  ...gradedIn(regulation, [into, from], now),
  items: from.items,
  sources: from.sources.map(({ entry: act, ...source }) => ({
    ...source,
    there: source.there ?? { case: from.caseId, act },
  })),
  received: receiptsIn(from).map((receipt) => {
    const { kinds, reference, stated } = receipt;
    const { at, recordedAt, by } = stated.at(-1)!;
    const number = reference === undefined ? {} : { reference };
    return { kind: kinds[0]!, ...number, at, recordedAt, by, there: broughtBy(from, receipt) };
  }),
  statements: statementsOf(regulation, from),
  ...instantsOf(from),
  unread: from.unread,
  flags: from.flags.map((flag) => ({
    flag,
    at: from.flaggedAt[flag] ?? from.openedAt,
    by: from.flaggedBy[flag] ?? from.opening.by,
  })),
  ...ratingsOf(regulation, from, into),
  ...(Object.keys(from.extensions).length === 0 ? {} : { extensions: from.extensions }),
  units: unitsTaken(from),
  ...(isHigher(regulation, from.suggestedLevel, into.suggestedLevel) ? { highest: from.suggestedLevel } : {}),
});
