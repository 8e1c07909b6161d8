import { expect, it } from 'vitest';
import { gravestOf } from '../../../web/model/duties/gravest.ts';
import { task } from '../case/duties.ts';

const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const rankOf = (level: string): number => LEVELS.indexOf(level);
const NOW = Date.parse('2026-03-03T01:08:00+08:00');
const of = (caseId: string, level: string, due: string | null) =>
  task({ case: caseId, due, handlingLevel: { id: level, name: level, short: level } });
const shown = (...tasks: ReturnType<typeof of>[]) =>
  gravestOf(tasks, rankOf, NOW).map(({ case: id, task: next }) => [id, next.due]);

it('the gravest case stands first, whatever presses elsewhere', () => {
  expect(
    shown(of('1', 'blue', '2026-03-03T01:10:00+08:00'), of('2', 'red', '2026-03-09T18:00:00+08:00')),
  ).toEqual([
    ['2', '2026-03-09T18:00:00+08:00'],
    ['1', '2026-03-03T01:10:00+08:00'],
  ]);
});
it('each once, with its next limit: not one that has passed, nor none where it has one', () => {
  expect(
    shown(
      of('1', 'red', null),
      of('1', 'red', '2026-03-03T00:10:00+08:00'),
      of('1', 'red', '2026-03-03T09:00:00+08:00'),
      of('1', 'red', '2026-03-03T02:00:00+08:00'),
      of('2', 'red', null),
    ),
  ).toEqual([
    ['1', '2026-03-03T02:00:00+08:00'],
    ['2', null],
  ]);
});
it('five at most', () => {
  const many = Array.from({ length: 9 }, (_, index) => of(String(index), 'yellow', null));
  expect(gravestOf(many, rankOf, NOW)).toHaveLength(5);
  expect(gravestOf([], rankOf, NOW)).toEqual([]);
});
