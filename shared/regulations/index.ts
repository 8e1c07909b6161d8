import { leizhou } from './leizhou.ts';
import { clockedLevels } from './lookup.ts';
import type { Level, Regulation } from './schema.ts';

/** Every version that a case may have been opened under; of one bureau the newest stands last. */
export const versions: readonly Regulation[] = [leizhou];

/** Bureau → the regulation now in force. */
export const regulations: Record<string, Regulation> = Object.fromEntries(
  versions.map((regulation) => [regulation.id, regulation]),
);

/** The regulation that a case was opened under; a case keeps its version. An unknown one throws. */
export const regulationOf = (id: string, version: string): Regulation => {
  const found = versions.find((each) => each.id === id && each.version === version);
  if (found !== undefined) return found;
  const known = versions.map((each) => `${each.id} ${each.version}`).join('、');
  throw new Error(`没有制度“${id}”的版本“${version}”;现有:${known}`);
};

export interface ClockedLevel {
  /** The newest of the versions that has the level. */
  regulation: Regulation;
  level: Level;
}

/**
 * Every level with clocks that any of a bureau's versions has, the newest version's first: a case opened under an older
 * one may be at a level that the newest has dropped, and still needs its machine.
 */
export const clockedLevelsOf = (id: string, known: readonly Regulation[] = versions): ClockedLevel[] => {
  const found = new Map<string, ClockedLevel>();
  for (const regulation of known.filter((each) => each.id === id).reverse())
    for (const level of clockedLevels(regulation))
      if (!found.has(level.id)) found.set(level.id, { regulation, level });
  return [...found.values()];
};
