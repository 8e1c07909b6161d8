import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  RefusedItemReply,
  RefusedItemsReply,
} from '../../../shared/contracts/replies/intake/refused-items.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser, type Size } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { personAt } from '../support/person.ts';
import { BROKEN, REFUSED } from './brought.ts';

const CLERK = 'dutyOfficer';
const WHOLE = '（读不出标题）';
const [FOOD, , SECRET] = REFUSED;
let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau();
  await bureau.push({ items: REFUSED });
  await bureau.push(BROKEN);
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});
const open = async (): Promise<RefusedItemsReply['items']> =>
  ((await bureau.read(CLERK, '/v1/refused-items')) as unknown as RefusedItemsReply).items;

it.each(['phone', 'pc'] as const)(
  'on a %s the list, one and its form say why, to everybody',
  async (size: Size) => {
    const clerk = await personAt(bureau, CLERK, { size, path: '/desk/items' });
    await clerk.page.getByRole('link', { name: '未收下' }).click();
    await clerk.sees(FOOD!.title);
    await clerk.sees('（涉密，内容不留存）');
    expect(await clerk.text()).not.toContain(SECRET!.title);
    await usable(clerk, 'refused');
    await clerk.tap(FOOD!.title);
    await clerk.sees(/^信息编号：/);
    await clerk.sees('推来的原文');
    expect(await clerk.text()).toContain('示例社区');
    await usable(clerk, 'refused-item');
    await clerk.go('/desk/refused');
    await clerk.tap('（涉密，内容不留存）');
    await clerk.sees(/标为涉密，内容不在本系统录入/);
    expect(await clerk.page.getByRole('button', { name: '录入', exact: true }).count()).toBe(0);
    await usable(clerk, 'refused-secret');
    await clerk.go('/desk/refused');
    await clerk.tap(WHOLE);
    await clerk.sees('整批读不出：内容不完整或写法有误');
    await clerk.sees(BROKEN);
    await usable(clerk, 'refused-push');
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  },
);

it('one that needs no entry is said so, with the reason, waits no more, and can be put back', async () => {
  const clerk = await personAt(bureau, CLERK, { path: '/desk/refused' });
  await clerk.tap(WHOLE);
  await clerk.tap(/^不需录入$/);
  await clerk.tap(/^记为不需录入$/);
  await clerk.page.getByRole('alert').waitFor();
  await clerk.fill('为什么不需录入（必填）', '半截的推送，数据源已另行推送');
  await usable(clerk, 'refused-not-needed');
  await clerk.tap(/^记为不需录入$/);
  await clerk.sees(/（.*值班员.*）定为不需录入：半截的推送，数据源已另行推送$/);
  expect((await open()).map(({ title, secret }) => title !== null || secret)).not.toContain(false);
  await clerk.go('/desk/refused?became=notNeeded');
  await clerk.sees(/定为不需录入：/);
  await usable(clerk, 'refused-not-needed-list');
  await clerk.tap(WHOLE);
  await clerk.tap(/^放回尚未处理$/);
  await clerk.sees(/^尚未处理$/);
  await clerk.sees(/放回尚未处理$/);
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});

it('one is entered as its feed wrote it, and waits no more; of a whole push what is filled in is taken', async () => {
  const clerk = await personAt(bureau, CLERK, { path: '/desk/refused' });
  await clerk.tap(FOOD!.title);
  await clerk.tap(/^录入$/);
  await clerk.sees(/（.*值班员.*）已人工录入$/);
  await clerk.tap('看入库的信息');
  await clerk.sees('家长称午餐后多名学生腹泻送医。');
  await clerk.sees(/人工录入，原推送未能入库$/);

  await clerk.go('/desk/refused');
  await clerk.tap(WHOLE);
  await clerk.tap(/^录入$/);
  await clerk.sees(/^没有录入，请照说明改正。/);
  await usable(clerk, 'refused-wrong');
  await clerk.fill('标题', '某菜市场缺斤短两');
  await clerk.tap(/^录入$/);
  await clerk.sees(/已人工录入$/);
  expect((await open()).map(({ title }) => title)).not.toContain(FOOD!.title);
  const all = (await bureau.read(CLERK, '/v1/refused-items?became=entered')) as unknown as RefusedItemsReply;
  expect(all.items).toHaveLength(2);
  for (const { taken } of all.items) {
    const item = (await bureau.read(CLERK, `/v1/items/demo/${taken!.id}`)) as unknown as ItemReply;
    expect(item.enteredBy?.role.id).toBe('dutyOfficer');
  }
  await clerk.go('/desk/refused?became=entered');
  await clerk.sees(FOOD!.title);
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});

it('who has no part in it is told so, and an address that names nothing says so', async () => {
  const [{ refused }] = (await open()) as [RefusedItemReply];
  const liaison = await personAt(bureau, 'unitLiaison@food', { path: '/desk/refused' });
  await liaison.sees(/不在你的知悉范围内/);
  await liaison.go(`/desk/refused/${refused}`);
  await liaison.sees(/不在你的知悉范围内/);
  await liaison.leave();
  const clerk = await personAt(bureau, CLERK, { path: '/desk/refused/x' });
  await clerk.sees('没有这条未收下的信息；留存90天，逾期清除。');
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});
