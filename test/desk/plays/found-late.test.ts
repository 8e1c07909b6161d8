import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import type { PersonAtDesk } from '../support/person.ts';
import { openPlay, type Play } from '../support/play.ts';
import { findings } from '../support/probes/axe.ts';

// 红, public since 08:00 and found at 14:30: what was to be published by 13:00 nobody could have published.

let bureau: OpenBureau;
let play: Play;
let caseId = '';
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T15:00:00+08:00' });
  play = openPlay(bureau);
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

const OFFICE = 'officeHead';
const UNIT_HEAD = 'unitHead@equipment';
const LIAISON = 'unitLiaison@equipment';

const setTime = async ({ page }: PersonAtDesk, legend: RegExp, way: string, clock: string): Promise<void> => {
  const field = page.getByRole('group', { name: legend });
  await field.getByLabel(way).check({ force: true });
  await field.locator('input[type=date]').fill('2026-03-02');
  await field.locator('input[type=time]').fill(clock);
};

it('立案 says beforehand which limit has passed already, and who is told', async () => {
  const clerk = await play.at('dutyOfficer', '/desk/open');
  await clerk.page.getByLabel(/^谁来的电话/).selectOption({ label: '监测发现' });
  await clerk.fill('来电人的单位和职务', '舆情监测服务单位值班员');
  await setTime(clerk, /^什么时候收到电话的/, '自己填', '14:30');
  await clerk.fill(/^什么事/, '某工业园气体泄漏致人伤亡，视频在外省热传。');
  await setTime(clerk, /^舆情发生：最早什么时候公开的/, '知道时间', '08:00');
  await clerk.page.getByLabel(/^交给哪个单位办/).selectOption({ label: '特种设备安全监察股' });
  await clerk.page
    .locator('fieldset', { has: clerk.page.locator('#f-level') })
    .getByLabel(/红 特别重大/)
    .check({ force: true });
  await clerk.sees('按红立案后，开始计时');
  await clerk.sees('应于13:00前，发现时已逾期：发布权威信息，局办公室负责人');
  await clerk.sees('明日08:00前 举行新闻发布会，局办公室负责人');
  await clerk.picture('late-1-open');
  await clerk.tap('按红级立案');
  await clerk.page.waitForURL(/\/desk\/cases\/LZ2026-\d+$/);
  caseId = clerk.page.url().split('/').pop() ?? '';
  await bureau.settled();
});

it('nobody is blamed for it: the clerk’s list has what is to be done at once, the office’s says that it was found so', async () => {
  await bureau.passMinutes(1);
  expect(await play.answer('dutyOfficer')).toBe('预警相关股室已过1分');
  expect(await play.answer(OFFICE)).toBe('逾期1件，应立即办2件');
  const office = await play.duties(OFFICE);
  await office.sees('发现时已逾期，15:30报分管局领导');
  // What is owed now is at hand, the act beside it, first of all rows.
  await expect.poll(() => office.page.locator('.duty .what').first().innerText()).toContain('发布权威信息');
  expect(await findings(office.page)).toEqual([]);
  await office.picture('late-2-office');

  const leader = await play.duties('deputyLeader');
  await leader.sees('发现时已逾期，待局办公室负责人办');
  expect(await leader.text()).not.toContain('局办公室负责人未办');
  await leader.picture('late-3-leader');

  const told = play.texts();
  expect(told.find(({ to }) => to.endsWith('001'))?.message).not.toContain('逾期');
  expect(told.map(({ message }) => message)).toContain(
    `【雷州市监】${caseId}(红)局办公室负责人未发布权威信息(办法第21条(二)),发现时已逾期,请督促;另有1项。`,
  );
});

it('the case says so beside the limit, which stays where the law has it, and no 督办 is drafted for it', async () => {
  const office = await play.caseAt(OFFICE, caseId);
  await office.sees('下一步：发布权威信息');
  await expect
    .poll(() => office.page.locator('.next').innerText())
    .toMatch(/逾期2小时1分.*应于13:00前.*发现时已逾期，未办则15:30报分管局领导/s);
  const row = office.page.locator('.axis > li', { hasText: '发布权威信息' });
  await expect.poll(() => row.innerText()).toContain('发现时已逾期');
  await office.picture('late-4-case');
  expect(await findings(office.page)).toEqual([]);
  const { orders } = (await bureau.read(OFFICE, `/v1/cases/${caseId}`)) as unknown as { orders: unknown[] };
  expect(orders).toEqual([]);
});

it('what is owed now is done, the most pressing first', async () => {
  const clerk = await play.take('dutyOfficer', '核发预警');
  await play.send(clerk);
  const head = await play.take(UNIT_HEAD, '登记会议');
  await head.fill('参会人员', '办公室、责任单位');
  await head.fill('研究的应对措施', '赴现场，准备口径');
  await play.send(head);
  await play.take(UNIT_HEAD, '报请启动预案');
  await head.fill('理由', '有人伤亡');
  await play.send(head);
  await play.send(await play.take(LIAISON, '签收'));

  const office = await play.take(OFFICE, '登记报告', '向市委、市政府和湛江市局报告');
  await office.pick('初报');
  await office.pick('电话');
  for (const name of ['雷州市委', '雷州市政府', /^湛江市市场/]) await office.pick(name);
  await office.fill('对方接听人的单位和职务', '值班室');
  await office.fill('报告要点', '已到现场核查，正在处置');
  await play.does(office, '向市委、市政府和湛江市局报告已办');
  await play.send(office);

  const leader = await play.choose('deputyLeader', caseId, '登记办理事项');
  await leader.page.getByLabel(/^办理事项/).selectOption({ label: '回应口径经局领导审定' });
  await leader.fill('所审定的标题', '情况通报（一）');
  await play.send(leader);
  await play.take(OFFICE, '登记发布权威信息');
  await office.sees(/^发布权威信息：/);
  await office.sees(/应于13:00前，发现时已逾期/);
  await office.fill('标题', '情况通报（一）');
  await office.fill('发布平台或地点', '本局官方网站');
  await office.pick(/回应口径经局领导审定/);
  await play.does(office, '发布权威信息');
  await office.picture('late-5-publish');
  await play.send(office);
  expect(await play.lastOf(caseId, 'RecordPublication')).toMatch(
    /^03-02T15:01 办公室负责人 .*发布权威信息.*逾期/,
  );

  expect(await play.answer(OFFICE)).not.toContain('逾期');
  const row = (await play.caseAt(OFFICE, caseId)).page.locator('.axis > li.done', {
    hasText: '发布权威信息',
  });
  await expect.poll(() => row.innerText()).toMatch(/✓ 15:01\s*逾期2小时1分[\s\S]*发现时已逾期/);
  expect(
    await play.logOf(caseId).then((log) => log.some(({ command }) => command === 'DraftSupervisionOrder')),
  ).toBe(false);
  expect(play.faults()).toEqual([]);
  await play.leave();
});
