import { beforeEach, describe, expect, it } from 'vitest';
import type { DutyListReply } from '../../../shared/contracts/replies/task.ts';
import { HOUR } from '../intake/feed.ts';
import { otherStory, type TwoStories, twoStories } from './two-stories.ts';

let on: TwoStories;
beforeEach(async () => {
  on = await twoStories();
});
const propose = (into: string) => ({ type: 'MergeCase', into, reason: '与该案卷说的是同一件事' });
const approve = { type: 'ApproveMerge' };
const reject = { type: 'RejectMerge', reason: '请由另一方向合并' };
const BARRED = { status: 409, body: { code: 'MERGE_BARRED' } };

const versions = async (): Promise<number[]> =>
  Promise.all([on.first, on.second].map(async (caseId) => (await on.read(caseId)).version));
/** The requests to agree to a merge, in the list of who may. */
const requests = async (): Promise<(string | null)[]> => {
  const { body } = await on.office.as('chiefLeader')('GET', '/v1/duties');
  return (body as DutyListReply).duties
    .filter(({ text }) => text.includes('并入案卷'))
    .map((row) => row.case);
};
/** Both are proposed in the same moment, by two who do not see each other. */
const bothProposed = async (): Promise<void> => {
  const { first, second, give } = on;
  const given = await Promise.all([
    give('dutyOfficer', first, propose(second)),
    give('officeHead', second, propose(first)),
  ]);
  expect(given.map(({ status }) => status)).toEqual([200, 200]);
};
const takeOver = async (into: string, of: string): Promise<void> => {
  const { system } = on.office;
  const leader = { id: 'chief-1', name: '局主要负责人', role: 'chiefLeader' };
  const from = (await system.cases.load(of))!;
  await system.office.carryOut(into, leader, { type: 'TakeOver', from });
};

describe('two cases of which each is to end in the other', () => {
  it('are proposed one way only', async () => {
    const { first, second, give, read } = on;
    expect((await give('dutyOfficer', first, propose(second))).status).toBe(200);
    expect(await give('officeHead', second, propose(first))).toMatchObject(BARRED);
    expect((await give('chiefLeader', first, approve)).status).toBe(200);
    expect(await read(first)).toMatchObject({ state: 'merged', mergedInto: { case: second } });
    expect(await requests()).toEqual([]);
  });

  it('and were proposed in one moment stay as they are when both are agreed to, until one is called off', async () => {
    const { first, second, give, read, office } = on;
    await bothProposed();
    const agreed = await Promise.all([
      give('chiefLeader', first, approve),
      give('deputyLeader', second, approve),
    ]);
    for (const each of agreed) expect(each).toMatchObject(BARRED);
    expect(await requests()).toHaveLength(2);
    const before = await versions();
    for (let sweep = 0; sweep < 3; sweep += 1) {
      office.pass(HOUR / 12);
      await office.sweep();
    }
    expect(await read(first)).toMatchObject({ state: 'open', takenOver: [] });
    expect(await read(second)).toMatchObject({ state: 'open', takenOver: [] });
    expect((await versions()).every((version, index) => version - before[index]! <= 1)).toBe(true);
    expect((await give('deputyLeader', second, reject)).status).toBe(200);
    expect((await give('chiefLeader', first, approve)).status).toBe(200);
    expect(await read(first)).toMatchObject({ state: 'merged', mergedInto: { case: second } });
    expect(await requests()).toEqual([]);
    // A repeat is a success.
    expect((await give('chiefLeader', first, approve)).status).toBe(200);
  });

  it('one of which had begun when its process died are finished that way, and are not turned round', async () => {
    const { first, second, give, read, office } = on;
    await give('dutyOfficer', first, propose(second));
    await takeOver(second, first);
    expect(await give('officeHead', second, propose(first))).toMatchObject(BARRED);
    office.pass(HOUR);
    await office.sweep();
    expect(await read(first)).toMatchObject({ state: 'merged', mergedInto: { case: second } });
    expect(await read(second)).toMatchObject({ state: 'open', awaitingMerge: null });
  });
});

describe('a proposal into a case that has ended since', () => {
  it('is void by the next sweep, and nobody is asked to agree to it any more', async () => {
    const { first, second, give, read, office, one } = on;
    const told = otherStory('x', {
      title: '某中学食堂饭菜有异物',
      content: '家长反映某中学食堂午餐吃出异物,多名学生出现呕吐症状,学校正在配合调查取样。',
      url: 'https://news.example.com/school',
    });
    const third = (await one(told)).case!;
    await give('dutyOfficer', third, { type: 'ConfirmGrade', level: (await read(third)).warningLevel.id });
    expect((await give('dutyOfficer', second, propose(first))).status).toBe(200);
    expect((await give('dutyOfficer', first, propose(third))).status).toBe(200);
    expect(await give('deputyLeader', second, approve)).toMatchObject(BARRED);
    expect((await give('chiefLeader', first, approve)).status).toBe(200);
    expect(await requests()).toEqual([second]);
    await office.sweep();
    expect(await requests()).toEqual([]);
    expect(await read(second)).toMatchObject({ state: 'open', awaitingMerge: null });
    const { body } = await office.as('officeHead')('GET', `/v1/cases/${second}/log`);
    expect(JSON.stringify(body)).toContain(`并入案卷${first}的提议失效:案卷${first}已并入案卷${third}`);
    // Once is enough; and it may be proposed anew.
    const { version } = await read(second);
    await office.sweep();
    expect((await read(second)).version).toBe(version);
    expect((await give('dutyOfficer', second, propose(third))).status).toBe(200);
  });
});
