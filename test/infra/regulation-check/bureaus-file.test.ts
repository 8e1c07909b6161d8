import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bureausText, filesIn, type Registered } from '../../../infra/regulation-check/bureaus-file.ts';
import { dataFiles } from '../../../shared/regulations/bureaus.ts';
import type { RegulationData } from '../../../shared/regulations/schema.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What `npm run format` makes of it. */
const formatted = (text: string): string =>
  execFileSync(
    process.execPath,
    [
      `${root}node_modules/@biomejs/biome/bin/biome`,
      'check',
      '--write',
      '--stdin-file-path=shared/regulations/bureaus.ts',
    ],
    { cwd: root, input: text, encoding: 'utf8' },
  );
const of = (id: string, effectiveOn = '2026-01-01', file = `${id}.json`): Registered => ({
  file,
  id,
  effectiveOn,
});

describe('the list of data files', () => {
  const present = readFileSync(`${root}shared/regulations/bureaus.ts`, 'utf8');

  it('is what the command writes for the files that it names', () => {
    const registered = filesIn(present).map((file) => {
      const text = readFileSync(`${root}shared/regulations/bureaus/${file}`, 'utf8');
      return { ...(JSON.parse(text) as Registered), file };
    });
    expect(bureausText(registered)).toBe(present);
  });

  it.each([
    ['one', [of('water')]],
    ['two versions', [of('water', '2027-01-01', 'water-2027.json'), of('water')]],
    ['several in any order', [of('yinzhou'), of('hohhot'), of('qinghe-water', '2026-02-01'), of('leizhou')]],
    ['more than fit in a line', Array.from({ length: 9 }, (_, index) => of(`county-bureau-${index}`))],
  ])('is laid out as the formatter would: %s', (_, registered) => {
    expect(formatted(bureausText(registered))).toBe(bureausText(registered));
  });

  it.each([24, 25, 26, 27, 28, 29, 30])(
    'breaks lines where the formatter does: names of %i letters',
    (length) => {
      const names = [of('a'.repeat(length)), of('b'.repeat(30)), of('c'.repeat(4)), of('d')];
      const text = bureausText(names);
      expect(formatted(text)).toBe(text);
    },
  );

  it('names a version without a date before those with one', () => {
    const text = bureausText([of('water', '2020-01-01', 'water-new.json'), of('water', '未注明')]);
    expect(text).toContain('[water, waterNew];');
  });

  it('has every data file that is in its place', () => {
    const files = readdirSync(`${root}shared/regulations/bureaus`).filter((name) => name.endsWith('.json'));
    expect(filesIn(present).sort()).toEqual(files.sort());
  });

  it('has no version of a bureau twice', () => {
    const versions = (dataFiles as RegulationData[]).map(({ id, version }) => `${id} ${version}`);
    expect(new Set(versions).size).toBe(versions.length);
  });
});
