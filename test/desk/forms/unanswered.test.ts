import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { watchLine } from '../support/line.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';

// An act whose answer is lost, where nothing of what it says may lie on the device, or nothing can.

afterAll(closeBrowser);
const stored = ({ page }: PersonAtDesk): Promise<string> =>
  page.evaluate<string>('JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })');
const LOST = '网络中断，没有收到答复，不知道是否已登记。';

describe.each([
  { id: 'leizhou', level: 'orange' },
  { id: 'nanning', level: 'general' },
])('a 涉密 case: $id', ({ id, level }) => {
  let bureau: OpenBureau;
  let caseId = '';
  beforeAll(async () => {
    bureau = await openBureau({ bureau: id, at: '2026-03-02T22:50:00+08:00' });
    ({ case: caseId } = await bureau.open('officeHead', {
      ...{ title: '见纸质件', sources: [{ kind: 'monitored' }], level, flags: ['涉密'] },
    }));
  });
  afterAll(() => bureau.close());

  type Entry = { command: string; labels: string[] };
  const instructions = async (): Promise<string[]> => {
    const { entries } = await bureau.read('officeHead', `/v1/cases/${caseId}/log`);
    return (entries as Entry[])
      .filter(({ command }) => command === 'RecordInstruction')
      .map(({ labels }) => labels.join());
  };
  const fill = async (head: PersonAtDesk, text: string): Promise<void> => {
    await head.pick('本局领导');
    await head.fill('批示内容', text);
  };
  const lostWith = async (loses: 'answer' | 'request', text: string) => {
    const path = `/desk/cases/${caseId}/do/RecordInstruction`;
    const head = await personAt(bureau, 'officeHead', { path });
    const line = await watchLine(head);
    await fill(head, text);
    line.loses = loses;
    await head.submit.click();
    await head.sees(LOST);
    line.loses = 'nothing';
    await head.settles();
    expect(await stored(head)).not.toContain('纸质件');
    return { head, line };
  };

  it('was entered: after a reload that is said, with what was entered, and the form is for something else', async () => {
    const before = await instructions();
    const { head, line } = await lostWith('answer', '见纸质件：第1号');
    await head.page.reload();
    await head.sees('上次发出的已登记：');
    await head.sees(/这一件不用再填；另有事项，再填下面。/);
    await head.settles();
    expect(await instructions()).toHaveLength(before.length + 1);
    expect(await stored(head)).not.toContain('纸质件');
    // It is over: nothing of it is said the next time.
    await head.page.reload();
    await head.page.getByLabel('批示内容').waitFor();
    expect(await head.text()).not.toContain('上次发出的');
    await fill(head, '见纸质件：第2号');
    await head.submit.click();
    await head.sees(/^已办：/);
    expect(new Set(line.sent.map(({ key }) => key)).size).toBe(2);
    expect(await instructions()).toHaveLength(before.length + 2);
    await head.leave();
  });

  it('never arrived: after a reload that is said; filled in anew it goes under the same key', async () => {
    const before = await instructions();
    const { head, line } = await lostWith('request', '见纸质件：第3号');
    await head.page.reload();
    await head.sees(
      /^今日22:50发出的没有收到答复，不知道是否已登记。|^22:50发出的没有收到答复，不知道是否已登记。/,
    );
    await head.sees(/案卷日志里没有这一条，可能没有送到。/);
    await head.picture(`wordless-${id}`);
    await fill(head, '见纸质件：第3号');
    await head.submit.click();
    await head.sees(/^已办：/);
    expect(new Set(line.sent.map(({ key }) => key)).size).toBe(1);
    expect(await instructions()).toHaveLength(before.length + 1);
    await head.leave();
  });

  it('was entered, and the log could not be read: filled in otherwise it is not entered beside it', async () => {
    const before = await instructions();
    const { head } = await lostWith('answer', '见纸质件：第4号');
    await head.context.route(/\/log/, (route) => route.abort());
    // From the list and by another address, as one comes back to it.
    await head.go('/desk/duties');
    await head.page.getByRole('banner').waitFor();
    await head.go(`/desk/cases/${caseId}/do/RecordInstruction?with=${encodeURIComponent('{"act":1}')}`);
    await head.sees('案卷日志没有读到，还没有核对。');
    await head.context.unroute(/\/log/);
    await fill(head, '见纸质件：第5号');
    await head.submit.click();
    await head.sees('上次发出的已登记：');
    expect(await instructions()).toHaveLength(before.length + 1);
    await head.holds('批示内容', '见纸质件：第5号');
    await head.submit.click();
    await head.sees(/^已办：/);
    expect(await instructions()).toHaveLength(before.length + 2);
    await head.leave();
  });

  it('leaves nothing when one logs out', async () => {
    const { head } = await lostWith('answer', '见纸质件：第6号');
    expect(await stored(head)).toContain('shixian/');
    await head.go('/desk/more');
    await head.tap('退出登录');
    await head.page.waitForURL(/login|end/);
    await head.go('/desk/login');
    await head.settles();
    expect(await stored(head)).not.toContain('shixian/');
    await head.leave();
  });
});

