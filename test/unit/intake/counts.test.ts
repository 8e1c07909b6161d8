import { describe, expect, it } from 'vitest';
import { readCount } from '../../../shared/intake/counts.ts';

describe('a counter as platforms write it', () => {
  it.each<[unknown, number]>([
    [0, 0],
    [120000, 120000],
    ['120000', 120000],
    ['3,456', 3456],
    ['1,234,567', 1234567],
    ['1 234', 1234],
    ["1'234", 1234],
    ['３４５６', 3456],
    ['1.2万', 12000],
    ['1.2w', 12000],
    ['1.2W', 12000],
    ['2k', 2000],
    ['3千', 3000],
    ['5亿', 5e8],
    ['1.2萬', 12000],
    ['3億', 3e8],
    ['1.5百万', 1.5e6],
    ['12次', 12],
    [' 7 ', 7],
  ])('%s is %i', (value, count) => {
    expect(readCount(value)).toEqual({ count });
  });

  it.each([
    ['10万+', 100000],
    ['999+', 999],
    ['约3000', 3000],
    ['超过1万', 10000],
    ['1万多', 10000],
    ['100余次', 100],
  ])('%s is at least %i, and rough', (value, count) => {
    expect(readCount(value)).toEqual({ count, isRough: true });
  });

  it.each<[unknown, string]>([
    [-1, '计数不能为负'],
    ['-1', '计数不能为负'],
    [1.5, '计数应为整数'],
    ['1.5', '计数应为整数'],
    [1e12 + 1, '数目大得不合情理'],
    ['99999亿', '数目大得不合情理'],
    ['12,34', '读不出数目'],
    ['很多', '读不出数目'],
    ['3/4', '读不出数目'],
    [true, '类型不对,应为数目'],
    [{}, '类型不对,应为数目'],
    ['9'.repeat(41), '类型不对,应为数目'],
  ])('%s is unknown: %s', (value, fault) => {
    expect(readCount(value)).toEqual({ fault });
  });

  it('ends at a million million', () => {
    expect(readCount(1e12)).toEqual({ count: 1e12 });
  });
});
