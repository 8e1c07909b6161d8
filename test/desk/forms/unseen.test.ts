import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';

// What others enter while somebody fills in a form is gone past by nobody who has not seen it.

afterAll(closeBrowser);
const CHANGED = '填写期间案卷有了新情况，尚未登记';
const GO_ON = '看过了，继续办理';

describe.each([
  { id: 'leizhou', level: 'orange' },
  { id: 'nanning', level: 'general' },
])('news of others: $id', ({ id, level }) => {
  let bureau: OpenBureau;
  let caseId = '';
  beforeAll(async () => {
    bureau = await openBureau({ bureau: id, at: '2026-03-02T22:50:00+08:00' });
    ({ case: caseId } = await bureau.open('dutyOfficer', {
      ...{ title: '某食品厂问题产品', text: '门店销售', sources: [{ kind: 'monitored' }], level },
    }));
  });
  afterAll(() => bureau.close());

  const instruct = (text: string) =>
    bureau.act('officeHead', caseId, { type: 'RecordInstruction', from: 'bureau', text });
  const instructions = async (): Promise<number> => {
    const { entries } = await bureau.read('officeHead', `/v1/cases/${caseId}/log`);
    return (entries as { command: string }[]).filter(({ command }) => command === 'RecordInstruction').length;
  };
  const filledIn = async (text: string): Promise<PersonAtDesk> => {
    const clerk = await personAt(bureau, 'dutyOfficer', {
      path: `/desk/cases/${caseId}/do/RecordInstruction`,
    });
    await clerk.pick('本局领导');
    await clerk.fill('批示内容', text);
    return clerk;
  };

  it('what comes between what is shown and the tap is shown before anything is done', async () => {
    const before = await instructions();
    const clerk = await filledIn('请法规股把关');
    await instruct('请暂缓发布');
    await clerk.submit.click();
    await clerk.sees(CHANGED);
    await clerk.sees(/请暂缓发布/);
    await instruct('请立即停止处置');
    // Whoever looks again has the case as it is now, and its news still unseen.
    await clerk.look();
    await clerk.tap(GO_ON);
    await clerk.seesNot(CHANGED);
    await clerk.submit.click();
    await clerk.sees(CHANGED);
    await clerk.sees(/请立即停止处置/);
    await clerk.settles();
    expect(await clerk.page.getByRole('alert').innerText()).not.toContain('请暂缓发布');
    expect(await instructions()).toBe(before + 2);
    await clerk.tap(GO_ON);
    await clerk.submit.click();
    await clerk.sees(/^已办：/);
    expect(await instructions()).toBe(before + 3);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('where they could not be read nobody goes on', async () => {
    const clerk = await filledIn('请办公室汇总');
    await instruct('请先等一等');
    await clerk.context.route(/\/log\?/, (route) => route.abort());
    await clerk.submit.click();
    await clerk.sees('新情况没有读到，看到以后才能继续办理。');
    await clerk.settles();
    expect(await clerk.page.getByRole('button', { name: GO_ON }).count()).toBe(0);
    await clerk.context.unroute(/\/log\?/);
    await clerk.tap('再读一次');
    await clerk.sees(/请先等一等/);
    await clerk.tap(GO_ON);
    await clerk.seesNot(CHANGED);
    await clerk.leave();
  });

  it('all of them are there, also when there are many pages', async () => {
    const clerk = await filledIn('请逐件核对');
    for (let count = 1; count <= 12; count += 1) await instruct(`第${count}件`);
    const pages: string[] = [];
    await clerk.context.route(/\/log\?/, (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('limit', '5');
      pages.push(url.search);
      return route.continue({ url: url.href });
    });
    await clerk.submit.click();
    await clerk.sees(CHANGED);
    await clerk.page.getByText(/^此前还有4条$/).click();
    await clerk.settles();
    const said = await clerk.page.getByRole('alert').innerText();
    for (let count = 1; count <= 12; count += 1) expect(said).toContain(`第${count}件`);
    expect(pages.length).toBeGreaterThan(2);
    await clerk.tap(GO_ON);
    await clerk.submit.click();
    await clerk.sees(/^已办：/);
    await clerk.leave();
  });
});
