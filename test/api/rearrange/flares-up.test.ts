import { beforeEach, describe, expect, it } from 'vitest';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { signsOf } from '../../../web/model/items/words.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { createOffice, grave, type Office, plain } from '../../support/office.ts';
import { caseIn, logIn, read } from '../../support/told.ts';
import { fillHour, textsTo } from '../../texts/phones.ts';
import { HOUR } from '../intake/feed.ts';
import { type TwoStories, twoStories } from './two-stories.ts';

/** What it owes comes from how many read it alone. */
const QUIET = {
  title: '某小区电梯停运两天居民上下楼不便',
  content: '今天上午某小区七号楼电梯停运,业主说报修多次无人理会,现场已经贴出告示。',
};
let on: TwoStories;
beforeEach(async () => {
  on = await twoStories();
  await on.give('chiefLeader', on.first, { type: 'DeclareCalm', reason: '平息' });
  expect(await concludeByDesk(on.office, on.first)).toBe(200);
  on.office.pass(HOUR);
});

describe('the same story after the conclusion', () => {
  it('is told in a case of its own as 疑似复燃, with the case that told it before', async () => {
    const { first, second, one, read, office } = on;
    const again = (await one(grave('z', { url: grave('a').url }))).case!;
    expect([first, second]).not.toContain(again);
    expect(await read(again)).toMatchObject({ state: 'open', formerCase: first });
    const log = logIn(await office.as('dutyOfficer')('GET', `/v1/cases/${again}/log`));
    expect(log.entries[0]!.labels[0]).toContain(`疑似案卷${first}复燃`);
    // It is found by the case that it may be of, and by no other.
    const found = async (former: string): Promise<string[]> => {
      const query = { state: 'all', former };
      const { body } = await office.as('dutyOfficer')('GET', '/v1/cases', undefined, query);
      return (body as CaseListReply).cases.map((row) => row.case);
    };
    expect([await found(first), await found(second)]).toEqual([[again], []]);
    // What tells another story is no such case.
    expect((await read(second)).formerCase).toBeNull();
  });

  it('waits for no digest where it has no limits', async () => {
    const { give, office, one, stored } = on;
    const third = (await one(grave('third', QUIET))).case!;
    await give('dutyOfficer', third, { type: 'ConfirmGrade', level: 'blue' });
    await give('chiefLeader', third, { type: 'DeclareCalm', reason: '平息' });
    expect(await concludeByDesk(office, third)).toBe(200);
    office.pass(HOUR);
    expect((await one(plain('q'))).case ?? null).toBeNull();
    expect((await stored('q'))?.alert).toBeUndefined();
    // It is told again by somebody whom few read.
    const again = await one(grave('r', { ...QUIET, url: 'https://bbs.example.com/r', metrics: undefined }));
    expect(again.case ?? null).toBeNull();
    expect(await stored('r')).toMatchObject({ alert: 'owed', formerCase: third });
    await office.notify();
    expect(office.sent.at(-1)!.message.text).toBe(
      '【雷州市监】新收舆情信息1条(疑似复燃),请立即登录查看研判。',
    );
  });
});

