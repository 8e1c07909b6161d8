import { beforeEach, describe, expect, it } from 'vitest';
import { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { grave, plain } from '../../support/office.ts';
import { logIn, read as toldIn } from '../../support/told.ts';
import { HOUR } from '../intake/feed.ts';
import { otherStory, type TwoStories, twoStories } from './two-stories.ts';

let on: TwoStories;
const detach = (id: string, destination = 'case') => ({
  type: 'DetachItem',
  feed: 'demo',
  id,
  destination,
  reason: '说的是另一家店铺的事',
});
beforeEach(async () => {
  on = await twoStories();
});
/** The first case with a second item, which tells nearly the same in the feed’s words. */
const withSecond = async (item: Record<string, unknown> = grave('c', { url: grave('a').url })) => {
  const taken = await on.one(item);
  if (taken.case !== on.first) {
    const attach = { type: 'AttachItem', feed: 'demo', id: item.id };
    expect((await on.give('dutyOfficer', on.first, attach)).status).toBe(200);
  }
};

describe('an item that is taken out of its case', () => {
  it('gets a case and a number of its own, with its own starts, and comes back by itself no more', async () => {
    const { first, give, read, stored, one, office } = on;
    await withSecond();
    const before = await read(first);
    const told = await give('dutyOfficer', first, detach('c'));
    expect(told.status).toBe(200);
    const item = (await stored('c'))!;
    // Whoever did it is told where it is.
    expect(told.body).toMatchObject({ detached: [{ id: 'c', case: item.caseId }] });
    expect(item).toMatchObject({ outcome: 'inCase' });
    expect(item.caseId).not.toBe(first);
    const own = await read(item.caseId!);
    expect(own.items.map(({ id }) => id)).toEqual(['c']);
    const { act } = (await read(first)).detached[0]!;
    expect(own.items[0]!.outOf).toEqual({ case: first, act });
    const log = logIn(await office.as('dutyOfficer')('GET', `/v1/cases/${item.caseId}/log`));
    expect(log.entries[0]!.labels[0]).toContain(`(由案卷${first}移出,见该案卷日志第${act}条)`);
    expect(Date.parse(own.instants.detectedAt!)).toBe(Date.parse(item.detectedAt));
    expect(await read(first)).toMatchObject({
      items: [{ id: 'a' }],
      detached: [{ id: 'c', to: 'case', case: item.caseId, text: `已在案卷${item.caseId}办理` }],
    });
    const dues = ({ duties }: typeof before) => duties.map(({ duty, due }) => [duty, due]);
    expect(dues(await read(first))).toEqual(dues(before));
    // Pushed again by its feed it is told in its own case.
    const again = grave('c', { url: grave('a').url, counters: { views: 900000 } });
    expect(await one(again)).toMatchObject({ case: item.caseId });
    expect((await give('dutyOfficer', first, detach('c'))).status).toBe(200);
    expect((await stored('c'))?.caseId).toBe(item.caseId);
  });

  it('that opened the case gets another number than the case', async () => {
    const { first, give, stored } = on;
    await withSecond();
    expect((await give('dutyOfficer', first, detach('a'))).status).toBe(200);
    const item = (await stored('a'))!;
    expect(item.outcome).toBe('inCase');
    expect(item.caseId).not.toBe(first);
  });

  it('goes back on the board, where it is watched', async () => {
    const { first, give, stored, read } = on;
    await withSecond(plain('p'));
    expect((await give('dutyOfficer', first, detach('p', 'board'))).status).toBe(200);
    const item = (await stored('p'))!;
    expect(item.outcome).toBe('watched');
    expect(item.caseId).toBeUndefined();
    expect((await read(first)).detached).toMatchObject([{ id: 'p', to: 'board', case: null }]);
  });

  it('says out of which case it came, on its page, and wherever it goes from the board; not where it is put back', async () => {
    const { first, second, give, office, read } = on;
    await withSecond(plain('p'));
    await give('dutyOfficer', first, detach('p', 'board'));
    const { act } = (await read(first)).detached[0]!;
    const shown = async (role: string) =>
      toldIn(ItemReply, await office.as(role)('GET', '/v1/items/demo/p')).outOf;
    expect(await shown('dutyOfficer')).toEqual({ case: first, act });
    const attach = { type: 'AttachItem', feed: 'demo', id: 'p' };
    expect((await give('dutyOfficer', second, attach)).status).toBe(200);
    expect((await read(second)).items.find(({ id }) => id === 'p')!.outOf).toEqual({ case: first, act });
    const log = logIn(await office.as('dutyOfficer')('GET', `/v1/cases/${second}/log`));
    expect(log.entries.flatMap(({ labels }) => labels).join()).toContain(`(由案卷${first}移出,`);
    await give('dutyOfficer', second, detach('p', 'board'));
    expect((await give('dutyOfficer', second, attach)).status).toBe(200);
    expect((await read(second)).items.find(({ id }) => id === 'p')!.outOf).toBeUndefined();
  });

  it('is brought to its place by the sweep when the one who did it died before', async () => {
    const { first, office, stored, read } = on;
    await withSecond();
    const officer = { id: 'p-1', name: '值班员', role: 'dutyOfficer' };
    const { system } = office;
    const command = {
      ...detach('c'),
      destination: 'case' as const,
      type: 'DetachItem' as const,
      isClocked: true,
    };
    expect((await system.office.carryOut(first, officer, command)).refusal).toBeNull();
    expect((await stored('c'))?.caseId).toBe(first);
    expect((await read(first)).detached).toMatchObject([{ text: '正在另行立案', case: null }]);
    office.pass(HOUR);
    await office.sweep();
    const own = (await stored('c'))?.caseId;
    expect(own).not.toBe(first);
    expect((await read(first)).detached).toMatchObject([{ case: own }]);
    const version = (await read(first)).version;
    await office.sweep();
    expect((await read(first)).version).toBe(version);
  });

  it('is tried without anything written, and refused where it is the only one', async () => {
    const { first, second, give, read } = on;
    await withSecond();
    const { version } = await read(first);
    expect((await give('dutyOfficer', first, detach('c'), { try: '' })).status).toBe(200);
    expect((await read(first)).version).toBe(version);
    expect(await give('dutyOfficer', second, detach('b'))).toMatchObject({
      status: 409,
      body: { code: 'LAST_ITEM' },
    });
    expect(await give('dutyOfficer', second, detach('zz'))).toMatchObject({
      status: 422,
      body: { code: 'ITEM_NOT_IN_CASE' },
    });
    expect((await on.one(otherStory('e'))).case).toBe(second);
  });
});
