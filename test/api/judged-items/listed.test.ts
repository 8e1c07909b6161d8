import { describe, expect, it } from 'vitest';
import { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import { grave, plain } from '../../support/office.ts';
import { read, refusalIn } from '../../support/told.ts';
import { idsOf, openJudging, signed } from './judged.ts';

describe('the list', () => {
  it('tells apart what waits, what was read, what is not ours and what is in a case; all of it stays', async () => {
    const judging = await openJudging();
    const { office } = judging;
    await office.push([plain('a'), plain('b'), signed('c'), plain('d'), grave('e')]);
    await judging.said('b', { as: 'read' });
    await judging.said('c', { as: 'notOurs', reason: '属邻市管辖' });
    await judging.said('d', { as: 'notOurs' });
    await judging.said('d', { as: 'takenBack' });
    const of = async (became: string) => idsOf(await judging.listed({ became })).sort();
    expect(await of('open')).toEqual(['a', 'd']);
    expect(await of('read')).toEqual(['b']);
    expect(await of('notOurs')).toEqual(['c']);
    expect(await of('inCase')).toEqual(['e']);
    expect(await of('all')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(idsOf(await judging.listed())).toHaveLength(5);
    const [row] = await judging.listed({ became: 'notOurs' }, 'officeHead');
    expect(row).toMatchObject({ isGrave: true, became: 'notOurs', doubts: 0, reasons: expect.any(Array) });
    expect((await judging.listed()).map(({ id, mayJudge }) => `${id} ${mayJudge}`).sort()).toEqual([
      'a true',
      'b true',
      'c true',
      'd true',
      'e false',
    ]);
    for (const { mayJudge } of await judging.listed({}, 'chiefLeader')) expect(mayJudge).toBe(false);
    const told = await office.as('dutyOfficer')('GET', '/v1/items', undefined, { became: 'gone' });
    expect(told).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  });

  it('shows of each why it has its level, what it counts now and how much of it is in doubt', async () => {
    const judging = await openJudging();
    const { office } = judging;
    await office.push([plain('a', { metrics: { views: 3, comments: -1 }, publishedAt: '昨天' })]);
    office.pass(1000);
    await office.push([plain('a', { metrics: { views: 9, comments: -1 }, publishedAt: '昨天' })]);
    const [row] = await judging.listed();
    const item = await judging.item('a');
    expect(row).toMatchObject({
      counters: { views: 9 },
      reasons: item.grade.reasons.map(({ clauses: _, ...reason }) => reason),
    });
    expect(row?.doubts).toBeGreaterThan(0);
    expect(row?.counters).not.toHaveProperty('comments');
  });
});

describe.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])('at %s', (bureau) => {
  it('whoever has the duty says it; who only reads, a unit and a stranger do not', async () => {
    const regulation = regulations[bureau]!;
    const other = await openJudging(regulation);
    const [unit] = regulation.units;
    await other.office.push([plain('a', { unit: unit!.id })]);
    const asked = async (role: string, of?: string) =>
      (await other.judge('a', { as: 'read' }, role, of)).status;
    expect(await asked('nobody')).toBe(403);
    expect(await asked('operator')).toBe(403);
    expect(await asked('chiefLeader')).toBe(403);
    expect(await asked('unitLiaison', unit!.id)).toBe(403);
    expect(await other.item('a', 'unitLiaison', unit!.id)).toMatchObject({ mayJudge: false });
    expect(await other.item('a', 'dutyOfficer')).toMatchObject({ judgements: [], mayJudge: true });
    expect(await asked('dutyOfficer')).toBe(200);
    expect(await other.said('a', { as: 'notOurs', reason: '属邻市管辖' }, 'officeHead')).toMatchObject({
      became: 'notOurs',
    });
    expect(await other.said('a', { as: 'takenBack' })).toMatchObject({ became: 'open' });
    const told = await other.judge('a', { as: 'read' }, 'unitLiaison', unit!.id);
    expect(refusalIn(told)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });
});

describe('an earlier version', () => {
  it('is shown with what was said of the item as it stands', async () => {
    const judging = await openJudging();
    const { office } = judging;
    await office.push([plain('a')]);
    await judging.said('a', { as: 'read' });
    office.pass(1000);
    await office.push([plain('a', { title: '市民咨询营业时间(更正)' })]);
    const said = await judging.said('a', { as: 'notOurs', reason: '属邻市管辖,电话13800000000' });
    expect(said).toMatchObject({ version: 2, became: 'notOurs' });
    const first = read(
      ItemReply,
      await office.as('dutyOfficer')('GET', '/v1/items/demo/a', undefined, { version: '1' }),
    );
    expect(first).toMatchObject({ version: 1, title: plain('a').title, became: 'notOurs', mayJudge: true });
    expect(first.judgements).toEqual((await judging.item('a')).judgements);
  });

  it('and the newest hide the numbers in a reason from whoever may not read numbers', async () => {
    const judging = await openJudging();
    await judging.office.push([plain('a')]);
    await judging.said('a', { as: 'notOurs', reason: '属邻市管辖,电话13800000000' });
    const reasonFor = async (role: string) => (await judging.item('a', role)).judgements[0]?.reason;
    const giver = giversOf(regulations.leizhou!, 'ReadNumbers');
    expect(giver).toContain('officeHead');
    expect(await reasonFor('officeHead')).toBe('属邻市管辖,电话13800000000');
    const reader = giversOf(regulations.leizhou!, 'ReadCases').find((role) => !giver.includes(role))!;
    expect(await reasonFor(reader)).toBe('属邻市管辖,电话138****0000');
  });
});
