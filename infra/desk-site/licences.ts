import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LICENCE = /^(licen[cs]e|copying)(\.\w+)?$/i;

/** `node_modules/@preact/signals/dist/x.mjs` → `node_modules/@preact/signals`; undefined for what is our own. */
const packageOf = (path: string): string | undefined =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];

const licenceOf = (folder: string): string => {
  const { name, version, license } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  ) as Record<'name' | 'version' | 'license', string>;
  const file = readdirSync(join(root, folder)).find((each) => LICENCE.test(each));
  if (file === undefined) throw new Error(`${name} comes without its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
};

/** The licences of the packages that these files belong to, as they lie there. Throws where one has none. */
export const licencesOf = (paths: readonly string[]): string =>
  [...new Set(paths.flatMap((path) => packageOf(path) ?? []))]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(78)}\n\n`);
