import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { templates } from '../../shared/notices/templates.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { SMS_LINK_SETTING } from '../../shared/regulations/reserved.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { settingFaults } from '../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../shared/regulations/version.ts';
import { lineAndColumn } from '../read-json.ts';
import { readDataFile } from '../regulation-check/data-file.ts';
import { deskAddressFault } from './desk-address.ts';
import { FeedMappings, Feeds, FeedWatches, refuseWhatIsOfNoFeed } from './feeds.ts';
import { BRIDGED, FunctionName } from './function-names.ts';
import { abilitiesOf, REGIONS } from './partitions.ts';

const MISSING = '缺少这个设置';

/** An object that names what it does not know, and what it would. */
const object = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `不认识的设置“${(issue.keys as string[]).join('”“')}”;可用的设置:${Object.keys(shape).join('、')}`
        : undefined,
  });
const oneOf = <const T extends string>(what: string, allowed: readonly T[]) =>
  z.enum(allowed, {
    error: ({ input }) =>
      `${input === undefined ? MISSING : `不认识的${what}“${input}”`};可填:${allowed.join('、')}`,
  });
const https = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', {
  error: '应为 https:// 开头的完整网址',
});

const templateIds = Object.values(templates)
  .map(({ id }) => id)
  .sort();
/** As long as the longest that gateways give (32 hexadecimal digits): what a function may be told ends somewhere. */
const LONGEST_TEMPLATE = 32;
const LONGEST_GATEWAY = 200;
/** Every message of ours → the gateway's registered template: an unmapped one could not be sent at night. */
const GatewayTemplates = z
  .record(
    z.string(),
    z
      .string()
      .trim()
      .min(1, '不能为空')
      .max(LONGEST_TEMPLATE, `不超过${LONGEST_TEMPLATE}个字符`)
      .regex(/^[^,\s]*$/, '不能含逗号或空白'),
  )
  .superRefine((map, context) => {
    const missing = templateIds.filter((id) => !Object.hasOwn(map, id));
    const unknown = Object.keys(map).filter((id) => !templateIds.includes(id));
    if (missing.length > 0)
      context.addIssue({ code: 'custom', message: `缺少短信模板${missing.join('、')}在网关的编号` });
    if (unknown.length > 0)
      context.addIssue({
        code: 'custom',
        message: `不认识的短信模板“${unknown.join('”“')}”;可用:${templateIds.join('、')}`,
      });
  });

const SmsChannel = z.discriminatedUnion(
  'channel',
  [
    object({ channel: z.literal('sns-direct') }),
    object({
      channel: z.literal('sns-bridge'),
      gateway: object({
        url: https.max(LONGEST_GATEWAY, `不超过${LONGEST_GATEWAY}个字符`),
        templates: GatewayTemplates,
      }),
    }),
  ],
  { error: '“channel”应为 sns-direct(SNS 直发手机)或 sns-bridge(经政府短信网关)' },
);

/** A period that is not given yet leaves its duty listed; without office hours a limit cannot be reckoned at all. */
const faultsOf = (rules: Regulation, chosen: ChosenSettings): string[] => [
  ...settingFaults(rules, chosen),
  ...rules.settings
    .filter(
      ({ id, format, value }) => format === 'officeHours' && (id in chosen ? chosen[id] : value) === null,
    )
    .map(({ id, name }) => `${id}(${name}):必须填写,如 09:00-12:00 13:00-17:00`),
];

/** Why the desk's address cannot go into texts; undefined when it can, or there is none. */
const linkFault = (
  rules: Regulation | undefined,
  {
    regulationSettings,
    deskAddress,
  }: { regulationSettings: ChosenSettings; deskAddress?: string | undefined },
): string | undefined => {
  if (deskAddress === undefined || rules === undefined) return undefined;
  if (SMS_LINK_SETTING in regulationSettings)
    return `已填 regulationSettings.${SMS_LINK_SETTING},两者只填其一`;
  return rules.settings.some(({ id }) => id === SMS_LINK_SETTING)
    ? undefined
    : `制度“${rules.id}”的短信不带网址(没有设置 ${SMS_LINK_SETTING})`;
};

/** The name of a claim, or the way to one within another. */
const claimName = (usual: string) =>
  z
    .string()
    .regex(/^[\p{L}\p{N}_.:/-]{1,128}$/u, `应为令牌中的一个声明(claim)的名称,如 ${usual}`)
    .default(usual);

const LONGEST_CLIENT = 255;
/** Without it an issuer does not say who somebody is. */
export const OPENID = 'openid';

