import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/browser.ts';
import type { OpenBureau } from './support/bureau.ts';
import { type PersonAtDesk, personAt } from './support/person.ts';
import { openScene } from './support/scene.ts';

let scene: Awaited<ReturnType<typeof openScene>>;
let bureau: OpenBureau;
beforeAll(async () => {
  scene = await openScene();
  bureau = scene.bureau;
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

const TELEPHONE = { kind: 'first', form: 'telephone', to: ['zhanjiang'] };
const withTask = (carried: object): string => `?with=${encodeURIComponent(JSON.stringify(carried))}`;
const at = (path: string, caseId = scene.cases.orange): string => `/desk/cases/${caseId}/do/${path}`;

type Entry = { command: string; labels: string[] };
const entriesOf = async (command: string): Promise<Entry[]> => {
  const { entries } = await bureau.read('officeHead', `/v1/cases/${scene.cases.orange}/log`);
  return (entries as Entry[]).filter((entry) => entry.command === command);
};
const drafts = ({ page }: PersonAtDesk): Promise<number> =>
  page.evaluate<number>("Object.keys(localStorage).filter((key) => key.includes('/draft/')).length");
const send = ({ page }: PersonAtDesk) => page.locator('button[type=submit]');

/** What is sent to be done, and what becomes of its answer. */
const watchLine = async ({ page, context }: PersonAtDesk) => {
  const sent: { key: string | undefined; version: string | undefined; body: string | null }[] = [];
  const line = { sent, loses: 'nothing' as 'nothing' | 'answer' | 'request' };
  await context.route(/\/commands$/, async (route) => {
    const headers = route.request().headers();
    const body = route.request().postData();
    sent.push({ key: headers['idempotency-key'], version: headers['if-match'], body });
    if (line.loses === 'answer') await route.fetch();
    if (line.loses !== 'nothing') return route.abort();
    return route.continue();
  });
  await page.waitForTimeout(0);
  return line;
};

describe('a telephone report at night', () => {
  it('says what it meets before it is done, and what it lacks without barring it', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: at(`FileReport${withTask(TELEPHONE)}`) });
    await clerk.sees('登记电话报告');
    await clerk.sees(/^电话报告湛江市局按时完成/);
    await clerk.sees('还缺：通话对方或对方岗位');
    await clerk.sees(/短信发给：/);
    await clerk.picture('act-telephone');
    expect(await entriesOf('FileReport')).toEqual([]);

    await clerk.pick('自己填');
    await clerk.fill(/日期$/, '2026-03-03');
    await clerk.fill(/时间$/, '01:20');
    await send(clerk).click();
    await clerk.sees('有1处要改，尚未登记');
    await clerk.focusIs('[role=alert]');
    await clerk.sees('01:20晚于现在。请填实际的时间，最晚到现在01:08。');
    await clerk.page.getByRole('link', { name: /什么时候报的/ }).click();
    await clerk.focusIs('input[type=date]');
    await expect
      .poll(() => clerk.page.evaluate('getComputedStyle(document.activeElement).opacity'))
      .toBe('1');
    await clerk.picture('act-wrong');

    await clerk.pick('刚刚');
    await clerk.fill('对方接听人的单位和职务', '湛江市局办公室值班员');
    await clerk.fill('报告要点', '网帖称问题批次糕点仍在三县市销售，我局已封存库存。');
    await clerk.sees(/^电话报告湛江市局按时完成/);
    await send(clerk).dblclick();
    await clerk.sees('已办：登记电话报告');
    await clerk.focusIs('h1');
    expect(await entriesOf('FileReport')).toHaveLength(1);
    expect(await drafts(clerk)).toBe(0);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});

describe('what is typed', () => {
  it('is there again after a reload, and goes when one does without it', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: at('RecordInstruction') });
    await clerk.fill('批示内容', '请速核查');
    await clerk.sees(/草稿01:08已存本机/);
    await clerk.page.reload();
    await clerk.sees('已恢复01:08的草稿');
    expect(await clerk.page.getByLabel('批示内容').inputValue()).toBe('请速核查');
    await clerk.tap('不用草稿');
    await clerk.seesNot('已恢复01:08的草稿');
    expect(await clerk.page.getByLabel('批示内容').inputValue()).toBe('');
    expect(await drafts(clerk)).toBe(0);
    await clerk.leave();
  });

  it('of a 涉密 case stays nowhere', async () => {
    const head = await personAt(bureau, 'officeHead', { path: at('RecordInstruction', scene.cases.secret) });
    await head.sees('涉密案卷不存草稿');
    await head.fill('批示内容', '见纸质件');
    await head.page.waitForTimeout(1000);
    expect(await drafts(head)).toBe(0);
    await head.leave();
  });

  it('outlives the session, and is back after another login', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: at('RecordInstruction') });
    await clerk.fill('批示内容', '请速核查并报告');
    await clerk.sees(/草稿01:08已存本机/);
    const gone = (route: { fulfill: (answer: object) => Promise<void> }) =>
      route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } });
    await clerk.context.route('**/v1/**', gone);
    await clerk.look();
    await clerk.sees(/登录已失效/);
    await clerk.context.unroute('**/v1/**');
    await clerk.logIn();
    await clerk.go(at('RecordInstruction'));
    await clerk.sees('已恢复01:08的草稿');
    expect(await clerk.text()).not.toContain('没有收到答复');
    await clerk.leave();
  });
});

