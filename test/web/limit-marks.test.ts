import { expect, it } from 'vitest';
import { dutyMarks, taskMarks } from '../../web/model/limit-marks.ts';
import { duty } from './case/duties.ts';

it.each([
  ['instruction-12', '领导批示定的'],
  ['order-20-answer', '督办通知定的'],
  ['prepareStatement', '本局自定'],
])('whose limit %s has is said: %s', (id, mark) => {
  const own = { duty: id, basis: 'bureau' as const, due: '2026-03-03T12:00:00+08:00', provisional: false };
  expect(dutyMarks(duty(own))).toEqual([mark]);
  expect(taskMarks({ ...own, breachable: false, byReference: false })).toEqual([mark]);
  expect(dutyMarks(duty({ ...own, byReference: true }))).toEqual(['参照']);
});
