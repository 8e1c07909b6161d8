import type { Words } from './matters.ts';

/** A post, ready to be written in the form of a vendor. */
export interface Post extends Words {
  id: string;
  url: string;
  published: string | number | null;
  reposts: string | number | null;
  views: string | number | null;
  comments: string | number | null;
  author: string;
}
interface Shape {
  item: (post: Post) => object;
  /** `now`: in milliseconds since the epoch. */
  body: (items: readonly object[], now: number) => unknown;
  /** Title and content are one text. */
  isOneText?: true;
}

/** Mapping → how its vendor writes a post, and a push of several. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  shixian: {
    item: ({ id, title, content, url, published, author, ...counts }) => ({
      ...{ id, title, content, url, publishedAt: published, siteName: '示例论坛', author },
      metrics: counts,
    }),
    body: (items) => (items.length === 1 ? items[0] : { items }),
  },
  'weibo-search': {
    item: ({ id, title, content, published, reposts, comments, author }) => ({
      ...{ id, bid: `M${id}`, user_id: '1000000001', screen_name: author, text: `${title}。${content}` },
      ...{ reposts_count: reposts, comments_count: comments, attitudes_count: '12', created_at: published },
      ...{ source: 'iPhone客户端', topics: '', pics: '', location: '' },
    }),
    body: (items) => items,
    isOneText: true,
  },
  mediacrawler: {
    item: ({ id, title, content, url, published, reposts, comments, views, author }) => ({
      ...{ note_id: id, type: 'normal', title, desc: content, note_url: url, time: published },
      ...{ nickname: author, liked_count: '7', shared_count: reposts, comment_count: comments },
      ...{ video_play_count: views, source_keyword: '示例' },
    }),
    body: (items) => items,
  },
  newsapi: {
    item: ({ title, content, url, published, author }) => ({
      source: { id: null, name: '某报' },
      ...{ author, title, description: content.slice(0, 20), content, url, publishedAt: published },
      urlToImage: null,
    }),
    body: (items) => ({ status: 'ok', totalResults: items.length, articles: items }),
  },
  'json-feed': {
    item: ({ id, title, content, url, published, author }) => ({
      ...{ id, title, url, content_text: content, date_published: published, authors: [{ name: author }] },
      tags: ['示例'],
    }),
    body: (items) => ({ version: 'https://jsonfeed.org/version/1.1', title: '示例网', items }),
  },
  rss: {
    item: ({ id, title, content, url, published, author }) => ({
      ...{ title, link: url, guid: { '#text': id, '@_isPermaLink': 'false' }, pubDate: published },
      ...{ description: content, 'dc:creator': author },
    }),
    body: (items) => ({ rss: { '@_version': '2.0', channel: { title: '某区发布', item: items } } }),
  },
  'hot-list': {
    item: ({ id, title, content, url }) => ({ id, title, url, extra: { hover: content, info: '52万热度' } }),
    body: (items, now) => ({ status: 'success', id: 'example', updatedTime: now, items }),
  },
};
