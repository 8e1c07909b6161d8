import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser, type Size } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { personAt } from '../support/person.ts';
import { BROUGHT } from './brought.ts';

const CLERK = 'dutyOfficer';
const WITH_SIGNS = '网帖称某农贸市场短斤缺两';
let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau();
  await bureau.push({ items: BROUGHT });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});
const itemOf = async (id: string): Promise<ItemReply> =>
  (await bureau.read(CLERK, `/v1/items/demo/${encodeURIComponent(id)}`)) as unknown as ItemReply;

it.each(['phone', 'pc'] as const)(
  'on a %s list, item and form say what they are, to everybody',
  async (size: Size) => {
    const clerk = await personAt(bureau, CLERK, { size, path: '/desk/items' });
    await clerk.sees(WITH_SIGNS);
    await clerk.sees(/^有敏感迹象，有\d项内容未能识别或存疑$/);
    await clerk.page.getByRole('link', { name: '看各数据源' }).waitFor();
    await usable(clerk, 'items');
    await clerk.tap(WITH_SIGNS);
    await clerk.sees(/^未能识别的内容$/);
    const text = await clerk.text();
    expect(text).toContain('有敏感迹象，请先看原文和初判的理由');
    expect(text).toContain('第二段:已经反映过两次');
    expect(text).toMatch(/“涉密件”，未能识别，请立即核实/);
    expect(text).toMatch(/提到“农贸市场”/);
    expect(text).not.toContain('示例社区');
    await usable(clerk, 'item');
    await clerk.page.getByText(/^数据源另写的\d项/).click();
    await clerk.sees('示例社区');
    await clerk.sees('{"name":"民生","rank":3}');
    await clerk.page.getByRole('button', { name: '不属本局' }).click();
    await clerk.page.getByLabel(/^为什么不属本局/).waitFor();
    await usable(clerk, 'item-not-ours');
    await clerk.go('/desk/items/demo/b/attach');
    await clerk.sees(/^处置中的案卷\d件，选一件并入$/);
    await usable(clerk, 'item-attach');
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  },
);

