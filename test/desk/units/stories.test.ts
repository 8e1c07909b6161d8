import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { concluding } from '../../support/conclude.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { openPlay, type Play } from '../support/play.ts';

// 疑似同一舆情, 疑似复燃: what is said of another case wherever somebody could join the two, or open one more.

interface Bureau {
  bureau: string;
  at: string;
  level: string;
  /** Who determines the level of a case. */
  grader: string;
  /** Of a story that opens a case, and of one that opens none. */
  grave: string;
  mild: string;
}
const BUREAUS: readonly Bureau[] = [
  {
    bureau: 'leizhou',
    at: '2026-03-02T21:50:00+08:00',
    level: 'orange',
    grader: 'officeHead',
    grave: '央视曝光雷州万佳和超市卖过期食品致多名学生住院',
    mild: '雷州万佳和超市熟食区卫生差市民多次反映',
  },
  {
    bureau: 'yinzhou',
    at: '2026-03-02T09:02:00+08:00',
    level: 'larger',
    grader: 'deputyLeader',
    grave: '鄞州福寿养老院发生火灾致多名老人受伤送医',
    mild: '鄞州福寿养老院护工态度差家属多次反映',
  },
];
const CLERK = 'dutyOfficer';
const HEAD = 'officeHead';
const CHIEF = 'chiefLeader';
const METRICS = { reposts: 6000, views: 600_000, comments: 6000 };
const WHY = '与立案时登记的内容相近';

