import { describe, expect, it } from 'vitest';
import { viewOf } from '../../infra/docs/views/view-of.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { PARTS } from '../../web/model/regulation/entries.ts';
import { appliesTo, explain } from '../../web/model/regulation/explain.ts';
import { groupsAt, issueWords, levelsWithDuties, shortLimit } from '../../web/model/regulation/groups.ts';
import { everyWords, lengthWords } from '../../web/model/regulation/lengths.ts';
import { markedFirst, markLimit, markWords } from '../../web/model/regulation/mark.ts';
import { searchIn, wordsOf } from '../../web/model/regulation/search.ts';
import { sentenceAround } from '../../web/model/regulation/sentence.ts';

const views = Object.values(regulations).map((regulation) => viewOf(regulation));
const viewNamed = (id: string) => views.find((view) => view.id === id)!;
const leizhou = viewNamed('leizhou');
const duty = (bureau: string, name: string, level: string) =>
  viewNamed(bureau).duties.find(
    (each) => each.name === name && each.levels.some(({ short }) => short === level),
  )!;
const told = (bureau: string, name: string, level: string, term: string): string[] =>
  explain(viewNamed(bureau), duty(bureau, name, level)).flatMap((each) =>
    each.term === term ? [each.text] : [],
  );

describe('lengths', () => {
  it.each([
    ['PT15M', '15分钟'],
    ['PT1H30M', '1小时30分钟'],
    ['P1W', '1周'],
    ['P10D', '10日'],
    ['5WD', '5个工作日'],
    ['P1M', '1个月'],
  ])('%s is %s', (length, words) => expect(lengthWords(length)).toBe(words));
});