describe('the clerk', () => {
  it('reads one, and it waits no more; its id is no obstacle', async () => {
    const clerk = await personAt(bureau, CLERK, { path: '/desk/items' });
    await clerk.tap('市民咨询个体工商户年报怎样填写');
    await clerk.tap(/^已阅$/);
    await clerk.sees('已记为已阅');
    expect((await itemOf(BROUGHT[0]!.id)).became).toBe('read');
    await clerk.sees(/^22:50.*（.*值班员.*）已阅$/);
    await clerk.go('/desk/items');
    await clerk.sees(WITH_SIGNS);
    expect(await clerk.text()).not.toContain('年报怎样填写');
    await clerk.tap(/^已阅$/);
    await clerk.sees('市民咨询个体工商户年报怎样填写');
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('reads one where it stands in the list, and goes on with the next; what has a sign of more is opened first', async () => {
    const clerk = await personAt(bureau, CLERK, { path: '/desk/items' });
    const beside = (title: string) =>
      clerk.page.getByRole('button', { name: new RegExp(`^已阅 ?：${title}`) });
    await beside('某超市促销信息').click();
    await clerk.seesNot('某超市促销信息');
    expect((await itemOf('c')).became).toBe('read');
    await clerk.focusIs('[data-row]');
    await clerk.sees(WITH_SIGNS);
    expect(await beside(WITH_SIGNS).count()).toBe(0);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('sees what its feed has changed since, and what it said before', async () => {
    const [, , PROMOTED] = BROUGHT;
    await bureau.push({ items: [{ ...PROMOTED, title: '某超市促销信息(更正)', content: '第二件半价' }] });
    const clerk = await personAt(bureau, CLERK, { path: '/desk/items/demo/c' });
    await clerk.sees('推送方改过1次');
    await clerk.sees('上次处理之后，这条信息的内容有改动或加重，请重新处理。');
    await clerk.sees(/^第2版，22:50，改了标题、正文$/);
    await clerk.page.getByText('改前（第1版）').click();
    await clerk.sees('买一送一');
    await usable(clerk, 'item-versions');
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('says of one that it is not ours, with the reason that its signs ask for, and takes it back', async () => {
    const clerk = await personAt(bureau, CLERK, { path: '/desk/items/demo/b' });
    await clerk.tap('不属本局');
    await clerk.focusIs('#reason');
    await clerk.tap('取消');
    await clerk.focusIs('#standing');
    await clerk.tap('不属本局');
    await clerk.tap('记为不属本局');
    await clerk.sees(/须写明理由。$/);
    await clerk.fill(/^为什么不属本局/, '属邻市管辖');
    await clerk.tap('记为不属本局');
    await clerk.sees('已记为不属本局');
    await clerk.focusIs('#standing');
    await clerk.sees(/定为不属本局：属邻市管辖$/);
    await clerk.picture('item-said-not-ours');
    await clerk.go('/desk/items?became=notOurs');
    await clerk.sees(WITH_SIGNS);
    await clerk.sees(/^有敏感迹象/);
    await clerk.tap(WITH_SIGNS);
    await clerk.tap('放回待处理');
    await clerk.sees('已放回待处理');
    expect((await itemOf('b')).judgements.map(({ as }) => as)).toEqual(['notOurs', 'takenBack']);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('who decides on words that its feed has just changed sees the new ones first', async () => {
    const clerk = await personAt(bureau, CLERK, { path: '/desk/items/demo/d' });
    await clerk.sees('位于邻市');
    await bureau.push({ items: [{ ...BROUGHT[3]!, content: '位于本市' }] });
    await clerk.tap('不属本局');
    await clerk.tap('记为不属本局');
    await clerk.sees(/现为第2版；请看过新的内容再定。$/);
    await clerk.sees('位于本市');
    expect((await itemOf('d')).judgements).toEqual([]);
    await clerk.leave();
  });

  it('is told when no answer came, and says it again without harm', async () => {
    const clerk = await personAt(bureau, CLERK, { path: '/desk/items/demo/d' });
    await clerk.sees('邻市某餐馆卫生差');
    await clerk.page.route('**/judgement', (route) => route.abort());
    await clerk.tap('不属本局');
    await clerk.tap('记为不属本局');
    await clerk.sees(/没有记下。请再试一次。$/);
    await clerk.page.unroute('**/judgement');
    await clerk.tap('记为不属本局');
    await clerk.sees('已记为不属本局');
    expect((await itemOf('d')).judgements).toHaveLength(1);
    await clerk.leave();
  });

  it('puts one into a case, having seen what that does, and opens a case from another', async () => {
    const clerk = await personAt(bureau, CLERK, { path: '/desk/items/demo/b/attach' });
    await clerk.tap(/雷州多家学校食堂/);
    await clerk.sees(/^并入哪一条：/);
    await clerk.page.locator('.does li').first().waitFor();
    await clerk.submit.click();
    await clerk.sees(/^已(?:办|登记)：/);
    await bureau.settled();
    const { case: caseId } = await itemOf('e');
    expect(await itemOf('b')).toMatchObject({ became: 'inCase', case: caseId });
    await clerk.go('/desk/items/demo/b');
    await clerk.sees(`已入案卷${caseId}`);
    expect(await clerk.page.getByRole('button', { name: '不属本局' }).count()).toBe(0);
    await clerk.go('/desk/items/demo/c');
    await clerk.tap('据以立案');
    await clerk.sees('找到');
    await clerk.page.getByLabel(/某超市促销信息/).waitFor();
    expect(await clerk.page.getByLabel(/某超市促销信息/).isChecked()).toBe(true);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});

it('a leader reads and judges nothing; a unit sees nothing of what is not its own', async () => {
  const leader = await personAt(bureau, 'chiefLeader', { path: '/desk/items/demo/d' });
  await leader.sees('邻市某餐馆卫生差');
  await leader.settles();
  for (const name of ['已阅', '不属本局', '放回待处理'])
    expect(await leader.page.getByRole('button', { name }).count(), name).toBe(0);
  await leader.leave();
  const liaison = await personAt(bureau, 'unitLiaison@food', { path: '/desk/items/demo/d' });
  await liaison.sees('没有这条信息，或者你无权查看。');
  await liaison.go('/desk/items');
  await liaison.sees(/^没有信息。这里只列推送给食品安全监管股的信息和食品安全监管股承办案卷中的信息/);
  for (const name of ['未收下', '看各数据源'])
    expect(await liaison.page.getByRole('link', { name }).count(), name).toBe(0);
  await liaison.leave();
});

it('an address that names nothing says so', async () => {
  const clerk = await personAt(bureau, CLERK, { path: `/desk/items/demo/${'x'.repeat(400)}` });
  await clerk.sees('没有这条信息，或者你无权查看。');
  await clerk.go('/desk/items?became=gone&title=一');
  await clerk.sees('查找的条件有误，没有查找。请看各栏下的说明。');
  await clerk.sees(/至少写两个字/);
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});

it('in 南宁 what is still to be judged waits the same way, and its reasons are that bureau’s', async () => {
  const nanning = await openBureau({ bureau: 'nanning' });
  await nanning.push({
    items: [{ id: 'a', title: '市民咨询个体工商户年报怎样填写', content: '请问在哪里填。' }],
  });
  const clerk = await personAt(nanning, CLERK, { size: 'pc', path: '/desk/items' });
  await clerk.sees('待研判 初判');
  await clerk.tap('市民咨询个体工商户年报怎样填写');
  await clerk.page.getByRole('button', { name: '不属本局' }).click();
  await clerk.tap('记为不属本局');
  await clerk.sees('已记为不属本局');
  await clerk.picture('item-nanning');
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
  await nanning.close();
});
