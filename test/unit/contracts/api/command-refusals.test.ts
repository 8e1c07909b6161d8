import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULED_REFUSALS } from '../../../../shared/contracts/api/command-refusals.ts';
import { RULE_REFUSALS } from '../../../../shared/contracts/refusal-codes.ts';

// What a command can be refused with is read out of the rules: from the function that decides it, through every function of the
// rules that it uses, the codes that stand there. So a code that is added to a rule has to be told to whoever reads the contract.

/** Asked of every command, by names and authority; the catalogue has these for all of them. */
const OF_EVERY = ['shared/rules/names.ts', 'shared/rules/authority.ts'];
const TABLE = 'shared/rules/commands.ts';

interface Block {
  codes: string[];
  uses: string[];
}
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
const importsIn = (path: string, text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/import \{([^}]*)\} from '(\.[^']+)'/g)].flatMap(([, names = '', from = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name): [string, string] => [name, `${normalize(join(dirname(path), from))} ${name}`]),
    ),
  );

/** `file name` → what is refused there and which other functions of the rules stand in it. */
const blocks = new Map<string, Block>();
for (const path of globSync('shared/rules/**/*.ts').map((each) => each.replaceAll('\\', '/'))) {
  const text = withoutComments(readFileSync(path, 'utf8'));
  const imports = importsIn(path, text);
  const parts = text.split(/^(?=(?:export )?const \w+)/m);
  const named = parts.flatMap((part) => {
    const [, name] = /^(?:export )?const (\w+)/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, part }];
  });
  const own = new Set(named.map(({ name }) => name));
  for (const { name, part } of named)
    blocks.set(`${path} ${name}`, {
      codes: [...part.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code!),
      uses: [...new Set(part.match(/\b\w+\b/g) ?? [])].flatMap((word) =>
        own.has(word) ? [`${path} ${word}`] : (imports.get(word) ?? []),
      ),
    });
}

const codesFrom = (key: string, seen = new Set<string>()): string[] => {
  const block = blocks.get(key);
  if (block === undefined || seen.has(key) || OF_EVERY.some((path) => key.startsWith(path))) return [];
  seen.add(key);
  return [...block.codes, ...block.uses.flatMap((other) => codesFrom(other, seen))];
};
/** The functions that decide a command, as the table of the rules names them. */
const decidersOf = (command: string): string[] => {
  if (command === 'OpenCase') return ['shared/rules/phases/open.ts openCase'];
  const table = readFileSync(TABLE, 'utf8');
  const [, decide = ''] =
    new RegExp(`^  ${command}: \\{\\s*decide: (.*?)(?:, \\.\\.\\.|, by:)`, 'ms').exec(table) ?? [];
  const imports = importsIn(TABLE, table);
  return (decide.match(/\b\w+\b/g) ?? []).flatMap((word) => imports.get(word) ?? []);
};

describe('what a command can be refused with', () => {
  it('is read from every rule', () => {
    expect(blocks.size).toBeGreaterThan(200);
    expect(codesFrom('shared/rules/limits/move-limits.ts extendDuty')).toContain('EXTENSION_TOO_LONG');
  });

  it.each(Object.entries(RULED_REFUSALS))('%s', (command, listed) => {
    const deciders = decidersOf(command);
    expect(deciders.length).toBeGreaterThan(0);
    const found = deciders
      .flatMap((key) => codesFrom(key))
      .filter((code) => Object.hasOwn(RULE_REFUSALS, code));
    expect([...listed].sort()).toEqual([...new Set(found)].sort());
  });
});