describe('a line that loses answers', () => {
  it('the answer is lost, the form is edited: what was done is told, and it was done once', async () => {
    const before = (await entriesOf('RecordInstruction')).length;
    const clerk = await personAt(bureau, 'officeHead', { path: at('RecordInstruction') });
    const line = await watchLine(clerk);
    await clerk.pick('本局领导');
    await clerk.fill('批示内容', '请执法股配合');
    line.loses = 'answer';
    await send(clerk).click();
    await clerk.sees('网络中断，没有收到答复，不知道是否已登记。');
    await clerk.page.reload();
    await clerk.sees('上次发出后没有收到答复，不知道是否已登记。');
    await clerk.fill('批示内容', '请执法股、食品股配合');
    line.loses = 'nothing';
    await clerk.tap('再发一次');
    await clerk.sees('上次发出的已登记');
    expect(new Set(line.sent.map(({ key, version, body }) => `${key} ${version} ${body}`)).size).toBe(1);
    expect(await entriesOf('RecordInstruction')).toHaveLength(before + 1);
    expect(await drafts(clerk)).toBe(0);
    await clerk.leave();
  });

  it('nothing is sent by itself when the network is back', async () => {
    const clerk = await personAt(bureau, 'officeHead', { path: at('RecordInstruction') });
    const line = await watchLine(clerk);
    await clerk.pick('本局领导');
    await clerk.fill('批示内容', '请法规股研究');
    line.loses = 'request';
    await send(clerk).click();
    await clerk.sees('再发一次');
    line.loses = 'nothing';
    await clerk.look();
    await clerk.page.reload();
    await clerk.sees('再发一次');
    expect(line.sent).toHaveLength(1);
    await clerk.tap('再发一次');
    await clerk.sees(/^已办：/);
    expect(line.sent).toHaveLength(2);
    await clerk.leave();
  });
});

