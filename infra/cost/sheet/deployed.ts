import { exampleSettings } from '../../settings/example-settings.ts';
import { FUNCTIONS } from '../../settings/function-names.ts';
import { readSettings, type Settings } from '../../settings/settings.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
export type Resources = Readonly<Record<string, Resource>>;

/** What of a deployment bears on its bill without any case. */
export interface Deployed {
  sweepMinutes: number;
  textMinutes: number;
  /** Memory by function, without the bureau's name. */
  megabytes: Readonly<Record<string, number>>;
  /** What costs by the month whether it is used or not. An alarm counts once for each metric that it watches. */
  standing: Readonly<Record<StandingName, number>>;
}
type StandingName = 'secretMonth' | 'alarmMonth' | 'dashboardMonth' | 'keyMonth';

const metricsOf = ({ Properties: { Metrics } = {} }: Resource): number =>
  Array.isArray(Metrics) ? Metrics.filter((metric) => 'MetricStat' in metric).length : 1;

/** The minutes between two calls: the rate of the rule that calls this function. */
const minutesOf = (resources: Resources, what: string, functionId = ''): number => {
  for (const { Type, Properties = {} } of Object.values(resources)) {
    if (Type !== 'AWS::Events::Rule' || !JSON.stringify(Properties.Targets).includes(`"${functionId}"`))
      continue;
    const minutes = /^rate\((\d+) minutes?\)$/.exec(String(Properties.ScheduleExpression))?.[1];
    if (minutes !== undefined) return Number(minutes);
  }
  throw new Error(`部署模板中没有找到${what}的定时规则`);
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
    sweepMinutes: minutesOf(resources, '巡检', find('sweep-cases')?.[0]),
    textMinutes: minutesOf(resources, '短信', find('notify-people')?.[0]),
    megabytes: Object.fromEntries(memory),
    standing: {
      secretMonth: ofType('AWS::SecretsManager::Secret').length,
      alarmMonth: ofType('AWS::CloudWatch::Alarm').reduce((sum, alarm) => sum + metricsOf(alarm), 0),
      dashboardMonth: ofType('AWS::CloudWatch::Dashboard').length,
      keyMonth: ofType('AWS::KMS::Key').length,
    },
  };
};

/** The settings whose stack is counted: a deployment file's, or the example's for the bureau. */
const settingsFor = (bureau: string, deployment: string | null): Settings => {
  if (deployment === null) return exampleSettings({ bureau, regulation: bureau });
  const settings = readSettings(deployment);
  if (settings.regulation !== bureau)
    throw new Error(
      `部署设置 ${deployment} 用的是 ${settings.regulation} 的制度,请加 --bureau ${settings.regulation}。`,
    );
  return settings;
};

/** The resources of a deployment's stack; no function is bundled. Rejects when the deployment file is refused. */
export const synthesizeResources = async (bureau: string, deployment: string | null): Promise<Resources> => {
  const settings = settingsFor(bureau, deployment);
  // The CDK takes seconds to load: not before it is known what is asked for.
  const { synthesizeTemplate } = await import('../../synthesize-template.ts');
  return (synthesizeTemplate(settings) as { Resources: Resources }).Resources;
};
