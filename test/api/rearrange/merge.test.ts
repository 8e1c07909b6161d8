import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { HOUR } from '../intake/feed.ts';
import { otherStory, type TwoStories, twoStories } from './two-stories.ts';

let on: TwoStories;
beforeEach(async () => {
  on = await twoStories();
});
const REASON = '与该案卷说的是同一件事';
const propose = (into: string) => ({ type: 'MergeCase', into, reason: REASON });
const approve = { type: 'ApproveMerge' };

describe('two cases that are merged', () => {
  it('become one, in which the items of both are, and the feed’s next report of either comes', async () => {
    const { first, second, give, read, stored, one, office } = on;
    const proposed = await give('dutyOfficer', second, propose(first));
    expect(proposed).toMatchObject({
      status: 200,
      body: {
        state: 'open',
        awaitingMerge: { into: first, reason: REASON },
      },
    });
    const merged = await give('chiefLeader', second, approve);
    expect(merged).toMatchObject({
      status: 200,
      body: { case: second, state: 'merged', stateText: '已并案', mergedInto: { case: first } },
    });
    expect(await read(first)).toMatchObject({
      state: 'open',
      takenOver: [{ case: second }],
      items: [{ id: 'a' }, { id: 'b' }],
    });
    expect((await stored('b'))?.caseId).toBe(first);
    // Told of again, and in other words of the same story.
    expect(await one(otherStory('b', { counters: { views: 900000 } }))).toMatchObject({ case: first });
    expect(await one(otherStory('c'))).toMatchObject({ case: first });
    const list = await office.as('dutyOfficer')('GET', '/v1/cases', undefined, { state: 'merged' });
    expect((list.body as CaseListReply).cases.map((row) => row.case)).toEqual([second]);
    // Its clocks wait for nothing any more, and the sweep has nothing to do in it.
    office.pass(HOUR);
    await office.sweep();
    expect((await read(second)).duties.every(({ next }) => next === null)).toBe(true);
  });

  it('are as a try foretold, which wrote nothing', async () => {
    const { first, second, give, read } = on;
    const version = (await read(second)).version;
    const tried = await give('dutyOfficer', second, propose(first), { try: '' });
    expect(tried.status).toBe(200);
    expect((await read(second)).version).toBe(version);
    await give('dutyOfficer', second, propose(first));
    expect((await give('chiefLeader', second, approve, { try: '' })).status).toBe(200);
    expect(await read(first)).toMatchObject({ takenOver: [] });
    expect((await give('chiefLeader', second, approve)).status).toBe(200);
  });

  it('are finished by the sweep when the one who did it died between the two logs', async () => {
    const { first, second, give, read, office } = on;
    await give('dutyOfficer', second, propose(first));
    const { system } = office;
    const from = (await system.cases.load(second))!;
    const leader = { id: 'chief-1', name: '局主要负责人', role: 'chiefLeader' };
    await system.office.carryOut(first, leader, { type: 'TakeOver', from });
    expect((await read(second)).state).toBe('open');
    // What comes in between is not left behind.
    await give('officeHead', second, { type: 'AddSource', source: { kind: 'unit-found' } });
    office.pass(HOUR);
    await office.sweep();
    expect(await read(second)).toMatchObject({ state: 'merged', mergedInto: { case: first } });
    const { sources, takenOver } = await read(first);
    expect(takenOver).toHaveLength(1);
    expect(sources.map(({ id }) => id)).toContain('unit-found');
    // A repeat is a success, and the sweep finds nothing more.
    expect((await give('chiefLeader', second, approve)).status).toBe(200);
    const version = (await read(first)).version;
    await office.sweep();
    expect((await read(first)).version).toBe(version);
  });

  it('cannot be called off any more once the other case has taken over', async () => {
    const { first, second, give, read, office } = on;
    await give('dutyOfficer', second, propose(first));
    const { system } = office;
    const from = (await system.cases.load(second))!;
    const leader = { id: 'chief-1', name: '局主要负责人', role: 'chiefLeader' };
    await system.office.carryOut(first, leader, { type: 'TakeOver', from });
    const reject = { type: 'RejectMerge', reason: '两案不是同一件事' };
    expect(await give('deputyLeader', second, reject)).toMatchObject({
      status: 409,
      body: { code: 'NO_MERGE_PENDING' },
    });
    expect((await read(second)).mergedInto).toMatchObject({ case: first });
  });

  it('whose other case was concluded in between stay two, and no sweep writes that again and again', async () => {
    const { first, second, give, read, office } = on;
    await give('dutyOfficer', second, propose(first));
    const { system } = office;
    const from = (await system.cases.load(second))!;
    const leader = { id: 'chief-1', name: '局主要负责人', role: 'chiefLeader' };
    await system.office.carryOut(first, leader, { type: 'TakeOver', from });
    await give('officeHead', second, { type: 'AddSource', source: { kind: 'unit-found' } });
    await give('chiefLeader', first, { type: 'DeclareCalm', reason: '平息' });
    expect(await concludeByDesk(office, first)).toBe(200);
    const { version } = await read(first);
    for (let sweep = 0; sweep < 3; sweep += 1) await office.sweep();
    expect((await read(first)).version).toBe(version);
    expect((await read(second)).state).toBe('open');
  });

  it('are not merged by one person, nor where there is no such case', async () => {
    const { first, second, give } = on;
    expect(await give('dutyOfficer', second, propose('LZ2026-0999'))).toMatchObject({
      status: 422,
      body: { code: 'OTHER_CASE_UNKNOWN' },
    });
    expect(await give('dutyOfficer', second, propose(second))).toMatchObject({
      status: 422,
      body: { code: 'MERGE_INTO_ITSELF' },
    });
    await give('officeHead', second, propose(first));
    expect(await give('officeHead', second, approve)).toMatchObject({ status: 403 });
    expect(await give('deputyLeader', second, { type: 'RejectMerge', reason: '不是一件事' })).toMatchObject({
      status: 200,
      body: { awaitingMerge: null },
    });
  });

  it('can still be marked 涉密 and cleared, each by itself', async () => {
    const { first, second, give, read, office } = on;
    await give('dutyOfficer', second, propose(first));
    await give('chiefLeader', second, approve);
    const mark = { type: 'SetFlags', add: ['secret'], reason: '见纸质件' };
    expect((await give('officeHead', second, mark)).status).toBe(200);
    expect((await give('officeHead', second, { type: 'PurgeContent' })).status).toBe(200);
    expect((await office.system.cases.load(second))?.purged.length).toBeGreaterThan(0);
    expect((await read(first)).secret).toBe(false);
  });

  it('once merged into one that was merged itself are followed to the one that goes on', async () => {
    const { first, second, give, one, read } = on;
    const third = (
      await one(
        otherStory('x', {
          title: '某中学食堂饭菜有异物',
          content: '家长反映某中学食堂午餐吃出异物,多名学生出现呕吐症状,学校正在配合调查取样。',
          url: 'https://news.example.com/school',
        }),
      )
    ).case!;
    await give('dutyOfficer', third, { type: 'ConfirmGrade', level: (await read(third)).warningLevel.id });
    await give('dutyOfficer', second, propose(first));
    await give('chiefLeader', second, approve);
    await give('dutyOfficer', first, propose(third));
    expect((await give('chiefLeader', first, approve)).status).toBe(200);
    expect(await one(otherStory('d'))).toMatchObject({ case: third });
    expect((await read(third)).items.map(({ id }) => id)).toEqual(expect.arrayContaining(['x', 'a', 'b']));
  });
});