/** What beside its words makes it owe a case there. */
const OWES: Record<string, Record<string, unknown>> = { leizhou: {}, yinzhou: { flags: ['imageHarmed'] } };
describe.each(Object.keys(OWES))('at %s', (bureau) => {
  const regulation = regulations[bureau]!;
  const clerk = personFor(exampleRoster(regulation), regulation.onDuty);
  const opened = async () => {
    const office = await createOffice({ regulation });
    const push = async (id: string, more: Record<string, unknown> = {}) => {
      await office.push([grave(id, { ...QUIET, ...OWES[bureau], ...more })]);
      return (await office.system.items.find('demo', id))!;
    };
    const { caseId } = await push('a');
    expect(caseId).toBeDefined();
    return { office, push, caseId: caseId! };
  };
  /** Ends the case as 误立, which needs no calm. */
  const conclude = async (office: Office, caseId: string): Promise<void> => {
    const { warningLevel } = (await office.system.cases.load(caseId))!;
    const give = (command: CaseCommand, another?: string): Promise<string> => {
      const role = giversOf(regulation, command.type, warningLevel).find((each) => each !== another)!;
      const actor = { ...personFor(exampleRoster(regulation), role), role };
      return office.system.office.carryOut(caseId, actor, command).then(({ refusal }) => {
        expect(refusal).toBeNull();
        return role;
      });
    };
    await give({ type: 'ConfirmGrade', level: warningLevel });
    const reason = { summary: '经核实不属本局舆情', mistaken: '经核实为误立的案卷', unmet: {} };
    const first = await give({ type: 'Conclude', ...reason });
    if ((await office.system.cases.load(caseId))!.conclusion !== null)
      await give({ type: 'ApproveConclusion' }, first);
    expect((await office.system.cases.load(caseId))?.status).toMatch(/concluded|archived/);
  };

  it('whoever is on duty hears with the new case that it may be an old one, and sees which', async () => {
    const { office, push, caseId } = await opened();
    await office.notify(caseId);
    const texts = () => office.sent.map(({ message }) => message.text);
    expect(texts().length).toBeGreaterThan(0);
    expect(texts().join()).not.toContain('复燃');
    await conclude(office, caseId);
    office.pass(HOUR);
    const before = office.sent.length;
    const again = (await push('z', { url: grave('a').url })).caseId!;
    expect(again).not.toBe(caseId);
    await office.notify(again);
    const own = exampleRoster(regulation).roles[regulation.onDuty]!.find(({ id }) => id === clerk.id)!;
    const told = office.sent.slice(before).filter(({ to }) => to === own.mobile);
    expect(told.map(({ message }) => message.text)).toEqual([expect.stringContaining('新立案(疑似复燃),')]);
    expect(told[0]!.message.text.length).toBeLessThanOrEqual(70);
    const seen = caseIn(await office.as(regulation.onDuty)('GET', `/v1/cases/${again}`));
    expect(seen).toMatchObject({ formerCase: caseId });
  });

  it('he hears of both at once though he has had the texts of his hour, and not with the next digest', async () => {
    const { office, push, caseId } = await opened();
    await office.notify(caseId);
    await conclude(office, caseId);
    office.pass(HOUR);
    const own = exampleRoster(regulation).roles[regulation.onDuty]!.find(({ id }) => id === clerk.id)!;
    await fillHour(office, own);
    const last = () => textsTo(office, own.mobile).at(-1);
    await push('q', { metrics: undefined, flags: undefined });
    await office.notify();
    expect(last()).toContain('新收舆情信息1条(疑似复燃)');
    office.pass(60_000);
    const again = (await push('z', { url: grave('a').url })).caseId!;
    await office.notify(again);
    expect(last()).toContain('新立案(疑似复燃),');
    expect(caseIn(await office.as(regulation.onDuty)('GET', `/v1/cases/${again}`)).formerCase).toBe(caseId);
    const shown = read(ItemReply, await office.as(regulation.onDuty)('GET', '/v1/items/demo/z'));
    expect(shown).toMatchObject({ case: again, formerCase: caseId });
  });

  it('of what has no limits he hears at once, and the list says of which case', async () => {
    const { office, push, caseId } = await opened();
    await conclude(office, caseId);
    office.pass(HOUR);
    const item = await push('q', { metrics: undefined, flags: undefined });
    expect(item).toMatchObject({ formerCase: caseId, alert: 'owed' });
    await office.notify();
    expect(office.sent.at(-1)!.message.text).toMatch(
      /^【.+】新收舆情信息1条\(疑似复燃\),请立即登录查看研判。/,
    );
    const list = read(ItemListReply, await office.as(regulation.onDuty)('GET', '/v1/items'));
    const row = list.items.find(({ id }) => id === 'q')!;
    expect(row).toMatchObject({ formerCase: caseId });
    expect(signsOf(row)).toContain(`疑似案卷${caseId}复燃`);
    const shown = read(ItemReply, await office.as(regulation.onDuty)('GET', '/v1/items/demo/q'));
    expect(shown.formerCase).toBe(caseId);
  });
});
