import { expect, it } from 'vitest';
import { standingText, suspectsOf } from '../../web/model/alike/words.ts';
import { found } from './case/found.ts';

const item = (id: string, ...others: string[]) => ({
  ...found().items[0]!,
  id,
  title: `信息${id}`,
  suspected: others.map((other) => ({ case: other, similarity: 0.5, why: '内容相近,所写地点不同' })),
});

it('each other case is named once, with the items that say so where there are several; the case itself is none', () => {
  const own = found().case;
  expect(suspectsOf({ case: own, items: [item('a', 'LZ2026-0001', own)] })).toEqual([
    { case: 'LZ2026-0001', why: '内容相近，所写地点不同', of: [] },
  ]);
  expect(
    suspectsOf({ case: own, items: [item('a', 'LZ2026-0001'), item('b', 'LZ2026-0001', 'LZ2026-0002')] }),
  ).toMatchObject([
    { case: 'LZ2026-0001', of: ['信息a', '信息b'] },
    { case: 'LZ2026-0002', of: ['信息b'] },
  ]);
  expect(suspectsOf({ case: own, items: [item('a')] })).toEqual([]);
});

it('another case stands at a level, in a state, with whom it lies', () => {
  const { handlingLevel } = found();
  const words = (unit: { id: string; name: string } | null) =>
    standingText({ handlingLevel, stateText: '已结报·尚欠上报', unit });
  expect(words(null)).toBe('重大舆情（橙色），已结报，尚欠上报，尚未转办');
  expect(words({ id: 'food', name: '食品安全监管股' })).toMatch(/食品安全监管股承办$/);
});
