import { existsSync, readdirSync } from 'node:fs';
import { drawnLevels, drawTimeline, pictureName } from '../../shared/pictures/timeline/picture.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { clauseIndex } from './clauses/clause-index.ts';
import { type Evidence, readEvidence } from './clauses/evidence.ts';
import { documentAt, type GeneratedDocument } from './generated.ts';
import { indexPage } from './regulation/index-page.ts';
import { GENERATED, regulationPage } from './regulation/markdown.ts';
import { allSections } from './regulation/sections.ts';
import { viewOf } from './views/view-of.ts';

const FOLDER = 'docs/regulations';
const root = new URL('../../', import.meta.url);

/** A bureau's page and the pictures on it. */
const documentsOf = (regulation: Regulation, evidence: Evidence): GeneratedDocument[] => {
  const view = viewOf(regulation);
  const levels = drawnLevels(view);
  const source = `texts/${view.id}.txt`;
  const page = regulationPage(view, allSections(view, 'full'), {
    pictures: levels.map((level) => ({
      title: `${level.name}的职责与时限`,
      file: pictureName(view, level),
    })),
    source: existsSync(new URL(`${FOLDER}/${source}`, root)) ? source : null,
    entries: clauseIndex(regulation, evidence),
  });
  return [
    documentAt(`${FOLDER}/${view.id}.md`, () => page),
    ...levels.map((level) =>
      documentAt(`${FOLDER}/${pictureName(view, level)}`, () => `${drawTimeline(view, level)}${GENERATED}\n`),
    ),
  ];
};

/** What was generated for a bureau or a level that is no more. What a person wrote has no mark and stays. */
const leftOver = (wanted: readonly GeneratedDocument[]): GeneratedDocument[] => {
  const folder = new URL(FOLDER, root);
  const known = new Set(wanted.map(({ path }) => path));
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /\.(md|svg)$/.test(name))
    .map((name) => `${FOLDER}/${name}`)
    .filter((path) => !known.has(path))
    .map((path) => documentAt(path, () => null))
    .filter(({ present }) => present.includes(GENERATED));
};

/** The pages and pictures of these regulations, the page that lists them, and the files that no regulation has any more. */
export const regulationDocuments = (regulations: readonly Regulation[]): GeneratedDocument[] => {
  const evidence = readEvidence();
  const wanted = [
    documentAt(`${FOLDER}/README.md`, () => indexPage(regulations.map(viewOf))),
    ...regulations.flatMap((regulation) => documentsOf(regulation, evidence)),
  ];
  return [...wanted, ...leftOver(wanted)];
};
