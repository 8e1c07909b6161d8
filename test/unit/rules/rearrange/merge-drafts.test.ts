import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, head, leader, liaison, system } from '../../../support/case-file.ts';
import { A, B, type File, merge, openedAs, proposing, takeDrafts } from './two-cases.ts';

/** What the clocks say of its daily report up to an instant. */
const enforce = (file: File, when: string): void => {
  for (let times = 0; times < 30; times += 1) {
    const { next, current } = file.duty('dailyReport')!;
    if (next === null || next.at > at(when)) return;
    const { stage, index } = next;
    const { occurrence, due } = current;
    file.give(next.at, system, {
      ...{ type: 'EnforceStage', duty: 'dailyReport', occurrence, stage, index, due: due! },
    });
  }
};
/** The earlier case, of whose unit a draft lies unsigned for the report of the 3rd; the later is another unit's. */
const two = (until: string): [from: File, into: File] => {
  const from = openedAs(A, 'orange', { instants: { occurredAt: at('03-02 09:00') } }, '03-02 09:00');
  expect(from.give('03-02 09:05', liaison, { type: 'Acknowledge' }).refusal).toBeNull();
  enforce(from, until);
  const facts = { unit: 'drugs', instants: { occurredAt: at('03-03 09:30') } };
  return [from, openedAs(B, 'orange', facts, '03-03 10:00')];
};
const draftsOf = ({ state }: File) =>
  state.orders.map(({ unit, duty, occurrence, due, issued, voided }) => ({
    ...{ unit, duty, occurrence, due, voided },
    isSigned: issued !== null,
  }));
const sign = (file: File, order: number): CaseCommand => ({
  ...{ type: 'SignSupervisionOrder', order, answerBy: at('03-06 09:00') },
  ...{ orderNumber: `雷市监舆督〔2026〕${file.state.version}号` },
});

// No other bureau’s text knows 督办通知.
describe('a 督办通知 that nobody has signed, of a case that is merged', () => {
  it('goes on to the unit that missed the limit, and is signed in the other', () => {
    const [from, into] = two('03-03 10:00');
    expect(draftsOf(from)).toMatchObject([{ unit: 'food', duty: 'dailyReport', due: at('03-03 09:00') }]);
    expect(from.give('03-03 10:30', head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-03 10:31', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    // Nothing ends before it is there.
    const close = () => from.give('03-03 10:32', leader, { type: 'CloseMerged', other: into.state });
    expect(close().events).toEqual([]);
    takeDrafts(into, from, '03-03 10:32');
    expect(draftsOf(into)).toMatchObject([
      { unit: 'food', duty: 'dailyReport', due: at('03-03 09:00'), isSigned: false },
    ]);
    // A repeat takes nothing twice.
    takeDrafts(into, from, '03-03 10:33');
    expect(into.state.orders).toHaveLength(1);
    expect(close().refusal).toBeNull();
    expect(from.state.status).toBe('merged');
    const [order] = into.state.orders;
    expect(into.give('03-03 10:40', head, sign(into, order!.entry)).refusal).toBeNull();
    expect(into.state.orders[0]?.issued?.text).toContain('食品安全监管股');
  });

  it('so does one for what had been given up since, under the name that it has there', () => {
    const [from, into] = two('03-04 11:00');
    expect(draftsOf(from).map(({ due }) => due)).toEqual([at('03-03 09:00'), at('03-04 09:00')]);
    enforce(into, '03-04 11:00');
    expect(from.give('03-04 11:00', head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-04 11:01', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    takeDrafts(into, from, '03-04 11:01');
    const theirs = draftsOf(into).filter(({ unit }) => unit === 'food');
    expect(theirs.map(({ due }) => due)).toContain(at('03-03 09:00'));
    for (const { entry, unit } of into.state.orders)
      if (unit === 'food') expect(into.give('03-04 11:10', head, sign(into, entry)).refusal).toBeNull();
  });

  it('stays behind where it has lapsed there', () => {
    const [from, into] = two('03-03 10:00');
    const report: CaseCommand = {
      type: 'FileReport',
      kind: 'progress',
      form: 'written',
      to: ['chiefLeader', 'deputyLeader', 'officeHead'],
    };
    expect(from.give('03-03 10:05', liaison, report).refusal).toBeNull();
    expect(merge(from, into, '03-03 10:30')).toBeUndefined();
    expect(into.state.orders).toEqual([]);
    expect(from.state.status).toBe('merged');
  });

  it.each([
    ['a second before it passes', '03-03 08:59:59', 'drugs'],
    ['at it', '03-03 09:00:00', 'drugs'],
    ['a second after it', '03-03 09:00:01', 'food'],
  ])('is of the unit that had the case when the limit passed, merged %s', (_, when, unit) => {
    const [from] = two(when);
    expect(from.state.orders).toEqual([]);
    const facts = { unit: 'drugs', instants: { occurredAt: at('03-03 07:30') } };
    const into = openedAs(B, 'orange', facts, '03-03 08:00');
    into.handOver(at('03-03 08:00'));
    expect(merge(from, into, when)).toBeUndefined();
    enforce(into, '03-03 10:00');
    expect(draftsOf(into)).toMatchObject([{ unit, duty: 'dailyReport', due: at('03-03 09:00') }]);
  });
});
