import { describe, expect, it } from 'vitest';
import { configOf } from '../../infra/desk-site/config.ts';
import { viewOf } from '../../infra/docs/views/view-of.ts';
import type { CaseRow } from '../../shared/contracts/replies/case.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { shortNumber } from '../../web/model/case-number.ts';
import {
  type Asked,
  addressOf,
  askedIn,
  fieldOf,
  filterCount,
  meaningOf,
  pathOf,
} from '../../web/model/search/asked.ts';
import { choicesOf, peopleOf } from '../../web/model/search/choices.ts';
import { emptyWords, foundWords } from '../../web/model/search/found-words.ts';
import { joinPages, nextPage } from '../../web/model/search/pages.ts';
import { rowWords } from '../../web/model/search/row-words.ts';

const meant = (q: string, series = 'LZ', more: Partial<Asked> = {}) =>
  meaningOf({ ...askedIn({ q }), ...more }, series, 2026);

describe('the one field', () => {
  it.each([
    ['7', 'LZ2026-0007'],
    ['0007', 'LZ2026-0007'],
    ['００７', 'LZ2026-0007'],
    ['2025-7', 'LZ2025-0007'],
    ['LZ2026-0007', 'LZ2026-0007'],
    ['lz2026-7', 'LZ2026-0007'],
    ['LZ20260007', 'LZ2026-0007'],
    [' LZ 2026-0007 ', 'LZ2026-0007'],
    ['雷市监舆督〔2026〕1号', '雷市监舆督〔2026〕1号'],
    ['雷市监舆督[2026]1号', '雷市监舆督〔2026〕1号'],
    ['雷市监舆督（2026）1号', '雷市监舆督〔2026〕1号'],
  ])('%s is the number %s', (q, number) => expect(meant(q)).toEqual({ kind: 'number', number }));
  it.each(['食堂', '12315', 'a', '7人', '3·15晚会', '3 15', '食堂 7', '20260007'])(
    '%s is words of a title',
    (q) => expect(meant(q)).toEqual({ kind: 'title', title: q }),
  );
  it('takes the series of each bureau, and none of another', () => {
    for (const { numbering } of Object.values(regulations))
      expect(meant('12', numbering.case)).toEqual({
        kind: 'number',
        number: `${numbering.case}2026-0012`,
      });
    expect(meant('LZ2026-0007', 'NN').kind).toBe('title');
  });
  it('is nothing when empty, and a title where that is said', () => {
    expect(meant('  ')).toEqual({ kind: 'nothing' });
    expect(meant('食堂\u3000 投诉')).toEqual({ kind: 'title', title: '食堂 投诉' });
    expect(meant('99', 'LZ', { as: 'title' })).toEqual({ kind: 'title', title: '99' });
  });
});

describe('what is asked', () => {
  it('stands in the address, and comes out of it again', () => {
    const asked = askedIn({ q: '食堂 1&2', state: 'archived', unit: 'food', from: '2026-03-01' });
    const query = Object.fromEntries(new URL(addressOf(asked), 'http://x').searchParams);
    expect(askedIn(query)).toEqual(asked);
    expect(filterCount(asked)).toBe(2);
    expect(addressOf(askedIn({}))).toBe('/desk/cases');
    expect(askedIn({ state: 'zz' }).state).toBe('open');
  });
  it('asks the API for all of it, page by page; a number in whatever state', () => {
    const asked = askedIn({ q: '食堂', level: 'red', to: '2026-03-02' });
    expect(decodeURIComponent(pathOf(asked, meant('食堂'), 'next=='))).toBe(
      '/v1/cases?state=open&title=食堂&level=red&to=2026-03-02&cursor=next==',
    );
    expect(pathOf(asked, meant('7'), null)).toBe('/v1/cases?state=all&number=LZ2026-0007');
  });
  it('tells refusals at the field that they are of', () => {
    expect(['title', 'number', 'from', 'level', 'cursor', 'as'].map(fieldOf)).toEqual([
      'q',
      'q',
      'from',
      'level',
      undefined,
      undefined,
    ]);
  });
  it('has the names of every bureau to choose from', () => {
    for (const regulation of Object.values(regulations)) {
      const place = { login: { exchange: 'none' } as const, shiftHours: 12, isExample: true };
      const { levels, series } = configOf(regulation, place, { forms: '', regulation: '', pictures: {} });
      const choices = choicesOf(viewOf(regulation), levels);
      expect(choices.units.map(({ id }) => id)).toEqual(regulation.units.map(({ id }) => id));
      expect(choices.levels.map(({ id }) => id)).toContain(regulation.scales[0]!.levels.at(-1)!.id);
      expect(choices.flags.some(({ name }) => name === '涉密')).toBe(true);
      expect(series).toBe(regulation.numbering.case);
    }
  });
  it('has each person once', () => {
    const one = { id: 'a', name: '甲', mobile: '1', available: true };
    expect(
      peopleOf({
        roles: {
          x: [one],
          y: [
            { ...one, id: 'b' },
            { ...one, id: 'c', name: '乙' },
          ],
        },
      }),
    ).toEqual([
      { id: 'a', name: '甲' },
      { id: 'c', name: '乙' },
    ]);
  });
});

