import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadDefinitions } from '../../../../infra/local/definitions/load.ts';
import { clockedLevels } from '../../../../shared/regulations/lookup.ts';
import { leizhou } from '../../../support/bureaus.ts';

const machines = clockedLevels(leizhou).length;
const folder = mkdtempSync(join(tmpdir(), 'shixian-cache-'));
const file = join(folder, 'definitions-leizhou.json');
afterAll(() => rmSync(folder, { recursive: true }));

const kept = () =>
  JSON.parse(readFileSync(file, 'utf8')) as { inputs: Record<string, string>; value: object };

it('synthesizes once, then reads what it kept', async () => {
  const definitions = await loadDefinitions('leizhou', folder);
  expect(Object.keys(definitions)).toContain('leizhou-red');
  writeFileSync(file, JSON.stringify({ ...kept(), value: { kept: { StartAt: 'a', States: {} } } }));
  expect(Object.keys(await loadDefinitions('leizhou', folder))).toEqual(['kept']);
});

it('synthesizes again when what it kept was made from other sources', async () => {
  const { inputs, value } = kept();
  writeFileSync(file, JSON.stringify({ inputs: { ...inputs, 'statemachines/duty-branch.ts': 'x' }, value }));
  expect(Object.keys(await loadDefinitions('leizhou', folder))).toHaveLength(machines);
  expect(readdirSync(folder)).toEqual(['definitions-leizhou.json']);
});

it('knows what the machines are made from, and nothing that they are not', () => {
  const inputs = Object.keys(kept().inputs);
  expect(inputs).toEqual(
    expect.arrayContaining([
      'deployment.example.json',
      'infra/local/definitions/print.ts',
      'infra/shixian-stack.ts',
      'node_modules/aws-cdk-lib/package.json',
      'shared/regulations/bureaus/leizhou.json',
      'shared/time/durations.ts',
      'statemachines/duty-branch.ts',
    ]),
  );
  expect(inputs.filter((path) => /^(functions|test|rehearsals|examples|docs)\//.test(path))).toEqual([]);
});

it('does not load the CDK for what it kept', async () => {
  await loadDefinitions('leizhou', folder);
  const url = new URL('../../../../infra/local/definitions/load.ts', import.meta.url).href;
  const script = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ resolve: (name, context, next) => (seen.push(name), next(name, context)) });
    const { loadDefinitions } = await import(${JSON.stringify(url)});
    const definitions = await loadDefinitions('leizhou', ${JSON.stringify(folder)});
    console.log(JSON.stringify({ machines: Object.keys(definitions), cdk: seen.filter((name) => /cdk/.test(name)) }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(JSON.parse(output)).toMatchObject({ machines: { length: machines }, cdk: [] });
});

it('tells what is wrong with a regulation that is not there', async () => {
  await expect(loadDefinitions('atlantis', folder)).rejects.toThrow('不认识的制度“atlantis”');
});
