import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { requestFor } from '../../../infra/desk-command/request.ts';
import { exampleRoster } from '../../../infra/local/people.ts';
import { actorNamed } from '../../../infra/local/posts.ts';
import { regulations } from '../../../shared/regulations/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const textOf = (path: string): string => readFileSync(root + path, 'utf8');
const readme = textOf('README.md');
const terminal = textOf('docs/terminal.md');
const windows = textOf('docs/windows.md');
const ci = globSync('.ci/*', { cwd: root }).map(textOf).join('\n');
const scriptsOf = (path: string) => (JSON.parse(textOf(path)) as { scripts: Record<string, string> }).scripts;
/** Those of the peers are called in their own folder. */
const scripts = { ...scriptsOf('bench/peers/package.json'), ...scriptsOf('package.json') };

/** The npm scripts that a text calls by name. */
const scriptsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\bnpm(?:\.cmd)? (?:(start|test)\b|run (?:--silent )?([a-z:]+))/g)].map(
      ([, short, name]) => (short ?? name)!,
    ),
  ),
];
/** The lines of a document that are typed. */
const typedIn = (text: string): string[] =>
  [...text.matchAll(/^```(?:sh|powershell)?\n([\s\S]*?)^```/gm)]
    .flatMap(([, block]) => block!.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, ''));

describe('every npm script that a document names', () => {
  const documents = globSync(['*.md', 'docs/*.md'], { cwd: root }).sort();
  it.each(documents)('in %s is one', (document) => {
    expect(scriptsIn(textOf(document)).filter((name) => !(name in scripts))).toEqual([]);
  });
  it('in the README is run by CI, and stands in docs/windows.md', () => {
    const named = scriptsIn(readme);
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((name) => !scriptsIn(ci).includes(name))).toEqual([]);
    expect(named.filter((name) => !scriptsIn(windows).includes(name))).toEqual([]);
  });
});

describe('every line of the desk that a document shows is read by the command’s contract', () => {
  /** Words as every shell parts them, double quotes being the only ones. */
  const wordsOf = (line: string): string[] =>
    [...line.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''));
  const lines = [readme, terminal, windows, textOf('docs/operations.md')].flatMap(typedIn).flatMap((line) => {
    const [, rest] = /^npm(?:\.cmd)? run desk -- (?!--help)(.*)$/.exec(line) ?? [];
    return rest === undefined || rest.includes('"@') ? [] : [rest];
  });

  it('looks at them all', () => expect(lines.length).toBeGreaterThan(30));
  it.each(lines)('%s', (line) => {
    const [given, options = ''] = line.split(/ (?=--)/, 2);
    const [who, ...words] = wordsOf(given!);
    expect(() => requestFor(words, new Date())).not.toThrow();
    const regulation = regulations[/nanning/.test(options) ? 'nanning' : 'leizhou']!;
    expect(() => actorNamed(regulation, exampleRoster(regulation), who!)).not.toThrow();
  });
});

describe('every command of docs/windows.md', () => {
  const lines = typedIn(windows).filter((line) => line !== '' && !/^(\$token|curl\.exe)/.test(line));
  it.each(lines)('holds in PowerShell and in cmd: %s', (line) => {
    expect(line).toMatch(/^(npm\.cmd|npx\.cmd|copy) /);
    // A variable set before, another shell's quotes and substitutions, JSON on the command line.
    expect(line).not.toMatch(/^[A-Z_]+=|['`$\\{}]|&&|\|/);
    // Outside of quotes these mean something to PowerShell.
    expect(line.replace(/"[^"]*"/g, '')).not.toMatch(/[,;]|(?<!\w)@/);
  });
});
