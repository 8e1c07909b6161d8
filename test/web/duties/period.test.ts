import { expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { notesOf } from '../../../web/model/case/limits.ts';
import { upLine } from '../../../web/model/duties/words.ts';
import { linesOf } from '../../../web/model/forms/does.ts';
import { unmetWords } from '../../../web/model/forms/guide/meant.ts';
import { limitRows } from '../../../web/model/limit.ts';
import { duty } from '../case/duties.ts';
import { triedReply } from '../forms/tried.ts';
import { taskMade } from './made-task.ts';

// A repetition on a grid: each time belongs to its own period, and what is done too early counts for the one before.

const at = (time: string): string => `2026-03-${time}:00+08:00`;
/** Reported at 22:05 on the 3rd, five minutes into the period that ends on the 4th. */
const reported = duty({
  ...{ duty: 'dailyReport', name: '每日书面报告', limitKind: 'every', limitText: '每24小时' },
  start: { instant: 'outbreakAt', name: '舆情爆发', at: at('02T22:00'), estimated: false, dateOnly: false },
  ...{ occurrence: '1.3', countsFrom: at('04T22:00'), due: at('05T22:00') },
  history: [
    {
      ...{ occurrence: '1.1', outcome: 'fulfilled', entry: 9 },
      ...{ due: at('03T22:00'), completedAt: at('03T21:00') },
    },
    {
      ...{ occurrence: '1.2', outcome: 'fulfilled', entry: 12 },
      ...{ due: at('04T22:00'), completedAt: at('03T22:05') },
    },
    { occurrence: '1.3', due: at('05T22:00'), outcome: 'open', completedAt: null, entry: null },
  ],
});
const night = Date.parse(at('03T22:10'));
const nextNight = Date.parse(at('04T22:00'));
const SAID = '上期已办，明日22:00后办理的算本期';

it('the sheet of its limit says which time counts, and what became of the one before', () => {
  const rows = Object.fromEntries(limitRows(reported, night).map(({ label, text }) => [label, text]));
  expect(rows).toMatchObject({
    应于: '3月5日22:00前',
    本期: '3月4日22:00后、3月5日22:00前办理的；此前办理的算上期',
    上期: '应于3月4日22:00前，3月3日22:05办理，按时',
  });
});

it('its rows say so until the period begins', () => {
  const task = taskMade({ due: at('05T22:00'), countsFrom: at('04T22:00') });
  expect(upLine(task, night)).toBe(SAID);
  expect(notesOf(reported, night)).toEqual([SAID]);
  expect(upLine(task, nextNight)).toBe('');
  expect(notesOf(reported, nextNight)).toEqual([]);
});

const open = { duties: [reported] } as unknown as CaseReply;
it('a form says that what is reported now would count for the last, which is done', () => {
  expect(linesOf(triedReply(), open, night)).toContainEqual({
    mark: 'go',
    text: `每日书面报告：仍须3月5日22:00前办理，${SAID}`,
  });
  const opened = {
    ...{ open, meant: { duty: 'dailyReport', occurrence: '1.3' }, meets: ['dailyReport'] },
    ...{ carried: {}, fields: [] },
  };
  const tried = { wouldBe: 'done', limits: [] } as const;
  const why = '明日22:00前办理的算上期，上期已办';
  expect(unmetWords(opened, {}, { ...tried, limits: [] }, night)).toBe(
    `照这样填，不能办结“每日书面报告”：${why}`,
  );
  expect(unmetWords(opened, {}, { ...tried, limits: [] }, nextNight + 60_000)).toBe(
    '照这样填，不能办结“每日书面报告”',
  );
});
