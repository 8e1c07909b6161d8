import { describe, expect, it } from 'vitest';
import { dueInChinese } from '../../../shared/time/instants.ts';
import { spokenLength } from '../../../shared/time/spoken.ts';

const ZONE = 'Asia/Shanghai';

describe('an instant as a text says it', () => {
  it.each([
    ['2026-03-03T08:00:00+08:00', '3月3日8时'],
    ['2026-03-03T08:30:00+08:00', '3月3日8时30分'],
    ['2026-03-03T08:05:59+08:00', '3月3日8时5分'],
    ['2026-12-31T23:59:00+08:00', '12月31日23时59分'],
    ['2026-03-13T00:00:00+08:00', '3月12日24时'],
    ['2027-01-01T00:00:00+08:00', '12月31日24时'],
    ['2026-03-13T00:01:00+08:00', '3月13日0时1分'],
    ['2026-03-12T23:59:59+08:00', '3月12日23时59分'],
  ])('%s is %s', (instant, text) => {
    expect(dueInChinese(new Date(instant).toISOString(), ZONE)).toBe(text);
  });
});

describe('a length as a text says it', () => {
  const MINUTE = 60_000;
  it.each([
    [1, '1分钟'],
    [15 * MINUTE, '15分钟'],
    [60 * MINUTE, '1小时'],
    [90 * MINUTE, '1小时30分钟'],
    [24 * 60 * MINUTE - 1, '23小时59分钟'],
    [24 * 60 * MINUTE, '1日'],
    [26 * 60 * MINUTE + 5 * MINUTE, '1日2小时'],
  ])('%d milliseconds are %s', (milliseconds, text) => {
    expect(spokenLength(milliseconds)).toBe(text);
  });
});