describe.each(BUREAUS)(
  '$bureau: cases that are perhaps one',
  ({ bureau: name, at, level, grader, grave, mild }) => {
    let bureau: OpenBureau;
    let play: Play;
    /** Opened by hand, of the grave story and of the mild one; and what a feed opened. */
    const cases = { grave: '', mild: '', ofFeed: '' };
    const itemOf = async (id: string): Promise<ItemReply> =>
      (await bureau.read(HEAD, `/v1/items/demo/${id}`)) as unknown as ItemReply;
    const caseOf = async (id: string): Promise<string> => (await itemOf(id)).case ?? '';
    beforeAll(async () => {
      bureau = await openBureau({ bureau: name, at });
      play = openPlay(bureau);
      const byHand = async (title: string): Promise<string> =>
        (await bureau.open(HEAD, { title, sources: [{ kind: 'monitored' }], level })).case;
      cases.grave = await byHand(grave);
      cases.mild = await byHand(mild);
      const url = 'https://news.example.com/2026/1000';
      await bureau.push({
        items: [
          { id: 'grave', title: grave, url: `${url}1.html`, metrics: METRICS },
          { id: 'mild', title: mild, url: `${url}2.html` },
        ],
      });
      cases.ofFeed = await caseOf('grave');
    });
    afterAll(async () => {
      await closeBrowser();
      await bureau.close();
    });

    it.each(['phone', 'pc'] as const)(
      'on a %s an item says which case it resembles, why, and how that stands',
      async (size) => {
        const clerk = await play.at(CLERK, '/desk/items/demo/mild', size);
        await clerk.sees(/^疑似同一舆情$/);
        await clerk.sees(`${cases.mild} ${mild}`);
        await clerk.sees(/处置中，尚未转办$/);
        await clerk.sees(WHY);
        await usable(clerk, `${name}-item-suspected`);
        await clerk.tap(new RegExp(`^${cases.mild} `));
        await clerk.isAt(`/desk/cases/${cases.mild}`);
      },
    );

    it('a person says that it is not the same: it waits no more, says who and why, and can be put back', async () => {
      const clerk = await play.at(CLERK, '/desk/items/demo/mild');
      await clerk.tap(/^不是同一舆情/);
      await clerk.fill(/^为什么不是同一舆情/, '说的是另一家单位的事');
      await usable(clerk, `${name}-item-deny`);
      await clerk.tap(/^记为不是同一舆情$/);
      await clerk.sees(new RegExp(`与案卷${cases.mild}定为不是同一舆情：说的是另一家单位的事$`));
      await clerk.focusIs('#standing');
      await usable(clerk, `${name}-item-denied`);
      expect(await clerk.text()).not.toContain('疑似同一舆情');
      await clerk.go('/desk/items');
      await clerk.sees(/^没有“待处理”的信息/);
      await clerk.go('/desk/items/demo/mild');
      await clerk.tap(/^放回待处理$/);
      await clerk.sees(/^疑似同一舆情$/);
      await clerk.sees(`${cases.mild} ${mild}`);
    });

    it('an item is put into the case that it resembles, which shows first what that does', async () => {
      const clerk = await play.at(CLERK, '/desk/items/demo/mild');
      await clerk.tap(/^并入这一案卷/);
      await clerk.page.locator('form').waitFor();
      await play.send(clerk);
      expect(await caseOf('mild')).toBe(cases.mild);
      await clerk.go('/desk/items/demo/mild');
      await clerk.sees(/^已入案卷/);
      expect(await clerk.text()).not.toContain('疑似同一舆情');
    });

    it.each(['phone', 'pc'] as const)(
      'on a %s a case says which other it resembles, and leads to putting them together',
      async (size) => {
        const head = await play.caseAt(HEAD, cases.ofFeed, size);
        const part = head.page.getByRole('region', { name: '疑似同一舆情' });
        await part.getByRole('link', { name: `${cases.grave} ${grave}` }).waitFor();
        await part.getByText(WHY).waitFor();
        await part.getByText(/处置中，尚未转办$/).waitFor();
        await usable(head, `${name}-case-suspected`);
        await part.getByRole('link', { name: /^本案并入这一案卷/ }).click();
        await head.isAt(`/desk/cases/${cases.ofFeed}/do/MergeCase`);
        expect(new URL(head.page.url()).searchParams.get('with')).toBe(JSON.stringify({ into: cases.grave }));
      },
    );

    it('whoever cannot put cases together is told of the other all the same', async () => {
      const item = await play.at(CLERK, '/desk/items/demo/grave');
      await item.sees(/^已入案卷/);
      await item.sees(`${cases.grave} ${grave}`);
      await item.sees(/确是同一件事的，在该案卷的“其他办理”里“并入另一案卷”/);
      expect(await item.page.getByRole('link', { name: /^并入这一案卷/ }).count()).toBe(0);
    });

    it.each(['phone', 'pc'] as const)(
      'on a %s who is about to open one more is told first which are there',
      async (size) => {
        const clerk = await play.at(CLERK, '/desk/open', size);
        await clerk.page.getByLabel(/^谁来的电话/).selectOption({ index: 1 });
        await clerk.fill(/^什么事/, '市民咨询个体工商户年报怎样填写');
        await clerk.page.locator('.does li').first().waitFor();
        expect(await clerk.text()).not.toContain('疑似同一舆情');
        await clerk.fill(/^什么事/, `${mild}。`);
        const part = clerk.page.getByRole('region', { name: /^疑似同一舆情/ });
        await part.getByRole('link', { name: `${cases.mild} ${mild}` }).waitFor();
        await usable(clerk, `${name}-opening-resembles`);
        await clerk.tap(/^疑似已经立案1件/);
        await clerk.focusIs('#resembles');
        await clerk.picture(`${name}-opening-resembles-there`);
        await clerk.fill(/^什么事/, '市民咨询个体工商户年报怎样填写');
        await part.waitFor({ state: 'hidden' });
      },
    );

    it('a story that comes again after 结报 is a case of its own, and both say so', async () => {
      const { ofFeed } = cases;
      const found = async (): Promise<CaseReply> =>
        (await bureau.read(HEAD, `/v1/cases/${ofFeed}`)) as unknown as CaseReply;
      const { handlingLevel } = await found();
      await bureau.act(grader, ofFeed, { type: 'ConfirmGrade', level: handlingLevel.id });
      await bureau.act(CHIEF, ofFeed, { type: 'DeclareCalm', reason: '事态已经平息' });
      await bureau.act(HEAD, ofFeed, { ...concluding((await found()).duties) });
      if ((await found()).state === 'open') await bureau.act(CHIEF, ofFeed, { type: 'ApproveConclusion' });
      expect((await found()).state).not.toBe('open');
      await bureau.passMinutes(30);
      const url = 'https://bbs.example.com/thread-77-1-1.html';
      await bureau.push({ items: [{ id: 'again', title: grave, url, metrics: METRICS }] });
      const again = await caseOf('again');
      expect(again).not.toBe(ofFeed);

      const head = await play.caseAt(HEAD, again);
      const flared = head.page.getByRole('region', { name: '疑似复燃' });
      await flared.getByText('下列案卷结报后，又出现同一舆情，因此另立本案。').waitFor();
      await flared.getByText(/已结报|已归档/).waitFor();
      await usable(head, `${name}-flared-up`);
      await flared.getByRole('link', { name: `${ofFeed} ${grave}` }).click();
      await head.isAt(`/desk/cases/${ofFeed}`);
      await flared.getByText('本案结报后，又出现同一舆情，已另行立案。').waitFor();
      await flared.getByRole('link', { name: `${again} ${grave}` }).waitFor();
      await usable(head, `${name}-flared-up-former`);
      expect(head.faults).toEqual([]);
    });
  },
);
