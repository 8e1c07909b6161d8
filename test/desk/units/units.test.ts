import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser, type Size } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import type { PersonAtDesk } from '../support/person.ts';
import { openPlay, type Play } from '../support/play.ts';

// 承办单位: a case that several units have, from the second one's coming in to the first one's going, by the desk's pages alone.

/** A bureau where each unit owes a first report of its own. */
interface Bureau {
  bureau: string;
  at: string;
  office: string;
  /** In whose list a 退回 stands to be decided on. */
  decider: string;
  level: string;
  lead: { id: string; name: string };
  joint: { id: string; name: string };
  next: { id: string; name: string };
  source: string;
  title: string;
  /** What tells the first unit of the case. */
  warned: readonly (readonly [who: string, act: Record<string, unknown>])[];
  /** What each of the units owes. */
  owed: string;
  report: Record<string, unknown>;
}
const BUREAUS: readonly Bureau[] = [
  {
    bureau: 'leizhou',
    at: '2026-03-02T22:50:00+08:00',
    office: 'officeHead',
    decider: 'dutyOfficer',
    level: 'orange',
    title: '某药店销售过期食品',
    lead: { id: 'food', name: '食品安全监管股' },
    joint: { id: 'drugs', name: '药械监管股' },
    next: { id: 'price', name: '价格监督检查股' },
    source: 'monitored',
    warned: [['officeHead', { type: 'ReleaseWarning', duty: 'warnUnits' }]],
    owed: '股室初报处置情况',
    report: {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['chiefLeader'],
      summary: '已派员到店核查',
    },
  },
  {
    bureau: 'yinzhou',
    at: '2026-03-02T09:02:00+08:00',
    office: 'officeHead',
    decider: 'dutyOfficer',
    level: 'larger',
    title: '网友反映某养老机构服务态度差',
    lead: { id: 'welfareHome', name: '社会福利院' },
    joint: { id: 'charity', name: '慈善事业促进科' },
    next: { id: 'elderly', name: '养老服务科' },
    source: 'monitored',
    warned: [['deputyLeader', { type: 'ConfirmGrade', level: 'larger' }]],
    owed: '报局分管领导和主要领导',
    report: {
      type: 'FileReport',
      kind: 'first',
      form: 'oral',
      to: ['deputyLeader', 'chiefLeader', 'officeHead'],
      summary: '已派员到机构核查',
    },
  },
];

const UNIT = /^责任单位|^转办给|^哪个单位|^单位/;

