import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { templates } from '../shared/notices/templates.ts';
import { regulations } from '../shared/regulations/index.ts';
import { FunctionName } from './constructs/function-names.ts';
import { abilitiesOf, REGIONS } from './partitions.ts';

/** An object that names what it does not know, and what it would. */
const object = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `没有设置“${(issue.keys as string[]).join('”“')}”;可用的设置:${Object.keys(shape).join('、')}`
        : undefined,
  });
const oneOf = <const T extends string>(what: string, allowed: readonly T[]) =>
  z.enum(allowed, {
    error: ({ input }) =>
      `${input === undefined ? '缺少这个设置' : `没有${what}“${input}”`};可填:${allowed.join('、')}`,
  });
const https = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', {
  error: '应为 https:// 开头的完整网址',
});

const FeedName = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,47}$/, '数据源名称应为1至48个字母、数字、点、横线或下划线,以字母或数字开头');
const Feeds = z
  .array(FeedName)
  .min(1, '至少登记一个数据源')
  .max(20, '最多登记20个数据源')
  .refine((names) => new Set(names).size === names.length, { error: '数据源名称重复' });

const templateIds = Object.values(templates)
  .map(({ id }) => id)
  .sort();
/** Every message of ours → the gateway's registered template: an unmapped one could not be sent at night. */
const GatewayTemplates = z
  .record(z.string(), z.string().trim().min(1, '不能为空'))
  .superRefine((map, context) => {
    const missing = templateIds.filter((id) => !Object.hasOwn(map, id));
    const unknown = Object.keys(map).filter((id) => !templateIds.includes(id));
    if (missing.length > 0)
      context.addIssue({ code: 'custom', message: `缺少短信模板${missing.join('、')}在网关的编号` });
    if (unknown.length > 0)
      context.addIssue({
        code: 'custom',
        message: `没有短信模板“${unknown.join('”“')}”;可用:${templateIds.join('、')}`,
      });
  });

const SmsChannel = z.discriminatedUnion(
  'channel',
  [
    object({ channel: z.literal('sns-direct') }),
    object({
      channel: z.literal('sns-bridge'),
      gateway: object({ url: https, templates: GatewayTemplates }),
    }),
  ],
  { error: '“channel”应为 sns-direct(SNS 直发手机)或 sns-bridge(经政府短信网关)' },
);
export type SmsChannelSettings = z.infer<typeof SmsChannel>;

/** What one bureau's deployment is told: the content of its deployment file. */
export const Settings = object({
  /** Begins every physical name, so that several bureaus live beside one another in one account. */
  bureau: z
    .string()
    .regex(/^[a-z](-?[a-z0-9]){1,29}$/, '应为2至30个小写字母、数字或单个横线,以字母开头,不以横线结尾'),
  regulation: oneOf('制度', Object.keys(regulations)),
  region: oneOf('区域', [...REGIONS.keys()].sort()),
  /** Deploying into any other account is refused. */
  account: z
    .string()
    .regex(/^\d{12}$/, '应为12位数字的账号')
    .optional(),
  intake: object({
    /** `signature`: Standard Webhooks; `iam`: AWS SigV4, which in China needs no ICP licence. */
    authorization: oneOf('接入方式', ['signature', 'iam']),
    feeds: Feeds,
  }),
  sms: SmsChannel,
  identity: object({
    issuer: https,
    audience: z.array(z.string().trim().min(1)).min(1, '至少填写一个受众(audience)'),
  }),
  alarms: object({ email: z.email('应为一个邮箱地址') }),
  /** Who holds the key of the case table: AWS, or the account itself (KMS, rotated, kept). */
  tableKey: oneOf('密钥方式', ['aws', 'customer']).default('aws'),
  /**
   * Concurrency set aside for a function, and its limit: so that a flood of pushes leaves room for the clocks where an
   * account's limit is small. None unless told, since AWS refuses it below a certain limit of the account.
   */
  reservedConcurrency: z
    .record(z.string(), z.int('应为整数').min(1, '至少为1'))
    .refine((each) => Object.keys(each).every((name) => FunctionName.safeParse(name).success), {
      error: `只能为这些程序预留:${FunctionName.options.join('、')}`,
    })
    .default({}),
}).superRefine(({ region, sms }, context) => {
  // An unknown Region has been named already.
  if (!REGIONS.has(region)) return;
  const { partition, textsDirectly } = abilitiesOf(region);
  if (sms.channel === 'sns-direct' && !textsDirectly)
    context.addIssue({
      code: 'custom',
      path: ['sms', 'channel'],
      message: `区域 ${region}(${partition})的 SNS 不能发送短信;可填:sns-bridge`,
    });
});
export type Settings = z.infer<typeof Settings>;

