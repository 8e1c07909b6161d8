import { describe, expect, it } from 'vitest';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { wrongBy } from '../../../web/model/forms/problems.ts';
import { betweenLines, mergeLines, placedLines } from '../../../web/model/forms/rearranged/does.ts';
import { foundWords, mergeable, resembling } from '../../../web/model/search/mergeable.ts';
import { formsIn } from './bureau-forms.ts';

type Merge = NonNullable<TriedReply['merge']>;
const NOW = Date.parse('2026-03-02T23:25:00+08:00');
const BLUE = { id: 'blue', name: '一般舆情', short: '蓝' };
const RED = { id: 'red', name: '特别重大舆情', short: '红' };
const limit = (what: Merge['limits'][number]['what'], more: Partial<Merge['limits'][number]> = {}) => ({
  ...{ duty: what, name: `“${what}”`, occurrence: '1', what, whatText: '', atOnce: false, limitText: '及时' },
  ...{ due: null, before: null, there: null, at: null, isShared: false, provisional: false },
  ...{ unit: null, clauses: [], ...more },
});
const merge = (limits: Merge['limits'], more: Partial<Merge> = {}): Merge => ({
  ...{
    into: 'LZ2026-0001',
    title: '某超市',
    limits,
    missed: [],
    levelBefore: BLUE,
    level: BLUE,
    texts: [],
    ...more,
  },
});
const at = (clock: string): string => `2026-03-02T${clock}:00+08:00`;
const textsOf = (of: Merge): string[] => mergeLines(of, NOW).map(({ text }) => text);

describe('what a merge does, in words', () => {
  it('says which goes on, and by when each limit is owed, begun with what gets earlier', () => {
    const lines = textsOf(
      merge([
        limit('same', { due: at('23:50'), before: at('23:50'), there: at('23:55'), isShared: true }),
        limit('earlier', { due: at('23:30'), before: at('23:40') }),
        limit('begins', { due: at('23:59'), unit: { id: 'food', name: '食品股' } }),
        limit('answered', { at: at('23:00'), before: at('23:40') }),
        limit('covered', { at: at('23:01'), there: at('23:40') }),
        limit('ends', { whatText: '不再要求' }),
        limit('ends', { name: '续报', whatText: '由“随时报告”代替' }),
      ]),
    );
    expect(lines).toEqual([
      '案卷0001“某超市”继续办理，编号不变；本案成为已并案，只供查阅',
      '“earlier”：提前为23:30前（0001原为23:40前）',
      '“begins”（食品股）：23:59前，由0001接着办',
      '“same”：两案合为一项，23:50前（本案原为23:55前）',
      '“answered”：本案已于23:00办结，0001不再另办',
      '“covered”：0001已于23:01办结，本案这一项不再另办',
      '“ends”：合并后不再要求',
      '续报：合并后由“随时报告”代替',
    ]);
  });

  it('says at once of what is owed at once, 暂定 of what may move, and that there was no limit', () => {
    const lines = textsOf(
      merge([
        limit('earlier', { atOnce: true, limitText: '立即', due: at('22:00'), before: at('22:30') }),
        limit('earlier', { due: at('23:30'), provisional: true }),
        limit('begins'),
      ]),
    );
    expect(lines.slice(1)).toEqual([
      '“earlier”：提前为立即，22:00起（0001原自22:30起）',
      '“earlier”：提前为23:30前（暂定）（0001原没有时限）',
      '“begins”：及时，由0001接着办',
    ]);
  });

  it('says of a limit that has passed that it has', () => {
    const lines = textsOf(
      merge([
        limit('earlier', { due: at('23:24'), before: at('23:40') }),
        limit('begins', { due: at('23:25') }),
      ]),
    );
    expect(lines.slice(1)).toEqual([
      '“earlier”：提前为23:24前，已过（0001原为23:40前）',
      '“begins”：23:25前，由0001接着办',
    ]);
  });

  it('names the limit that ran beside an earlier one that nobody could have kept, also of what is only in the case that goes on', () => {
    const begun = { due: at('20:00'), before: at('23:40') };
    const lines = textsOf(
      merge([
        limit('earlier', { ...begun, keptDue: at('23:40') }),
        limit('same', { due: at('20:00'), before: at('20:00'), keptDue: at('23:24') }),
      ]),
    );
    expect(lines.slice(1)).toEqual([
      '“earlier”：提前为20:00前，已过（0001原为23:40前）；原时限23:40不变，届时未办结仍计逾期',
      '“same”：不变，20:00前，已过；原时限23:24不变，已过，计逾期',
    ]);
  });

  it('says of what was missed in the case that ends, and is owed no more, that it stays missed', () => {
    const missed = ['每日书面报告', '新闻发布'].map((name, index) => ({
      ...{ duty: name, occurrence: `LZ2026-0002/${index + 1}`, name, due: at(`2${index}:00`) },
    }));
    expect(textsOf(merge([], { missed })).slice(1)).toEqual([
      '本案逾期未办的记入0001，结报时须说明原因：每日书面报告（应于20:00前）、新闻发布（应于21:00前）',
    ]);
  });

  it('names the level that rises and who is told, and counts what stays as it is', () => {
    const same = ['甲', '乙', '丙', '丁', '戊'].map((name) => limit('same', { name }));
    const lines = textsOf(merge(same, { level: RED, texts: [{ toText: '值班员', text: '…' }] }));
    expect(lines.slice(1)).toEqual([
      '0001的级别由蓝升为红',
      '0001原有的不变：甲、乙、丙、丁等5项',
      '短信发给：值班员',
    ]);
  });
});

