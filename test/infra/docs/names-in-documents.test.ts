import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort();
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const ROOMS = 'docs|examples|functions|infra|rehearsals|shared|statemachines|test';
/** A file or folder of the project as a text spells it; braces give several: `infra/local/{clock,engine}`. */
const SPELT = new RegExp(`(?<![\\w./-])(?:${ROOMS})/(?:[\\w.-]|/|\\{[\\w,.-]+\\}|\\*)*(?:[\\w*/-]|\\})`, 'g');
const spread = (path: string): string[] => {
  const [whole, inside] = /\{([^}]+)\}/.exec(path) ?? [];
  return whole === undefined
    ? [path]
    : inside!.split(',').flatMap((part) => spread(path.replace(whole, part)));
};
const exists = (path: string): boolean =>
  path.includes('*') ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));

/** What a guide has its reader make stands nowhere yet; `<n>` stands for any number. */
const NOT_A_FILE = [/water/, /logs-$/];

const everyFile = globSync(`{${ROOMS.replaceAll('|', ',')}}/**/*.ts`, { cwd: root });
/** The files of the project that a text names by their path and that are not there. */
const missingIn = (text: string): string[] =>
  [...text.matchAll(SPELT)]
    .flatMap(([path]) => spread(path))
    .filter((path) => !exists(path) && !NOT_A_FILE.some((each) => each.test(path)));

describe('every file that a document names exists', () => {
  it('looks at all documents', () => expect(documents.length).toBeGreaterThan(35));

  it.each(documents)('%s', (document) => {
    expect(missingIn(textOf(document))).toEqual([]);
  });

  it.each(documents)('%s calls no program file by a name that none has', (document) => {
    const bare = [...textOf(document).matchAll(/`([\w-]+\.ts)`/g)].map(([, name]) => name!);
    expect(bare.filter((name) => !everyFile.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
  });

  it.each(documents)('%s links to what is there', (document) => {
    const links = [...textOf(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
    const inside = links.filter((link) => !/^(https?|mailto):/.test(link));
    const missing = inside.filter(
      (link) => !existsSync(join(root, normalize(join(dirname(document), decodeURI(link))))),
    );
    expect(missing).toEqual([]);
  });
});

describe('every file that a comment names exists', () => {
  const commentsOf = (text: string): string =>
    [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm)].map(([comment]) => comment).join('\n');
  const comments = everyFile.map((path) => ({ path, text: commentsOf(textOf(path)) }));
  const allNames = globSync(['*.md', `{${ROOMS.replaceAll('|', ',')}}/**/*.{ts,md}`], { cwd: root });

  it('looks at all comments', () =>
    expect(comments.filter(({ text }) => text !== '').length).toBeGreaterThan(300));

  it('by its path', () => {
    const stale = comments.flatMap(({ path, text }) => missingIn(text).map((name) => `${path}: ${name}`));
    expect(stale).toEqual([]);
  });

  it('by its name alone', () => {
    const known = new Set(allNames.map((path) => basename(path)));
    const stale = comments.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w./<>*-])[\w-]+\.(?:ts|md)\b/g)]
        .filter(([name]) => !known.has(name))
        .map(([name]) => `${path}: ${name}`),
    );
    expect(stale).toEqual([]);
  });
});
