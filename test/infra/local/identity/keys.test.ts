import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFeeds, readWatches } from '../../../../infra/local/chosen-feeds.ts';
import { readKeys } from '../../../../infra/local/identity/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'shixian-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = () => readFileSync(join(folder, 'keys.json'), 'utf8');

it('a feed that is asked for has a secret and a mapping from then on; the others keep theirs', () => {
  const first = readKeys(folder);
  expect(Object.keys(first.feeds)).toEqual(['demo']);
  const before = written();
  expect(readKeys(folder)).toEqual(first);
  expect(written()).toBe(before);

  const asked = readKeys(folder, readFeeds(['weibo=weibo-search', 'own']));
  expect(asked.feeds.demo).toEqual(first.feeds.demo);
  expect(asked.tokens).toEqual(first.tokens);
  expect(asked.mappings).toEqual({ weibo: 'weibo-search', own: 'shixian' });
  expect(asked.feeds.weibo?.[0]).toMatch(/^whsec_/);
  expect(asked.feeds.weibo).not.toEqual(asked.feeds.own);
  expect(readKeys(folder)).toEqual(asked);
  expect(statSync(join(folder, 'keys.json')).mode % 0o100).toBe(0);

  const other = readKeys(folder, { weibo: 'mediacrawler' });
  expect(other.feeds).toEqual(asked.feeds);
  expect(other.mappings).toEqual({ weibo: 'mediacrawler', own: 'shixian' });
});

it.each(['', '=rss', 'a b=rss', 'x'.repeat(49)])('a feed called “%s” is refused', (pair) => {
  expect(() => readFeeds([pair])).toThrow('--feed 应写作');
});

describe('how feeds are watched', () => {
  const file = join(folder, 'feeds.json');
  const watchesIn = (content: unknown) => {
    writeFileSync(file, JSON.stringify(content));
    return readWatches(file);
  };
  const WATCHED = { name: '微博监测', expected: [{ within: 'PT2H' }] };

  it('is kept until another file takes its place', () => {
    readKeys(folder, {}, watchesIn({ demo: WATCHED }));
    expect(readKeys(folder).watches).toEqual({ demo: WATCHED });
    readKeys(folder, { again: 'rss' });
    expect(readKeys(folder).watches).toEqual({ demo: WATCHED });
    readKeys(folder, {}, watchesIn({}));
    expect(readKeys(folder).watches).toEqual({});
  });

  it('is of a feed that there is', () => {
    const watches = watchesIn({ nobody: WATCHED });
    expect(() => readKeys(folder, {}, watches)).toThrow(/^没有登记数据源“nobody”;已登记:.*demo/);
  });

  it.each([
    [{ demo: {} }, 'demo.name:缺少这个设置,或类型不对'],
    [{ demo: { name: '微博', expected: [{ within: '2小时' }] } }, 'demo.expected.0.within:应为5分钟至7日'],
    [[], '(整体):'],
  ])('%j is refused by name', (content, told) => {
    expect(() => watchesIn(content)).toThrow(told);
  });
});
