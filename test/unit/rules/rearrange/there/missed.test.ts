import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../shared/case/events.ts';
import { regulations } from '../../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../../../shared/rules/decide.ts';
import { labelOf } from '../../../../../shared/rules/labels/labels.ts';
import { type File, give, open, person } from '../../../../readings/given.ts';
import { leizhou } from '../../../../support/bureaus.ts';
import { at, group, head, leader, officer } from '../../../../support/case-file.ts';
import { A, B, merge, openedAs, proposing } from '../two-cases.ts';

const lowered = (level: string): CaseCommand => ({
  ...{ type: 'ChangeLevel', level, reason: '影响有限', authority: 'change' },
});
const approved: CaseCommand = { type: 'ApproveLevelChange' };
const calm: CaseCommand = { type: 'DeclareCalm', reason: '舆情已经平息' };
/** The times of a duty that were missed, by their names. */
const missedOf = (file: File, duty: string) =>
  file
    .schedule()
    .duties.filter((each) => each.duty === duty)
    .flatMap(({ history }) => history)
    .filter(({ outcome }) => outcome === 'missed')
    .map(({ occurrence, due }) => [occurrence, due]);
/** What 结报 says is left undone. */
const leftAt = (file: File, when: string, by = head): string => {
  const { refusal } = file.give(when, by, { type: 'Conclude', summary: '已经处置完毕,情况如下' });
  return refusal?.code === 'DUTIES_UNMET' ? refusal.message : `${refusal?.code}`;
};

