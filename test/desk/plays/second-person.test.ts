import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import type { PersonAtDesk } from '../support/person.ts';
import { openPlay, type Play } from '../support/play.ts';
import { findings } from '../support/probes/axe.ts';

// What one person enters and a second has to say yes or no to: a lowering, an entry for somebody else, a report entered late.

let bureau: OpenBureau;
let play: Play;
let caseId = '';
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T09:10:00+08:00' });
  play = openPlay(bureau);
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

const CLERK = 'dutyOfficer';
const OFFICE = 'officeHead';
const LEADER = 'deputyLeader';
const UNIT_HEAD = 'unitHead@food';

const choose = async ({ page }: PersonAtDesk, legend: RegExp, words: string): Promise<void> =>
  page.getByRole('group', { name: legend }).getByLabel(words).check({ force: true });
const levelNow = async (): Promise<string> => {
  const { handlingLevel } = (await bureau.read(OFFICE, `/v1/cases/${caseId}`)) as unknown as {
    handlingLevel: { id: string };
  };
  return handlingLevel.id;
};
const rowOf = async (name: string): Promise<string> => {
  const clerk = await play.caseAt(CLERK, caseId);
  return clerk.page.locator('.axis > li', { hasText: name }).first().innerText();
};

it('a case is opened from a call of 湛江市局', async () => {
  const clerk = await play.at(CLERK, '/desk/open');
  await clerk.page.getByLabel(/^谁来的电话/).selectOption({ label: '湛江市局交办' });
  await clerk.fill('来电人的单位和职务', '湛江市局办公室值班员');
  await choose(clerk, /^什么时候收到电话的/, '10分前');
  await clerk.fill(/^什么事/, '某品牌饮用水被曝光抽检不合格。');
  await clerk.page.getByLabel(/^交给哪个单位办/).selectOption({ label: '食品安全监管股' });
  await clerk.page
    .locator('fieldset', { has: clerk.page.locator('#f-level') })
    .getByLabel(/橙 重大/)
    .check({ force: true });
  await clerk.sees(/12:00前 电话报告湛江市局，你/);
  await clerk.tap('按橙级立案');
  await clerk.page.waitForURL(/\/desk\/cases\/LZ2026-\d+$/);
  caseId = clerk.page.url().split('/').pop() ?? '';
  await bureau.settled();
});

describe('a lowering', () => {
  const ask = async (reason: string): Promise<void> => {
    const office = await play.choose(OFFICE, caseId, '调整级别');
    await choose(office, /^级别/, '黄 敏感');
    await choose(office, /^依据/, '本局调整');
    await office.fill('理由', reason);
    await play.does(office, '须第二人同意或确认');
    await play.send(office);
  };

  it('asked for by one lowers nothing; he cannot approve it himself', async () => {
    await bureau.passTo('2026-03-02T09:30:00+08:00');
    await ask('曝光内容与本市无关');
    expect(await levelNow()).toBe('orange');
    const office = await play.at(OFFICE, `/desk/cases/${caseId}/do/ApproveLevelChange`);
    await office.sees(/^降级须由申请人以外的第二人审批/);
    const list = await play.duties(OFFICE);
    await list.sees('等别人确认 1');
    const clerk = await play.at(CLERK, `/desk/cases/${caseId}/do/ApproveLevelChange`);
    await clerk.sees(/可以办理的：局办公室负责人、分管局领导/);
  });

  it('is refused by the second, who sees what was asked and why; the level and the limits stay', async () => {
    await bureau.passMinutes(1);
    expect(
      play
        .texts()
        .filter(({ to }) => to.endsWith('003'))
        .map(({ message }) => message),
    ).toContain(`【雷州市监】${caseId}(橙)已申请将级别由橙调为黄,请登录审批(须申请人以外的第二人)。`);
    // The lowering, and the words for the public that wait for his approval.
    expect(await play.answer(LEADER)).toMatch(/^待你确认2件/);
    const leader = await play.take(LEADER, '审核');
    await leader.sees('由重大舆情降为敏感舆情');
    await leader.sees('曝光内容与本市无关');
    await leader.picture('second-1-lowering');
    expect(await findings(leader.page)).toEqual([]);
    await leader.tap('不同意降级');
    await leader.sees('同意的，去批准');
    await leader.fill('理由', '抽检批次在本市有销售');
    expect(await play.send(leader)).toBe('已办：不同意降级');
    expect(await levelNow()).toBe('orange');
    expect(await play.lastOf(caseId, 'RejectLevelChange')).toMatch(/分管局领导 .*抽检批次在本市有销售/);
    expect(await play.answer(LEADER)).toMatch(/^待你确认1件/);
    expect(await rowOf('对外回应')).not.toContain('已终止');
  });

  it('asked for anew is approved: what the lower level does not have ends, and the case says why', async () => {
    await bureau.passTo('2026-03-02T10:00:00+08:00');
    await ask('复检合格，涉事批次未在本市销售');
    await bureau.passMinutes(1);
    const leader = await play.take(LEADER, '审核');
    await leader.sees('复检合格，涉事批次未在本市销售');
    await play.does(leader, '对外回应终止：级别由橙调整为黄，不再适用');
    expect(await play.send(leader)).toBe('已办：批准降级');
    expect(await levelNow()).toBe('yellow');
    expect(await play.lastOf(caseId, 'ApproveLevelChange')).toMatch(/^03-02T10:01 分管局领导 /);
    const clerk = await play.caseAt(CLERK, caseId);
    await clerk.sees('黄 敏感');
    await clerk.picture('second-2-lowered');
  });
});

