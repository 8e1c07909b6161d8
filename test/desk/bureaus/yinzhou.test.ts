import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';
import { isTooWide } from '../support/probes/axe.ts';

let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau({ bureau: 'yinzhou', at: '2026-03-02T09:02:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

type Entry = { at: string; command: string; actor: { name: string }; labels: string[] };
const logOf = async (caseId: string): Promise<Entry[]> =>
  (await bureau.read('officeHead', `/v1/cases/${caseId}/log`)).entries as Entry[];
const send = async (person: PersonAtDesk): Promise<void> => {
  await person.submit.click();
  await person.sees(/^已办：/);
};

describe('鄞州 重大: fifteen minutes from 事发', () => {
  it('counts down in 大字, to the second in the last minute, and is broken after it and not before', async () => {
    const { case: caseId } = await bureau.open('unitLiaison@welfareHome', {
      title: '某养老机构发生火灾引发大量关注',
      unit: 'welfareHome',
      level: 'major',
      sources: [{ kind: 'unit-found' }],
      instants: { eventAt: '2026-03-02T09:00:00+08:00', detectedAt: '2026-03-02T09:01:00+08:00' },
    });
    const liaison = await personAt(bureau, 'unitLiaison@welfareHome', { path: '/desk/more' });
    const large = liaison.page.locator('p', { hasText: '大字' });
    await large.getByRole('button').click();
    await large.getByText('大字：已打开').waitFor();
    await liaison.go('/desk/duties');
    await expect
      .poll(() => liaison.page.evaluate('getComputedStyle(document.documentElement).fontSize'))
      .toBe('24px');
    const oral = liaison.page.locator('.duty', { hasText: '口头报告' });
    const written = liaison.page.locator('.duty', { hasText: '书面报告' });
    await oral.getByText(/^剩1[23]分$/).waitFor();
    await oral.getByText('09:15前', { exact: true }).waitFor();
    // It counts from a report that is not made yet: the law's all the same, and not sure.
    await written.getByText('09:35前，暂定').waitFor();
    const say = async (time: string, left: RegExp, answer: RegExp): Promise<void> => {
      await bureau.passTo(`2026-03-02T${time}+08:00`);
      await liaison.look();
      await Promise.all([oral.getByText(left).waitFor(), expect.poll(liaison.heading).toMatch(answer)]);
      expect(await isTooWide(liaison.page)).toBe(false);
    };
    await say('09:13:20', /^剩1分$/, /剩1分/);
    await say('09:14:20', /^剩(40|3\d)秒$/, /剩\d+秒/);
    await liaison.picture('yinzhou-seconds');
    await say('09:14:51', /^剩\d秒$/, /剩\d秒/);
    // The page's own clock takes it over the limit, with nothing asked.
    await oral.getByText(/^逾期不足1分$/).waitFor();
    await say('09:15:01', /^逾期不足1分$/, /逾期/);
    await oral.getByText('应于09:15前').waitFor();
    await say('09:16:10', /^逾期1分$/, /逾期/);
    await liaison.picture('yinzhou-late');

    await oral.getByRole('link', { name: /^登记口头报告/ }).click();
    await liaison.page.locator('form').waitFor();
    await liaison.pick('首次报告');
    await liaison.fill('对方接听人的单位和职务', '局分管领导、局主要领导');
    await liaison.fill('报告要点', '院内已起火，老人正在疏散。');
    await liaison.pick('刚刚');
    await liaison.sees(/口头报告.*逾期/);
    await send(liaison);
    await liaison.go('/desk/duties');
    // From now on it has its own beginning, and is sure.
    await written.getByText('09:36前', { exact: true }).waitFor();
    await expect.poll(() => oral.count()).toBe(0);
    const filed = (await logOf(caseId)).filter(({ command }) => command === 'FileReport');
    expect(filed).toHaveLength(1);
    expect(filed[0]?.actor.name).toBe(liaison.name);
    expect(liaison.faults).toEqual([]);
    await liaison.leave();
  });
});

describe('鄞州 一般: two leaders review one after the other', () => {
  it('the second is told to wait for the first, and nothing goes out before both', async () => {
    const { case: caseId } = await bureau.open('unitLiaison@elderly', {
      title: '网友称某养老院投诉无门',
      unit: 'elderly',
      level: 'general',
      sources: [{ kind: 'unit-found' }],
    });
    await bureau.act('deputyLeader', caseId, { type: 'ConfirmGrade', level: 'general' });
    await bureau.act('unitHead@elderly', caseId, {
      type: 'IssueDocument',
      document: 'statement',
      fields: { 事件真实情况: '已核实', 发布口径: '以核实情况为准' },
    });
    const review = (action: string): string =>
      `/desk/cases/${caseId}/do/RecordAction?with=${encodeURIComponent(JSON.stringify({ action }))}`;
    const chief = await personAt(bureau, 'chiefLeader', { path: review('chiefReviewed') });
    await chief.page.locator('form').waitFor();
    await chief.sees(/照现在这样填，不能登记。/);
    await chief.submit.click();
    await chief.sees(/^有1处要改|^现在不能/);
    await chief.picture('yinzhou-chief-first');
    await chief.settles();
    expect((await logOf(caseId)).filter(({ command }) => command === 'RecordAction')).toEqual([]);

    const liaison = await personAt(bureau, 'unitLiaison@elderly', {
      path: `/desk/cases/${caseId}/do/RecordPublication?with=${encodeURIComponent('{"form":"reply"}')}`,
    });
    await liaison.page.locator('form').waitFor();
    await liaison.sees(/照现在这样填，不能登记。/);
    await liaison.submit.click();
    await liaison.sees(/^有1处要改|^现在不能/);
    await liaison.picture('yinzhou-not-cleared');

    const deputy = await personAt(bureau, 'deputyLeader', { path: review('deputyReviewed') });
    await deputy.page.locator('form').waitFor();
    // What the unit has drafted stands there to be read.
    await deputy.sees('以核实情况为准');
    await deputy.picture('yinzhou-draft');
    await deputy.fill(/^所审定的标题/, '回复网友');
    await send(deputy);
    await chief.page.reload();
    await chief.page.locator('form').waitFor();
    await chief.fill(/^所审定的标题/, '回复网友');
    await send(chief);
    await liaison.page.reload();
    await liaison.page.locator('form').waitFor();
    await liaison.fill('标题', '回复网友');
    await liaison.fill('发布平台或地点', '本局官方网站');
    await send(liaison);
    const acts = (await logOf(caseId)).filter(({ command }) =>
      /RecordAction|RecordPublication/.test(command),
    );
    expect(acts.map(({ actor }) => actor.name)).toEqual([deputy.name, chief.name, liaison.name]);
    for (const person of [chief, deputy, liaison]) {
      expect(person.faults).toEqual([]);
      await person.leave();
    }
  });
});
