import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../shared/contracts/items.ts';
import { ItemBatch } from '../../../shared/contracts/items.ts';
import { batchIn } from '../../../shared/intake/mapping/batch.ts';
import { type MappingName, mappingNamed } from '../../../shared/intake/mappings.ts';
import { readItem } from '../../../shared/intake/read-item.ts';
import { regulations } from '../../../shared/regulations/index.ts';

const NOW = '2026-11-30T05:40:00.000Z';
/** 16:05 on 28 November in Beijing. */
const AT = '2026-11-28T08:05:00.000Z';
const sample = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/feeds/${file}.json`, import.meta.url), 'utf8'));
const itemsOf = (name: MappingName, file: string, bureau = 'leizhou'): FeedItem[] => {
  const mapping = mappingNamed(name);
  const body = sample(file);
  return ItemBatch.parse(batchIn(mapping, body)).map((raw) => {
    const read = readItem(regulations[bureau]!, mapping, { raw, around: body, now: NOW });
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    return read.item;
  });
};
const shape = ({ id, title, url, publishedAt, metrics, extra }: FeedItem) => ({
  id,
  title,
  url,
  at: publishedAt?.at,
  metrics,
  site: extra.siteName,
  author: extra.author,
});

describe('the shapes of the field', () => {
  it.each(Object.keys(regulations))('are taken whole by %s, whatever its regulation has', (bureau) => {
    const shapes: [MappingName, string, number][] = [
      ['weibo-search', 'weibo-search', 1],
      ['weibo-search', 'weibo-nested', 1],
      ['mediacrawler', 'mediacrawler', 4],
      ['newsapi', 'newsapi', 2],
      ['json-feed', 'json-feed', 2],
      ['rss', 'rss2json', 1],
      ['rss', 'rss-verbatim', 1],
      ['rss', 'atom-verbatim', 1],
      ['hot-list', 'newsnow', 2],
      ['hot-list', 'trendradar', 2],
      ['shixian', 'optional-fields', 4],
    ];
    for (const [name, file, count] of shapes) expect(itemsOf(name, file, bureau), file).toHaveLength(count);
  });

  it('weibo-search: the columns, and what an interface nests', () => {
    expect(itemsOf('weibo-search', 'weibo-search').map(shape)).toMatchObject([
      {
        id: '4866288901690071j',
        title: '央视曝光某镇学校重大食品安全事故 #食堂#',
        url: 'https://weibo.com/1000000001/MrOtA75Fd',
        at: AT,
        metrics: { reposts: 120000, comments: 3400 },
        site: '微博',
        author: '市民甲',
      },
    ]);
    const [nested] = itemsOf('weibo-search', 'weibo-nested');
    expect(shape(nested!)).toMatchObject({
      id: '5200000000000001',
      url: 'https://weibo.com/1000000001/PxAbCdEf1',
      at: AT,
      metrics: { reposts: 100000, comments: 3400 },
      author: '市民甲',
    });
    expect(nested!.title).toMatch(/^某镇小学#食堂#多名学生呕吐/);
    expect(nested!.warnings).toMatchObject([{ field: 'mblog.reposts_count', kind: 'estimated' }]);
  });

  it('MediaCrawler: each platform’s own names, and a comment as an item of its own', () => {
    expect(itemsOf('mediacrawler', 'mediacrawler').map(shape)).toMatchObject([
      {
        id: '5200000000000002',
        title: '某药店销售过期药品，多名顾客住院。',
        at: AT,
        metrics: { reposts: 120000 },
      },
      {
        id: '65f000000000000001020304',
        title: '某餐厅后厨照片',
        at: AT,
        metrics: { reposts: 100000, comments: 456 },
      },
      { id: '7400000000000000001', url: 'https://www.douyin.com/video/7400000000000000001', at: AT },
      { id: '5200000000000009', title: '我家孩子也在那里买过', url: undefined },
    ]);
  });

  it('NewsAPI, JSON Feed, RSS and Atom', () => {
    const url = 'https://news.example.com/2026/11/28/school-canteens';
    expect(itemsOf('newsapi', 'newsapi').map(shape)).toMatchObject([
      { id: url, url, at: AT, site: '某报', author: '记者乙' },
      { title: '福利机构整改', at: '2026-11-28T09:00:00.000Z' },
    ]);
    expect(itemsOf('json-feed', 'json-feed').map(shape)).toMatchObject([
      { title: '小区门口的信访接待点天天排队。', at: AT, site: '某论坛', author: '业主丙' },
      { id: '102', title: '求助' },
    ]);
    expect(itemsOf('rss', 'rss-verbatim').map(shape)).toMatchObject([
      { id: 'art-1', url: 'https://gov.example.com/art/1.html', at: AT, site: '某区发布', author: '办公室' },
    ]);
    expect(itemsOf('rss', 'atom-verbatim').map(shape)).toMatchObject([
      { title: '救助站滞留多人', url: 'https://www.example.com/a/1', at: AT, author: '编辑丁' },
    ]);
  });

  it('hot lists: one by one, and by platform', () => {
    expect(itemsOf('hot-list', 'newsnow').map(({ id, collectedAt }) => [id, collectedAt])).toEqual([
      ['zhihu:600000001', '2026-11-30T05:30:00.000Z'],
      ['zhihu:2', '2026-11-30T05:30:00.000Z'],
    ]);
    expect(
      itemsOf('hot-list', 'trendradar').map(({ id, collectedAt, publishedAt }) => [
        id,
        collectedAt,
        publishedAt,
      ]),
    ).toEqual([
      ['toutiao:某地超市销售过期食品', AT, undefined],
      ['weibo:某地超市销售过期食品', AT, undefined],
    ]);
  });

  it('of none of these is anything named that nobody can mend', () => {
    for (const [name, file] of [
      ['weibo-search', 'weibo-search'],
      ['newsapi', 'newsapi'],
      ['json-feed', 'json-feed'],
      ['rss', 'rss2json'],
      ['rss', 'rss-verbatim'],
      ['rss', 'atom-verbatim'],
      ['hot-list', 'newsnow'],
      ['hot-list', 'trendradar'],
    ] as const)
      expect(
        itemsOf(name, file).flatMap(({ warnings }) => warnings),
        file,
      ).toEqual([]);
  });
});

describe('counters that lie flat', () => {
  it('are named in our own form, each with what it looks like', () => {
    const [flat] = itemsOf('shixian', 'flat-counts');
    expect(flat!.metrics).toBeUndefined();
    expect(flat!.warnings.map(({ field, as, kind }) => [field, as, kind])).toEqual([
      ['reposts_count', 'metrics.reposts', 'unused'],
      ['comments_count', 'metrics.comments', 'unused'],
      ['attitudes_count', 'metrics.likes', 'unused'],
    ]);
    expect(flat!.extra).toMatchObject({ reposts_count: 120000 });
    expect(itemsOf('shixian', 'metrics-counts')[0]!.metrics).toEqual({
      reposts: 120000,
      comments: 3400,
      likes: 56000,
    });
  });
});
