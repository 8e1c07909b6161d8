import type { Regulation } from '../regulations/schema.ts';
import type { Grade } from './evidence.ts';

/** The criteria of which nothing is known: they count as 0, which nobody has found. */
export const unknownCriteria = (
  { grading }: Regulation,
  { values }: Grade,
): Regulation['grading']['criteria'] => grading.criteria.filter(({ id }) => (values[id] ?? null) === null);

/**
 * Whether what is known bears the level. A level above the lowest holds whatever else becomes known, as criteria and floors only
 * raise it. The lowest rests on nothing while a criterion is unknown, or where a bureau only has rules and none of them holds.
 */
export const isBorne = (regulation: Regulation, grade: Grade): boolean => {
  const isLowest = grade.level === regulation.grading.bands[0]?.level;
  if (!isLowest) return true;
  return regulation.grading.criteria.length > 0 && unknownCriteria(regulation, grade).length === 0;
};
