import { expect, it } from 'vitest';
import { actorOf, type Entry, entriesOf } from '../../../web/model/case/log.ts';

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
