import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../shared/intake/mapping/apply.ts';
import { batchIn } from '../../../shared/intake/mapping/batch.ts';
import { type Mapping, readMapping } from '../../../shared/intake/mapping/mapping.ts';
import { MAPPING_NAMES, mappingNamed, mappingsFor } from '../../../shared/intake/mappings.ts';

const GOOD = { name: '某平台', fields: { id: 'id', content: 'text' } };
const faultsOf = (data: unknown) => {
  const read = readMapping(data);
  return 'faults' in read ? read.faults.map(({ place, message }) => `${place}:${message}`) : [];
};
const mapping = (fields: Mapping['fields'], more: object = {}): Mapping => {
  const read = readMapping({ name: '某平台', fields: { id: 'id', content: 'text', ...fields }, ...more });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.mapping;
};
const found = (way: string, item: unknown, around: unknown = item) =>
  applyMapping(mapping({ author: way }), { item, around }).get('author')?.found;

describe('a mapping', () => {
  it.each(MAPPING_NAMES)('%s, as it is shipped, has no fault and is itself', (name) => {
    const read = readMapping(mappingNamed(name));
    expect(read).toEqual({ mapping: mappingNamed(name) });
  });

  it('is in Beijing time unless it says otherwise', () => {
    expect(readMapping(GOOD)).toMatchObject({ mapping: { zone: 'Asia/Shanghai' } });
  });

  it.each<[string, object, string]>([
    ['no id', { ...GOOD, fields: { content: 'text' } }, 'fields.id:缺少信息编号的路径(不能是固定值)'],
    [
      'a constant id',
      { ...GOOD, fields: { id: { constant: '1' }, content: 'text' } },
      'fields.id:缺少信息编号的路径(不能是固定值)',
    ],
    ['no words', { ...GOOD, fields: { id: 'id' } }, 'fields.title:标题和正文的路径至少要有一个'],
    [
      'a field that we do not have',
      { ...GOOD, fields: { ...GOOD.fields, reposts: 'n' } },
      'fields.reposts:没有这个字段',
    ],
    [
      'a path twice for one field',
      { ...GOOD, fields: { id: 'id|mid|id', content: 'text' } },
      'fields.id:路径“id”写了不止一次',
    ],
    [
      'a path for two fields',
      { ...GOOD, fields: { ...GOOD.fields, 'metrics.views': 'n', 'metrics.reposts': 'n' } },
      'fields.metrics.reposts:路径“n”已用于 metrics.views',
    ],
    [
      'a source as a whole and in parts',
      { ...GOOD, fields: { ...GOOD.fields, source: 's', 'source.kind': 'k' } },
      'fields.source.kind:与 source 重复',
    ],
    [
      'an empty name in a path',
      { ...GOOD, fields: { id: 'a..b', content: 'text' } },
      'fields.id:路径的写法不对',
    ],
    ['an open brace', { ...GOOD, fields: { id: '{a', content: 'text' } }, 'fields.id:路径的写法不对'],
    ['a blank in a path', { ...GOOD, fields: { id: ' id', content: 'text' } }, 'fields.id:路径的写法不对'],
    ['a zone that there is not', { ...GOOD, zone: 'Mars/Base' }, 'zone:不认识的时区'],
    ['an order of dates that there is not', { ...GOOD, dateOrder: 'year' }, 'dateOrder:只能是 dayFirst'],
    ['a setting that there is not', { ...GOOD, fileds: {} }, '(整体):不认识的设置“fileds”'],
    ['no name', { fields: GOOD.fields }, 'name:缺少这一项'],
    ['no object', [1], '(整体):类型不对,应为对象'],
  ])('with %s is refused', (_, data, fault) => {
    expect(faultsOf(data)).toContainEqual(expect.stringContaining(fault));
  });

  it('is chosen for a feed by its name; one that there is not stops the program', () => {
    const mappingOf = mappingsFor({ weibo: 'weibo-search' });
    expect(mappingOf('weibo').name).toBe('微博搜索');
    for (const other of ['demo', 'constructor', '__proto__'])
      expect(mappingOf(other)).toBe(mappingNamed('shixian'));
    for (const name of ['none', 'constructor', '__proto__'])
      expect(() => mappingsFor(Object.fromEntries([['weibo', name]]))).toThrow('没有字段对应');
  });
});

describe('a way to a field', () => {
  it.each<[string, unknown, unknown]>([
    ['a', { a: 'x' }, 'x'],
    ['a.b.c', { a: { b: { c: 3 } } }, 3],
    ['a|b', { a: '', b: 'y' }, 'y'],
    ['a|b', { a: null, b: '-' }, undefined],
    ['a|b', { a: { c: 1 }, b: 'y' }, 'y'],
    ['a.1', { a: ['x', 'y'] }, 'y'],
    ['a.b', { a: [{ b: 'first' }, { b: 'second' }] }, 'first'],
    ['a', { a: ['only'] }, 'only'],
    ['a', { a: ['one', 'two'] }, ['one', 'two']],
    ['guid.#text|guid', { guid: { '#text': 'x' } }, 'x'],
    ['link.$.href', { link: [{ $: { href: 'x' } }] }, 'x'],
    ['https://example.com/{a}/{b.c}', { a: 1, b: { c: 'x' } }, 'https://example.com/1/x'],
    ['https://example.com/{a}/{b}|c', { a: 1, c: 'z' }, 'z'],
    ['toString', {}, undefined],
    ['__proto__.x', {}, undefined],
  ])('%s of %j is %j', (way, item, value) => {
    expect(found(way, item)?.value).toEqual(value);
  });

  it('may begin at the whole body', () => {
    expect(found('$.feed.title', { id: 1 }, { feed: { title: '某报' } })?.value).toBe('某报');
  });

  it('says where something stands that is no object', () => {
    expect(found('a.b', { a: [] })).toMatchObject({ path: 'a', value: [], isBlocked: true });
    expect(found('a.b', { a: 'x' })).toMatchObject({ path: 'a', value: 'x', isBlocked: true });
  });
});

describe('the items of a body', () => {
  const inBody = (items: string | undefined, body: unknown) =>
    batchIn(mapping({}, items === undefined ? {} : { items }), body);
  it.each<[string | undefined, unknown, unknown]>([
    [undefined, [1], [1]],
    ['articles', { articles: [1, 2] }, [1, 2]],
    ['rss.channel.item', { rss: { channel: { item: { title: 'x' } } } }, [{ title: 'x' }]],
    ['items', { items: { toutiao: [1], weibo: [2, 3] } }, [1, 2, 3]],
    ['articles', { id: 1 }, { id: 1 }],
    ['articles', [{ id: 1 }], [{ id: 1 }]],
  ])('%s in %j are %j', (items, body, list) => {
    expect(inBody(items, body)).toEqual(list);
  });
});
