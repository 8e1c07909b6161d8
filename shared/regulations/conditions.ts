import type { Condition } from './schema.ts';

/** What a condition may ask of a case. */
export interface ConditionFacts {
  sources: readonly string[];
  flags: readonly string[];
  warningLevel: string;
  /** How many units have the case; absent: not more than one. */
  units?: number;
  settings: Readonly<Record<string, boolean | string | number | null>>;
  /** Scale → the levels that the case has reached on it, the highest last. */
  ratings?: Readonly<Record<string, readonly string[]>>;
}

/** Whether `condition` holds for these facts; an absent condition always holds. */
export const isTrue = (condition: Condition | undefined, facts: ConditionFacts): boolean => {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => isTrue(part, facts));
  if ('any' in condition) return condition.any.some((part) => isTrue(part, facts));
  if ('not' in condition) return !isTrue(condition.not, facts);
  if ('source' in condition) return facts.sources.includes(condition.source);
  if ('flag' in condition) return facts.flags.includes(condition.flag);
  if ('setting' in condition) return facts.settings[condition.setting] === true;
  if ('warningLevel' in condition) return facts.warningLevel === condition.warningLevel;
  if ('units' in condition) return (facts.units ?? 0) > 1;
  const reached = facts.ratings?.[condition.rating] ?? [];
  return 'is' in condition ? reached.at(-1) === condition.is : reached.includes(condition.atLeast);
};