it('others act meanwhile: it is shown what they did, and it is done on what the case has become', async () => {
  const clerk = await personAt(bureau, 'officeHead', { path: at('RecordInstruction') });
  const line = await watchLine(clerk);
  await clerk.pick('本局领导');
  await clerk.fill('批示内容', '请宣传股准备口径');
  await bureau.act('deputyLeader', scene.cases.orange, {
    ...{ type: 'RecordInstruction', from: 'bureau', text: '请办公室牵头' },
  });
  await send(clerk).click();
  await clerk.sees('填写期间案卷有了新情况，尚未登记');
  await clerk.sees(/01:08 .*请办公室牵头/);
  await clerk.picture('act-conflict');
  await clerk.tap('看过了，继续办理');
  await clerk.seesNot('填写期间案卷有了新情况，尚未登记');
  await send(clerk).click();
  await clerk.sees(/^已办：/);
  expect(line.sent.map(({ version }) => version)).toHaveLength(2);
  expect(new Set(line.sent.map(({ version }) => version)).size).toBe(2);
  await clerk.leave();
});

it('what the rules refuse is said at its field before anything is done, with why', async () => {
  const clerk = await personAt(bureau, 'dutyOfficer', { path: at('AssignUnit') });
  await clerk.page.getByLabel(/^责任单位/).selectOption({ label: '食品安全监管股' });
  await clerk.sees('照现在这样填，不能转办。“责任单位”：已由该单位办理。');
  const why = await clerk.page.locator('#e-unit').innerText();
  expect(why).toBe('已由该单位办理');
  await send(clerk).click();
  await clerk.sees(`责任单位：${why}`);
  await clerk.sees('有1处要改，尚未转办');
  expect(await entriesOf('AssignUnit')).toHaveLength(1);
  await clerk.leave();
});

it('whoever may not act is told why, and who may; whoever may not now, why', async () => {
  const liaison = await personAt(bureau, 'unitLiaison@food', { path: at('Conclude') });
  await liaison.sees(/可以办理的：.*局办公室负责人/);
  expect(await liaison.page.locator('form').count()).toBe(0);
  await liaison.leave();
  const head = await personAt(bureau, 'officeHead', { path: at('Conclude') });
  await head.sees(/舆情尚未平息，不能结报/);
  expect(await head.text()).not.toContain('可以办理的');
  await head.leave();
});

it('立案 by keyboard alone: the proposal and each limit before, the case after', async () => {
  const clerk = await personAt(bureau, 'dutyOfficer', { size: 'pc', path: '/desk/open' });
  const { page } = clerk;
  await page.getByLabel('来电人的单位和职务').waitFor();
  const press = async (key: string, times = 1): Promise<void> => {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
  };
  const tabTo = async (name: string): Promise<void> => {
    for (let count = 0; count < 120; count += 1) {
      await press('Tab');
      const isThere = await page.evaluate<boolean>(
        `document.activeElement === document.getElementById(${JSON.stringify(name)})`,
      );
      if (isThere) return;
    }
    throw new Error(`Nobody gets to ${name} by Tab`);
  };
  await tabTo('f-sources.kind');
  await press('ArrowDown', 3);
  await tabTo('f-call.post');
  await page.keyboard.type('湛江市局办公室值班员');
  await tabTo('f-call.at');
  await press('ArrowRight');
  await tabTo('f-text');
  await page.keyboard.type('省台记者到某镇暗访，称某冷库存放过期冻肉。晚间节目已播。');
  await tabTo('f-level');
  await press('ArrowRight', 4);
  await clerk.sees('按橙立案后，开始计时');
  await clerk.sees(/04:03前 电话报告湛江市局，你/);
  await clerk.sees(/供参考，由有权的人员定级/);
  await clerk.picture('open');
  await press('Enter');
  await page.waitForURL(/\/desk\/cases\/LZ2026-\d+$/);
  expect(await drafts(clerk)).toBe(0);
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});

it('an opening that is marked 涉密 leaves the device at once', async () => {
  const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/open' });
  await clerk.fill(/^什么事/, '见纸质件');
  await clerk.sees(/已存本机/);
  expect(await drafts(clerk)).toBe(1);
  await clerk.page.getByText(/^更多：/).click();
  await clerk.pick('涉密');
  await clerk.sees('涉密案卷不存草稿');
  expect(await drafts(clerk)).toBe(0);
  await clerk.leave();
});
