import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../../../infra/local/definitions/load.ts';
import {
  type CloudFormationTemplate,
  readDefinitions,
} from '../../../../infra/local/definitions/read-template.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { clockedLevels } from '../../../../shared/regulations/lookup.ts';
import { DEPLOYMENTS, synthesize } from '../../templates.ts';

it.each(Object.values(regulations))(
  'the repository has the machine of every level of $bureau',
  async (regulation) => {
    expect(Object.keys(await loadDefinitions(regulation.id))).toEqual(
      clockedLevels(regulation).map(({ id }) => `${regulation.id}-${id}`),
    );
  },
);

describe.each(Object.entries(DEPLOYMENTS))('a deployment with %s', (_, more) => {
  it('has these machines', async () => {
    const template = synthesize(more).toJSON() as CloudFormationTemplate;
    expect(readDefinitions(template)).toEqual(await loadDefinitions('leizhou'));
  });
});

it('neither the CDK nor a synthesis is loaded to read them', () => {
  const url = new URL('../../../../infra/local/definitions/load.ts', import.meta.url).href;
  const script = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ resolve: (name, context, next) => (seen.push(name), next(name, context)) });
    const { loadDefinitions } = await import(${JSON.stringify(url)});
    const definitions = await loadDefinitions('leizhou');
    console.log(JSON.stringify({ machines: Object.keys(definitions), cdk: seen.filter((name) => /cdk|synth/.test(name)) }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(JSON.parse(output)).toMatchObject({ machines: expect.arrayContaining(['leizhou-red']), cdk: [] });
});
