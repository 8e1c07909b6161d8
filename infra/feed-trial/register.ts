import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the mappings stand, with the list of them beside. */
export const INTAKE_FOLDER = fileURLToPath(new URL('../../shared/intake', import.meta.url));

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const variableOf = (name: string): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The text of mapping-files.ts, as the formatter would leave it. */
export const listText = (names: readonly string[]): string => {
  const sorted = [...names].sort();
  return [
    '// Written by `npm run feed -- register`: every mapping of ./mappings, by the name of its file.',
    ...sorted.map(
      (name) => `import ${variableOf(name)} from './mappings/${name}.json' with { type: 'json' };`,
    ),
    '',
    'export const mappingFiles = {',
    ...sorted.map((name) => (variableOf(name) === name ? `  ${name},` : `  '${name}': ${variableOf(name)},`)),
    '};',
    '',
  ].join('\n');
};

/**
 * Puts a checked mapping where it belongs, under the name of its file, and lists it. Answers what was written; a repeat writes nothing.
 * Throws in Chinese where its name is none, or is that of another.
 */
export const registerMapping = (folder: string, path: string, text: string): string[] => {
  const name = basename(path, '.json');
  if (!NAME.test(name))
    throw new Error(`文件名即字段对应的名称,应为小写字母、数字和横线,以字母开头,现为“${name}”`);
  const place = resolve(folder, 'mappings', `${name}.json`);
  const isOther = existsSync(place) && readFileSync(place, 'utf8') !== text;
  if (isOther && resolve(path) !== place) throw new Error(`已有字段对应“${name}”,内容不同:请改文件名`);
  const written: string[] = [];
  const write = (file: string, shown: string, content: string): void => {
    if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
    writeFileSync(file, content);
    written.push(shown);
  };
  write(place, `shared/intake/mappings/${name}.json`, text);
  const names = readdirSync(resolve(folder, 'mappings')).map((file) => basename(file, '.json'));
  write(resolve(folder, 'mapping-files.ts'), 'shared/intake/mapping-files.ts', listText(names));
  return written;
};
