import { type ConditionFacts, isTrue } from './conditions.ts';
import type { Regulation, Scale } from './schema.ts';

export interface Rating {
  level: string;
  /** Why, when no person has rated the case: the rule that holds meanwhile. */
  byDefault: { reason: string; cite: readonly string[] } | null;
}

const ratingOn = (scale: Scale, given: string | undefined, facts: ConditionFacts): Rating | null => {
  if (given !== undefined) return { level: given, byDefault: null };
  const rule = scale.defaults.find(({ when }) => isTrue(when, facts));
  return rule === undefined
    ? null
    : { level: rule.level, byDefault: { reason: rule.reason, cite: rule.cite } };
};

/** What each `rating` scale says of a case: what a person gave (`given`, scale → level), else the scale's default. */
export const ratingsOf = (
  { scales }: Regulation,
  given: Readonly<Record<string, string>>,
  facts: ConditionFacts,
): Record<string, Rating> =>
  Object.fromEntries(
    scales
      .filter(({ use }) => use === 'rating')
      .flatMap((scale) => {
        const rating = ratingOn(scale, given[scale.id], facts);
        return rating === null ? [] : [[scale.id, rating] as const];
      }),
  );

/** How grave a level of a scale is beside its others. */
export const rankOn = ({ scales }: Regulation, scale: string, level: string): number =>
  scales.find(({ id }) => id === scale)?.levels.find(({ id }) => id === level)?.rank ??
  Number.NEGATIVE_INFINITY;

/** The same as conditions ask for it: scale → every level up to that of the case. */
export const levelsUpTo = (
  { scales }: Regulation,
  ratings: Readonly<Record<string, Rating>>,
): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(ratings).map(([id, { level }]) => {
      const levels = scales.find((scale) => scale.id === id)?.levels ?? [];
      const rank = levels.find((each) => each.id === level)?.rank ?? Number.NEGATIVE_INFINITY;
      const below = levels.filter((each) => each.rank < rank).map((each) => each.id);
      return [id, [...below, level]];
    }),
  );
