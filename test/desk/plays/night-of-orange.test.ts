import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../../infra/local/sign.ts';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { openPlay, type Play } from '../support/play.ts';
import { playToTheFile } from '../support/plays/calm-and-filed.ts';
import { findings } from '../support/probes/axe.ts';

// A night of 橙 in 雷州, from the first text to the printed 案卷, played by seven people on their own devices.

let bureau: OpenBureau;
let play: Play;
let caseId = '';
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:38:00+08:00' });
  play = openPlay(bureau);
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

const CLERK = 'dutyOfficer';
const LIAISON = 'unitLiaison@food';
const UNIT_HEAD = 'unitHead@food';
const ITEM = {
  id: 'night-1',
  title: '某食品厂问题批次糕点流入周边三县市',
  content:
    '网帖称某食品厂召回的问题批次糕点仍在周边三县市门店销售，多名消费者食用后送医，网友质疑监管不力，多地媒体转发。',
  publishedAt: '2026-03-02T22:00:00+08:00',
  metrics: { reposts: 6000, views: 600_000, comments: 6000 },
};
/** What the monitoring sends in, signed now: a signature is no matter of the bureau's clock. */
const sendIn = async (): Promise<void> => {
  const body = JSON.stringify({ items: [ITEM] });
  const answer = await fetch(`${bureau.url}/v1/feeds/demo/items`, {
    method: 'POST',
    headers: signatureHeaders(bureau.keys.feeds.demo![0]!, 'night', new Date(), body),
    body,
  });
  expect(answer.status).toBe(200);
  await bureau.settled();
};

