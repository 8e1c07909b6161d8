import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bureausText, filesIn, type Registered } from '../../regulation-check/bureaus-file.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const REGULATIONS = `${root}shared/regulations`;
const FOLDER = `${root}.cache/regulation-files`;

/**
 * A module like shared/regulations/bureaus.ts that has the versions of one regulation only: a deployed function serves one
 * bureau, and would otherwise carry and complete the regulations of all at every cold start. Returns its path.
 */
export const onlyFilesOf = (regulationId: string): string => {
  const registered = filesIn(readFileSync(`${REGULATIONS}/bureaus.ts`, 'utf8'))
    .map((file): Registered => {
      const { id, effectiveOn } = JSON.parse(readFileSync(`${REGULATIONS}/bureaus/${file}`, 'utf8'));
      return { file, id, effectiveOn };
    })
    .filter(({ id }) => id === regulationId);
  const path = `${FOLDER}/${regulationId}.ts`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    path,
    bureausText(registered).replaceAll("'./bureaus/", "'../../shared/regulations/bureaus/"),
  );
  return path;
};
