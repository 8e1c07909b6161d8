import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningBureau, startBureau } from '../../../../infra/local/server/bureau.ts';
import { signatureHeaders } from '../../../../infra/local/sign.ts';
import { caseOf, logIn } from '../../../support/told.ts';
import { logIn as signIn } from './browser.ts';

// A night of 橙, played by eight people, each with the token that the provider gave him when he logged in.

let bureau: RunningBureau;
const tokens = new Map<string, string>();
const PEOPLE = {
  值班员: 'duty-1',
  办公室负责人: 'head-1',
  分管领导: 'deputy-1',
  主要负责人: 'chief-1',
  领导小组: 'group-1',
  食品股联络员: 'liaison-food',
  食品股负责人: 'head-food',
  药械股联络员: 'liaison-drugs',
} as const;
type Name = keyof typeof PEOPLE;

beforeAll(async () => {
  bureau = await startBureau({
    ...{ bureau: 'leizhou', folder: undefined, port: 0, sweepEveryMilliseconds: 3_600_000 },
    onSms: () => undefined,
  });
  for (const [name, id] of Object.entries(PEOPLE))
    tokens.set(name, (await signIn(`${bureau.url}/oidc`, id)).accessToken);
});
afterAll(() => bureau.close());

const ask = async (name: Name, method: string, path: string, body?: unknown) => {
  const answer = await fetch(bureau.url + path, {
    method,
    headers: { authorization: `Bearer ${tokens.get(name)}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as { code?: string } };
};

const REPORT = {
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  post: '值班室',
  summary: '已封存当餐食品',
};

it('is played to its calm: each does what is his, and nothing else', async () => {
  expect(new Set(tokens.values()).size).toBe(8);
  const items = [
    {
      id: 'night-1',
      title: '雷州多家学校食堂多名学生住院,家长质疑监管缺位',
      content: '多所学校学生食物中毒送医,网友热议持续发酵,监管不力引发热议,涉及多个乡镇。',
      metrics: { reposts: 6000, views: 600_000, comments: 6000 },
    },
  ];
  const text = JSON.stringify({ items });
  const pushed = await fetch(`${bureau.url}/v1/feeds/demo/items`, {
    method: 'POST',
    headers: signatureHeaders(bureau.keys.feeds.demo![0]!, 'night', new Date(), text),
    body: text,
  });
  const caseId = caseOf({ status: pushed.status, body: await pushed.json() });
  const story: [Name, object, number | string][] = [
    // Before anybody has it, it is no unit's.
    ['食品股联络员', { type: 'Acknowledge' }, 'NOT_YOUR_UNIT'],
    ['值班员', { type: 'ConfirmGrade', level: 'orange', reason: '多地媒体转发' }, 200],
    ['药械股联络员', { type: 'ConfirmGrade', level: 'blue', reason: '不属实' }, 'ROLE_NOT_ALLOWED'],
    ['值班员', { type: 'AssignUnit', unit: 'food' }, 200],
    ['药械股联络员', { type: 'Acknowledge' }, 'NOT_YOUR_UNIT'],
    ['食品股联络员', { type: 'Acknowledge' }, 200],
    ['值班员', { type: 'ReleaseWarning', duty: 'warnUnits' }, 200],
    ['食品股负责人', { type: 'RecordMeeting', participants: '各组', conclusion: '立即核查并准备口径' }, 200],
    ['食品股联络员', { ...REPORT, to: ['chiefLeader', 'deputyLeader', 'officeHead'] }, 200],
    ['主要负责人', { type: 'RecordInstruction', from: 'bureau', text: '请速核查' }, 200],
    [
      '食品股联络员',
      { type: 'RecordAction', action: 'statementApproved', text: '情况通报' },
      'ROLE_NOT_ALLOWED',
    ],
    ['分管领导', { type: 'RecordAction', action: 'statementApproved', text: '情况通报' }, 200],
    [
      '办公室负责人',
      { type: 'RecordPublication', form: 'authoritative', title: '情况通报', link: 'https://example.com/1' },
      200,
    ],
    ['值班员', { type: 'DeclareCalm', reason: '检验结果公布' }, 'ROLE_NOT_ALLOWED'],
    ['领导小组', { type: 'DeclareCalm', reason: '检验结果公布' }, 200],
  ];
  for (const [name, command, expected] of story) {
    const told = await ask(name, 'POST', `/v1/cases/${caseId}/commands`, command);
    const said = typeof expected === 'number' ? told.status : told.body.code;
    expect(said, `${name} ${JSON.stringify(command)} ${JSON.stringify(told.body).slice(0, 300)}`).toBe(
      expected,
    );
  }
  const { entries, intact } = logIn(await ask('办公室负责人', 'GET', `/v1/cases/${caseId}/log`));
  expect(intact).toBe(true);
  const acted = entries.filter(({ actor }) => actor.role !== 'system').map(({ actor }) => actor.id);
  expect([...new Set(acted)].sort()).toEqual(
    ['chief-1', 'deputy-1', 'duty-1', 'group-1', 'head-1', 'head-food', 'liaison-food'].sort(),
  );
  // Of whom nothing was let in, nothing stands in the file; it stands in the day's refusals.
  expect(JSON.stringify(entries)).not.toContain('liaison-drugs');
  expect((await ask('药械股联络员', 'GET', `/v1/cases/${caseId}`)).status).toBe(403);
  const { body } = await ask('办公室负责人', 'GET', '/v1/refusals');
  expect(JSON.stringify(body)).toContain('liaison-drugs');
});
