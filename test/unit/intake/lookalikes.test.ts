import { describe, expect, it } from 'vitest';
import { looksLike } from '../../../shared/intake/lookalikes.ts';
import { mappingNamed } from '../../../shared/intake/mappings.ts';
import { readItem } from '../../../shared/intake/read-item.ts';
import { regulations } from '../../../shared/regulations/index.ts';

describe('a name that looks like one of ours', () => {
  it.each([
    ['readNum', 'metrics.views'],
    ['read_count', 'metrics.views'],
    ['viewCount', 'metrics.views'],
    ['totalViews', 'metrics.views'],
    ['pv', 'metrics.views'],
    ['阅读量', 'metrics.views'],
    ['forward_count', 'metrics.reposts'],
    ['shareNum', 'metrics.reposts'],
    ['转发数', 'metrics.reposts'],
    ['replyCount', 'metrics.comments'],
    ['comment_cnt', 'metrics.comments'],
    ['评论', 'metrics.comments'],
    ['like_cnt', 'metrics.likes'],
    ['点赞数', 'metrics.likes'],
  ])('%s with a number is %s', (name, target) => {
    expect(looksLike(name, 12)).toBe(target);
    expect(looksLike(name, '1.2万')).toBe(target);
    expect(looksLike(name, null)).toBeUndefined();
    expect(looksLike(name, '-')).toBeUndefined();
  });

  it.each([
    ['pubTime', 'publishedAt'],
    ['published_at', 'publishedAt'],
    ['PublishedAt', 'publishedAt'],
    ['media_tier', 'mediaTier'],
    ['媒体级别', 'mediaTier'],
    ['hot_search', 'hotSearch'],
    ['event_at', 'eventAt'],
    ['Content', 'content'],
    ['text_raw', 'content'],
    ['transcript', 'content'],
    ['pub_date', 'publishedAt'],
    ['created_at', 'publishedAt'],
    ['发布时间', 'publishedAt'],
    ['sourceUrl', 'url'],
    ['link', 'url'],
    ['crawl_time', 'collectedAt'],
    ['happenTime', 'eventAt'],
    ['text', 'content'],
    ['department', 'unit'],
  ])('%s is %s', (name, target) => {
    expect(looksLike(name, 'x')).toBe(target);
  });

  it.each(['screen_name', 'mid', 'constructor', '__proto__', 'tags', 'score', 'count'])(
    '%s is none',
    (name) => {
      expect(looksLike(name, 5)).toBeUndefined();
    },
  );

  it('counts for nothing where its value is no number', () => {
    expect(looksLike('share', 'https://example.com')).toBeUndefined();
    expect(looksLike('reply', '好的')).toBeUndefined();
  });
});

describe('what is left of an item', () => {
  const warningsOf = (raw: Record<string, unknown>, bureau = 'leizhou') => {
    const item = { id: 'a', title: '甲', ...raw };
    const read = readItem(regulations[bureau]!, mappingNamed('shixian'), {
      raw: item,
      around: item,
      now: '2026-11-30T05:40:00.000Z',
    });
    if ('problems' in read) throw new Error('refused');
    return read.item.warnings.map(({ field, kind, as, isGrave }) => [field, kind, as, isGrave === true]);
  };

  it('is named where it is like a field that the item has not given', () => {
    expect(warningsOf({ pubTime: '2026-11-28' })).toEqual([['pubTime', 'unused', 'publishedAt', false]]);
    expect(warningsOf({ pubTime: '2026-11-28', publishedAt: '2026-11-28 08:00' })).toEqual([]);
    expect(warningsOf({ stat: { readNum: 5 } })).toEqual([
      ['stat.readNum', 'unused', 'metrics.views', false],
    ]);
    expect(warningsOf({ readNum: 5, metrics: { views: 6 } })).toEqual([]);
  });

  it('is loudest where it is a flag of the regulation', () => {
    expect(warningsOf({ 涉密: true, readNum: 1 })).toEqual([
      ['涉密', 'unused', 'flags', true],
      ['readNum', 'unused', 'metrics.views', false],
    ]);
    expect(warningsOf({ isSecret: '是' }, 'hohhot')).toEqual([['isSecret', 'unused', 'flags', true]]);
    expect(warningsOf({ isSecret: false, 涉密: '否' })).toEqual([]);
  });
});
