import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';

let bureau: OpenBureau;
let caseId = '';
beforeAll(async () => {
  bureau = await openBureau({ bureau: 'nanning', at: '2026-04-29T10:00:00+08:00' });
  ({ case: caseId } = await bureau.open('dutyOfficer', {
    title: '网民反映预付卡退款难',
    text: '网民发帖，请求协助退款。',
    sources: [{ kind: 'monitored' }],
    level: 'general',
    unit: 'hotline',
    flags: ['netizenPost'],
    instants: { detectedAt: '2026-04-29T10:00:00+08:00' },
  }));
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

type Entry = { command: string; actor: { name: string }; labels: string[] };
const entriesOf = async (command: string): Promise<Entry[]> =>
  ((await bureau.read('officeHead', `/v1/cases/${caseId}/log`)).entries as Entry[]).filter(
    (entry) => entry.command === command,
  );
const written = async (person: PersonAtDesk, day: string, clock: string): Promise<void> => {
  await person.fill(/日期$/, day);
  await person.fill(/时间$/, clock);
};
const rowOf = ({ page }: PersonAtDesk, words: string) => page.locator('.duty', { hasText: words });

describe('a netizen’s post in 南宁', () => {
  it('runs in working time, over noon and over the holidays', async () => {
    await bureau.act('dutyOfficer', caseId, {
      type: 'SetFlags',
      add: ['byProcedure'],
      reason: '须按消费投诉程序办理',
    });
    const liaison = await personAt(bureau, 'unitLiaison@hotline', { path: '/desk/duties' });
    await rowOf(liaison, '初步回应网民')
      .getByText(/^14:00前/)
      .waitFor();
    // 5月1日至5日放假, 5月9日(周六) is worked.
    await rowOf(liaison, '确定答复意见')
      .getByText(/^5月9日17:00前/)
      .waitFor();
    await rowOf(liaison, '初步回应网民').locator('.ref').click();
    const sheet = liaison.page.getByRole('dialog');
    await sheet
      .getByText(/3个?小时/)
      .first()
      .waitFor();
    await liaison.picture('nanning-sheet');
    await liaison.page.keyboard.press('Escape');
    await bureau.passTo('2026-04-29T14:00:30+08:00');
    await liaison.look();
    await rowOf(liaison, '初步回应网民').getByText('逾期不足1分').waitFor();
    await liaison.leave();
  });

  it('is put off by whoever may, with a reason, and no further than the maximum', async () => {
    await bureau.passTo('2026-05-08T15:05:00+08:00');
    const path = `/desk/cases/${caseId}/do/ExtendDuty`;
    const liaison = await personAt(bureau, 'unitLiaison@hotline', { path });
    await liaison.sees(/可以办理的：.*单位主要负责人/);
    await liaison.leave();

    const head = await personAt(bureau, 'unitHead@hotline', { path });
    // Only what may be put off is there to choose, and chosen.
    await head.sees('确定答复意见，明日17:00前，最长到5月15日17:00');
    const chosen = head.page.locator('fieldset', { hasText: '最长到' }).locator('input:checked');
    await expect.poll(() => chosen.count()).toBe(1);
    await written(head, '2026-05-15', '17:01');
    await head.submit.click();
    await head.sees('有1处要改，尚未延长时限');
    await head.fill('理由', '等待商户账目');
    await head.sees(/^延长后最迟不得超过5月15日17时/);
    await head.submit.click();
    await head.sees('有1处要改，尚未延长时限');
    await head.picture('nanning-too-long');
    await head.settles();
    expect(await entriesOf('ExtendDuty')).toEqual([]);
    await written(head, '2026-05-13', '17:00');
    await head.sees(/确定答复意见.*5月13日/);
    await head.submit.click();
    await head.sees('已办：延长时限');
    const [entry, ...more] = await entriesOf('ExtendDuty');
    expect(more).toEqual([]);
    expect(entry?.actor.name).toBe(head.name);
    await head.go(`/desk/cases/${caseId}`);
    await head.sees(/^等|^下一步/);
    const line = head.page.locator('.axis > li', { hasText: '确定答复意见' });
    await line.getByText(/5月13日17:00前/).waitFor();
    await line.getByText(/最长可延至5月15日17:00/).waitFor();
    await head.page
      .getByText(/等待商户账目/)
      .first()
      .waitFor();
    await head.picture('nanning-extended');
    expect(head.faults).toEqual([]);
    await head.leave();
  });

  it('is rated 特别重大敏感 by whoever may, with what begins to run, and shown so', async () => {
    const path = `/desk/cases/${caseId}/do/RateCase`;
    const clerk = await personAt(bureau, 'dutyOfficer', { path });
    await clerk.sees(/可以办理的：/);
    await clerk.leave();
    const head = await personAt(bureau, 'officeHead', { path });
    await head.pick('特别重大敏感负面舆情');
    await head.fill('理由', '自治区主流媒体转载');
    // Its limit ran out before the post was rated so: what nobody could have kept is told as that.
    await head.sees(/向上级报告特别重大敏感负面舆情：应于.*前办理，.*已逾期/);
    await head.picture('nanning-rating');
    await head.submit.click();
    await head.sees(/^已办：/);
    const [rated] = await entriesOf('RateCase');
    expect(rated?.labels.join()).toContain('特别重大敏感');
    await head.go(`/desk/cases/${caseId}`);
    await head.sees(/特别重大敏感|特重敏感/);
    await head.picture('nanning-rated');
    expect(head.faults).toEqual([]);
    await head.leave();
  });
});