describe('the night', () => {
  it('22:38 a text names the case; the clerk opens it, and determines the level', async () => {
    await sendIn();
    const text = play.texts().find(({ to }) => to.endsWith('001'));
    [caseId = ''] = /LZ2026-\d+/.exec(text?.message ?? '') ?? [];
    expect(text?.message).toBe(`【雷州市监】${caseId}(初判黄)新立案,请签收并立即研判定级(办法第14条)。`);

    const clerk = await play.caseAt(CLERK, caseId);
    await clerk.sees('黄 初判');
    await clerk.sees('下一步：预警相关股室');
    await clerk.picture('night-1-case');
    await play.take(CLERK, '定级');
    await clerk.pick(/橙 重大/);
    await clerk.fill('理由', '多地媒体转发，已有消费者送医');
    await play.does(clerk, '开始计时：对外回应（时限3月4日22时）');
    expect(await play.send(clerk)).toBe('已办：定级');
    expect(await play.lastOf(caseId, 'ConfirmGrade')).toMatch(/^03-02T22:38 值班员甲 定级为重大舆情/);
    await play.caseAt(CLERK, caseId);
    await clerk.sees('橙 重大');
  });

  it('22:50 湛江市局 rings and assigns it: from then on 01:50 runs', async () => {
    await bureau.passTo('2026-03-02T22:50:00+08:00');
    play.texts();
    const clerk = await play.choose(CLERK, caseId, '补充来源');
    await clerk.page.getByLabel(/^来源种类/).selectOption({ label: '湛江市局交办' });
    await clerk.pick('刚刚');
    await clerk.fill('收文号或文号', '湛市监舆交〔2026〕33号');
    await play.does(clerk, '开始计时：电话报告湛江市局（时限3月3日1时50分）');
    await play.send(clerk);
    await bureau.passMinutes(2);
    expect(play.texts().map(({ message }) => message)).toContain(
      `【雷州市监】${caseId}(橙)3月3日1时50分前须电话报告湛江市局(办法第22条(二));另有1项待办。`,
    );
  });

  it('22:52 it is given to the unit, and the units are warned', async () => {
    const clerk = await play.take(CLERK, '转办');
    await clerk.page.getByLabel(/^责任单位/).selectOption({ label: '食品安全监管股' });
    await play.send(clerk);
    await play.take(CLERK, '核发预警');
    const drafted = clerk.page.locator('textarea').first();
    await drafted.waitFor();
    await expect.poll(() => drafted.inputValue()).toBe('已关联信息1条，发布于3月2日22时；级别已调整1次');
    await play.send(clerk);
    await bureau.passMinutes(1);
    expect(play.texts().find(({ to }) => to.endsWith('008'))?.message).toMatch(/已转你股办理,请签收/);
  });

  it('22:54 the unit’s liaison signs for it where the text leads him, and makes his first report', async () => {
    await bureau.passMinutes(1);
    const liaison = await play.caseAt(LIAISON, caseId);
    await liaison.sees('尚未签收');
    await liaison.picture('night-2-liaison');
    expect(await findings(liaison.page)).toEqual([]);
    await liaison.sees('下一步：请签收案卷');
    await liaison.page.getByRole('link', { name: /^签收 ?：请签收案卷$/ }).click();
    expect(await play.send(liaison)).toBe('已办：签收');
    await play.caseAt(LIAISON, caseId);
    await liaison.sees(/22:54签收/);
    expect(await liaison.page.getByRole('link', { name: /^签收/ }).count()).toBe(0);
    expect(await play.lastOf(caseId, 'Acknowledge')).toBe('03-02T22:54 食品股联络员 食品安全监管股签收');

    await play.take(LIAISON, '登记报告', '股室初报处置情况');
    await liaison.sees(/^股室初报处置情况：/);
    await liaison.pick('初报');
    await liaison.pick('电话');
    // The duty names one of them; the others are among the rest.
    await liaison.page
      .getByText(/^其余\d+个/)
      .first()
      .click();
    for (const name of ['局办公室负责人', '分管局领导', '局主要负责人']) await liaison.pick(name);
    await liaison.fill('对方接听人的单位和职务', '局主要负责人');
    await liaison.fill('报告要点', '已到厂封存同批次糕点，正在核实流向');
    await play.does(liaison, '股室初报处置情况已办');
    await play.send(liaison);
  });

  it('22:54 the others do what is to be done at once, and nothing 立即 is left', async () => {
    const office = await play.take('officeHead', '登记启动应急处置机制');
    expect(await office.heading()).toBe('登记启动应急处置机制');
    await office.sees(/^启动舆情应急处置机制：/);
    await play.send(office);
    const head = await play.take(UNIT_HEAD, '登记会议');
    await head.fill('参会人员', '办公室、食品股、执法股');
    await head.fill('研究的应对措施', '立即核查流向，封存同批次产品，准备口径');
    await play.send(head);
    await play.take(UNIT_HEAD, '报请启动预案');
    await head.fill('理由', '涉及三县市，已有人送医');
    await play.send(head);
    await bureau.passMinutes(1);
    expect(play.texts().map(({ message }) => message)).toContain(
      `【雷州市监】${caseId}(橙)已报请启动应急预案,请登录审批。`,
    );
    const group = await play.choose('leadingGroup', caseId, '登记启动应急预案');
    await group.fill('指挥长', '局主要负责人');
    await play.send(group);
    await play.take(UNIT_HEAD, '登记完成调查核实');
    await head.fill('说明', '批次流向已查清');
    await play.send(head);
    for (const who of [CLERK, LIAISON, UNIT_HEAD, 'officeHead'])
      expect(await play.answer(who), who).not.toContain('应立即办');
  });
});

