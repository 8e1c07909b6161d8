import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { viewOf } from '../docs/views/view-of.ts';
import type { Deployment } from '../openapi/deployment.ts';
import { openApiOf } from '../openapi/document.ts';
import { pack, packHashed } from '../pack-file.ts';
import { configOf, type DeskPlace, originsOf } from './config.ts';
import { formsOf } from './forms.ts';
import { keptProgram } from './kept-program.ts';
import { levelPictures } from './pictures.ts';
import { FOLDER } from './program.ts';

const json = (name: string, content: unknown): PackedFile =>
  packHashed(FOLDER, { name, type: 'json', text: JSON.stringify(content) });

/** The larger parts of what the desk knows of its bureau, which pages load when they need them. */
const dataOf = (regulation: Regulation, deployment: Deployment) => ({
  forms: json('forms', formsOf(regulation, openApiOf(regulation, deployment))),
  regulation: json('regulation', viewOf(regulation)),
  pictures: new Map(
    [...levelPictures(regulation)].map(([level, text]) => [
      level,
      packHashed(FOLDER, { name: level, type: 'svg', text }),
    ]),
  ),
});

/** The files of a bureau's desk in the browser. Its page stands for every address under /desk/ that is no file. */
export const deskSiteOf = (
  regulation: Regulation,
  deployment: Deployment,
  place: DeskPlace,
): PackedFile[] => {
  const { page, files } = keptProgram();
  const { forms, regulation: view, pictures } = dataOf(regulation, deployment);
  const config = configOf(regulation, place, {
    forms: forms.path,
    regulation: view.path,
    pictures: Object.fromEntries([...pictures].map(([level, { path }]) => [level, path])),
  });
  return [
    { ...page, asks: originsOf(place) },
    ...files,
    pack(`${FOLDER}/config.json`, 'json', JSON.stringify(config)),
    forms,
    view,
    ...pictures.values(),
  ];
};
