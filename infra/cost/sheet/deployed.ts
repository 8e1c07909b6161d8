import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FUNCTIONS } from '../../settings/function-names.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
export type Resources = Readonly<Record<string, Resource>>;

/** What of a deployment bears on its bill without any case. */
export interface Deployed {
  sweepMinutes: number;
  /** Memory by function, without the bureau's name. */
  megabytes: Readonly<Record<string, number>>;
  /** What costs by the month whether it is used or not. An alarm counts once for each metric that it watches. */
  standing: Readonly<Record<StandingName, number>>;
}
export type StandingName = 'secretMonth' | 'alarmMonth' | 'dashboardMonth' | 'keyMonth';

const metricsOf = ({ Properties: { Metrics } = {} }: Resource): number =>
  Array.isArray(Metrics) ? Metrics.filter((metric) => 'MetricStat' in metric).length : 1;

/** The minutes between two sweeps: the rate of the rule that calls the sweep function. */
const sweepMinutesOf = (resources: Resources, sweepId = ''): number => {
  for (const { Type, Properties = {} } of Object.values(resources)) {
    if (Type !== 'AWS::Events::Rule' || !JSON.stringify(Properties.Targets).includes(`"${sweepId}"`))
      continue;
    const minutes = /^rate\((\d+) minutes?\)$/.exec(String(Properties.ScheduleExpression))?.[1];
    if (minutes !== undefined) return Number(minutes);
  }
  throw new Error('部署模板中没有找到巡检的定时规则');
};

/** Reads a stack's resources. Throws an Error naming what is not there. */
export const readDeployed = (resources: Resources): Deployed => {
  const ofType = (type: string): Resource[] => Object.values(resources).filter(({ Type }) => Type === type);
  const functions = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Function');
  const find = (name: string) =>
    functions.find(([, { Properties = {} }]) => String(Properties.FunctionName).endsWith(`-${name}`));
  // Not every deployment has every function.
  const memory = Object.keys(FUNCTIONS).flatMap((name) => {
    const megabytes = find(name)?.[1].Properties?.MemorySize;
    return typeof megabytes === 'number' ? [[name, megabytes] as const] : [];
  });
  return {
    sweepMinutes: sweepMinutesOf(resources, find('sweep-cases')?.[0]),
    megabytes: Object.fromEntries(memory),
    standing: {
      secretMonth: ofType('AWS::SecretsManager::Secret').length,
      alarmMonth: ofType('AWS::CloudWatch::Alarm').reduce((sum, alarm) => sum + metricsOf(alarm), 0),
      dashboardMonth: ofType('AWS::CloudWatch::Dashboard').length,
      keyMonth: ofType('AWS::KMS::Key').length,
    },
  };
};

/**
 * Synthesizes the stack of a deployment file in a process of its own and gives its resources; no function is bundled.
 * Rejects with the synthesis's own words.
 */
export const synthesizeResources = async (deployment: string): Promise<Resources> => {
  const outdir = mkdtempSync(join(tmpdir(), 'shixian-cost-'));
  const context = { deployment, 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true };
  const env = { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context) };
  const app = fileURLToPath(new URL('../../app.ts', import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [app], { env });
    const templates = globSync(join(outdir, '*.template.json')).sort();
    return Object.assign({}, ...templates.map((path) => JSON.parse(readFileSync(path, 'utf8')).Resources));
  } catch (error) {
    const words = (error as { stderr?: string }).stderr?.trim();
    throw new Error(`部署模板未能合成:${words || String(error)}`);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
