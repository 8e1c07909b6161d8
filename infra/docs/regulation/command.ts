import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { drawnLevels, drawTimeline, pictureName } from '../../../shared/pictures/timeline/picture.ts';
import { regulationInForce, regulations } from '../../../shared/regulations/index.ts';
import { readChosen } from '../../local/chosen-settings.ts';
import { readOptions } from './options.ts';
import { allSections, levelParts } from './sections.ts';
import { printSections } from './terminal.ts';
import { atLevels, levelsNamedBy } from './views/at-levels.ts';
import { viewOf } from './views/view-of.ts';

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

/**
 * Shows a bureau's regulation on the terminal, as JSON (view.ts says its shape) or as pictures. Throws in Chinese when
 * the bureau, a level, a setting or an option is unknown. Returns the exit code.
 */
export const printRegulation = (args: readonly string[], columns: number | undefined): number => {
  const { bureau, json, set, levels, svg } = readOptions(args, Object.keys(regulations));
  const view = narrowed(viewOf(regulationInForce(bureau, readChosen(set))), levels);
  if (svg !== null) writePictures(view, svg);
  else if (json) console.log(JSON.stringify(view, null, 2));
  else
    console.log(printSections(levels.length === 0 ? allSections(view, 'short') : levelParts(view), columns));
  return 0;
};