describe('代录', () => {
  /** The clerk enters a meeting of the unit's head, of which that one told him by telephone. */
  const enterMeeting = async (conclusion: string): Promise<void> => {
    const clerk = await play.choose(CLERK, caseId, '登记会议');
    await clerk.fill('参会人员', '办公室、食品股');
    await clerk.fill('研究的应对措施', conclusion);
    await clerk.page.getByText(/^更多[：（]/).click();
    await clerk.page.getByLabel('替谁录入').selectOption({ label: '食品股负责人（责任股室负责人）' });
    await clerk.fill('告知方式', '电话');
    await choose(clerk, /^本人什么时候办的/, '5分前');
    await play.does(clerk, '召开紧急会议已办·待确认', '须第二人同意或确认（食品股负责人）');
    await play.send(clerk);
  };

  it('denied by him on his own telephone: the duty is open again, and the office is told', async () => {
    await bureau.passTo('2026-03-02T10:20:00+08:00');
    await play.send(await play.take(UNIT_HEAD, '签收'));
    await enterMeeting('立即核查并准备口径');
    expect(await rowOf('召开紧急会议')).toContain('已办，待确认');
    await bureau.passMinutes(1);
    expect(await play.answer(UNIT_HEAD)).toMatch(/^待你确认1件/);
    const head = await play.take(UNIT_HEAD, '确认', '代录');
    await head.sees(/召开会议：立即核查并准备口径/);
    await head.picture('second-3-entered');
    expect(await findings(head.page)).toEqual([]);
    await choose(head, /^是否认可/, '否');
    await head.sees('否认须写明理由');
    await head.fill('理由', '会议还没有开');
    await play.does(head, '召开紧急会议重新列为未办');
    play.texts();
    await play.send(head);
    await bureau.passMinutes(1);
    expect(
      play
        .texts()
        .map(({ message }) => message)
        .join(),
    ).toContain('代录或外单位意见已被否认');
    expect(await rowOf('召开紧急会议')).not.toContain('✓');
    expect(await play.lastOf(caseId, 'ConfirmAct')).toMatch(/食品股负责人 本人否认代录.*会议还没有开/);
  });

  it('confirmed by him: it is done as of when he says that he did it', async () => {
    await bureau.passTo('2026-03-02T10:40:00+08:00');
    await enterMeeting('封存同批次产品，联系检测所复检');
    await bureau.passMinutes(1);
    const head = await play.take(UNIT_HEAD, '确认', '代录');
    await head.sees(/封存同批次产品，联系检测所复检/);
    await choose(head, /^是否认可/, '是');
    await play.send(head);
    expect(await rowOf('召开紧急会议')).toMatch(/✓ 10:35\s*已办/);
    expect(await rowOf('召开紧急会议')).not.toContain('待确认');
    expect(await play.answer(UNIT_HEAD)).not.toContain('待你确认');
  });
});

it('逾期补录: entered after the limit as done before it, it counts as kept once the second has seen the proof', async () => {
  await bureau.passTo('2026-03-02T12:30:00+08:00');
  expect(await play.answer(CLERK)).toMatch(/逾期/);
  const clerk = await play.take(CLERK, '登记电话报告');
  await clerk.sees(/^电话报告湛江市局：/);
  await clerk.pick('初报');
  await choose(clerk, /^什么时候报的/, '自己填');
  await clerk.page
    .getByRole('group', { name: /^什么时候报的/ })
    .locator('input[type=time]')
    .fill('11:40');
  await clerk.fill('对方接听人的单位和职务', '湛江市局办公室值班员');
  await clerk.fill('报告要点', '已到现场核查');
  await play.does(clerk, '电话报告湛江市局逾期后补录，待核实');
  await clerk.picture('second-4-late');
  await play.send(clerk);
  expect(await rowOf('电话报告湛江市局')).toMatch(/✓ 11:40\s*逾期后补录，待核实/);

  await bureau.passMinutes(1);
  const office = await play.take(OFFICE, '核实', '电话报告湛江市局');
  await office.sees(/^3月2日11时40分（3月2日12时30分补录）电话初报/);
  await choose(office, /^是否认可/, '是');
  await office.sees('报上级的补录，须写明对方的收文号，或接收人、岗位和时间');
  await office.fill('收文号或接收人', '湛江市局办公室值班员，11时40分，值班记录12号');
  await play.does(office, '电话报告湛江市局');
  await office.picture('second-5-verify');
  await play.send(office);
  expect(await rowOf('电话报告湛江市局')).toMatch(/✓ 11:40\s*按时/);
  expect(await play.lastOf(caseId, 'ConfirmAct')).toMatch(/办公室负责人 .*值班记录12号/);
  expect(play.faults()).toEqual([]);
  await play.leave();
});