describe.each(BUREAUS)('$bureau: a case that several units have', (given) => {
  const { lead, joint, next, office, decider, owed } = given;
  let bureau: OpenBureau;
  let play: Play;
  let caseId = '';
  beforeAll(async () => {
    bureau = await openBureau({ bureau: given.bureau, at: given.at });
    play = openPlay(bureau);
    const opened = await bureau.open(office, {
      title: given.title,
      sources: [{ kind: given.source }],
      unit: lead.id,
      level: given.level,
    });
    caseId = opened.case;
    for (const [who, act] of given.warned) await bureau.act(who, caseId, act);
    await bureau.settled();
  });
  afterAll(async () => {
    await closeBrowser();
    await bureau.close();
  });
  const caseNow = async (): Promise<CaseReply> =>
    (await bureau.read(office, `/v1/cases/${caseId}`)) as unknown as CaseReply;
  const shown = async (person: PersonAtDesk, called: string): Promise<void> => {
    await units(person).scrollIntoViewIfNeeded();
    await person.picture(`${given.bureau}-${called}-there`);
  };
  const liaisonOf = ({ id }: { id: string }): string => `unitLiaison@${id}`;
  const units = ({ page }: PersonAtDesk) => page.locator('#units');
  const unit = (person: PersonAtDesk, words: string) => units(person).locator('li.row', { hasText: words });
  /** He takes an act that stands beside the units. */
  const take = async (who: string, act: string, size?: Size): Promise<PersonAtDesk> => {
    const person = await play.caseAt(who, caseId, size);
    await units(person)
      .getByRole('link', { name: new RegExp(`^${act}`) })
      .first()
      .click();
    await person.page.locator('form').waitFor();
    return person;
  };

  it('one more is brought in, and the form says first what that does', async () => {
    const head = await take(office, '增加会办');
    expect(await head.heading()).toBe('增加会办');
    const offered = await head.page.getByLabel(UNIT).innerText();
    expect(offered).toContain(joint.name);
    expect(offered).not.toContain(lead.name);
    await head.page.getByLabel(UNIT).selectOption({ label: joint.name });
    await play.does(head, `${joint.name}会办，主办单位仍为${lead.name}`, `短信发给：${joint.name}`);
    await usable(head, `${given.bureau}-join`);
    await play.send(head);
    expect((await caseNow()).jointUnits.map(({ id }) => id)).toEqual([joint.id]);
  });

  it.each(['phone', 'pc'] as const)(
    'on a %s the case says of each since when, whether it has signed, and what it owes',
    async (size) => {
      const head = await play.caseAt(office, caseId, size);
      await unit(head, `主办：${lead.name}`).getByText(owed).waitFor();
      await unit(head, `会办：${joint.name}`).getByText(owed).waitFor();
      await unit(head, `会办：${joint.name}`)
        .getByText(/起承办，尚未签收$/)
        .waitFor();
      await usable(head, `${given.bureau}-units`);
      await shown(head, 'units');
    },
  );

  it('the one that it is not for gives it back with its reason, and no clock waits', async () => {
    const before = (await caseNow()).duties.map(({ due }) => due);
    const liaison = await take(liaisonOf(joint), '退回');
    await liaison.fill(/^退回理由|^理由/, '所反映的事项不属于本单位职责');
    await play.does(liaison, '待办公室决定');
    await usable(liaison, `${given.bureau}-return`);
    await play.send(liaison);
    expect((await caseNow()).duties.map(({ due }) => due).slice(0, before.length)).toEqual(before);
    await play.caseAt(liaisonOf(joint), caseId);
    await unit(liaison, joint.name)
      .getByText(/退回，待办公室决定，时限照常计算：所反映的事项不属于本单位职责$/)
      .waitFor();
    expect(await unit(liaison, joint.name).getByRole('link', { name: /^退回/ }).count()).toBe(0);
    await shown(liaison, 'returned');
  });

  it('the office finds it in its list, and decides that it stays, for which a reason is asked', async () => {
    const head = await play.take(decider, '决定退回', `决定是否同意${joint.name}退回`);
    await head.sees('所反映的事项不属于本单位职责');
    await head.page
      .getByRole('group', { name: /^是否同意/ })
      .getByLabel('是', { exact: true })
      .check({ force: true });
    await play.does(head, `决定是否同意${joint.name}退回已办`);
    expect(await head.page.getByLabel(/^改由哪个单位/).count()).toBe(0);
    await head.page
      .getByRole('group', { name: /^是否同意/ })
      .getByLabel('否', { exact: true })
      .check({ force: true });
    await head.sees(/^还须填：.*理由/);
    await head.fill(/^理由/, '经营许可由该单位监管，请配合核查');
    await play.does(head, `决定是否同意${joint.name}退回已办`, `短信发给：${joint.name}`);
    await usable(head, `${given.bureau}-decide`);
    await play.send(head);
  });

  it('the unit sees the answer, cannot say it again, and signs', async () => {
    const liaison = await play.caseAt(liaisonOf(joint), caseId);
    await unit(liaison, joint.name)
      .getByText(/：不同意.*退回，仍由其办理.*请配合核查$/)
      .waitFor();
    await shown(liaison, 'kept');
    await liaison.tap('其他办理');
    await liaison.page.getByText(/^现在不能办理的\d+项$/).click();
    await liaison.sees(/^退回未获同意，已决定仍由你.*办理，请签收$/);
    await liaison.page.keyboard.press('Escape');
    await take(liaisonOf(joint), '签收');
    await play.send(liaison);
    await play.caseAt(liaisonOf(joint), caseId);
    await unit(liaison, joint.name).getByText(/签收$/).waitFor();
    expect((await caseNow()).units.map(({ acknowledgedAt }) => acknowledgedAt === null)).toEqual([
      true,
      false,
    ]);
  });

  it('the 主办 gives it back, and has it no more once the office names another', async () => {
    await bureau.act(liaisonOf(lead), caseId, { ...given.report, madeAt: undefined });
    const liaison = await take(liaisonOf(lead), '退回');
    await liaison.fill(/^退回理由|^理由/, '该店经营范围不属于本单位监管');
    await play.send(liaison);
    const head = await take(office, '决定退回');
    await head.page
      .getByRole('group', { name: /^是否同意/ })
      .getByLabel('是', { exact: true })
      .check({ force: true });
    await head.sees(/^还须填：改由哪个单位/);
    const to = head.page.getByLabel(/^改由哪个单位/);
    expect(await to.innerText()).not.toContain(lead.name);
    await to.selectOption({ label: next.name });
    await play.does(head, `改转${next.name}后，${lead.name}不再承办本案`, `短信发给：${next.name}`);
    await usable(head, `${given.bureau}-handed-on`);
    await play.send(head);
    expect((await caseNow()).unit?.id).toBe(next.id);
  });

  it('what the former 主办 did stays to be read; the new one owes its own', async () => {
    const head = await play.caseAt(office, caseId);
    await unit(head, `主办：${next.name}`).getByText(owed).waitFor();
    const former = unit(head, `曾承办：${lead.name}`);
    await former.getByText(new RegExp(`：同意${lead.name}退回`)).waitFor();
    await former
      .getByRole('button', { name: new RegExp(`^${owed}`) })
      .first()
      .waitFor();
    await former.getByText(/^承办期间办理\d件$/).click();
    await former.getByText(/退回：该店经营范围不属于本单位监管/).waitFor();
    await shown(head, 'former');
    const text = await head.text();
    for (const { name } of [lead, joint, next]) expect(text).toContain(`${owed}（${name}）`);
    await head.go(`/desk/cases/${caseId}/print`);
    await expect.poll(head.text).toContain(`${owed}（${joint.name}）`);
  });

  it('the list says whose each one is, and so does the sheet of its limit', async () => {
    const liaison = await play.duties(liaisonOf(joint));
    await liaison.sees(new RegExp(`^${owed}（${joint.name}）`));
    await liaison.picture(`${given.bureau}-unit-list`);
    await play.caseAt(liaisonOf(joint), caseId);
    await liaison.tap(new RegExp(`${owed}（${joint.name}）的时限依据`));
    await liaison.page.getByRole('dialog', { name: `${owed}（${joint.name}）` }).waitFor();
  });

  it('a 会办 that is not needed is taken off, with the reason', async () => {
    const head = await take(office, '撤销会办');
    await head.fill(/理由/, '经核实与该单位的职责无关');
    await play.does(head, `${joint.name}不再会办`);
    await usable(head, `${given.bureau}-withdraw`);
    await play.send(head);
    await play.caseAt(office, caseId);
    await unit(head, `曾承办：${joint.name}`).waitFor();
    for (const { faults } of [head, await play.duties(liaisonOf(lead)), await play.duties(liaisonOf(joint))])
      expect(faults).toEqual([]);
  });
});
