import { beforeEach, describe, expect, it } from 'vitest';
import { exampleRoster } from '../../../infra/local/people.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { plain } from '../../support/office.ts';
import { type Judging, openJudging, signed } from './judged.ts';

const HOUR = 3_600_000;
let judging: Judging;
let office: Judging['office'];
beforeEach(async () => {
  judging = await openJudging();
  ({ office } = judging);
});
const lookOver = async (): Promise<void> => {
  await office.sweep();
  await office.notify();
};
const mobileOf = (role: string, regulation?: (typeof regulations)[string]): string =>
  exampleRoster(regulation).roles[role]![0]!.mobile;
/** What was told to the post since it was asked last. */
const toldTo = (role: string, of = office, regulation?: (typeof regulations)[string]): string[] =>
  of.sent.filter(({ to }) => to === mobileOf(role, regulation)).map(({ message }) => message.text);

describe('the digest', () => {
  it('says nothing of what is not ours, and of what was read nothing to whoever has read it', async () => {
    await office.push([plain('a'), plain('b'), plain('c')]);
    await judging.said('a', { as: 'notOurs' });
    await judging.said('b', { as: 'read' });
    office.pass(HOUR);
    await lookOver();
    expect(toldTo('dutyOfficer')).toMatchObject([expect.stringContaining('1条')]);
    // The regulation has it pushed to the leaders: the clerk's reading is not theirs.
    expect(toldTo('chiefLeader')).toMatchObject([expect.stringContaining('2条')]);
    for (const id of ['a', 'b', 'c'])
      expect(await office.system.items.find('demo', id)).toMatchObject({ outcome: 'watched' });
  });

  it('does not go to whom it has nothing to say', async () => {
    await office.push([plain('a')]);
    await judging.said('a', { as: 'read' });
    office.pass(HOUR);
    await lookOver();
    expect(toldTo('dutyOfficer')).toEqual([]);
    expect(toldTo('chiefLeader')).toHaveLength(1);
    await office.push([plain('b')]);
    await judging.said('b', { as: 'notOurs' });
    office.pass(HOUR);
    await lookOver();
    expect(toldTo('chiefLeader')).toHaveLength(1);
    expect(await office.system.items.find('demo', 'b')).toMatchObject({ outcome: 'watched' });
    expect(office.problems).toEqual([]);
  });

  it('tells of it again once that is taken back, or its feed says something else', async () => {
    await office.push([plain('a'), plain('b')]);
    await judging.said('a', { as: 'notOurs' });
    await judging.said('a', { as: 'takenBack' });
    await judging.said('b', { as: 'notOurs' });
    office.pass(HOUR);
    await lookOver();
    expect(toldTo('dutyOfficer')).toMatchObject([expect.stringContaining('1条')]);
    await office.push([plain('b')]);
    office.pass(HOUR);
    await lookOver();
    expect(toldTo('dutyOfficer')).toHaveLength(1);
    await office.push([plain('b', { content: '另有市民反映同一商场夜间停业' })]);
    office.pass(HOUR);
    await lookOver();
    expect(toldTo('dutyOfficer')).toHaveLength(2);
  });
});

describe('a text at once', () => {
  it('does not go for what somebody has judged before it left, and counts the others', async () => {
    office.sms.isDown = true;
    await office.push([signed('a'), signed('b'), signed('c')]);
    await judging.said('a', { as: 'read' });
    await judging.said('b', { as: 'notOurs', reason: '属邻市管辖' }, 'officeHead');
    office.sms.isDown = false;
    await office.notify();
    expect(toldTo('dutyOfficer')).toMatchObject([expect.stringContaining('新收舆情信息1条,')]);
    expect((await office.system.items.find('demo', 'a'))?.alert).toBeUndefined();
    expect((await office.system.items.find('demo', 'c'))?.alert).toBe('told');
    await office.notify();
    expect(toldTo('dutyOfficer')).toHaveLength(1);
  });

  it('goes again once what was judged says something else, or is graver', async () => {
    await office.push([signed('a')]);
    await office.notify();
    expect(toldTo('dutyOfficer')).toHaveLength(1);
    await judging.said('a', { as: 'read' });
    // What is counted alone is nothing new.
    await office.push([signed('a', { metrics: { views: 5 } })]);
    await office.notify();
    expect(toldTo('dutyOfficer')).toHaveLength(1);
    await office.push([signed('a', { content: '又有市民反映同样情况' })]);
    office.pass(60_000);
    await office.notify();
    expect(toldTo('dutyOfficer')).toHaveLength(2);
  });
});

describe.each(['nanning', 'hohhot', 'petition', 'yinzhou'])('at %s', (bureau) => {
  it('what the clerk says is not ours is in nobody’s digest, and what he has read not in his own', async () => {
    const regulation = regulations[bureau]!;
    const own = await openJudging(regulation);
    const noise = (id: string) => plain(id, { title: `市民咨询办事时间之${id}` });
    await own.office.push([noise('a'), noise('b'), noise('c')]);
    expect((await own.item('a')).became).toBe('open');
    await own.said('a', { as: 'notOurs', reason: '不属本局职责' });
    await own.said('b', { as: 'read' });
    for (let sweep = 0; sweep < 3; sweep += 1) {
      own.office.pass(HOUR);
      await own.office.sweep();
      await own.office.notify();
    }
    const said = toldTo('dutyOfficer', own.office, regulation);
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(text).toContain('1条');
  });
});