describe.each(views.map((view) => [view.id, view] as const))('the regulation of %s', (_, view) => {
  it('has every duty under each of its levels, once', () => {
    for (const level of levelsWithDuties(view)) {
      const shown = groupsAt(view, level.id).flatMap(({ duties }) => duties);
      const owed = [...view.duties, ...view.ownPrompts].filter(({ levels }) =>
        levels.some(({ id }) => id === level.id),
      );
      expect(new Set(shown)).toEqual(new Set(owed));
      expect(shown).toHaveLength(owed.length);
    }
    const all = levelsWithDuties(view).flatMap(({ id }) =>
      groupsAt(view, id).flatMap(({ duties }) => duties),
    );
    expect(new Set(all).size).toBe(view.duties.length + view.ownPrompts.length);
  });
  it('puts no number where the text has none', () => {
    for (const { id } of levelsWithDuties(view))
      for (const { title, duties } of groupsAt(view, id))
        if (title !== '有数字的时限' && title.indexOf('本局自设') < 0 && title.indexOf('由其他规定') < 0)
          for (const { limit } of duties) expect(shortLimit(limit)).not.toMatch(/\d/);
  });
  it('says of every duty from when and how it is counted', () => {
    for (const each of [...view.duties, ...view.ownPrompts]) {
      const terms = explain(view, each);
      expect(terms.map(({ term }) => term)).toEqual(
        expect.arrayContaining(['时限', '起算', '算法', '责任', '办结']),
      );
      for (const { text } of terms) expect(text).not.toMatch(/undefined|null|\[object/);
    }
  });
  it('marks the words of a number in its clause', () => {
    for (const each of view.duties.filter(({ limit }) => limit.kind === 'within'))
      expect(
        each.clauses.some(({ quote }) => markLimit(quote, each.limit).some(({ isMarked }) => isMarked)),
        each.name,
      ).toBe(true);
  });
  it('leaves quotes as they are stored', () => {
    for (const each of view.duties)
      for (const { quote } of each.clauses)
        expect(
          markLimit(quote, each.limit)
            .map(({ text }) => text)
            .join(''),
        ).toBe(quote);
  });
  it('has its other parts in words, without keys', () => {
    for (const { entries, name } of PARTS)
      for (const { title, lines } of entries(view)) {
        expect(title, name).not.toBe('');
        for (const line of lines) {
          expect(line).not.toMatch(/undefined|null|\[object|：$/);
          expect(line, name).not.toMatch(/\bP\d|\bPT\d/);
        }
      }
    expect(PARTS.find(({ id }) => id === 'settings')!.entries(view)).toHaveLength(view.settings.length);
    expect(PARTS.find(({ id }) => id === 'authorities')!.entries(view)).toHaveLength(view.authorities.length);
  });
});

describe('what is said of a limit', () => {
  it('counts hours through the night, days to the end of the last', () => {
    expect(told('leizhou', '电话报告湛江市局', '橙', '算法')).toEqual(['自起算时刻起3小时']);
    expect(told('leizhou', '电话报告湛江市局', '橙', '顺延')).toEqual([
      '夜间、休息日、节假日照常计算，不顺延',
    ]);
    expect(told('leizhou', '报告湛江市局处置情况', '蓝', '顺延')).toEqual(['至期满日24时，遇休息日顺延']);
    expect(told('yinzhou', '口头报告', '重大', '算法')).toEqual(['自起算时刻起15分钟']);
  });
  it('names the cases and the beginning as the settings are, and nothing that they rule out', () => {
    expect(told('leizhou', '电话报告湛江市局', '橙', '适用')).toEqual(['湛江市局交办，或湛江市局提示关注的']);
    const [start] = told('leizhou', '电话报告湛江市局', '橙', '起算');
    expect(start).toMatch(/^收到（湛江市局交办）、收到（湛江市局提示关注；参照，本局设置）/);
    for (const view of views)
      for (const each of [...view.duties, ...view.ownPrompts].filter(({ isOff }) => !isOff))
        for (const { term, text } of explain(view, each))
          if (term === '适用' || term === '起算') expect(text, each.name).not.toMatch(/现为|设置“/);
  });
  it('does so whichever way the settings are, and says of what they rule out of which cases it would be', () => {
    let off = 0;
    for (const regulation of Object.values(regulations)) {
      const settings = regulation.settings.map((setting) =>
        typeof setting.value === 'boolean' ? { ...setting, value: !setting.value } : setting,
      );
      const view = viewOf({ ...regulation, settings });
      for (const each of [...view.duties, ...view.ownPrompts]) {
        if (each.isOff) {
          off += 1;
          expect(appliesTo(each), each.name).toMatch(/设置“/);
        } else expect(`${appliesTo(each)}${each.clock.textNow}`, each.name).not.toMatch(/现为|设置“/);
      }
    }
    expect(off).toBeGreaterThan(0);
  });
  it('says how often without a one', () => {
    expect(['P1D', 'P2D', 'PT1H', 'PT1H30M', 'P1W'].map(everyWords)).toEqual([
      ...['每日', '每2日', '每小时', '每1小时30分钟', '每周'],
    ]);
    const [ladder] = PARTS.find(({ id }) => id === 'ladders')!.entries(leizhou);
    expect(ladder!.lines.join('')).toMatch(/报到最高一级后，每.*一次$/);
    expect(ladder!.title).not.toContain('·');
  });
  it('has office hours and extensions', () => {
    expect(told('nanning', '初步回应网民', '一般', '顺延')).toEqual(['非工作时间顺延：只计工作时间']);
    expect(told('nanning', '确定答复意见', '一般', '可延长')).toEqual(['最长至10个工作日']);
  });
  it('has the word of the text where it has no number', () => {
    expect(told('leizhou', '召开紧急会议', '橙', '算法')).toEqual([
      '办法写的是“立即”，没有写数字：从起算时起催办，不算逾期',
    ]);
    expect(told('leizhou', '编发舆情定期报告', '定期', '算法')).toEqual([
      '“舆情定期报告周期”尚未填写，填写后才能计算',
    ]);
  });
  it('names how the office reads the same clause', () => {
    expect(told('leizhou', '电话报告湛江市局', '橙', '解释').join('\n')).toContain('四个时点各自记录');
  });
  it('marks up to the next mark, and nothing that is not there', () => {
    const { limit, clauses } = duty('leizhou', '电话报告湛江市局', '橙');
    expect(markLimit(clauses[0]!.quote, limit).filter(({ isMarked }) => isMarked)).toEqual([
      { text: '3小时内电话报告初步处置情况', isMarked: true },
    ]);
    expect(markLimit('没有', limit)).toEqual([{ text: '没有', isMarked: false }]);
  });
});

describe('a sentence that is stored in pieces', () => {
  const around = (bureau: string, clause: string) => sentenceAround(viewNamed(bureau).clauses, clause);
  it('is told as a whole, wherever in it a clause stands', () => {
    expect(around('leizhou', '办法 第二十二条(二)橙+ 电话')).toEqual({
      before: '',
      after: '12小时内报送书面报告。',
    });
    expect(around('leizhou', '办法 第二十一条(二)红 ③')).toEqual({
      before: expect.stringMatching(/^特别重大舆情\(红色\).*5小时内发布权威信息,$/),
      after: '并根据工作进展情况持续发布权威消息。',
    });
    expect(around('nanning', 'B 五(二) ③ 2h').after).toBe('并在24小时内通过网络发布权威信息。');
    expect(around('leizhou', '办法 第二十二条(二)股室')).toEqual({ before: '', after: '' });
    expect(around('leizhou', '没有这一条')).toEqual({ before: '', after: '' });
  });
  it.each(views.map((view) => [view.id, view] as const))('ends somewhere in %s', (_, view) => {
    for (const { clause, quote } of view.clauses)
      expect(`${quote}${sentenceAround(view.clauses, clause).after}`, clause).not.toMatch(/[,，、]\s*$/);
  });
});

describe('of several clauses', () => {
  it('that comes first in which the words of the limit stand', () => {
    const clauses = [{ quote: '应当报告。' }, { quote: '3小时内报告。' }];
    expect(markedFirst(clauses, { text: '3小时内', word: null })[0]).toBe(clauses[1]);
    expect(markedFirst(clauses, { text: '5小时内', word: null })).toEqual(clauses);
    expect(markedFirst(clauses, undefined)).toEqual(clauses);
  });
});

describe('when it was issued', () => {
  it.each([
    ['2024-05-30', '2024-05-30', '2024年5月30日印发施行'],
    ['2024-08-26', '2024-09-01', '2024年8月26日印发，2024年9月1日施行'],
    ['未注明', '未注明', '原文没有注明印发日期，没有注明施行日期'],
  ])('%s, %s', (issuedOn, effectiveOn, words) => expect(issueWords({ issuedOn, effectiveOn })).toBe(words));
});

describe('a search', () => {
  it('finds duties, clauses and the rest by all of its words', () => {
    const { duties, clauses, entries } = searchIn(leizhou, wordsOf(' 湛江市局  报告 '));
    expect(duties.map(({ name }) => name)).toContain('电话报告湛江市局');
    expect(duties.map(({ name }) => name)).not.toContain('对外回应');
    expect(clauses.length + entries.length).toBeGreaterThan(0);
  });
  it('finds by clause and in full width', () => {
    expect(searchIn(leizhou, wordsOf('办法第22条(二)')).duties.length).toBeGreaterThan(0);
    expect(searchIn(leizhou, wordsOf('４８小时')).duties.length).toBeGreaterThan(0);
  });
  it('finds nothing of what is not there', () => {
    const { duties, clauses, entries } = searchIn(leizhou, ['没有这个词']);
    expect([duties, clauses, entries]).toEqual([[], [], []]);
  });
  it('marks each word that is found', () => {
    expect(markWords('甲报告乙报告', ['报告'])).toEqual([
      { text: '甲', isMarked: false },
      { text: '报告', isMarked: true },
      { text: '乙', isMarked: false },
      { text: '报告', isMarked: true },
    ]);
    expect(markWords('甲', [])).toEqual([{ text: '甲', isMarked: false }]);
  });
});
