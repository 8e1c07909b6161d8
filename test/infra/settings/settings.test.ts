import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTarget } from '../../../infra/settings/deployment-target.ts';
import { deskHint } from '../../../infra/settings/desk-place.ts';
import { exampleSettings, exampleValuesIn } from '../../../infra/settings/example-settings.ts';
import { DeploymentRefused, parseSettings, readSettings } from '../../../infra/settings/settings.ts';
import { MAPPING_NAMES } from '../../../shared/intake/mappings.ts';
import { templates } from '../../../shared/notices/templates.ts';
import { resolveEnvironment, synthesize } from '../templates.ts';

const sizeOfEnvironment = (properties: Record<string, unknown>): number =>
  Buffer.byteLength(JSON.stringify(resolveEnvironment(properties)));

const example = (): Record<string, unknown> => JSON.parse(readFileSync('deployment.example.json', 'utf8'));
/** The example with one setting, named by its path, replaced or (undefined) taken out. */
const exampleWith = (path: string, value: unknown): unknown => {
  const data: Record<string, unknown> = { reservedConcurrency: {}, ...example() };
  data.intake = { mappings: {}, ...(data.intake as object) };
  const names = path.split('.');
  const last = names.pop()!;
  const holder = names.reduce((each, name) => each[name] as Record<string, unknown>, data);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return data;
};
const refusal = (data: unknown): string => {
  try {
    parseSettings(data, 'deployment.json');
  } catch (error) {
    expect(error).toBeInstanceOf(DeploymentRefused);
    return (error as Error).message;
  }
  throw new Error('It was not refused');
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shixian-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the settings of a deployment', () => {
  it('are read from the example as it stands', () => {
    expect(readSettings('deployment.example.json')).toMatchObject({
      bureau: 'leizhou',
      region: 'cn-north-1',
    });
    expect(exampleSettings({ bureau: 'hohhot' }).bureau).toBe('hohhot');
    expect(parseSettings(exampleWith('tableKey', undefined), '').tableKey).toBe('aws');
    expect(exampleSettings().intake.mappings).toEqual({});
    expect(parseSettings(exampleWith('intake.mappings', { demo: 'rss' }), '').intake.mappings).toEqual({
      demo: 'rss',
    });
    const { claims } = parseSettings(exampleWith('identity.claims', undefined), '').identity;
    expect(claims).toEqual({ person: 'sub', name: 'name', role: 'role', unit: 'unit' });
    const bare = {
      ...example(),
      deskShiftHours: undefined,
      identity: { issuer: 'https://a.example', audience: ['a'] },
    };
    expect(parseSettings(bare, '')).toMatchObject({
      deskShiftHours: 12,
      identity: { scopes: ['openid'], origins: [] },
    });
    expect(deskHint(parseSettings(bare, ''))).toMatch(/identity\.clientId.*值班台不能登录/);
    expect(deskHint(exampleSettings())).toBeUndefined();
  });

  it.each([
    ['bureau', '雷州', '小写字母'],
    ['bureau', 'a-', '小写字母'],
    ['bureau', undefined, '缺少'],
    ['regulation', 'atlantis', '不认识的制度“atlantis”;可填:hohhot、leizhou、nanning、petition、yinzhou'],
    ['region', 'cn-north-9', '不认识的区域“cn-north-9”;可填:'],
    ['region', undefined, '缺少这个设置;可填:'],
    ['account', '123', '12位数字'],
    ['account', 111122223333, '类型不对,应为文字(加引号)'],
    ['alarms.email', undefined, '缺少这个设置'],
    ['sms', undefined, '缺少这个设置'],
    ['identity.audience', 'shixian', '类型不对,应为列表'],
    ['intake.feeds', ['a', 'A'], '不分大小写'],
    ['intake.authorization', 'password', '可填:signature、iam'],
    ['intake.feeds', [], '至少登记一个数据源'],
    ['intake.feeds', ['a', 'a'], '重复'],
    ['intake.feeds', ['含空格 的'], '数据源名称'],
    ['intake.mappings.demo', 'weibo', '不认识的字段对应“weibo”;可填:hot-list、json-feed、'],
    ['intake.mappings.other', 'rss', '没有登记这个数据源;已登记:demo'],
    ['sms.channel', 'email', 'sns-direct'],
    ['sms.gateway.url', 'http://gateway.example.invalid/', 'https://'],
    ['sms.gateway.templates', { SX01: 'A' }, '缺少短信模板SX02、SX03'],
    ['sms.gateway.templates.SX01', 'T'.repeat(33), '不超过32个字符'],
    ['sms.gateway.url', `https://${'g'.repeat(184)}.example/`, '不超过200个字符'],
    ['sms.gateway.templates.SX01', 'A,B', '不能含逗号或空白'],
    ['identity.issuer', 'http://issuer.example.invalid/', 'https://'],
    ['identity.claims.person', '工 号', '应为令牌中的一个声明(claim)的名称,如 sub'],
    ['identity.claims.role', '', '应为令牌中的一个声明(claim)的名称,如 role'],
    ['identity.audience', [], '至少填写一个受众'],
    ['identity.clientId', ' ', '不能为空'],
    ['identity.clientId', 'x'.repeat(256), '不超过255个字符'],
    ['identity.scopes', ['roles'], '须含 openid'],
    ['identity.scopes', ['openid', 'a b'], '应为不含空白的 scope 名称'],
    ['identity.origins', ['https://sso.example.org/token'], '应只写到域名和端口'],
    ['identity.origins', ['http://sso.example.org'], 'https://'],
    ['deskShiftHours', 0, '至少为1'],
    ['deskShiftHours', 25, '最多为24'],
    ['deskShiftHours', 1.5, '应为整数'],
    ['deskShiftHours', '12', '应为整数'],
    ['alarms.email', 'nobody', '邮箱'],
    ['tableKey', 'mine', '可填:aws、customer'],
    ['reservedConcurrency', { 'schedule-duty': 5 }, '只能为这些程序预留:intake-items'],
    ['reservedConcurrency.schedule-duties', 0, '至少为1'],
  ])('name %s when it is %j', (path, value, told) => {
    const message = refusal(exampleWith(path, value));
    expect(message).toContain(`  ${path}`);
    expect(message).toContain(told);
  });

  it('name a typo, and what could have been meant', () => {
    expect(refusal({ ...example(), buraeu: 'x' })).toMatch(
      /不认识的设置“buraeu”;可用的设置:bureau、regulation、/,
    );
    expect(refusal(exampleWith('identity.isuer', 'x'))).toMatch(/identity:不认识的设置“isuer”/);
    expect(refusal(exampleWith('sms.gateway.templates.SX99', 'x'))).toContain('不认识的短信模板“SX99”');
  });

  it('name every problem at once', () => {
    const message = refusal({ ...(exampleWith('bureau', 'X') as object), region: 'moon-1' });
    expect(message).toContain('  bureau');
    expect(message).toContain('  region');
  });

  it.each([
    ['cn-north-1', false],
    ['cn-northwest-1', false],
    ['us-gov-east-1', false],
    ['us-gov-west-1', true],
    ['us-east-1', true],
  ])('know whether SNS texts from %s: %s', (region, texts) => {
    const data = { ...example(), region, sms: { channel: 'sns-direct' } };
    if (texts) expect(parseSettings(data, '').sms.channel).toBe('sns-direct');
    else expect(refusal(data)).toMatch(new RegExp(`sms.channel:区域 ${region}.*可填:sns-bridge`));
  });

  it('say which values are still those of the example', () => {
    expect(exampleValuesIn(readSettings('deployment.example.json'))).toEqual([
      'identity.issuer',
      'alarms.email',
      'sms.gateway.url',
    ]);
    const filled = exampleSettings({
      identity: { issuer: 'https://id.example.org/', audience: ['a'] },
      alarms: { email: 'a@example.org' },
      region: 'us-east-1',
      sms: { channel: 'sns-direct' },
    });
    expect(exampleValuesIn(filled)).toEqual([]);
  });

  it('do not set concurrency aside for a bridge that there is not', () => {
    const data = { ...example(), region: 'us-east-1', reservedConcurrency: { 'bridge-sms': 2 } };
    expect(parseSettings(data, '').reservedConcurrency).toEqual({ 'bridge-sms': 2 });
    expect(refusal({ ...data, sms: { channel: 'sns-direct' } })).toContain('reservedConcurrency.bridge-sms');
  });

  it('fit into what Lambda lets a function be told, at their largest', () => {
    const name = 'f'.repeat(46);
    const gateway = {
      url: `https://${'g'.repeat(183)}.example/`,
      templates: Object.fromEntries(Object.values(templates).map(({ id }) => [id, 'T'.repeat(32)])),
    };
    const longest = MAPPING_NAMES.toSorted((one, other) => other.length - one.length)[0]!;
    const feeds = Array.from({ length: 20 }, (_, index) => `${name}${10 + index}`);
    const template = synthesize({
      bureau: `b${'a'.repeat(28)}b`,
      intake: {
        authorization: 'signature',
        feeds,
        mappings: Object.fromEntries(feeds.map((feed) => [feed, longest])),
        watch: Object.fromEntries(
          feeds
            .slice(0, 13)
            .map((feed) => [feed, { name: '名'.repeat(12), expected: [{ within: 'PT12H' }] }]),
        ),
      },
      sms: { channel: 'sns-bridge', gateway },
    });
    for (const { Properties } of Object.values(template.findResources('AWS::Lambda::Function')))
      expect(sizeOfEnvironment(Properties), Properties.FunctionName).toBeLessThan(4096);
  });

  it('say so when the file is not there or no JSON', () => {
    expect(() => readSettings(join(folder, 'none.json'))).toThrow('请复制 deployment.example.json');
    writeFileSync(join(folder, 'broken.json'), '{');
    expect(() => readSettings(join(folder, 'broken.json'))).toThrow(
      /broken\.json 不是有效的 JSON:\n {2}第1行第2列:缺少与“{”配对的“}”$/,
    );
  });

  it('are checked against where the CLI is about to deploy', () => {
    const settings = exampleSettings({ account: '111122223333' });
    const target = { region: 'cn-north-1', account: '111122223333' };
    expect(() => checkTarget(settings, target)).not.toThrow();
    expect(() => checkTarget(settings, { ...target, region: 'us-east-1' })).toThrow(
      /region 是 cn-north-1.*us-east-1/,
    );
    expect(() => checkTarget(settings, { ...target, account: '444455556666' })).toThrow(/account/);
    // Without credentials the CLI only guesses a Region.
    expect(() => checkTarget(settings, { region: 'us-east-1' })).not.toThrow();
  });

  it('refuse at synthesis with nothing but the reasons on the console', () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, JSON.stringify(exampleWith('region', 'moon-1')));
    const env = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ deployment: path }) };
    try {
      execFileSync(process.execPath, ['infra/app.ts'], { env, encoding: 'utf8', stdio: 'pipe' });
      expect.unreachable();
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      expect(status).toBe(1);
      expect(stderr).toMatch(/^部署设置 .*wrong\.json 有误:\n {2}region:不认识的区域“moon-1”;可填:[^\n]*\n$/);
    }
  });
});
