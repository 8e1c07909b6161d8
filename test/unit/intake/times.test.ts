import { describe, expect, it } from 'vitest';
import { readTime, type TimeReading } from '../../../shared/intake/times/read-time.ts';

const NOW = '2026-11-30T05:40:00.000Z';
const read = (value: unknown, more: Partial<Parameters<typeof readTime>[1]> = {}): TimeReading =>
  readTime(value, { zone: 'Asia/Shanghai', now: NOW, reference: NOW, ...more });
const instant = (at: string) => ({ is: 'instant', at });
const estimated = (at: string) => ({ is: 'instant', at, isEstimated: true });
const day = (dayEnd: string) => ({ is: 'day', dayEnd });
const UNREAD = { is: 'unread' };

/** 16:05 on 28 November in Beijing. */
const AT = '2026-11-28T08:05:00.000Z';

describe('a time as vendors write it', () => {
  it.each<string | number>([
    '2026-11-28T08:05:00Z',
    '2026-11-28T16:05:00+08:00',
    '2026-11-28T16:05:00.000+0800',
    '2026-11-28 16:05',
    '2026/11/28 16:05',
    '2026.11.28 16:05',
    '2026-11-28 (星期六) 16:05',
    '２０２６－１１－２８　１６：０５',
    '2026年11月28日 16时05分',
    '2026年11月28日16:05',
    '2026年11月28日 下午4点05分',
    '26年11月28日 16时5分',
    '二〇二六年十一月二十八日下午四点零五分',
    '2026-11-28 16:05 北京时间',
    '发布时间：2026-11-28 16:05',
    '11月28日 16:05 来自 iPhone客户端',
    '11-28 16:05',
    '20261128160500',
    '202611281605',
    'Sat Nov 28 16:05:00 +0800 2026',
    'Sat, 28 Nov 2026 16:05:00 +0800',
    'Sat, 28 Nov 2026 08:05:00 GMT',
    'Saturday, 28-Nov-26 08:05:00 GMT',
    '28 Nov 2026 16:05 CST',
    'Sat Nov 28 2026 16:05:00 GMT+0800 (中国标准时间)',
    'Nov 28, 2026, 4:05 PM',
    '2026-11-28 16:05:00 +0800 CST',
    '2026-11-28 08:05:00 UTC',
    1795853100,
    1795853100000,
    1795853100000000,
    '1795853100',
    '1795853100000000',
    '1795853100.0',
    '/Date(1795853100000)/',
  ])('%s is that instant', (value) => {
    expect(read(value)).toEqual(instant(AT));
  });

  it.each([
    ['2026-11-28 下午4点半', '2026-11-28T08:30:00.000Z'],
    ['2026-11-28 16点', '2026-11-28T08:00:00.000Z'],
    ['2026-11-28 凌晨12点', '2026-11-27T16:00:00.000Z'],
    ['2026-11-28 中午1点', '2026-11-28T05:00:00.000Z'],
    ['2026-11-28 上午12:05:26', '2026-11-27T16:05:26.000Z'],
    ['2026-11-28 下午12:05:26', '2026-11-28T04:05:26.000Z'],
    ['2026-11-28 24:00', '2026-11-28T16:00:00.000Z'],
    ['2026-11-28 12:05 am', '2026-11-27T16:05:00.000Z'],
  ])('%s is %s', (value, at) => {
    expect(read(value)).toEqual(instant(at));
  });

  it.each([
    ['刚刚', '2026-11-30T05:39:00.000Z'],
    ['5分钟前', '2026-11-30T05:34:00.000Z'],
    ['3小时前', '2026-11-30T01:40:00.000Z'],
    ['半小时前', '2026-11-30T04:40:00.000Z'],
    ['an hour ago', '2026-11-30T03:40:00.000Z'],
    ['今天 12:30', '2026-11-30T04:30:00.000Z'],
    ['昨天08:00', '2026-11-29T00:00:00.000Z'],
    ['前天 下午3点', '2026-11-28T07:00:00.000Z'],
  ])('%s is the earliest that it can mean: %s', (value, at) => {
    expect(read(value)).toEqual(estimated(at));
  });

  it('counts from when it was collected', () => {
    expect(read('3小时前', { reference: '2026-11-30T02:00:00.000Z' })).toEqual(
      estimated('2026-11-29T22:00:00.000Z'),
    );
  });

  it.each([
    ['2026-11-28', '2026-11-28T16:00:00.000Z'],
    ['2026年11月28日', '2026-11-28T16:00:00.000Z'],
    ['二〇二六年十一月二十八日', '2026-11-28T16:00:00.000Z'],
    ['20261128', '2026-11-28T16:00:00.000Z'],
    ['11月28日', '2026-11-28T16:00:00.000Z'],
    ['昨天', '2026-11-29T16:00:00.000Z'],
    ['两天前', '2026-11-28T16:00:00.000Z'],
    ['28 Nov 2026', '2026-11-28T16:00:00.000Z'],
    ['2026-11-30', '2026-11-30T16:00:00.000Z'],
  ])('%s is a day, and no instant', (value, end) => {
    expect(read(value)).toEqual(day(end));
  });

  it.each<unknown>([
    '',
    '上周五 10:00',
    '2周前',
    '3个月前',
    '转发3次',
    '第3条',
    '2026',
    '2026-11',
    '16:05',
    '13-28 10:00',
    '2026-02-30 10:00',
    '2026-11-28 25:00',
    '2026-11-28 晚上12点',
    '2026-11-28 深夜1点',
    '2026-11-28 上午16:05',
    '2026-11-28 上午12点',
    '2026-11-28 早上12:05',
    '28/11/2026 16:05',
    '2026-11-28 16:05 左右',
    '1999-12-31 10:00',
    'x'.repeat(10_000),
    Number.NaN,
    1e300,
    true,
    null,
    {},
    [],
  ])('%s is none', (value) => {
    expect(read(value)).toEqual(UNREAD);
  });

  it('takes CST for China’s where the feed is Chinese, and for nothing elsewhere', () => {
    expect(read('28 Nov 2026 16:05 CST', { zone: 'UTC' })).toEqual(UNREAD);
    expect(read('2026-11-28 08:05', { zone: 'UTC' })).toEqual(instant(AT));
  });

  it('reads 3/4/2026 as its feed says, and not without', () => {
    expect(read('3/4/2026 16:05')).toEqual(UNREAD);
    expect(read('3/4/2026 16:05', { dateOrder: 'dayFirst' })).toEqual(instant('2026-04-03T08:05:00.000Z'));
    expect(read('3/4/2026 16:05', { dateOrder: 'monthFirst' })).toEqual(instant('2026-03-04T08:05:00.000Z'));
  });

  it('a date without a year is the last that is not still to come', () => {
    expect(read('12-28 10:00')).toEqual(instant('2025-12-28T02:00:00.000Z'));
    expect(
      read('12-31 23:50', { now: '2026-12-31T16:10:00.000Z', reference: '2026-12-31T16:10:00.000Z' }),
    ).toEqual(instant('2026-12-31T15:50:00.000Z'));
  });
});

describe('a time that lies ahead', () => {
  it.each([
    ['2026-11-30T05:44:59Z', instant(NOW)],
    ['2026-11-30T05:45:00Z', instant(NOW)],
    ['2026-11-30T05:45:01Z', { is: 'ahead', asLocal: true }],
    ['2026-11-30T13:45:00Z', { is: 'ahead', asLocal: true }],
    ['2026-11-30T13:45:01Z', { is: 'ahead', asLocal: false }],
    ['2026-11-30T13:45:01+08:00', { is: 'ahead', asLocal: false }],
    ['2026-12-01', { is: 'ahead', asLocal: false }],
    ['今天 16:00', { is: 'ahead', asLocal: false }],
  ])('%s, at 05:40 UTC', (value, result) => {
    expect(read(value)).toEqual(result);
  });
});
