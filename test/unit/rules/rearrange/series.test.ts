import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, person } from '../../../readings/given.ts';
import { at, chief, head, leader, liaison, system } from '../../../support/case-file.ts';
import { A, B, merge, openedAs, proposing } from './two-cases.ts';

const timesOf = (file: File, duty: string) =>
  file.duty(duty)!.history.map(({ outcome, due }) => [outcome, due]);
const owed = (file: File, duty: string) => {
  const { status, current } = file.duty(duty)!;
  return { status, outcome: current.outcome, due: current.due };
};

// No other bureau has a series that runs in a case with limits.
describe('每日书面报告 of two cases that become one', () => {
  const since = (caseId: string, when: string) =>
    openedAs(caseId, 'orange', { instants: { occurredAt: at(when) } }, when);
  const report: CaseCommand = {
    type: 'FileReport',
    kind: 'progress',
    form: 'written',
    to: ['chiefLeader', 'deputyLeader', 'officeHead'],
  };
  const reportIn = (file: File, when: string): void => {
    expect(file.give(when, liaison, report).refusal).toBeNull();
  };
  /** What the clocks say once a time of it has been given up. */
  const giveUp = (file: File, when: string): void => {
    for (let times = 0; times < 20; times += 1) {
      const next = file.duty('dailyReport')?.next;
      if (next == null || next.at > at(when)) return;
      const { stage, index } = next;
      const { occurrence, due } = file.duty('dailyReport')!.current;
      file.give(next.at, system, {
        ...{ type: 'EnforceStage', duty: 'dailyReport', occurrence, stage, index, due: due! },
      });
    }
  };

  it.each([
    ['a second before', '03-03 08:59:59'],
    ['at', '03-03 09:00'],
    ['after', '03-03 12:00'],
  ])('that was made in the one is not missed in the other (%s its limit)', (_, when) => {
    const [from, into] = [since(A, '03-02 09:00'), since(B, '03-03 08:50')];
    reportIn(from, '03-03 08:00');
    const [first, second] = [proposing(into.state, B), { type: 'TakeOver', from: from.state } as const];
    expect(from.give(when, head, first).refusal).toBeNull();
    expect(into.give(when, leader, { ...second, from: from.state }).refusal).toBeNull();
    expect(owed(into, 'dailyReport')).toEqual({ status: 'open', outcome: 'open', due: at('03-04 08:50') });
    expect(into.state.passed).toEqual({});
    // The next one by the earlier start.
    reportIn(into, '03-04 08:00');
    expect(owed(into, 'dailyReport').due).toBe(at('03-05 09:00'));
  });

  it('is owed by the earlier of both limits, and by none that only both together would give', () => {
    const [from, into] = [since(A, '03-02 09:00'), since(B, '03-02 15:00')];
    reportIn(from, '03-03 08:00');
    expect(from.give('03-03 12:00', head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-03 12:00', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(owed(into, 'dailyReport').due).toBe(at('03-03 15:00'));
    expect(into.state.passed).toEqual({});
    reportIn(into, '03-03 15:00:01');
    expect(timesOf(into, 'dailyReport')).toEqual([
      ['fulfilledLate', at('03-03 15:00')],
      ['open', at('03-05 09:00')],
    ]);
  });

  it('that had been missed in the one is missed in both, and stays so when the start is put right here', () => {
    const [from, into] = [since(A, '03-02 09:00'), since(B, '03-04 09:30')];
    giveUp(from, '03-04 11:00');
    expect(timesOf(from, 'dailyReport')[0]).toEqual(['missed', at('03-03 09:00')]);
    expect(from.give('03-04 11:00', head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-04 11:05', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    const all = [
      ['missed', at('03-03 09:00')],
      ['open', at('03-04 09:00')],
    ];
    expect(timesOf(into, 'dailyReport')).toEqual(all);
    const corrected = { type: 'CorrectInstant', instant: 'occurredAt', at: at('03-04 09:30') } as const;
    for (const by of [head, leader, chief])
      into.give('03-04 11:30', by, { ...corrected, reason: '当事人确认' });
    expect(into.state.instants.occurredAt).toBe(at('03-04 09:30'));
    const passed = Object.values(into.state.passed).map(({ due }) => due);
    expect(passed).toEqual(expect.arrayContaining([at('03-03 09:00'), at('03-04 09:00')]));
  });

  it('of a story that was calm is not missed for the days in which it was', () => {
    const calm: CaseCommand = { type: 'DeclareCalm', reason: '舆情已经平息' };
    const group = person('leadingGroup', 'p-group');
    const [from, into] = [since(A, '03-02 09:00'), since(B, '03-06 08:00')];
    expect(from.give('03-02 10:00', group, calm).refusal).toBeNull();
    expect(into.give('03-06 10:00', group, calm).refusal).toBeNull();
    expect(from.give('03-06 10:10', head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-06 10:15', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(Object.keys(into.state.passed)).not.toContainEqual(expect.stringMatching(/^dailyReport/));
    expect(into.duty('dailyReport')?.history ?? []).toEqual([]);
  });

  it('is as it was where the one that goes on had begun first', () => {
    const [from, into] = [since(B, '03-03 10:00'), since(A, '03-02 09:00')];
    reportIn(into, '03-03 08:00');
    const before = timesOf(into, 'dailyReport');
    expect(merge(from, into, '03-03 12:00')).toBeUndefined();
    expect(timesOf(into, 'dailyReport')).toEqual(before);
  });
});
