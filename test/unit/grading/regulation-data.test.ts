import { describe, expect, it } from 'vitest';
import { regulation } from './regulation.ts';

const { scales, grading, handling, clauses } = regulation;
const warning = scales.find(({ id }) => id === 'warning')!.levels;
const response = scales.find(({ id }) => id === 'response')!.levels;

describe('Leizhou’s levels', () => {
  it('defines each warning level in the exact words of 办法第十一条 and 第十二条', () => {
    expect(warning.map(({ definition }) => definition)).toEqual([
      clauses['办法 第十一条'],
      clauses['办法 第十二条 蓝'],
      clauses['办法 第十二条 黄'],
      clauses['办法 第十二条 橙'],
      clauses['办法 第十二条 红'],
    ]);
    expect(warning.map(({ short, rank }) => `${rank}${short}`)).toEqual([
      '0常规',
      '1蓝',
      '2黄',
      '3橙',
      '4红',
    ]);
  });

  it('has clocks at every warning level but 常规, and none on the response scale', () => {
    expect(warning.map(({ clocked }) => clocked)).toEqual([false, true, true, true, true]);
    expect(response.some(({ clocked }) => clocked)).toBe(false);
    expect(response.map(({ id, rank }) => [id, rank])).toEqual([
      ['response1', 4],
      ['response2', 3],
      ['response3', 2],
      ['response4', 1],
    ]);
  });
});

describe('Leizhou’s grading data', () => {
  it('cites only clauses that exist', () => {
    const cited = [...JSON.stringify({ scales, grading, handling }).matchAll(/"cite":(\[[^\]]*\])/g)].flatMap(
      ([, list]) => JSON.parse(list!) as string[],
    );
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter((id) => !(id in clauses))).toEqual([]);
  });

  it('has weights that add up to one', () => {
    const sum = grading.criteria.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 10);
  });

  it('names the basis of every step, and the steps rise', () => {
    for (const { steps, basis } of grading.heat.counters) {
      expect(basis).toHaveLength(steps.length);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
  });

  it('says of no single word list that it is an assumption: the score says so once, of all', () => {
    const lists = grading.criteria.flatMap(({ words }) => words);
    expect(lists.filter(({ reason }) => reason.includes('假设'))).toEqual([]);
  });

  it('gives no word of one criterion two values', () => {
    for (const { words } of grading.criteria) {
      const all = words.flatMap((list) => list.words);
      expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    }
  });
});
