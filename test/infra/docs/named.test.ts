import { describe, expect, it } from 'vitest';
import { clauseIn, clauseMeant, plain } from '../../../infra/docs/clauses/named.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { leizhou } from '../../support/bureaus.ts';

const clauses = Object.keys(leizhou.clauses);

describe('a clause that somebody types', () => {
  it.each([
    ['办法 第二十二条(二)橙+ 电话', '办法 第二十二条(二)橙+ 电话'],
    ['办法第二十二条(二)橙+电话', '办法 第二十二条(二)橙+ 电话'],
    [' 办法 第十七条 2 ', '办法 第十七条 ②'],
    ['办法 第二十条', '办法 第二十条'],
    ['附件2 二', '附件2 二 监测范围'],
  ])('%s is %s', (typed, clause) => {
    expect(clauseMeant(typed, 'leizhou', clauses)).toBe(clause);
  });

  it('is told apart from every other one however it is written', () => {
    for (const { clauses: all } of Object.values(regulations))
      expect(new Set(Object.keys(all).map(plain)).size).toBe(Object.keys(all).length);
  });

  it('that is not there is answered with those that contain it, else with all', () => {
    expect(() => clauseMeant('第十七条', 'leizhou', clauses)).toThrow(
      '“leizhou”没有条款“第十七条”;相近的条款:办法 第十七条 ①、办法 第十七条 ②、办法 第十七条 ③',
    );
    expect(() => clauseMeant('第九十九条', 'leizhou', clauses)).toThrow(/;全部条款:.*预案 7\.2/);
    expect(() => clauseMeant(' ', 'leizhou', clauses)).toThrow(/;全部条款:/);
  });
});

describe('the title of a test', () => {
  it.each([
    ['leizhou', '预案 4.2(2): the 股室 verifies', '预案 4.2(2)'],
    ['leizhou', '预案 4.2 ①: the plan', '预案 4.2 ①'],
    ['leizhou', '办法 第六条', '办法 第六条'],
    ['leizhou', '办法 第六条之一: another', undefined],
    ['nanning', '办法 第六条: another bureau', undefined],
    ['of', '办法 第六条', undefined],
  ])('%s %s names %s', (bureau, rest, clause) => {
    expect(clauseIn(`${bureau} ${rest}`, 'leizhou', clauses)).toBe(clause);
  });
});
