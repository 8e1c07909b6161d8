import { isTrue } from '../regulations/conditions.ts';
import type { Regulation } from '../regulations/schema.ts';
import { higherLevel, levelOf } from './levels.ts';

export interface HandlingFacts {
  warningLevel: string;
  /** Where the case came from; `regardedAs` is the level that the sender itself gave it. */
  sources: readonly { kind: string; regardedAs?: string }[];
  flags: readonly string[];
  settings: Readonly<Record<string, boolean | string | number | null>>;
  /** The office's own decision, made with a reason that the log keeps. */
  override?: { level: string } | null;
}

export interface Handling {
  level: string;
  /** The rule that raised the level above the warning level; null when none did or the office decided. */
  rule: { id: string; reason: string; cite: string[] } | null;
}

/**
 * The level at which a case is handled: its warning level, or a higher one that a rule asks for (办法第二十一条(一)②,
 * (三), 第二十二条(二), 第二十五条(二)(三)). The office may decide otherwise, but never below the warning level.
 * @throws RangeError when a level is not in the regulation.
 */
export const handlingLevel = (regulation: Regulation, facts: HandlingFacts): Handling => {
  const { warningLevel, override } = facts;
  if (override) return { level: higherLevel(regulation, warningLevel, override.level), rule: null };

  let result: Handling = { level: levelOf(regulation, warningLevel).id, rule: null };
  for (const { id, when, handleAs, unlessRegardedAs, onlyRegardedAs, reason, cite } of regulation.handling) {
    const sources = facts.sources
      .filter(({ regardedAs }) => regardedAs === undefined || regardedAs !== unlessRegardedAs)
      .filter(({ regardedAs }) => onlyRegardedAs === undefined || regardedAs === onlyRegardedAs)
      .map(({ kind }) => kind);
    const applies = isTrue(when, { sources, flags: facts.flags, warningLevel, settings: facts.settings });
    if (applies && higherLevel(regulation, result.level, handleAs) !== result.level) {
      result = { level: handleAs, rule: { id, reason, cite: [...cite] } };
    }
  }
  return result;
};
