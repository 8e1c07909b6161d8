import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../shared/contracts/items.ts';
import { type MappingName, mappingNamed } from '../../../shared/intake/mappings.ts';
import { readItem } from '../../../shared/intake/read-item.ts';
import { regulations } from '../../../shared/regulations/index.ts';

const read = (name: MappingName, raw: object): FeedItem => {
  const told = readItem(regulations.leizhou!, mappingNamed(name), {
    raw,
    around: raw,
    now: '2026-11-30T05:40:00.000Z',
  });
  if ('problems' in told) throw new Error(JSON.stringify(told.problems));
  return told.item;
};
const WORDS = '客路镇锅炉爆炸，多人死亡，街道封锁';

describe('what stands beside a text', () => {
  it.each<[MappingName, object]>([
    ['weibo-search', { id: '1', text: '转发微博', retweeted_status: { text: WORDS } }],
    [
      'weibo-search',
      { mblog: { id: '1', text: '转发微博', retweeted_status: { text: '…', longText: { content: WORDS } } } },
    ],
    ['weibo-search', { mblog: { id: '1', text: '客路镇锅炉…', longText: { content: WORDS } } }],
    [
      'newsapi',
      { url: 'https://a.example/1', title: '一锅炉', description: WORDS, content: '电 [+2345 chars]' },
    ],
    ['json-feed', { id: '1', title: '一锅炉', content_text: '电', summary: WORDS }],
    ['rss', { guid: '1', title: '一锅炉', 'content:encoded': '电', description: WORDS }],
  ])('%s: is read with it', (name, raw) => {
    const { content, warnings } = read(name, raw);
    expect(content).toContain(WORDS);
    expect(warnings.map(({ as }) => as)).not.toContain('content');
  });

  it('that says the same is not said twice', () => {
    const raw = { id: '1', title: '一锅炉', content_html: `<p>${WORDS}</p>`, summary: WORDS };
    expect(read('json-feed', raw).content).toBe(`<p>${WORDS}</p>`);
  });

  it.each(['客路镇锅炉爆炸…', '客路镇<em>锅炉</em>爆炸,多人<em', '客路镇锅炉&nb', '客路镇锅炉 ...'])(
    'is not said twice where it is only the beginning: %s',
    (description) => {
      const raw = { url: 'https://a.example/1', title: '一锅炉', content: WORDS, description };
      expect(read('newsapi', raw).content).toBe(WORDS);
    },
  );

  it('takes its time in proportion, whatever it is', () => {
    const from = performance.now();
    for (const unit of ['<&a', '&', '<', ' ', '…', '...']) {
      const description = `${unit.repeat(60_000)}x`;
      read('newsapi', { url: 'https://a.example/1', title: '一锅炉', content: WORDS, description });
    }
    expect(performance.now() - from).toBeLessThan(3000);
  });

  it.each(['白沙加油站爆炸...全文', '白沙加油站爆炸… 展开全文', '白沙加油站爆炸 [+12 chars]'])(
    'is asked for where %s is all there is',
    (text) => {
      expect(read('weibo-search', { id: '1', text }).warnings).toMatchObject([
        { as: 'content', kind: 'cut' },
      ]);
    },
  );

  it.each(['请下载全文', '点击展开', '事情就是这样…'])('is not asked for after %s', (text) => {
    expect(read('weibo-search', { id: '1', text }).warnings).toEqual([]);
  });
});
