import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A file that shows or proves something, from the root of the project, and what it says. */
export interface Source {
  file: string;
  title: string;
}
export interface RehearsalFile extends Source {
  bureau: string;
  about: string;
  /** Every text of its steps: the ids of its commands among them. */
  said: ReadonlySet<string>;
  /** The ids of its expected timeline. */
  timeline: ReadonlySet<string>;
}
/** What the files of the project show of clauses, read once. */
export interface Evidence {
  rehearsals: readonly RehearsalFile[];
  titles: readonly Source[];
}

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const EXPECTED = 'test/e2e/rehearsals/expected';

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const timelineOf = (name: string): Set<string> => {
  const path = `${EXPECTED}/${name}.txt`;
  if (!existsSync(new URL(path, root))) return new Set();
  const lines = read(path)
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  return new Set(lines.join('\n').match(/[A-Za-z][\w-]*/g));
};

const readRehearsal = (name: string): RehearsalFile => {
  const file = `rehearsals/${name}.json`;
  const scenario = JSON.parse(read(file)) as {
    title: string;
    about?: string;
    bureau?: string;
    steps: unknown[];
  };
  const { title, about = '', bureau = 'leizhou', steps } = scenario;
  return { file, title, bureau, about, said: new Set(textsIn(steps)), timeline: timelineOf(name) };
};

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
    .sort();

/** A title, or a text of a table whose texts are titles (`describe.each(['leizhou 办法 第六条'])('%s: …')`). */
const TITLE = /(?:\b(?:describe|it)\(|[[,])\s*(['"`])([a-z]+ (?:(?!\1).)+)\1/g;

/** The titles in a test file that may name a clause. */
export const titlesIn = (text: string): string[] => [...text.matchAll(TITLE)].map(([, , title]) => title!);

/** Reads the rehearsals with their expected timelines, and the titles of the tests. */
export const readEvidence = (): Evidence => ({
  rehearsals: namesIn('rehearsals', '.json').map((name) => readRehearsal(name.replace(/\.json$/, ''))),
  titles: namesIn('test', '.test.ts').flatMap((path) =>
    titlesIn(read(`test/${path}`)).map((title) => ({ file: `test/${path}`, title })),
  ),
});
