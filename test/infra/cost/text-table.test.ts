import { expect, it } from 'vitest';
import { textTable, widthOf } from '../../../infra/text-table.ts';

it('takes a Chinese character and its punctuation for two columns', () => {
  expect(widthOf('费用(USD)。')).toBe(2 * 3 + 5);
  expect(widthOf('a→b')).toBe(3);
});

it('aligns words left and numbers right', () => {
  const rows = [
    ['级别', '次数'],
    ['蓝', '1,396'],
    ['blue', '8'],
  ];
  expect(textTable(rows, [0])).toEqual(['级别   次数', '蓝    1,396', 'blue      8']);
  expect(textTable([], [0])).toEqual([]);
});
