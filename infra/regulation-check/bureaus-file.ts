import { UNDATED } from './checks/form/ids.ts';

/** A registered data file, and what its place in the list depends on. */
export interface Registered {
  /** Its name in `bureaus/`: `leizhou.json`. */
  file: string;
  id: string;
  effectiveOn: string;
}

const LINE = 110;
const HEADER =
  '// Written by `npm run regulation -- register`: every data file of ./bureaus, of one bureau the newest last.';

const stemOf = (file: string): string => file.replace(/\.json$/, '');
/** `leizhou-2027-01-01.json` → `leizhou20270101`. */
const variableOf = (file: string): string =>
  stemOf(file).replace(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, next: string) => next.toUpperCase());

const ascending = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
/** Without a date a version counts as the oldest. */
const dateOf = ({ effectiveOn }: Registered): string => (effectiveOn === UNDATED ? '' : effectiveOn);

/** The files that the text of bureaus.ts imports. */
export const filesIn = (text: string): string[] =>
  [...text.matchAll(/from '\.\/bureaus\/([^']+)'/g)].map(([, file]) => file!);

const importOf = (file: string): string => {
  const from = `import ${variableOf(file)} from './bureaus/${file}' with`;
  const inOneLine = `${from} { type: 'json' };`;
  return inOneLine.length <= LINE ? inOneLine : `${from} {\n  type: 'json',\n};`;
};

/** The text of bureaus.ts, as the formatter would leave it. */
export const bureausText = (registered: readonly Registered[]): string => {
  const imports = registered
    .map(({ file }) => file)
    .sort((one, other) => ascending(stemOf(one), stemOf(other)))
    .map(importOf);
  const names = [...registered]
    .sort(
      (one, other) =>
        ascending(one.id, other.id) ||
        ascending(dateOf(one), dateOf(other)) ||
        ascending(one.file, other.file),
    )
    .map(({ file }) => variableOf(file));
  const declared = 'export const dataFiles: readonly unknown[] = ';
  const inOneLine = `${declared}[${names.join(', ')}];`;
  const list =
    inOneLine.length <= LINE
      ? inOneLine
      : `${declared}[\n${names.map((name) => `  ${name},`).join('\n')}\n];`;
  return `${HEADER}\n${imports.join('\n')}\n\n${list}\n`;
};