/** A deployment that is refused: every problem on a line of its own, named by its setting. */
export class DeploymentRefused extends Error {
  override name = 'DeploymentRefused';
}

const messageOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== 'invalid_type') return issue.message;
  return issue.input === undefined && /undefined$/.test(issue.message)
    ? '缺少这个设置'
    : `类型不对(${issue.message})`;
};

/** Checks the content of a deployment file. Throws DeploymentRefused naming every setting that is wrong or missing. */
export const parseSettings = (data: unknown, source: string): Settings => {
  const parsed = Settings.safeParse(data);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '(整体)'}:${messageOf(issue)}`,
  );
  throw new DeploymentRefused(`部署设置 ${source} 有误:\n${lines.join('\n')}`);
};

/** Reads a deployment file. Throws DeploymentRefused when it is missing, no JSON, or wrong. */
export const readSettings = (path: string): Settings => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new DeploymentRefused(
      `读不到部署设置 ${path}:请复制 deployment.example.json 并填写,或用 -c deployment=<文件> 指明`,
    );
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new DeploymentRefused(`部署设置 ${path} 不是有效的 JSON:${(error as Error).message}`);
  }
  return parseSettings(data, path);
};

/**
 * The CDK CLI tells an app where it is about to deploy (CDK_DEFAULT_REGION, CDK_DEFAULT_ACCOUNT). Throws
 * DeploymentRefused when that is not where the settings say. Without credentials there is no account, and the Region is
 * only the CLI's guess.
 */
export const checkTarget = (
  settings: Settings,
  target: { region?: string | undefined; account?: string | undefined },
): void => {
  const wrong = (name: string, told: string, actual: string): never => {
    throw new DeploymentRefused(`部署设置的 ${name} 是 ${told},而当前凭据指向 ${actual}:请核对,未部署`);
  };
  if (target.account === undefined) return;
  if (target.region !== undefined && target.region !== settings.region)
    wrong('region', settings.region, target.region);
  if (settings.account !== undefined && target.account !== settings.account)
    wrong('account', settings.account, target.account);
};

/** Settings that still hold a value of the example, which leads nowhere: their paths. */
export const exampleValuesIn = ({ identity, alarms, sms }: Settings): string[] => {
  const values = {
    'identity.issuer': new URL(identity.issuer).hostname,
    'alarms.email': alarms.email,
    ...(sms.channel === 'sns-bridge' ? { 'sms.gateway.url': new URL(sms.gateway.url).hostname } : {}),
  };
  return Object.entries(values).flatMap(([path, value]) => (value.endsWith('.invalid') ? [path] : []));
};

const EXAMPLE = fileURLToPath(new URL('../deployment.example.json', import.meta.url));

/** The example's settings with some replaced: enough to synthesize and try; with its issuer nobody can log in. */
export const exampleSettings = (more: Partial<z.input<typeof Settings>> = {}): Settings =>
  parseSettings({ ...JSON.parse(readFileSync(EXAMPLE, 'utf8')), ...more }, 'deployment.example.json');
