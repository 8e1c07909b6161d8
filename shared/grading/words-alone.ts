import { levelOf, rankOf, settingsOf, withoutLimit } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { Evidence } from './evidence.ts';
import { grade } from './grade.ts';
import { handlingLevel } from './handling.ts';

// What nobody could read as an item, or in one, is judged by its words all the same: what they say may not wait until a field has its right name.

/** The grade of some words, and at what they would be handled. */
export interface WordLevel {
  level: string;
  handling: string;
}

/** What words would be graded at, with what else is known of them; `sources`: how they came. */
export const levelOfWords = (
  regulation: Regulation,
  known: Pick<Evidence, 'text' | 'observedAt'> & Partial<Evidence>,
  sources: readonly { kind: string; regardedAs?: string }[] = [],
): WordLevel => {
  const { flags = [] } = known;
  const { level } = grade(regulation, { counters: {}, observations: [], ...known, flags });
  const settings = settingsOf(regulation);
  return {
    level,
    handling: handlingLevel(regulation, { warningLevel: level, sources, flags, settings }).level,
  };
};

/** Whether something cannot wait for the digest: at that level the regulation gives a limit in numbers. */
export const hasNumericLimit = (regulation: Regulation, level: string): boolean =>
  levelOf(regulation, level).clocked && withoutLimit(regulation, level) === null;

/** Whether one level is above another, and cannot wait: what is raised so is told at once. */
export const isRaisedAtOnce = (regulation: Regulation, from: string, to: string): boolean =>
  rankOf(regulation, to) > rankOf(regulation, from) && hasNumericLimit(regulation, to);