describe('an opening that is 涉密', () => {
  let bureau: OpenBureau;
  beforeAll(async () => {
    bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
  });
  afterAll(() => bureau.close());
  const cases = async (): Promise<number> =>
    ((await bureau.read('officeHead', '/v1/cases')).cases as unknown[]).length;
  const fill = async (head: PersonAtDesk, text: string): Promise<void> => {
    const { page } = head;
    await page.locator('[id="f-sources.kind"]').waitFor();
    await head.settles();
    await page.locator('[id="f-sources.kind"]').selectOption({ index: 1 });
    await head.fill('来电人的单位和职务', '见纸质件');
    await head.fill(/^什么事/, text);
    if (!(await page.getByLabel('涉密').first().isVisible())) await page.getByText(/^更多[：（]/).click();
    await head.pick('涉密');
    const level = page.getByRole('group', { name: '定什么级' });
    await level.getByLabel(/橙/).check({ force: true });
    await head.sees(/^按橙立案后/);
  };

  it('was opened: filled in otherwise it is not opened beside it, and one is sent to look', async () => {
    const head = await personAt(bureau, 'officeHead', { path: '/desk/open' });
    const line = await watchLine(head, /\/v1\/cases$/);
    await fill(head, '见纸质件：第1号');
    line.loses = 'answer';
    await head.submit.click();
    await head.sees('网络中断，没有收到答复，不知道是否已立案。');
    line.loses = 'nothing';
    await head.settles();
    expect(await cases()).toBe(1);
    expect(await stored(head)).not.toContain('纸质件');
    await head.page.reload();
    await head.sees(/没有收到答复，不知道是否已立案。$/);
    await head.sees(/请先看案卷列表里有没有这一案/);
    await fill(head, '见纸质件：第2号');
    await head.submit.click();
    await head.sees(/上次发出的已到系统，现在填的与它不同，尚未立案。/);
    expect(await cases()).toBe(1);
    await head.settles();
    expect(await head.page.getByRole('button', { name: /^看过了/ }).count()).toBe(0);
    await bureau.passMinutes(3);
    await head.look();
    await head.tap('看过了，上次的没有立案');
    await head.submit.click();
    await head.page.waitForURL(/\/desk\/cases\/LZ/);
    expect(await cases()).toBe(2);
    await head.leave();
  });
});

it('of a case that becomes 涉密 while its answer is out nothing is left but that it is out', async () => {
  const bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
  const { case: caseId } = await bureau.open('officeHead', {
    ...{ title: '某食品厂问题产品', text: '门店销售', sources: [{ kind: 'monitored' }], level: 'orange' },
  });
  const path = `/desk/cases/${caseId}/do/RecordInstruction`;
  const head = await personAt(bureau, 'officeHead', { path });
  const line = await watchLine(head);
  await head.pick('本局领导');
  await head.fill('批示内容', '机密内容甲');
  line.loses = 'answer';
  await head.submit.click();
  await head.sees(LOST);
  await bureau.act('officeHead', caseId, { type: 'SetFlags', add: ['secret'], reason: '见纸质件' });
  await head.go(`/desk/cases/${caseId}`);
  await head.sees('涉密案卷。');
  await head.settles();
  expect(await stored(head)).not.toContain('机密');
  await head.go(path);
  await head.sees('上次发出的已登记：');
  await head.leave();
  await bureau.close();
});

it.each(['full', 'barred'] as const)(
  'where the device keeps nothing, that is said, and an act is entered once all the same: %s',
  async (how) => {
    const bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
    const { case: caseId } = await bureau.open('officeHead', {
      ...{ title: '某食品厂问题产品', text: '门店销售', sources: [{ kind: 'monitored' }], level: 'orange' },
    });
    const path = `/desk/cases/${caseId}/do/RecordInstruction`;
    const clerk = await personAt(bureau, 'officeHead', { path });
    // As long as there is room for little, or none at all.
    await clerk.context.addInitScript(
      how === 'full'
        ? `const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { if (this === localStorage && value.length > 20) throw new DOMException('', 'QuotaExceededError'); set.call(this, key, value); };`
        : `Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('', 'SecurityError'); } });`,
    );
    await clerk.page.reload();
    await clerk.page.getByLabel('批示内容').waitFor();
    if (how === 'barred') await clerk.sees(/^本机存不下草稿/);
    await clerk.pick('本局领导');
    await clerk.fill('批示内容', '请速核查');
    await clerk.sees(/^本机存不下草稿/);
    expect(await clerk.text()).not.toContain('已存本机');
    await clerk.picture(`barred-${how}`);
    const line = await watchLine(clerk);
    line.loses = 'answer';
    await clerk.submit.click();
    await clerk.sees(LOST);
    line.loses = 'nothing';
    await clerk.page.reload();
    await clerk.sees('上次发出的已登记：');
    const { entries } = await bureau.read('officeHead', `/v1/cases/${caseId}/log`);
    const entered = (entries as { command: string }[]).filter(
      ({ command }) => command === 'RecordInstruction',
    );
    expect(entered).toHaveLength(1);
    await clerk.leave();
    await bureau.close();
  },
);
