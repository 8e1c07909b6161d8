import { describe, expect, it } from 'vitest';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { createStories } from '../../../shared/records/stories/stories.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { levelOf } from '../../../shared/regulations/lookup.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';
import { HOUR } from '../intake/feed.ts';

// Where the next report of a story goes of which somebody took an item out of a case.

const CANTEEN = {
  title: '某镇中心小学食堂多名学生呕吐住院,家长质疑监管缺位',
  content:
    '今天中午某镇中心小学食堂用餐后,十余名学生呕吐腹泻,已送镇卫生院和县医院住院治疗,家长质疑监管缺位。',
};
const LIFT = {
  title: '附城镇金沙湾小区7号楼电梯停运两天,居民上下楼不便',
  content:
    '附城镇金沙湾小区业主反映,7号楼电梯从上周六起停运,物业公司恒信物业只在一楼大厅贴出告示,80岁的老人上下楼不便。',
};
const REWORDED = {
  title: '附城镇金沙湾小区7号楼电梯停运两天,业主上下楼不便',
  content:
    '附城镇金沙湾小区业主反映,7号楼电梯从上周六起停运,恒信物业只在一楼大厅贴出告示,80岁的老人上下楼很不方便,何时修好没有说法。',
};
const at = (page: string) => `https://news.example.com/2026/03/02/${page}.html`;
/** What makes an item owe a case there, and what is done without. */
const BUREAUS = [
  { bureau: 'leizhou', owes: { metrics: { reposts: 6000, views: 600_000, comments: 6000 } } },
  { bureau: 'yinzhou', owes: { flags: ['imageHarmed'] } },
];

describe.each(BUREAUS)('at $bureau', ({ bureau, owes }) => {
  const regulation = regulations[bureau]!;
  const clerk = regulation.onDuty;
  const roster = exampleRoster(regulation);
  /** A case about the canteen, into which somebody put the report of the lift. */
  const mixed = async (more: Record<string, unknown> = {}) => {
    const table = createMemoryTable();
    const office = await createOffice({ regulation, table });
    const stored = (id: string) => office.system.items.find('demo', id);
    const push = async (item: Record<string, unknown>) => {
      expect((await office.push([item])).status).toBe(200);
      return (await stored(String(item.id)))!;
    };
    const { caseId } = await push({ id: 'canteen', url: at('8800001'), ...CANTEEN, ...owes });
    const first = caseId!;
    const lift = await push({ id: 'lift', url: at('8800002'), ...LIFT, ...more });
    const give = (command: object) =>
      office
        .as(clerk)('POST', `/v1/cases/${first}/commands`, command)
        .then(({ status }) => status);
    const attach = { type: 'AttachItem', feed: 'demo', id: 'lift' };
    if (lift.caseId === undefined) expect(await give(attach)).toBe(200);
    const detach = (destination: 'case' | 'board') =>
      give({ type: 'DetachItem', feed: 'demo', id: 'lift', destination, reason: '说的是另一件事' });
    return { office, table, first, stored, push, attach: () => give(attach), detach };
  };
  const isClocked = async (office: Awaited<ReturnType<typeof mixed>>) =>
    levelOf(regulation, (await office.stored('lift'))!.grade.handling).clocked;

  it('goes into the old case as long as nobody has taken the item out', async () => {
    const { push, first } = await mixed();
    expect(await push({ id: 'next', url: at('8800003'), ...REWORDED, ...owes })).toMatchObject({
      caseId: first,
    });
  });

  it.each([
    ['in other words', { url: at('8800003'), ...REWORDED }],
    ['at the same address', { url: at('8800002'), title: '停运' }],
    ['word for word', { url: at('8800004'), ...LIFT }],
  ])('goes into the new case with the item, %s', async (_, next) => {
    const { push, stored, first, detach, office } = await mixed();
    expect(await detach('case')).toBe(200);
    const own = (await stored('lift'))!.caseId!;
    expect(own).not.toBe(first);
    expect(await push({ id: 'next', ...next, ...owes })).toMatchObject({ outcome: 'inCase', caseId: own });
    expect(caseIn(await office.as(clerk)('GET', `/v1/cases/${first}`)).items.map(({ id }) => id)).toEqual([
      'canteen',
    ]);
    // What tells the old case's matter still goes there.
    const canteen = { id: 'c2', url: at('8800005'), ...CANTEEN, ...owes };
    expect((await push(canteen)).caseId).toBe(first);
  });

  it('goes beside the item where that is on the board, and not into the case; what owes a case has one of its own', async () => {
    const world = await mixed();
    const { push, first, detach } = world;
    expect(await isClocked(world)).toBe(false);
    expect(await detach('board')).toBe(200);
    const beside = await push({ id: 'next', url: at('8800003'), ...REWORDED });
    expect(beside.outcome).toBe('routine');
    expect(beside.caseId).toBeUndefined();
    // Nothing else of the case tells anything like it.
    expect(beside.suspected).toBeUndefined();
    const again = await push({ id: 'same', url: at('8800002'), title: '停运' });
    expect(again.outcome).toBe('routine');
    const grave = await push({ id: 'grave', url: at('8800006'), ...REWORDED, ...owes });
    expect(grave.outcome).toBe('inCase');
    expect(grave.caseId).not.toBe(first);
    // From then on there is a case for it.
    expect((await push({ id: 'last', url: at('8800007'), ...REWORDED, ...owes })).caseId).toBe(grave.caseId);
  });

  it('follows the last word: put into the case again, the item brings them there again', async () => {
    const { push, first, detach, attach } = await mixed();
    expect(await detach('board')).toBe(200);
    expect(await attach()).toBe(200);
    const next = await push({ id: 'next', url: at('8800003'), ...REWORDED, ...owes });
    expect(next.caseId).toBe(first);
  });

  it('follows it too where the one who did it died before the item was in its place', async () => {
    const { office, push, first, stored } = await mixed();
    const { system } = office;
    const command = { feed: 'demo', id: 'lift', destination: 'case', reason: '另一件事', isClocked: false };
    const actor = { ...personFor(roster, clerk), role: clerk };
    const told = await system.office.carryOut(first, actor, { type: 'DetachItem', ...command } as never);
    expect(told.refusal).toBeNull();
    office.pass(HOUR);
    await office.sweep();
    const own = (await stored('lift'))!.caseId!;
    expect(own).not.toBe(first);
    expect((await push({ id: 'next', url: at('8800003'), ...REWORDED, ...owes })).caseId).toBe(own);
  });

  it('is remembered by a process that starts afterwards', async () => {
    const { office, table, push, first, detach, stored } = await mixed();
    expect(await detach('case')).toBe(200);
    const own = (await stored('lift'))!.caseId;
    const fresh = createStories(table, regulation);
    const next = await push({ id: 'next', url: at('8800003'), ...REWORDED });
    const found = await fresh.find(next, office.now());
    expect(found.map(({ caseId }) => caseId)).toEqual([own]);
    expect(first).not.toBe(own);
  });
});
