import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { drawnLevels, drawTimeline, pictureName } from '../../../shared/pictures/timeline/picture.ts';
import { regulationInForce, regulations } from '../../../shared/regulations/index.ts';
import { clauseName, shortClause } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { readChosen } from '../../local/chosen-settings.ts';
import { type ClauseEntry, clauseIndex } from '../clauses/clause-index.ts';
import { clauseSections } from '../clauses/clause-sections.ts';
import { readEvidence } from '../clauses/evidence.ts';
import { clauseMeant } from '../clauses/named.ts';
import { atLevels, levelsNamedBy } from '../views/at-levels.ts';
import { viewOf } from '../views/view-of.ts';
import { readOptions } from './options.ts';
import { allSections, levelParts } from './sections.ts';
import { printSections } from './terminal.ts';

const narrowed = (view: RegulationView, words: readonly string[]): RegulationView =>
  words.length === 0 ? view : atLevels(view, new Set(words.flatMap((word) => levelsNamedBy(view, word))));

/** A picture for each level that has duties, in a folder that is made where there is none. */
const writePictures = (view: RegulationView, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const levels = drawnLevels(view);
  if (levels.length === 0) console.log('所选级别没有职责,没有可画的图');
  for (const level of levels) {
    const path = join(folder, pictureName(view, level));
    writeFileSync(path, drawTimeline(view, level));
    console.log(`已写入 ${path}`);
  }
};

const entryOf = (regulation: Regulation, typed: string): ClauseEntry => {
  const clause = clauseMeant(typed, regulation.id, Object.keys(regulation.clauses), (key) => [
    shortClause(regulation, key),
    clauseName(regulation, key),
  ]);
  return clauseIndex(regulation, readEvidence()).find((entry) => entry.clause === clause)!;
};
/** One clause with everything that rests on it. */
const printClause = (entry: ClauseEntry, json: boolean, columns: number | undefined): void =>
  console.log(json ? JSON.stringify(entry, null, 2) : printSections(clauseSections(entry), columns));

/**
 * Shows a bureau's regulation, or one clause of it, on the terminal, as JSON (view.ts and clause-index.ts say its shape)
 * or as pictures. Throws in Chinese when the bureau, a level, a clause, a setting or an option is unknown. Returns the
 * exit code.
 */
export const printRegulation = (args: readonly string[], columns: number | undefined): number => {
  const { bureau, json, set, levels, svg, clause } = readOptions(args, Object.keys(regulations));
  const regulation = regulationInForce(bureau, readChosen(set));
  if (clause !== null) {
    printClause(entryOf(regulation, clause), json, columns);
    return 0;
  }
  const view = narrowed(viewOf(regulation), levels);
  if (svg !== null) writePictures(view, svg);
  else if (json) console.log(JSON.stringify(view, null, 2));
  else
    console.log(printSections(levels.length === 0 ? allSections(view, 'short') : levelParts(view), columns));
  return 0;
};
