import type { CaseState } from '../../case/state.ts';
import { type ConditionFacts, isTrue } from '../../regulations/conditions.ts';
import type { Condition, Regulation, Scale } from '../../regulations/schema.ts';
import { earliest, type Instant, latest } from '../../time/instants.ts';

type RatingCondition = Extract<Condition, { rating: string }>;
/** Whether a case at `level` of the scale would meet the condition. */
const says = ({ levels }: Scale, level: string, condition: RatingCondition): boolean => {
  if ('is' in condition) return level === condition.is;
  const rankOf = (id: string): number => levels.find((each) => each.id === id)?.rank ?? -1;
  return rankOf(level) >= rankOf(condition.atLeast);
};

/**
 * When the log learned what makes `condition` hold: a flag set later, a source that came later, a second unit, a rating given later.
 * Undefined when it has held from the beginning, or does not hold. No clock can do anything before then.
 */
export const trueSince = (
  regulation: Regulation,
  state: CaseState,
  condition: Condition | undefined,
  facts: ConditionFacts,
): Instant | undefined => {
  if (condition === undefined || !isTrue(condition, facts)) return undefined;
  const since = (part: Condition): Instant | undefined => trueSince(regulation, state, part, facts);
  if ('all' in condition)
    return condition.all.reduce<Instant | undefined>((last, part) => {
      const at = since(part);
      return at === undefined ? last : latest(at, last ?? at);
    }, undefined);
  if ('any' in condition) {
    const holding = condition.any.filter((part) => isTrue(part, facts)).map(since);
    return holding.includes(undefined) ? undefined : earliest(holding.filter((at) => at !== undefined));
  }
  if ('flag' in condition) return state.flaggedAt[condition.flag];
  if ('source' in condition)
    return earliest(
      // One that was taken back and entered anew was known all along.
      [...state.sources, ...state.received]
        .filter(({ kind }) => kind === condition.source)
        .map(({ recordedAt }) => recordedAt),
    );
  // Since the second of the units that have it got it.
  if ('units' in condition)
    return state.units.flatMap(({ part, assignedAt }) => (part === null ? [] : [assignedAt])).sort()[1];
  if (!('rating' in condition)) return undefined;
  const scale = regulation.scales.find(({ id }) => id === condition.rating);
  const byDefault = scale?.defaults.find(({ when }) => isTrue(when, facts));
  // What the default said already was known before a person said it again.
  const isOld = byDefault !== undefined && says(scale!, byDefault.level, condition);
  return isOld ? since(byDefault.when) : state.ratings[condition.rating]?.given.at(-1);
};
