import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser, type Size } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import type { PersonAtDesk } from '../support/person.ts';
import { openPlay, type Play } from '../support/play.ts';

// 并案 by two people, each through the desk's pages alone.

interface Bureau {
  bureau: string;
  size: Size;
  clerk: string;
  leader: string;
  levels: { from: string; into: string };
  /** What else the case that ends has. */
  more: object;
}
const ONE = '某超市被指销售过期乳制品';
const OTHER = '网传某超市冷柜酸奶过期数日仍在售';
/** A paper that asks for answers of its own. */
const ASSIGNED = {
  sources: [
    { kind: '湛江市局交办', reference: '湛市监舆交〔2026〕33号', receivedAt: '2026-03-02T22:55:00+08:00' },
  ],
};
const REASON = '同一家超市的同一批酸奶，说的是同一件事';

describe.each<Bureau>([
  {
    ...{ bureau: 'leizhou', size: 'phone', clerk: 'dutyOfficer', leader: 'chiefLeader' },
    ...{ levels: { from: 'yellow', into: 'orange' }, more: ASSIGNED },
  },
  {
    ...{ bureau: 'nanning', size: 'pc', clerk: 'dutyOfficer', leader: 'chiefLeader' },
    ...{ levels: { from: 'general', into: 'major' }, more: { unit: 'hotline' } },
  },
])('two cases of one matter in $bureau, on a $size', ({ bureau, size, clerk, leader, levels, more }) => {
  let office: OpenBureau;
  let play: Play;
  let from = '';
  let into = '';
  const read = async (caseId: string): Promise<CaseReply> =>
    (await office.read('officeHead', `/v1/cases/${caseId}`)) as unknown as CaseReply;
  const open = async (title: string, level: string, rest: object = {}): Promise<string> =>
    (
      await office.open('officeHead', {
        ...{ title, level, text: '网帖称买到过期酸奶', sources: [{ kind: 'monitored' }], ...rest },
      })
    ).case;
  beforeAll(async () => {
    office = await openBureau({ bureau });
    play = openPlay(office);
    into = await open(ONE, levels.into);
    await office.passMinutes(25);
    from = await open(OTHER, levels.from, more);
    await office.passMinutes(10);
  });
  afterAll(async () => {
    await play.leave();
    await closeBrowser();
    await office.close();
  });
  const chosen = async (who: PersonAtDesk, words: string): Promise<void> => {
    await who.page.getByRole('button', { name: new RegExp(`^选 ?：${words}`) }).click();
    await who.sees('改选');
  };

  it('the clerk looks for the case that goes on, sees what that does, and proposes it', async () => {
    const at = await play.choose(clerk, from, '并入另一案卷', size);
    await at.sees(/^处置中的1件/);
    expect(await at.page.locator('form').innerText()).not.toContain(from);
    await usable(at, `${bureau}-merge-search`);
    await at.page.getByLabel('案卷编号，或标题里的词').fill('没有这样的');
    await at.page.keyboard.press('Enter');
    await at.sees(/没有找到/);
    await at.page.getByLabel('案卷编号，或标题里的词').fill(into.split('-')[1]!);
    await at.tap('查找');
    await chosen(at, ONE);
    await at.sees('还须填：理由。');
    await at.fill('理由', REASON);
    const told = await play.does(at, '同意以前，两件案卷的时限都照旧', '同意以后', '继续办理，编号不变');
    expect(told).toMatch(/须第二人同意或确认/);
    await usable(at, `${bureau}-merge-form`);
    expect(await play.send(at)).toMatch(/^已申请：并入另一案卷，待.+审批，两案尚未合并，时限都照旧$/);
    expect((await read(from)).awaitingMerge?.into).toBe(into);
    const seen = await play.caseAt(clerk, from, size);
    await seen.sees('待第二人同意并入');
    await usable(seen, `${bureau}-merge-awaited`);
  });

  it('the leader finds it in his list, sees the same, and may say no', async () => {
    const at = await play.duties(leader, size);
    await at.sees(/提出并入案卷/);
    await at.picture(`${bureau}-merge-duties`);
    await play.take(leader, '审核', '', size);
    await at.sees(REASON);
    await play.does(at, '继续办理，编号不变', '本案的时限到此终止');
    await at.tap('不同意并案');
    await at.page.waitForURL(/RejectMerge$/);
    await at.fill('理由', '两案不是同一家超市');
    await usable(at, `${bureau}-merge-reject`);
    await play.send(at);
    expect((await read(from)).awaitingMerge).toBeNull();
    const again = await play.choose(clerk, from, '并入另一案卷', size);
    await chosen(again, ONE);
    await again.fill('理由', REASON);
    await play.send(again);
  });

  it('he agrees, and each case says where the other is', async () => {
    const at = await play.take(leader, '审核', '', size);
    await play.does(at, '继续办理，编号不变');
    await usable(at, `${bureau}-merge-agree`);
    await play.send(at);
    await usable(at, `${bureau}-merge-done`);
    expect((await read(from)).mergedInto?.case).toBe(into);
    const ended = await play.caseAt(clerk, from, size);
    await ended.sees(/已并入/);
    await usable(ended, `${bureau}-merged`);
    await ended.page.locator('.said').getByRole('link').click();
    await ended.isAt(`/desk/cases/${into}`);
    await ended.sees(/^并入案卷$/);
    await ended.sees(/并入，.+提出，.+同意，报告和办理经过在该案卷查阅/);
    await usable(ended, `${bureau}-survivor`);
    await ended.page.locator('#matter').evaluate((place) => place.scrollIntoView());
    await ended.picture(`${bureau}-survivor-matter`);
    await ended.page
      .locator('#matter')
      .getByRole('link', { name: from.split('-')[1]! })
      .click();
    await ended.isAt(`/desk/cases/${from}`);
    await ended.go('/desk/cases?state=merged');
    await ended.sees(OTHER);
    await usable(ended, `${bureau}-cases-merged`);
    expect(play.faults()).toEqual([]);
  });
});
