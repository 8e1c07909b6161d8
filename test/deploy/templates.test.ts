import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { BUREAU_DEPLOYMENTS, DEPLOYMENTS, synthesize } from '../infra/templates.ts';
import { readContext } from './harness/context.ts';

const { cfnLint, folder } = readContext();

// W3005: the CDK names dependencies that a reference implies already.
const ARGUMENTS = ['--ignore-checks', 'W3005', '--format', 'parseable'];

it.each(Object.entries({ ...DEPLOYMENTS, nanning: BUREAU_DEPLOYMENTS.nanning }))(
  'cfn-lint finds nothing in a deployment of %s',
  async (name, more) => {
    const path = `${folder}/${name.replaceAll(/\W+/g, '-')}.template.json`;
    writeFileSync(path, JSON.stringify(synthesize(more).toJSON()));
    const run = promisify(execFile)(cfnLint, ['--regions', more!.region!, ...ARGUMENTS, '--', path]);
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  },
);
