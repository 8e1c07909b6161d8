import { describe, expect, it } from 'vitest';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { linesOf } from '../../../../web/model/forms/does.ts';
import { lateLines, untilWords } from '../../../../web/model/forms/guide/late.ts';

const NOW = Date.parse('2026-03-02T23:25:00+08:00');
const PAST = '2026-03-02T22:50:00+08:00';
const AHEAD = '2026-03-03T08:00:00+08:00';
const late = (duty: string, foundLateText: string | null = null) => ({
  ...{ duty, name: `“${duty}”`, occurrence: '1', due: PAST, foundLateText },
});
const limit = (duty: string, what: string, more: object = {}) => ({
  ...{ duty, name: `“${duty}”`, occurrence: '1', what, whatText: `开始计时:“${duty}”` },
  ...{ limitKind: 'within', limitText: '48小时内', due: PAST, before: null, at: null, reason: null },
  ...{ provisional: false, byReference: false, clauses: [], unit: null },
  responsible: { id: 'officeHead', name: '办公室负责人' },
  ...more,
});
const told = (more: object): string[] =>
  linesOf(
    {
      ...{ limits: [], late: [], toConfirm: [], missing: [], texts: [], textsAtOnce: [], log: [], notes: [] },
      ...{ after: null, ...more },
    } as unknown as TriedReply,
    undefined,
    NOW,
  ).map(({ text }) => text);

describe('what is overdue as soon as an act stands', () => {
  it('is said in the words that the case will have of it', () => {
    expect(lateLines([late('甲'), late('乙', '定级时已逾期')], NOW).map(({ text }) => text)).toEqual([
      '“甲”：应于22:50前办理，已逾期',
      '“乙”：应于22:50前办理，定级时已逾期',
    ]);
    expect(lateLines([], NOW)).toEqual([]);
  });

  it('is said once, before what begins or moves', () => {
    const limits = [limit('甲', 'planned'), limit('乙', 'planned', { due: AHEAD }), limit('丙', 'moved')];
    expect(told({ limits, late: [late('甲')] })).toEqual([
      '“甲”：应于22:50前办理，已逾期',
      '开始计时：“乙”',
      // It has passed, and breaks nothing.
      '开始计时：“丙”，已过',
    ]);
  });

  it('is said with what has fallen due since 结报, where it has', () => {
    const between = [{ duty: '甲', occurrence: '1', name: '“甲”', due: PAST }];
    expect(told({ limits: [limit('甲', 'planned')], late: [late('甲'), late('乙')], between })).toEqual([
      '结报以来已届满：“甲”，应于22:50前，仍照这一时限计，已逾期',
      '“乙”：应于22:50前办理，已逾期',
    ]);
  });

  it('what is met late is told as met', () => {
    const met = limit('甲', 'fulfilledLate', { whatText: '“甲”逾期完成(时限3月2日22时50分)' });
    expect(told({ limits: [met] })).toEqual(['“甲”逾期完成（时限3月2日22时50分）']);
  });
});

it.each([
  [-1000, '应于23:24前，已过'],
  [0, '23:25前'],
  [1000, '23:25前'],
])('a limit %i ms from now: %s', (milliseconds, words) => {
  const due = new Date(NOW + milliseconds + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00');
  expect(untilWords(due, NOW)).toBe(words);
});
