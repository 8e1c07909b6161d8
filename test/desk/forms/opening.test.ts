import { describe, expect, it } from 'vitest';
import { formsForTests } from '../support/forms.ts';
import { drafts, personAt } from '../support/person.ts';

const { bureau } = formsForTests();

it('立案 by keyboard alone: the proposal and each limit before, the case after', async () => {
  const clerk = await personAt(bureau(), 'dutyOfficer', { size: 'pc', path: '/desk/open' });
  const { page } = clerk;
  await page.getByLabel('来电人的单位和职务').waitFor();
  await clerk.settles();
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
  await press('ArrowDown');
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
  await clerk.sees('依据不足，请人工定级');
  await clerk.picture('open');
  await press('Enter');
  await page.waitForURL(/\/desk\/cases\/LZ2026-\d+$/);
  await expect.poll(() => drafts(clerk)).toBe(0);
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});

describe('an opening', () => {
  it('says which field keeps it, and what to look at again in a level', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/open' });
    await clerk.sees(/^还须填：谁来的电话、什么事。$/);
    await clerk.page.locator('[id="f-sources.kind"]').selectOption({ label: '监测发现' });
    await clerk.fill(/^什么事/, '群众来电咨询营业执照办理时间');
    await clerk.sees('按此立案不计时限，请核对是否应定得更高');
    // The lowest level of what nobody knows is no finding: what is not known is asked for beside it, before anything is done.
    await clerk.sees('依据不足，请人工定级');
    await clerk.sees(/没有依据，暂按0分计；不定级的，暂列常规舆情。$/);
    await clerk.sees('暂按常规立案后');
    await clerk.page.getByRole('button', { name: '暂按常规立案' }).waitFor();
    expect(await clerk.text()).not.toContain('开始计时');
    await clerk.picture('open-unknown');
    await clerk.page.getByText(/^补充依据：/).click();
    const severity = clerk.page.getByRole('group', { name: '严重程度' });
    await severity.getByLabel(/^4分/).check({ force: true });
    for (const name of ['紧急程度', '影响范围', '热度'])
      await clerk.page.getByRole('group', { name }).getByLabel(/^4分/).check({ force: true });
    await clerk.sees(/按红立案后，开始计时/);
    await clerk.seesNot('依据不足，请人工定级');
    for (const name of ['严重程度', '紧急程度', '影响范围', '热度'])
      await clerk.page.getByRole('group', { name }).getByRole('button', { name: /^不选/ }).click();
    await clerk.sees('暂按常规立案后');
    await clerk.page.getByText(/^更多[：（]/).click();
    const regarded = clerk.page.getByRole('group', { name: '上级认定的级别' });
    await regarded.getByLabel(/橙/).check({ force: true });
    await clerk.sees(/^上级认定为.*，立案后为.*，请核对$/);
    await clerk.picture('open-level');
    const level = clerk.page.getByRole('group', { name: '定什么级' });
    await level.getByLabel(/橙/).check({ force: true });
    await clerk.sees(/^按橙立案后/);
    await clerk.seesNot(/^上级认定为/);
    await clerk.sees(/立即：/);
    expect(await clerk.text()).not.toContain('按此立案不计时限');
    const taken = clerk.page.getByRole('group', { name: /什么时候收到电话的/ });
    await taken.getByLabel('自己填').or(taken.getByLabel('知道时间')).first().check({ force: true });
    await clerk.sees(/“什么时候收到电话的”要改：请填日期和时间。/);
    await clerk.picture('open-wrong');
    await clerk.leave();
  });
});
