import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { z } from 'zod';
import type { Settings } from '../../../infra/settings/settings.ts';
import { type Context, environmentOf } from './context.ts';
import { ROOT } from './tools.ts';

export type Deployment = z.input<typeof Settings>;
const ACCOUNT = '000000000000';

/** Rejects with what the command printed. */
const execute = async (command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) => {
  try {
    return await promisify(execFile)(command, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
  }
};

/** The CDK CLI of a checkout, as an administrator uses it, for one deployment file. */
export const createCdk = (context: Context, deployment: Deployment, root = ROOT) => {
  const { bureau, region } = deployment;
  const name = `${bureau}-${region}`;
  const file = `${context.folder}/${name}.json`;
  const outputs = `${context.folder}/${name}-outputs.json`;
  writeFileSync(file, JSON.stringify(deployment));
  const env = {
    ...process.env,
    ...environmentOf(context, region),
    CDK_HOME: context.folder,
    CDK_DISABLE_CLI_TELEMETRY: '1',
    CI: 'true',
  };
  const cdk = (...args: string[]) =>
    execute(
      `${root}node_modules/.bin/cdk`,
      [...args, '-c', `deployment=${file}`, '-o', `${context.folder}/${name}.out`, '--no-notices'],
      root,
      env,
    );
  const stack = `shixian-${bureau}`;
  return {
    stack,
    assembly: `${context.folder}/${name}.out`,
    bootstrap: () => cdk('bootstrap', `aws://${ACCOUNT}/${region}`),
    deploy: async (): Promise<Record<string, string>> => {
      await cdk('deploy', '--require-approval', 'never', '--outputs-file', outputs);
      return (JSON.parse(readFileSync(outputs, 'utf8')) as Record<string, Record<string, string>>)[stack]!;
    },
    destroy: () => cdk('destroy', '--force'),
  };
};
export type Cdk = ReturnType<typeof createCdk>;