describe('the report by telephone', () => {
  it('01:08 is what the clerk’s page is about; what the clocks do while he types does not stop him', async () => {
    await bureau.passTo('2026-03-03T01:04:00+08:00');
    play.texts();
    const clerk = await play.take(CLERK, '登记电话报告');
    await clerk.sees(/^电话报告湛江市局：/);
    await clerk.pick('初报');
    await clerk.fill('对方接听人的单位和职务', '湛江市局办公室值班员');
    await clerk.fill('报告要点', '问题批次糕点流入三县市，已封存库存，正在核查流向');
    await bureau.passTo('2026-03-03T01:08:00+08:00');
    expect(play.texts().map(({ message }) => message)).toEqual([
      `【雷州市监】${caseId}(橙)3月3日1时50分前须电话报告湛江市局(办法第22条(二)),尚余45分钟。`,
    ]);
    const told = await play.does(clerk, '电话报告湛江市局按时完成（时限3月3日1时50分）');
    expect(told).not.toContain('（01:50前）');
    expect(await findings(clerk.page)).toEqual([]);
    await clerk.picture('night-3-telephone');
    await play.send(clerk);
    expect(await play.lastOf(caseId, 'FileReport')).toMatch(
      /^03-03T01:08 值班员甲 3月3日1时8分电话初报,报湛江市市场监督管理局\(知识产权局\)；电话报告湛江市局按时完成/,
    );
    await play.caseAt(CLERK, caseId);
    const row = clerk.page.locator('.axis > li', { hasText: '电话报告湛江市局' });
    await expect.poll(() => row.innerText()).toMatch(/✓ 01:08\s*按时/);
  });

  it('09:30 the written one follows; what it lacks is asked for before, and taken afterwards', async () => {
    await bureau.passTo('2026-03-03T09:30:00+08:00');
    play.texts();
    const clerk = await play.take(CLERK, '登记书面报告');
    await clerk.sees(/^书面报告湛江市局：/);
    await clerk.pick('初报');
    await clerk.fill('文号', '雷市监舆报〔2026〕7号');
    await clerk.fill('报告要点', '三县市已下架封存');
    await clerk.sees('还缺：签发人');
    await clerk.picture('night-4-written');
    await play.does(clerk, '书面报告湛江市局按时完成（时限3月3日10时50分）');
    await play.send(clerk);
    await clerk.tap('回到案卷');
    await clerk.sees(/^下一步：请补齐“报.+的书面初报”/);
    await play.take(CLERK, '补齐');
    await clerk.fill('签发人', '局主要负责人');
    expect(await play.send(clerk)).toBe('已办：补齐要件');
    expect(await play.answer(CLERK)).toBe('目前没有待办');
  });
});

describe('what is said to the public', () => {
  it('cannot go out before a leader has approved it; he does so on his own telephone', async () => {
    const office = await play.take('officeHead', '登记发布', '对外回应', 'pc');
    await office.page.getByLabel(/^发布形式/).selectOption({ label: '发布权威信息' });
    await office.fill('标题', '情况通报（一）');
    await office.fill('发布平台或地点', '本局官方网站');
    await office.sees(/^照现在这样填，不能登记。.*发布前须先记录“回应口径经局领导审定”/);
    await office.picture('night-5-refused');

    const leader = await play.choose('deputyLeader', caseId, '登记办理事项');
    await leader.page.getByLabel(/^办理事项/).selectOption({ label: '回应口径经局领导审定' });
    await leader.fill('所审定的标题', '情况通报（一）');
    await play.does(leader, '准备回应口径并报局领导审定已办');
    await leader.picture('night-6-approve');
    await play.send(leader);
    expect(await play.lastOf(caseId, 'RecordAction')).toMatch(
      /分管局领导 .*回应口径经局领导审定“情况通报（一）”/,
    );
    // It can be chosen in the form that lay open all the while.
    await office.look();
    await office.page.getByLabel(/分管局领导：.*回应口径经局领导审定/).waitFor({ state: 'attached' });
  });

  it('15:00 the office publishes it, told of what the leader did while its form lay open', async () => {
    await bureau.passTo('2026-03-03T15:00:00+08:00');
    const office = await play.take('officeHead', '登记发布', '对外回应', 'pc');
    await office.sees(/^已恢复09:30的草稿/);
    await office.pick(/分管局领导：.*回应口径经局领导审定/);
    await play.does(office);
    await office.submit.click();
    await office.sees('填写期间案卷有了新情况，尚未登记');
    const alert = office.page.getByRole('alert');
    await alert
      .getByText(/09:30 分管局领导：.*回应口径经局领导审定/)
      .first()
      .waitFor();
    await office.settles();
    const said = await alert.innerText();
    expect(said).not.toContain('与本次办理无关');
    expect(said).not.toContain('短信已提交');
    await office.picture('night-7-conflict');
    // On a PC the two panes scroll, and the page does not.
    expect(await office.page.evaluate('window.scrollY')).toBe(0);
    await office.tap('看过了，继续办理');
    await office.seesNot('填写期间案卷有了新情况，尚未登记');
    await play.send(office);
    expect(await play.lastOf(caseId, 'RecordPublication')).toMatch(
      /^03-03T15:00 办公室负责人 .*发布权威信息:情况通报（一）.*对外回应按时完成/,
    );
  });
});

playToTheFile(() => ({ bureau, play, caseId }));
