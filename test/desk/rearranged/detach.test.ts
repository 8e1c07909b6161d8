import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser, type Size } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { openPlay, type Play } from '../support/play.ts';

// 移出信息 and 恢复办理, through the desk's pages alone.

interface Bureau {
  bureau: string;
  size: Size;
  clerk: string;
  head: string;
  /** At which a case is concluded that can be opened again. */
  level: string;
}
const FIRST = '某小学食堂多名学生呕吐住院';
const PLAIN = '市民咨询个体工商户年报怎样填写';
const said = (id: string, title: string, content: string) => ({
  ...{ id, title, content, url: `https://news.example.com/${id}` },
  publishedAt: '2026-03-02T22:30:00+08:00',
});

describe.each<Bureau>([
  { bureau: 'leizhou', size: 'phone', clerk: 'dutyOfficer', head: 'officeHead', level: 'orange' },
  { bureau: 'yinzhou', size: 'pc', clerk: 'officeHead', head: 'officeHead', level: 'major' },
])('a case of several items in $bureau, on a $size', ({ bureau, size, clerk, head, level }) => {
  let office: OpenBureau;
  let play: Play;
  let caseId = '';
  const read = async (of = caseId): Promise<CaseReply> =>
    (await office.read(head, `/v1/cases/${of}`)) as unknown as CaseReply;
  beforeAll(async () => {
    office = await openBureau({ bureau });
    play = openPlay(office);
    await office.push({
      items: [
        said('a', FIRST, '今天上午某小学食堂用餐后多名学生呕吐,已送医住院,家长质疑监管缺位。'),
        said('p', PLAIN, '想问年报在哪里填写,没有其他诉求。'),
        said('q', '某超市促销信息', '本周末第二件半价。'),
      ],
    });
    const item = (await office.read(head, '/v1/items/demo/a')) as unknown as { case: string | null };
    caseId =
      item.case ??
      (
        await office.open(head, {
          ...{ title: FIRST, level, items: [{ feed: 'demo', id: 'a' }], sources: [{ kind: 'monitored' }] },
        })
      ).case;
    for (const id of ['p', 'q']) await office.act(clerk, caseId, { type: 'AttachItem', feed: 'demo', id });
    await office.passMinutes(20);
  });
  afterAll(async () => {
    await play.leave();
    await closeBrowser();
    await office.close();
  });

  it('one goes back to the board, chosen where it stands in the case', async () => {
    const at = await play.caseAt(clerk, caseId, size);
    await at.sees(/^移出这条/);
    await at.sees(/并入，案卷依据第1版$/);
    await at.page.locator('#matter').evaluate((place) => place.scrollIntoView());
    await at.picture(`${bureau}-several-items`);
    const root = at.page.locator('html');
    expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
    await at.page.getByRole('link', { name: new RegExp(`^移出这条 ?：${PLAIN}`) }).click();
    await at.sees(PLAIN);
    await at.pick('退回作为信息留存');
    await at.fill('理由', '这条只是咨询年报，与本案无关');
    await play.does(at, '信息退回留存，不计时');
    await usable(at, `${bureau}-detach-board`);
    await play.send(at);
    const { items, detached } = await read();
    expect(items.map(({ id }) => id)).toEqual(['a', 'q']);
    expect(detached).toMatchObject([{ id: 'p', to: 'board' }]);
  });

  it('one gets a case of its own, chosen on its own page, and each says where the other is', async () => {
    const at = await play.at(clerk, '/desk/items/demo/a', size);
    await at.tap('移出该案卷');
    await at.sees(FIRST);
    await at.pick('另行立案');
    await at.fill('理由', '说的是另一所学校的事');
    await play.does(at, '另立一件新案卷');
    await usable(at, `${bureau}-detach-case`);
    await play.send(at);
    const [, { case: own } = { case: null }] = (await read()).detached;
    expect(own).not.toBeNull();
    await at.tap(`打开${own}`);
    await at.isAt(`/desk/cases/${own}`);
    await at.sees(FIRST);
    await at.sees(/^“.+”由该案卷移出，见该案卷日志第\d+条$/);
    await at.page.locator('#matter').evaluate((place) => place.scrollIntoView());
    await at.picture(`${bureau}-detached-own`);
    await at.page.locator('#matter').getByRole('link', { name: caseId, exact: true }).waitFor();
    const old = await play.caseAt(clerk, caseId, size);
    await old.sees(new RegExp(`^“${PLAIN}”，.+移出，已退回，作为信息留存$`));
    await old.sees(new RegExp(`^“${FIRST}”，.+移出$`));
    await usable(old, `${bureau}-detached`);
    await old.page.locator('#matter').evaluate((place) => place.scrollIntoView());
    await old.picture(`${bureau}-detached-matter`);
    await old.page
      .locator('#matter')
      .getByRole('link', { name: own!.split('-')[1]! })
      .click();
    await old.isAt(`/desk/cases/${own}`);
  });

  it('the last one stays, and the page says what to do instead', async () => {
    const at = await play.at(clerk, '/desk/items/demo/q', size);
    await at.tap('移出该案卷');
    await at.sees(/本案只有一条信息，不能移出；案卷立错的，请按误立结报/);
    await usable(at, `${bureau}-detach-last`);
    expect((await read()).items).toHaveLength(1);
    expect(play.faults()).toEqual([]);
  });
});
