import { beforeEach, describe, expect, it } from 'vitest';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { grave, plain } from '../../support/office.ts';
import { triedIn } from '../../support/told.ts';
import { playMerges } from '../try/rearranged-in-every-way.ts';
import { openTrying } from '../try/trying.ts';
import { type TwoStories, twoStories } from './two-stories.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const REASON = '与该案卷说的是同一件事';

let on: TwoStories;
beforeEach(async () => {
  on = await twoStories();
});
const merge = (into: string) => ({ type: 'MergeCase', into, reason: REASON });
const detach = (id: string, destination = 'case') => ({
  ...{ type: 'DetachItem', feed: 'demo', id, destination },
  reason: '说的是另一家店铺的事',
});
const tryOf = async (role: string, caseId: string, command: object) =>
  triedIn(await on.give(role, caseId, command, { try: '' }));

describe('what a try says of a merge', () => {
  it('stands so once it is agreed to: which limit is earlier, begins, stays, is answered', async () => {
    const { first, second, give, read, office } = on;
    office.pass(20 * MINUTE);
    await give('dutyOfficer', second, { type: 'AssignUnit', unit: 'food' });
    const proposing = await tryOf('dutyOfficer', first, merge(second));
    expect(proposing.merge).toMatchObject({
      into: second,
      levelBefore: { short: '蓝' },
      level: { short: '橙' },
    });
    await give('dutyOfficer', first, merge(second));
    const agreeing = await tryOf('chiefLeader', first, { type: 'ApproveMerge' });
    expect(agreeing.merge).toEqual(proposing.merge);
    expect((await give('chiefLeader', first, { type: 'ApproveMerge' })).status).toBe(200);
    const { duties } = await read(second);
    const { limits } = agreeing.merge!;
    expect(limits.length).toBeGreaterThan(8);
    for (const { duty, what, due, before, there, occurrence } of limits) {
      const now = duties.find((each) => each.duty === duty && each.occurrence === occurrence);
      if (['same', 'earlier', 'begins'].includes(what)) expect([duty, now?.due]).toEqual([duty, due]);
      if (what === 'earlier') expect(before === null || due! < before).toBe(true);
      if (what === 'same') expect(due).toBe(before);
      // Nothing is later than it was in either.
      for (const each of [before, there]) if (each !== null && due !== null) expect(due <= each).toBe(true);
      if (what === 'covered' || what === 'answered')
        expect(duties.some((each) => each.duty === duty && each.status === 'fulfilled')).toBe(true);
    }
    expect(limits.map(({ what }) => what)).toEqual(expect.arrayContaining(['begins', 'covered']));
  });

  it('is only its refusal where it is refused, and nothing of it where another command is given', async () => {
    const { first, second } = on;
    const refused = await tryOf('dutyOfficer', first, merge(first));
    expect(refused).toMatchObject({ wouldBe: 'refused', refusal: { code: 'MERGE_INTO_ITSELF' } });
    expect(refused.merge).toBeUndefined();
    const flags = { type: 'SetFlags', add: ['minor'], reason: '涉及未成年人' };
    expect(await tryOf('officeHead', second, flags)).not.toHaveProperty('merge');
  });

  it.each(['nanning', 'yinzhou'])('never has a limit of %s later than it was', async (bureau) => {
    const regulation = regulations[bureau]!;
    const tried = (await playMerges(await openTrying({ regulation }))).flatMap(
      ({ merge: told }) => told ?? [],
    );
    expect(tried.length).toBeGreaterThan(5);
    for (const { due, before, there } of tried.flatMap(({ limits }) => limits))
      for (const each of [before, there]) if (each !== null && due !== null) expect(due <= each).toBe(true);
  });
});

describe('what a try says of an item that is taken out', () => {
  it('is the level and the limits of the case that it gets', async () => {
    const { first, one, give, stored, read } = on;
    await one(grave('c', { url: grave('a').url }));
    const { placed } = await tryOf('dutyOfficer', first, detach('c'));
    expect(placed).toMatchObject({ joins: null, level: { short: '橙' } });
    await give('dutyOfficer', first, detach('c'));
    const { duties } = await read((await stored('c'))!.caseId!);
    expect(placed!.duties.length).toBeGreaterThan(5);
    for (const { duty, due } of placed!.duties)
      if (due !== null) expect(duties.find((each) => each.duty === duty)?.due).toBe(due);
  });

  it('is nothing where it goes back on the board', async () => {
    const { first, one, give } = on;
    await one(plain('p'));
    await give('dutyOfficer', first, { type: 'AttachItem', feed: 'demo', id: 'p' });
    const { placed } = await tryOf('dutyOfficer', first, detach('p', 'board'));
    expect(placed).toEqual({ joins: null, level: null, duties: [] });
  });

  it('is the case that it joins, where another tells the same', async () => {
    const { first, one, give, stored } = on;
    await one(grave('c', { url: grave('a').url }));
    await give('dutyOfficer', first, detach('c'));
    const own = (await stored('c'))!.caseId!;
    await one(grave('d', { url: grave('a').url }));
    const of = (await stored('d'))!.caseId!;
    const other = of === first ? own : first;
    const { placed } = await tryOf('dutyOfficer', of, detach('d'));
    expect(placed).toEqual({ joins: other, level: null, duties: [] });
    expect((await give('dutyOfficer', of, detach('d'))).status).toBe(200);
    expect((await stored('d'))!.caseId).toBe(other);
  });
});

describe('what a try says of a case that is opened again', () => {
  it('is which limits have fallen in between', async () => {
    const { first, give, office } = on;
    await give('chiefLeader', first, { type: 'DeclareCalm', reason: '平息' });
    expect(await concludeByDesk(office, first)).toBe(200);
    const reopen = { type: 'Reopen', reason: '结报后当事人提出新的证据' };
    expect((await tryOf('officeHead', first, reopen)).between).toEqual([]);
    office.pass(3 * DAY);
    const { between } = await tryOf('officeHead', first, reopen);
    expect(between!.map(({ name }) => name)).toContain('对外回应');
    expect((await give('officeHead', first, reopen)).status).toBe(200);
  });
});

describe('what one may do to a case', () => {
  it('says beforehand why nothing can be taken out, opened again or agreed to, and by whom', async () => {
    const { first, second, give, office } = on;
    const reasonOf = async (role: string, type: string): Promise<string | null | undefined> => {
      const { body } = await office.as(role)('GET', `/v1/cases/${second}/acts`);
      return (body as ActsReply).acts.find((act) => act.type === type)?.reason;
    };
    expect(await reasonOf('dutyOfficer', 'DetachItem')).toMatch(/^本案只有一条信息,不能移出/);
    expect(await reasonOf('officeHead', 'Reopen')).toBe('案卷尚未结报,不必恢复办理');
    expect(await reasonOf('chiefLeader', 'ApproveMerge')).toBe('没有待同意的并案');
    expect(await reasonOf('chiefLeader', 'RejectMerge')).toBe('没有待同意的并案');
    expect(await reasonOf('officeHead', 'MergeCase')).toBeNull();
    await give('officeHead', second, merge(first));
    expect(await reasonOf('chiefLeader', 'ApproveMerge')).toBeNull();
    expect(await reasonOf('officeHead', 'ApproveMerge')).toMatch(/须由提出人以外的第二人同意/);
    await give('chiefLeader', second, { type: 'ApproveMerge' });
    expect(await reasonOf('officeHead', 'MergeCase')).toMatch(/已并入案卷/);
    expect(await reasonOf('chiefLeader', 'ApproveMerge')).toBe('没有待同意的并案');
  });
});
