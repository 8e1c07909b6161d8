import { expect, it } from 'vitest';
import { actorOf, doerOf, type Entry, entriesOf } from '../../../../web/model/case/log.ts';

const entry = (version: number, ...events: object[]): Entry =>
  ({ version, actor: { name: '值班员甲' }, events }) as unknown as Entry;
const entries = [
  entry(4, { type: 'ActionRecorded', onBehalf: { name: '李明' } }),
  entry(5, { type: 'MeetingHeld' }),
  entry(6, { type: 'ActCompleted', act: 4 }),
];

it('what was entered for a leader is his, with who entered it', () => {
  expect(actorOf(entries, 4)).toBe('李明（值班员甲代录）');
  expect(actorOf(entries, 5)).toBe('值班员甲');
  expect(actorOf(entries, 9)).toBeUndefined();
  expect(actorOf(entries, null)).toBeUndefined();
});

it('an entry is read with what was filled in of it since', () => {
  expect(entriesOf(entries, 4).map(({ version }) => version)).toEqual([4, 6]);
  expect(entriesOf(entries, 5).map(({ version }) => version)).toEqual([5]);
  expect(entriesOf(entries, 9)).toEqual([]);
});

it('what is done without an act of its own is his by whose entry it was settled, a warning his who let it go', () => {
  const by = (version: number, name: string, ...events: object[]): Entry =>
    ({ version, actor: { name }, events }) as unknown as Entry;
  const settled = (duty: string, outcome: string) => ({
    type: 'DutiesSettled',
    settled: [{ duty, occurrence: '1', outcome }],
  });
  const log = [
    by(1, '值班员甲', { type: 'CaseOpened' }, settled('transfer', 'planned'), settled('tell', 'planned')),
    by(2, '时限系统', settled('tell', 'fulfilled')),
    by(3, '值班员乙', { type: 'UnitAssigned' }, settled('transfer', 'fulfilledLate')),
    by(4, '办公室负责人', { type: 'WarningReleased', duty: 'warn', occurrence: '1' }),
    by(5, '时限系统', settled('warn', 'fulfilled')),
    by(6, '值班员甲', { type: 'ReportFiled' }, settled('report', 'fulfilled')),
  ];
  const doer = (duty: string, entry: number | null = null, occurrence = '1') =>
    doerOf(log, { duty, occurrence, entry });
  expect(doer('transfer')).toBe('值班员乙');
  expect(doer('tell')).toBe('时限系统');
  expect(doer('warn')).toBe('办公室负责人');
  expect(doer('report', 6)).toBe('值班员甲');
  expect(doer('transfer', null, '2')).toBeUndefined();
  expect(doer('other')).toBeUndefined();
});
