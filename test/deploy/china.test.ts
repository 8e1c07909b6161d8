import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  ListPoliciesCommand,
} from '@aws-sdk/client-iam';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleRoster } from '../../infra/local/people.ts';
import { type Aws, createAws } from './harness/aws.ts';
import { type Cdk, createCdk } from './harness/cdk.ts';
import { readContext } from './harness/context.ts';
import { chinaDeployment, FEED, OTHER_FEED } from './harness/deployments.ts';
import { createSite, type Keys, type Site } from './harness/site.ts';
import { type GatewayStub, type IssuerStub, startGateway, startIssuer } from './harness/stubs.ts';
import { until } from './harness/until.ts';

const context = readContext();
const REGION = 'cn-north-1';
const SECRET = 'gateway-secret-of-the-test';
let issuer: IssuerStub;
let gateway: GatewayStub;
let cdk: Cdk;
let aws: Aws;
let site: Site;
let vendor: Keys;
let outputs: Record<string, string>;

const item = (id: string, title = '网传某小学食堂午餐出现异物,多名学生腹痛就医,不作为') => ({
  id,
  title,
  content: `${title},家长发帖质疑食堂食品来源,相关视频被本市多家自媒体转发。`,
  publishedAt: new Date(Date.now() - 60_000).toISOString(),
  mediaTier: 'city',
  unit: 'food',
  metrics: { reposts: 1200, views: 86_000, comments: 640, likes: 2100 },
});

beforeAll(async () => {
  issuer = await startIssuer(context);
  gateway = await startGateway(context, SECRET);
  cdk = createCdk(context, chinaDeployment(issuer.url, gateway.url));
  aws = createAws(context, REGION);
});
afterAll(() => {
  issuer.close();
  gateway.close();
});

it('bootstraps and deploys, and says where the API and the machines are', async () => {
  await cdk.bootstrap();
  outputs = await cdk.deploy();
  expect(outputs.ApiUrl).toMatch(/^https:\/\/\w+\.execute-api\.cn-north-1\./);
  expect(outputs.ConsoleRed).toMatch(
    /^https:\/\/console\.amazonaws\.cn\/states\/home\?region=cn-north-1#\/statemachines\/view\/arn:.*:leizhou-red$/,
  );
  site = createSite(context, outputs.ApiUrl!, REGION, issuer);
});

it('takes a roster from the operator and from nobody without a good token', async () => {
  const body = { version: 0, ...exampleRoster() };
  const operator = site.actor('operator');
  for (const token of [
    undefined,
    await issuer.forge(operator),
    await issuer.misdirect(operator),
    await issuer.expire(operator),
  ])
    expect((await site.withToken(token, 'PUT', '/v1/roster', body)).status).toBe(401);
  expect((await site.as('dutyOfficer', 'PUT', '/v1/roster', body)).body.code).toBe('ROLE_NOT_ALLOWED');
  expect(await site.as('operator', 'PUT', '/v1/roster', body)).toMatchObject({
    status: 200,
    body: { version: 1 },
  });
});

it('lets in the vendor whom the feed’s policy names, for that feed, and nobody unsigned', async () => {
  await aws.iam.send(new CreateUserCommand({ UserName: 'vendor' }));
  const { Policies = [] } = await aws.iam.send(new ListPoliciesCommand({ Scope: 'Local' }));
  const policy = Policies.find(({ PolicyName }) => PolicyName === `leizhou-feed-${FEED}`);
  await aws.iam.send(new AttachUserPolicyCommand({ UserName: 'vendor', PolicyArn: policy?.Arn }));
  const { AccessKey } = await aws.iam.send(new CreateAccessKeyCommand({ UserName: 'vendor' }));
  vendor = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };

  expect((await site.curl(FEED, [item('unsigned')])).status).toBe(403);
  expect((await site.curl(FEED, [item('wrong')], { ...vendor, secretAccessKey: 'wrong' })).status).toBe(403);
  expect((await site.curl(OTHER_FEED, [item('foreign')], vendor)).status).toBe(403);
});

it('opens a case for a signed item, starts its execution, and tells its gateway', async () => {
  await aws.secrets.send(
    new PutSecretValueCommand({ SecretId: 'leizhou/sms-gateway', SecretString: SECRET }),
  );
  const told = await site.curl(FEED, [item('one')], vendor);
  expect(told).toMatchObject({ status: 200, body: { accepted: 1 } });
  console.log(JSON.stringify(told.body).slice(0, 600));
});