/** What one bureau's deployment is told: the content of its deployment file. */
export const Settings = object({
  /** Begins every physical name, so that several bureaus live beside one another in one account. */
  bureau: z
    .string()
    .regex(/^[a-z](-?[a-z0-9]){1,29}$/, '应为2至30个小写字母、数字或单个横线,以字母开头,不以横线结尾'),
  regulation: oneOf('制度', Object.keys(regulations)),
  /** The bureau's own choices among the regulation's settings (周期、办公时间、顺延方式). */
  regulationSettings: z
    .record(z.string(), z.union([z.boolean(), z.string(), z.number(), z.null()]))
    .default({}),
  /** Where the desk is reached; with it, a text about a case ends with the address of its case. */
  deskAddress: z
    .string()
    .superRefine((text, context) => {
      const message = deskAddressFault(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .optional(),
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
    mappings: FeedMappings,
    /** What is expected of a feed, and whom to tell at the vendor's. */
    watch: FeedWatches,
  }).superRefine(refuseWhatIsOfNoFeed),
  sms: SmsChannel,
  identity: object({
    issuer: https,
    audience: z.array(z.string().trim().min(1)).min(1, '至少填写一个受众(audience)'),
    /** Which claims of the tokens say who somebody is. */
    claims: object({
      person: claimName('sub'),
      name: claimName('name'),
      role: claimName('role'),
      unit: claimName('unit'),
    }).prefault({}),
    /** As what the desk in the browser is registered with the issuer: a public client. Without it nobody can log in there. */
    clientId: z
      .string()
      .trim()
      .min(1, '不能为空')
      .max(LONGEST_CLIENT, `不超过${LONGEST_CLIENT}个字符`)
      .optional(),
    /** Where a log-in at the desk asks beside the issuer's own origin: a token endpoint that lies elsewhere. */
    origins: z
      .array(
        https.refine(
          (text) => URL.parse(text)?.origin === text,
          '应只写到域名和端口,如 https://sso.example.org',
        ),
      )
      .default([]),
    /** What the desk asks the issuer for. */
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, '应为不含空白的 scope 名称'))
      .refine((scopes) => scopes.includes(OPENID), { error: `须含 ${OPENID}` })
      .default([OPENID]),
    /** Whether only who stands in the roster may act; the issuer's word alone is enough where not. */
    rosterOnly: z.boolean('应为 true 或 false').default(true),
  }),
  /** How long who logs in at the desk stays so, in hours. */
  deskShiftHours: z.int('应为整数').min(1, '至少为1').max(24, '最多为24').default(12),
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
}).superRefine((settings, context) => {
  const { region, sms, reservedConcurrency, regulation, regulationSettings } = settings;
  // An unknown regulation has been named already.
  const rules = regulations[regulation];
  for (const fault of rules === undefined ? [] : faultsOf(rules, regulationSettings))
    context.addIssue({ code: 'custom', path: ['regulationSettings'], message: fault });
  const unlinkable = linkFault(rules, settings);
  if (unlinkable !== undefined)
    context.addIssue({ code: 'custom', path: ['deskAddress'], message: unlinkable });
  for (const name of sms.channel === 'sns-direct' ? BRIDGED : [])
    if (reservedConcurrency[name] !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['reservedConcurrency', name],
        message: '短信由 SNS 直发,没有这个程序',
      });
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

const TYPES: Readonly<Record<string, string>> = {
  string: '文字(加引号)',
  number: '数字',
  int: '整数',
  array: '列表[…]',
  object: '对象{…}',
  record: '对象{…}',
};
/** Whether the data have nothing at this path. */
const isMissing = (data: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce((each, name) => (each as Record<PropertyKey, unknown> | undefined | null)?.[name], data) ===
  undefined;
const messageOf = (issue: z.core.$ZodIssue, data: unknown): string => {
  if (issue.path.length > 0 && isMissing(data, issue.path))
    return issue.code === 'invalid_value' ? issue.message : MISSING;
  return issue.code === 'invalid_type' && /^Invalid/.test(issue.message)
    ? `类型不对,应为${TYPES[issue.expected] ?? issue.expected}`
    : issue.message;
};

/** Checks the content of a deployment file. Throws DeploymentRefused naming every setting that is wrong or missing. */
export const parseSettings = (data: unknown, source: string): Settings => {
  const parsed = Settings.safeParse(data);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '(整体)'}:${messageOf(issue, data)}`,
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
  const { data, problems } = readDataFile(text);
  if (data === undefined) {
    const lines = problems.map(({ fault, offset }) => `  ${lineAndColumn(text, offset)}:${fault}`);
    throw new DeploymentRefused(`部署设置 ${path} 不是有效的 JSON:\n${lines.join('\n')}`);
  }
  return parseSettings(data, path);
};
