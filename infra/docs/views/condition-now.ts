import type { Condition, Regulation } from '../../../shared/regulations/schema.ts';
import { conditionText, settled } from './condition-text.ts';

/** What the settings as they are leave of a condition; true: it always holds; false: it never does. */
const conditionNow = (regulation: Regulation, condition: Condition): Condition | boolean => {
  const answer = settled(regulation, condition);
  if (answer !== undefined) return answer;
  const parts = (all: readonly Condition[]): Condition[] =>
    all.flatMap((part) => {
      const left = conditionNow(regulation, part);
      return typeof left === 'boolean' ? [] : [left];
    });
  const only = (left: Condition[], whole: Condition): Condition => (left.length === 1 ? left[0]! : whole);
  if ('all' in condition) {
    const all = parts(condition.all);
    return only(all, { all });
  }
  if ('any' in condition) {
    const any = parts(condition.any);
    return only(any, { any });
  }
  return condition;
};

/** A condition in plain Chinese, without what the settings as they are have answered; empty: nothing of it is left. */
export const conditionNowText = (regulation: Regulation, condition: Condition | undefined): string => {
  const left = condition === undefined ? true : conditionNow(regulation, condition);
  return typeof left === 'boolean' ? '' : conditionText(regulation, left);
};