describe('a miss that a lowering left in a case that is merged (雷州 第二十一条(二))', () => {
  /** Its clocks have told what they had to tell, as those of the other. */
  const running = (caseId: string, level: string, until: string, when = '03-02 10:00'): File => {
    const file = openedAs(caseId, level, {}, when);
    file.runTo(until);
    return file;
  };
  /** 红 from 10:00, to be published within 5 hours; lowered to 黄 by two persons. */
  const loweredAt = (when: string, caseId = A): File => {
    const file = openedAs(caseId, 'red');
    file.runTo(when);
    expect(give(file, when, officer, lowered('yellow'))).toBe('done');
    expect(give(file, when, leader, approved)).toBe('done');
    return file;
  };

  it.each([
    ['a second before the limit', '03-02 14:59:59', false],
    ['at it', '03-02 15:00', false],
    ['a second after it', '03-02 15:00:01', true],
  ])('stays missed in the one that goes on, and its reason is owed there (%s)', (_, when, isMissed) => {
    const [from, into] = [loweredAt(when), running(B, 'yellow', when)];
    expect(missedOf(from, 'publicResponse')).toEqual(isMissed ? [['1', at('03-02 15:00')]] : []);
    expect(from.give('03-02 16:10', officer, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-02 16:10', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(missedOf(into, 'publicResponse')).toEqual(isMissed ? [[`${A}/1`, at('03-02 15:00')]] : []);
    expect(into.duty('publicResponse')?.name).toBe(isMissed ? '发布权威信息' : undefined);
    expect(give(into, '03-02 17:00', group, calm)).toBe('done');
    expect(leftAt(into, '03-02 17:01').includes('发布权威信息(逾期未办)')).toBe(isMissed);
    // What is taken back, or put right, here does not undo it.
    expect(give(into, '03-02 17:02', officer, { type: 'AddSource', source: { kind: 'unit-found' } })).toBe(
      'done',
    );
    const act = into.log.length;
    const back: CaseCommand = { type: 'WithdrawAct', act, reason: '录错了' };
    expect(give(into, '03-02 17:03', officer, back)).toBe('done');
    expect(missedOf(into, 'publicResponse')).toHaveLength(isMissed ? 1 : 0);
  });

  it('is said by the entry of the merge as it was there: nothing that has no number is in time, or yet to come', () => {
    const [from, into] = [loweredAt('03-02 16:00'), running(B, 'yellow', '03-02 16:00')];
    expect(from.give('03-02 16:10', officer, proposing(into.state, B)).refusal).toBeNull();
    const { events } = into.give('03-02 16:10', leader, { type: 'TakeOver', from: from.state });
    const label = labelOf(leizhou, events[0]!);
    expect(label).toContain('发布权威信息(时限3月2日15时)逾期未办');
    expect(label).toContain('预警相关股室未办、');
    expect(label).toContain('转办责任股室已办、');
    expect(label).not.toContain('未到时限');
    expect(label).not.toContain('缺报');
    // What still runs has not come to its limit; what breaks nothing has passed it all the same.
    const [going, other] = [running(A, 'orange', '03-02 16:00'), running(B, 'orange', '03-02 16:00')];
    expect(going.give('03-02 16:10', officer, proposing(other.state, B)).refusal).toBeNull();
    const taken = other.give('03-02 16:10', leader, { type: 'TakeOver', from: going.state });
    expect(labelOf(leizhou, taken.events[0]!)).toContain('对外回应(时限3月4日10时)未到时限');
  });

  it('stands beside what the one that goes on owes of the same duty itself, under the name that it had', () => {
    const [from, into] = [loweredAt('03-02 16:00'), running(B, 'orange', '03-02 16:00')];
    expect(from.give('03-02 16:10', officer, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-02 16:10', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    const rows = into.schedule().duties.filter(({ duty }) => duty === 'publicResponse');
    expect(rows.map(({ name, status, current: { due } }) => [name, status, due])).toEqual([
      ['对外回应', 'open', at('03-04 10:00')],
      ['发布权威信息', 'ended', at('03-02 15:00')],
    ]);
    expect(into.state.passed).not.toHaveProperty(['publicResponse#1']);
  });

  it('goes on into a third case, and is said to be of the first', () => {
    const [from, into] = [loweredAt('03-02 16:00', B), running(A, 'yellow', '03-02 16:00')];
    expect(merge(from, into, '03-02 16:10')).toBeUndefined();
    const third = running('LZ2026-0003', 'yellow', '03-02 16:15');
    expect(into.give('03-02 16:20', officer, proposing(third.state, 'LZ2026-0003')).refusal).toBeNull();
    expect(third.give('03-02 16:20', leader, { type: 'TakeOver', from: into.state }).refusal).toBeNull();
    const [row, ...more] = third.schedule().duties.filter(({ duty }) => duty === 'publicResponse');
    expect(more).toEqual([]);
    expect(row).toMatchObject({ status: 'ended', reason: `逾期未办;原案卷${B},已并入本案` });
    expect(give(third, '03-02 17:00', group, calm)).toBe('done');
    expect(leftAt(third, '03-02 17:01')).toContain('发布权威信息(逾期未办)');
  });

  it('of a series that the one that goes on has not got at all is missed there too, in one row', () => {
    const from = openedAs(A, 'orange', { instants: { occurredAt: at('03-02 09:00') } }, '03-02 09:00');
    from.runTo('03-05 09:30');
    expect(give(from, '03-05 09:40', officer, lowered('yellow'))).toBe('done');
    expect(give(from, '03-05 09:41', leader, approved)).toBe('done');
    const missed = missedOf(from, 'dailyReport');
    expect(missed.length).toBeGreaterThan(1);
    const into = running(B, 'yellow', '03-05 09:30', '03-05 09:00');
    expect(from.give('03-05 10:00', officer, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-05 10:00', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(missedOf(into, 'dailyReport')).toEqual(missed.map(([name, due]) => [`${A}/${name}`, due]));
    const rows = into.schedule().duties.filter(({ duty }) => duty === 'dailyReport');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.reason).toBe(`缺报;原案卷${A},已并入本案`);
    expect(give(into, '03-05 11:00', group, calm)).toBe('done');
    expect(leftAt(into, '03-05 11:01')).toContain('缺报');
  });
});

describe('the same in 鄞州 (预案四(二)2: 15分钟)', () => {
  const [deputy, chief, office] = ['deputyLeader', 'chiefLeader', 'officeHead'].map((role) =>
    person(role),
  ) as [Actor, Actor, Actor];
  it('stays missed, and its reason is owed', () => {
    const opened = (caseId: string, level: string): File => {
      const instants = { eventAt: '03-02 09:59' };
      const file = open({ bureau: 'yinzhou', level, by: office, instants, facts: { caseId } });
      const by = person(giversOf(regulations.yinzhou!, 'ConfirmGrade', level)[0]!);
      expect(give(file, '03-02 10:01', by, { type: 'ConfirmGrade', level })).toBe('done');
      return file;
    };
    const [from, into] = [opened('YZ2026-0001', 'major'), opened('YZ2026-0002', 'larger')];
    for (const file of [from, into]) file.runTo('03-02 10:15');
    const due = at('03-02 10:14');
    expect(from.due('oralReport')).toBe(due);
    expect(give(from, '03-02 10:40', deputy, lowered('larger'))).toBe('done');
    expect(give(from, '03-02 10:41', chief, approved)).toBe('done');
    expect(missedOf(from, 'oralReport')).toEqual([['1', due]]);
    expect(into.duty('oralReport')).toBeUndefined();
    expect(from.give('03-02 10:50', office, proposing(into.state, 'YZ2026-0002')).refusal).toBeNull();
    expect(into.give('03-02 10:50', chief, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(missedOf(into, 'oralReport')).toEqual([['YZ2026-0001/1', due]]);
    expect(leftAt(into, '03-02 11:00', deputy)).toContain('口头报告(逾期未办)');
  });
});
