import { setTimeout as pause } from 'node:timers/promises';
import { DescribeStacksCommand, UpdateTerminationProtectionCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { PutRuleCommand } from '@aws-sdk/client-eventbridge';
import {
  DeleteSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
} from '@aws-sdk/client-secrets-manager';
import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { exampleRoster } from '../../infra/local/people.ts';
import { BRIDGED, FunctionName } from '../../infra/settings/function-names.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { caseIn, caseOf, refusalIn, takenIn } from '../support/told.ts';
import { type Aws, createAws, DENIED, printLogs } from './harness/aws.ts';
import { type Cdk, createCdk } from './harness/cdk.ts';
import { readContext } from './harness/context.ts';
import {
  commercialDeployment,
  FEED,
  neighbourDeployment,
  OPENINGS,
  OTHER_FEED,
} from './harness/deployments.ts';
import { graveItem } from './harness/items.ts';
import { lookAtClocks } from './harness/plays/clocks.ts';
import { tryDoors } from './harness/plays/doors.ts';
import { playNights } from './harness/plays/night.ts';
import { reviseWhileOpen } from './harness/plays/revision.ts';
import { createSite, type Site } from './harness/site.ts';
import { bundleSizes, printSizes } from './harness/sizes.ts';
import { type GatewayStub, type IssuerStub, startGateway, startIssuer } from './harness/stubs.ts';
import { until } from './harness/until.ts';

// A commercial Region: pushes signed by Standard Webhooks, texts from SNS to the telephone, two bureaus beside one
// another; then a revised regulation while cases are open, and the end. Each test goes on where the one before it ended.

const context = readContext();
const REGION = 'us-east-1';
const YINZHOU = regulations.yinzhou!;
const GATEWAY_SECRET = 'gateway-secret-of-the-neighbour';
let issuer: IssuerStub;
let gateway: GatewayStub;
let cdk: Cdk;
let neighbour: Cdk;
let aws: Aws;
let site: Site;
let other: Site;
let caseId: string;
let sweepBegan = 0;

/** The texts that SNS took for telephones, as the emulator keeps them. */
const textsTo = async (phone: string): Promise<string[]> => {
  const url = `${context.endpoint}/_ministack/sns/sms-messages?region=${REGION}&phoneNumber=${encodeURIComponent(phone)}`;
  const answer = (await (await fetch(url)).json()) as { sms_messages: Record<string, { Message: string }[]> };
  return (answer.sms_messages[phone] ?? []).map(({ Message }) => Message);
};
const feedSecret = (bureau: string, feed: string): Promise<string> =>
  signingSecret(`${bureau}/feeds/${feed}`);
const signingSecret = async (SecretId: string): Promise<string> => {
  const answer = await aws.secrets.send(new GetSecretValueCommand({ SecretId }));
  return `whsec_${JSON.parse(answer.SecretString!).current}`;
};

beforeAll(async () => {
  issuer = await startIssuer(context);
  gateway = await startGateway(context, GATEWAY_SECRET);
  cdk = createCdk(context, commercialDeployment(issuer.url));
  neighbour = createCdk(context, neighbourDeployment(issuer.url, gateway.url));
  aws = createAws(context, REGION);
});
afterEach(({ task }) => (task.result?.state === 'fail' ? printLogs(aws, 'leizhou') : undefined));
afterAll(() => {
  issuer.close();
  gateway.close();
});

it('bootstraps and deploys, and a repeat changes nothing', async () => {
  await cdk.bootstrap();
  const outputs = await cdk.deploy();
  expect(outputs.ApiUrl).toMatch(/^https:\/\/\w+\.execute-api\.us-east-1\./);
  expect(outputs.ConsoleBlue).toMatch(
    /^https:\/\/console\.aws\.amazon\.com\/states\/home\?region=us-east-1#/,
  );
  expect(await cdk.deploy()).toEqual(outputs);
  const sizes = bundleSizes(cdk.assembly);
  printSizes(sizes);
  // Lambda takes 250 MB; ours are a fraction of one, or something was bundled by mistake.
  expect(sizes.filter(({ bytes }) => bytes > 2 * 1024 * 1024)).toEqual([]);
  expect(sizes).toHaveLength(12);
  site = createSite(context, outputs.ApiUrl!, REGION, issuer);
  expect(await site.withToken(undefined, 'GET', '/v1/health')).toMatchObject({ status: 200 });
  expect(await site.withToken(undefined, 'GET', '/v1/openapi.json')).toMatchObject({
    status: 200,
    body: { openapi: '3.1.0', components: { securitySchemes: { signature: { type: 'apiKey' } } } },
  });
  // See differences.ts.
  const rule = await aws.sweepRule('leizhou');
  await aws.events.send(new PutRuleCommand({ ...rule, ScheduleExpression: 'rate(1 minute)' }));
  sweepBegan = Date.now();
});

it('opens a case for a signed item, and for nobody else’s', async () => {
  expect((await site.as('operator', 'PUT', '/v1/roster', { version: 0, ...exampleRoster() })).status).toBe(
    200,
  );
  const secret = await feedSecret('leizhou', FEED);
  const forged = await site.push(FEED, [graveItem('forged')], `whsec_${'A'.repeat(44)}`);
  expect(forged).toMatchObject({ status: 401, body: { code: 'SIGNATURE_INVALID' } });
  expect(refusalIn(await site.push(OTHER_FEED, [graveItem('foreign')], secret)).code).toBe(
    'SIGNATURE_INVALID',
  );
  expect(refusalIn(await site.push('unknown', [graveItem('unknown')], secret)).code).toBe('FEED_UNKNOWN');
  const told = await site.push(FEED, [graveItem('one'), { id: 'bad' }], secret);
  expect(told).toMatchObject({ status: 207, body: { accepted: 1, refused: 1 } });
  caseId = caseOf(told);
  const [execution] = await aws.executions('leizhou-blue');
  expect(execution).toMatchObject({ name: `${caseId}-blue-1`, status: 'RUNNING' });
  expect(JSON.parse(execution!.input!)).toEqual({ caseId, level: 'blue', generation: 1 });
  expect(takenIn(await site.push(FEED, [graveItem('one')], secret)).status).toBe('duplicate');
});

it('tells of the execution what the console shows, with its page, and how the system does', () =>
  lookAtClocks(site, caseId));

it('texts from SNS straight to the telephone', async () => {
  const texts = await until('the text to the duty officer', async () => {
    const found = await textsTo('+8613800000001');
    return found.some((text) => text.includes(caseId)) ? found : undefined;
  });
  expect(texts.filter((text) => text.includes('新立案'))).toEqual([
    expect.stringMatching(
      `^【雷州市监】${caseId}\\(初判蓝\\)新立案,请签收并定级;最早时限暂定\\d+月\\d+日\\d+时(\\d+分)?:续报处置进展\\(办法第23条\\(一\\)\\)。$`,
    ),
  ]);
});

it('takes the old and the new secret of a feed while it is being replaced', async () => {
  const old = await feedSecret('leizhou', FEED);
  const renewed = `whsec_${'B'.repeat(44)}`;
  await aws.secrets.send(
    new PutSecretValueCommand({
      SecretId: `leizhou/feeds/${FEED}`,
      SecretString: JSON.stringify({ current: renewed, previous: old }),
    }),
  );
  // A function keeps a secret for a minute.
  await until(
    'the new secret',
    async () => {
      const { status } = await site.push(FEED, [graveItem('renewed')], renewed);
      if (status !== 200) await pause(4_000);
      return status === 200 || undefined;
    },
    90,
  );
  expect((await site.push(FEED, [graveItem('renewed')], old)).status).toBe(200);
});

it('names a feed’s secret that is missing, and asks the sender to come again', async () => {
  await aws.secrets.send(new DeleteSecretCommand({ SecretId: `leizhou/feeds/${OTHER_FEED}` }));
  const told = await until(
    'the missing secret',
    async () => {
      const answer = await site.push(OTHER_FEED, [graveItem('late')], `whsec_${'C'.repeat(44)}`);
      return answer.status === 503 ? answer : undefined;
    },
    90,
  );
  expect(told.body).toMatchObject({ code: 'FEED_SECRET_MISSING' });
  expect(refusalIn(told).message).toContain(OTHER_FEED);
  expect(await aws.logOf('leizhou-intake-items')).toMatch(/SecretMissing: Secret [^ ]*feeds\/other/);
});

it('restarts, by its guard, a clock that was stopped', async () => {
  const running = (await aws.executions('leizhou-blue')).find(({ name }) => name === `${caseId}-blue-1`);
  await aws.states.send(new StopExecutionCommand({ executionArn: running!.executionArn }));
  const restarted = await until('the new execution', async () =>
    (await aws.executions('leizhou-blue')).find(({ name }) => name === `${caseId}-blue-2`),
  );
  expect(restarted).toMatchObject({ status: 'RUNNING' });
  expect(JSON.parse(restarted.input!)).toEqual({ caseId, level: 'blue', generation: 2 });
  const { body } = await site.as('dutyOfficer', 'GET', `/v1/cases/${caseId}/log`);
  expect(JSON.stringify(body)).toContain('时钟守护重新启动');
});

it('lets each in by the claims of his token, to what is his to read', () => tryDoors(site, issuer));

it('keeps a second bureau beside the first, with its own case, key, gateway and telephone', async () => {
  const { ApiUrl } = await neighbour.deploy();
  other = createSite(context, ApiUrl!, REGION, issuer, YINZHOU);
  await aws.secrets.send(
    new PutSecretValueCommand({ SecretId: 'neighbour/sms-gateway', SecretString: GATEWAY_SECRET }),
  );
  await other.as('operator', 'PUT', '/v1/roster', { version: 0, ...exampleRoster(YINZHOU) });
  const item = { id: 'next-door', title: '网传某养老院服务混乱,家属称民政局不作为' };
  const told = await other.push(FEED, [item], await feedSecret('neighbour', FEED));
  expect(told).toMatchObject({ status: 200, body: { accepted: 1 } });
  const opened = caseOf(told);
  const { key } = await until('the text at the gateway', () =>
    gateway.taken.find(({ body }) => OPENINGS.includes(body.template) && body.variables.case === opened),
  );
  const receipts = await signingSecret('neighbour/sms-receipts');
  await until('its receipt in the log', async () => {
    const reported = await other.report(key, 'DELIVRD', receipts);
    return JSON.stringify(reported.body).includes('"recorded"') ? reported : undefined;
  });
  expect((await aws.executions('neighbour-general')).map(({ name }) => name)).toEqual([
    `${opened}-general-1`,
  ]);
  const major = await other.open({
    key: 'major',
    title: '来电反映养老院着火',
    sources: [{ kind: 'unit-found' }],
    instants: { occurredAt: new Date().toISOString() },
    level: 'major',
  });
  const view = caseIn(await other.as('dutyOfficer', 'GET', `/v1/cases/${major}`));
  // The version's name carries the deployment's own settings.
  expect(view.regulation).toEqual({ id: 'yinzhou', version: '2024-08-26;reviewAtAllLevels=false' });
  const dueOf = (duty: string): number =>
    Date.parse(view.duties.find((each) => each.duty === duty)?.due ?? '');
  expect(dueOf('writtenReport') - dueOf('oralReport')).toBe(20 * 60_000);
  expect((await site.push(FEED, [graveItem('x')], await feedSecret('neighbour', FEED))).status).toBe(401);
});

it('runs the sweep by its schedule', async () => {
  await until(
    'the scheduled sweep',
    async () => (await aws.logOf('leizhou-sweep-cases')).includes('START RequestId') || undefined,
    Math.max(10, 150 - (Date.now() - sweepBegan) / 1000),
  );
});

it('runs the deployed definitions through a night of missed duties', () => playNights(cdk, aws));

it('leaves open cases under their own version when a revised regulation is deployed', () =>
  reviseWhileOpen({ context, aws, site, issuer }));

it('allows every call that the functions made', async () => {
  const unused = new Set<FunctionName>(['archive-case', 'transfer-case', 'report-fault']);
  const ran = FunctionName.options.filter((name) => !unused.has(name));
  const direct = ran.filter((name) => !BRIDGED.includes(name));
  expect(await aws.deniedCalls('leizhou', direct)).toEqual([]);
  const idle: readonly FunctionName[] = ['guard-clocks', 'sweep-cases', 'serve-files'];
  const beside = ran.filter((name) => !idle.includes(name));
  expect(await aws.deniedCalls('neighbour', beside)).toEqual([]);
  const { body } = await site.as('dutyOfficer', 'GET', `/v1/cases/${caseId}/log`);
  expect(JSON.stringify(body)).not.toMatch(DENIED);
});

it('is removed only after its protection is lifted, and leaves the cases', async () => {
  const stateOf = async (): Promise<string | undefined> =>
    aws.stacks
      .send(new DescribeStacksCommand({ StackName: cdk.stack }))
      .then(({ Stacks }) => Stacks?.[0]?.StackStatus)
      .catch(() => undefined);
  await cdk.destroy().catch(() => undefined);
  expect(await stateOf()).toMatch(/COMPLETE$/);
  expect(await stateOf()).not.toBe('DELETE_COMPLETE');
  await aws.stacks.send(
    new UpdateTerminationProtectionCommand({ StackName: cdk.stack, EnableTerminationProtection: false }),
  );
  await cdk.destroy();
  expect([undefined, 'DELETE_COMPLETE']).toContain(await stateOf());
  const { TableNames = [] } = await aws.tables.send(new ListTablesCommand({}));
  const kept = TableNames.filter((name) => name.startsWith('shixian-leizhou'));
  expect(kept).toHaveLength(2);
  for (const TableName of kept) {
    const { Table } = await aws.tables.send(new DescribeTableCommand({ TableName }));
    expect(Table?.DeletionProtectionEnabled).toBe(true);
  }
  expect((await other.withToken(undefined, 'GET', '/v1/health')).status).toBe(200);
});