describe('where an item goes, in words', () => {
  const duty = (name: string, due: string | null) => ({
    ...{ duty: name, name, limitText: '立即', due, provisional: false },
    responsible: { id: 'x', name: '值班员' },
  });
  it.each([
    [{ joins: 'LZ2026-0003', level: null, duties: [] }, [/案卷0003说的是同一件事：信息并入该案卷/]],
    [{ joins: null, level: null, duties: [] }, [/^信息退回留存，不计时$/]],
    [
      {
        joins: null,
        level: RED,
        duties: [duty('后', at('23:59')), duty('先', at('23:40')), duty('即', null)],
      },
      [
        /^另立一件新案卷（初判：红）/,
        /^先：23:40前，由值班员办$/,
        /^后：23:59前，由值班员办$/,
        /^另立的案卷须办：即（立即）$/,
      ],
    ],
  ])('%j', (placed, expected) => {
    const lines = placedLines(placed, NOW).map(({ text }) => text);
    expect(lines).toHaveLength(expected.length);
    for (const [index, words] of expected.entries()) expect(lines[index]).toMatch(words);
  });
});

it('what has fallen since 结报 is named with its instant, or that nothing has', () => {
  const fallen = { duty: 'x', occurrence: '1', name: '对外回应', due: at('22:50') };
  expect(betweenLines([fallen], [], NOW)[0]?.text).toBe(
    '结报以来已届满：对外回应，应于22:50前，仍照这一时限计',
  );
  const late = [{ ...fallen, foundLateText: null }];
  expect(betweenLines([fallen], late, NOW)[0]?.text).toMatch(/仍照这一时限计，已逾期$/);
  expect(betweenLines([], [], NOW)[0]?.text).toBe('结报以来没有时限届满');
});

describe('the cases to choose from', () => {
  const row = (id: string, more: object = {}) =>
    ({ case: id, state: 'open', secret: false, ...more }) as unknown as CaseListReply['cases'][number];
  const alike = resembling({
    items: [{ suspected: [{ case: 'c', similarity: 0.4, why: '地名不同' }] }],
  } as unknown as Parameters<typeof resembling>[0]);

  it('are the open ones, without 涉密 and its own, each once, those that resemble it first', () => {
    const rows = [
      row('own'),
      row('a'),
      row('secret', { secret: true }),
      row('over', { state: 'concluded' }),
      row('c'),
      row('a'),
    ];
    expect(mergeable(rows, 'own', alike).map((each) => each.case)).toEqual(['c', 'a']);
    expect(alike).toEqual({ c: '疑似同一舆情：地名不同' });
  });

  it('are counted, and where there are none it is said why', () => {
    expect(foundWords({ count: 2, hasMore: false, isAsked: false })).toBe('处置中的2件');
    expect(foundWords({ count: 5, hasMore: true, isAsked: false })).toMatch(/^较多，先列出最近的5件/);
    expect(foundWords({ count: 0, hasMore: false, isAsked: true })).toMatch(/已结报的、涉密的不能合并$/);
    expect(foundWords({ count: 0, hasMore: false, isAsked: false })).toBe('没有其他处置中的案卷可以合并');
  });
});

it.each([
  ['MergeCase', 'MERGE_LOSES_LIMIT', 'into'],
  ['MergeCase', 'MERGE_INTO_ITSELF', 'into'],
  ['MergeCase', 'MERGE_NEEDS_GRADE', 'into'],
  ['MergeCase', 'MERGE_BARRED', 'into'],
  ['MergeCase', 'OTHER_CASE_UNKNOWN', 'into'],
  ['MergeCase', 'CASE_CONCLUDED', 'into'],
  ['MergeCase', 'CASE_SECRET', 'into'],
  ['DetachItem', 'ITEM_NEEDS_CASE', 'destination'],
  ['DetachItem', 'ITEM_NOT_IN_CASE', 'id'],
  ['DetachItem', 'LAST_ITEM', ''],
  ['ApproveMerge', 'MERGE_LOSES_LIMIT', ''],
])('%s: %s is said at %j', (command, code, path) => {
  const { fields } = formsIn('leizhou').commands[command]!;
  expect(wrongBy({ code, message: '不能' }, fields)).toEqual([{ path, message: '不能' }]);
});
