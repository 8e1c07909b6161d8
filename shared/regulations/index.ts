// bureaus.ts; in a deployed function's bundle its own regulation alone (infra/constructs/functions/regulation-files.ts).
import { dataFiles } from '#regulation-files';
import { completeRegulation } from './complete.ts';
import { clockedLevels } from './lookup.ts';
import type { Level, Regulation, RegulationData } from './schema.ts';
import { withSettings } from './settings.ts';
import { type ChosenSettings, readVersion } from './version.ts';

/** Every version that a case may have been opened under; of one bureau the newest stands last. */
export const versions: readonly Regulation[] = (dataFiles as readonly RegulationData[]).map(
  completeRegulation,
);

/** Bureau → the regulation now in force. */
export const regulations: Record<string, Regulation> = Object.fromEntries(
  versions.map((regulation) => [regulation.id, regulation]),
);

/** Versions with a bureau's own settings, made once: schedules are remembered by the regulation they were made with. */
const withOwnSettings = new Map<string, Regulation>();

/**
 * The regulation that a case was opened under, with the bureau's settings of that time; a case keeps its version. An
 * unknown one throws.
 */
export const regulationOf = (id: string, version: string): Regulation => {
  const key = `${id} ${version}`;
  const { own, chosen } = readVersion(version);
  const found = withOwnSettings.get(key) ?? versions.find((each) => each.id === id && each.version === own);
  if (found !== undefined) {
    if (found.version === version) return found;
    const made = withSettings(found, chosen);
    withOwnSettings.set(key, made);
    return made;
  }
  const known = versions.map((each) => `${each.id} ${each.version}`).join('、');
  throw new Error(`没有制度“${id}”的版本“${version}”;现有:${known}`);
};

/** The regulation that a case keeps to. */
export const regulationOfCase = (of: { regulation: { id: string; version: string } }): Regulation =>
  regulationOf(of.regulation.id, of.regulation.version);

/** The regulation now in force with a bureau's own settings. Throws when it is unknown or a setting is wrong. */
export const regulationInForce = (id: string, chosen: ChosenSettings = {}): Regulation => {
  const newest = regulations[id];
  if (newest === undefined) throw new Error(`没有这个局:${id};可选:${Object.keys(regulations).join('、')}`);
  const made = withSettings(newest, chosen);
  return regulationOf(id, made.version);
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