describe('a list that is read page by page', () => {
  const page = (ids: readonly string[], next: string | null) => ({
    cases: ids.map((id) => ({ case: id }) as CaseRow),
    damaged: [],
    next,
  });
  it('goes on as far as somebody has read, and is kept up to date so far', () => {
    const first = page(['c', 'b'], 'b');
    expect(nextPage([first], 1)).toBeNull();
    expect(nextPage([first], 2)).toBe('b');
    expect(nextPage([first, page(['a'], null)], 2)).toBeNull();
    expect(nextPage([first, page(['a'], null)], 9)).toBeNull();
  });
  it('goes on over empty pages, and asks after five of them', () => {
    const empty = Array.from({ length: 9 }, (_, index) => page([], String(index)));
    expect(nextPage(empty.slice(0, 4), 1)).toBe('3');
    expect(nextPage(empty.slice(0, 5), 1)).toBeNull();
    expect(nextPage(empty.slice(0, 5), 2)).toBe('4');
    expect(nextPage([...empty.slice(0, 3), page(['a'], 'a')], 1)).toBeNull();
  });
  it('has a case once, that has moved on between two questions', () => {
    const joined = joinPages([page(['d', 'c'], 'c'), page(['c', 'b'], 'b'), page([], null)]);
    expect(joined.cases.map((row) => row.case)).toEqual(['d', 'c', 'b']);
    expect(joined.next).toBeNull();
    expect(joinPages([page(['d'], 'd')]).next).toBe('d');
  });
});

describe('what was found', () => {
  it('is counted, and said when it is not all', () => {
    expect(foundWords(3, false)).toBe('共3件');
    expect(foundWords(50, true)).toBe('已列出50件，还有更早的');
    expect(foundWords(0, true)).toBe('较新的案卷里没有，还可以接着往前查');
  });
  it('is explained when there is nothing', () => {
    expect(emptyWords(askedIn({ q: '99' }), meant('99'))).toEqual({
      text: '没有编号为LZ2026-0099的案卷，来文、督办通知也没有这个文号，或者你无权查看',
      inTitles: true,
    });
    expect(emptyWords(askedIn({ q: '9' }), meant('9')).inTitles).toBe(false);
    expect(emptyWords(askedIn({ q: '食堂', level: 'red' }), meant('食堂')).text).toBe(
      '处置中的案卷里，没有标题里有“食堂”、符合所设条件的；可改看“全部”',
    );
    expect(emptyWords(askedIn({ q: '食堂 投诉', state: 'all' }), meant('食堂 投诉')).text).toBe(
      '没有标题里有“食堂”和“投诉”的案卷',
    );
    expect(emptyWords(askedIn({ state: 'all' }), meant('食 堂')).text).toBe('没有标题里有“食 堂”的案卷');
    expect(emptyWords(askedIn({ state: 'all' }), { kind: 'nothing' }).text).toBe('没有案卷');
  });
  it('has short numbers, with the year where it is another', () => {
    expect(['LZ2026-0007', 'LZ2025-0007', 'NN2026-10001', 'x'].map((id) => shortNumber(id, 2026))).toEqual([
      '0007',
      '2025-0007',
      '10001',
      'x',
    ]);
  });
  it('says of a row who has it, what is overdue and what is next', () => {
    const now = Date.parse('2026-03-03T01:08:00+08:00');
    const row = {
      state: 'open',
      stateText: '处置中',
      unit: { id: 'food', name: '食品安全监管股' },
      jointUnits: [],
      overdueDuties: [{}, {}],
      next: {
        name: '电话报告湛江市局',
        due: '2026-03-03T01:50:00+08:00',
        ...{ basis: 'law', breachable: true, provisional: false, byReference: false },
        at: '2026-03-03T01:35:00+08:00',
        stageText: '提醒',
      },
    } as unknown as CaseRow;
    expect(rowWords(row, now)).toEqual({
      place: '食品安全监管股',
      overdue: '逾期2件',
      next: '下一时限：电话报告湛江市局，剩42分（01:50前）',
    });
    const joint = [{ id: 'drugs', name: '药械监管股' }];
    expect(rowWords({ ...row, jointUnits: joint }, now).place).toBe('食品安全监管股，药械监管股会办');
    const marked = (marks: object): string =>
      rowWords({ ...row, next: { ...row.next!, ...marks } }, now).next;
    expect(marked({ breachable: false, provisional: true })).toContain('（01:50前，暂定）');
    expect(marked({ breachable: false, byReference: true })).toContain('（01:50前，参照）');
    expect(marked({ breachable: false, basis: 'bureau' })).toContain('（01:50前，本局自定）');
    expect(rowWords({ ...row, next: { ...row.next!, due: null } }, now).next).toBe(
      '下次提醒：电话报告湛江市局，01:35提醒',
    );
    expect(
      rowWords(
        { ...row, state: 'archived', stateText: '已归档', unit: null, overdueDuties: [], next: null },
        now,
      ),
    ).toEqual({ place: '尚未转办，已归档', overdue: '', next: '' });
  });
});
