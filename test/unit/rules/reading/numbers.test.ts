import { describe, expect, it } from 'vitest';
import { hasNumbers, maskNumbersIn, maskNumbersWithin } from '../../../../shared/rules/reading/numbers.ts';

describe('a number in words, for whoever does not read numbers', () => {
  it.each([
    ['来电人13800000001反映', '来电人138****0001反映'],
    ['(+8613800000001)', '(138****0001)'],
    ['86 138 0000 0001', '138****0001'],
    ['138-0000-0001、13900000002', '138****0001、139****0002'],
    ['１３８０００００００１', '138****0001'],
    ['手机:13800000001;微信同号', '手机:138****0001;微信同号'],
  ])('%s is %s', (text, shown) => {
    expect(maskNumbersIn(text)).toBe(shown);
    expect(hasNumbers(text)).toBe(true);
  });
  it.each([
    ['a longer number, as of a letter or a person', '编号440882199001011380000'],
    ['a shorter one', '1380000000'],
    ['none of a mobile telephone', '12345678901'],
    ['a hotline', '12345、0759-8821234'],
    ['a time in milliseconds', '1772409600000'],
    ['words', '三月二日'],
  ])('%s stays', (_, text) => {
    expect(maskNumbersIn(text)).toBe(text);
    expect(hasNumbers(text)).toBe(false);
  });
  it('takes time in proportion to the length', () => {
    const from = performance.now();
    for (const part of ['138 0000 ', '1', '+86 ', '13800000001 ']) maskNumbersIn(part.repeat(50_000));
    expect(performance.now() - from).toBeLessThan(1000);
  });
});

describe('what a feed has beside what is read', () => {
  it('has numbers masked wherever they stand, and all of a field that is called after one', () => {
    expect(
      maskNumbersWithin({
        联系电话: '0759-8821234',
        来电号码: 13_800_000_001,
        caller: { name: '王某', mobile: ['13800000001', '8821234'] },
        remark: '请回拨13800000001',
        uid: 6_543_210_987,
        readAt: 1_772_409_600_000,
        likes: null,
        isTop: true,
      }),
    ).toEqual({
      联系电话: expect.stringMatching(/^\*+34$/),
      来电号码: '138****0001',
      caller: { name: '王某', mobile: ['138****0001', '*****34'] },
      remark: '请回拨138****0001',
      uid: 6_543_210_987,
      readAt: 1_772_409_600_000,
      likes: null,
      isTop: true,
    });
  });
});
