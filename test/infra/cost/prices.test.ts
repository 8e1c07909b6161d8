import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PRICE_FILE, PRICED, type Prices, readPrices } from '../../../infra/cost/sheet/prices.ts';

const folder = mkdtempSync(join(tmpdir(), 'shixian-prices-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'prices.json');
// biome-ignore lint/suspicious/noExplicitAny: it is damaged on purpose.
type Content = any;
const readAs = (change: (content: Content) => unknown): Prices => {
  const content = JSON.parse(readFileSync(PRICE_FILE, 'utf8'));
  change(content);
  writeFileSync(path, JSON.stringify(content));
  return readPrices(path);
};

it('our own file names a source and a date for every price, and has none for messages', () => {
  const { items, collectedOn, currency } = readPrices(PRICE_FILE);
  expect(Object.keys({ ...items, smsMessage: 1 }).sort()).toEqual(Object.keys(PRICED).sort());
  expect(items.smsMessage).toBeUndefined();
  expect(collectedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(currency).toBe('USD');
});

it('another file may have another currency and a price for messages', () => {
  const price = { price: 0.045, per: 1, source: '合同', trust: '合同' };
  const prices = readAs((content) => {
    content.currency = 'CNY';
    content.items.smsMessage = price;
  });
  expect(prices.currency).toBe('CNY');
  expect(prices.items.smsMessage).toEqual(price);
});

it.each<[string, (content: Content) => unknown, string]>([
  [
    'a missing price',
    (content) => Reflect.deleteProperty(content.items, 'writeUnit'),
    'items.writeUnit 缺少',
  ],
  [
    'a negative price',
    (content) => Object.assign(content.items.readUnit, { price: -1 }),
    'items.readUnit.price 不对',
  ],
  [
    'a price for nothing',
    (content) => Object.assign(content.items.readUnit, { per: 0 }),
    'items.readUnit.per 不对',
  ],
  [
    'a price as text',
    (content) => Object.assign(content.items.readUnit, { price: '1' }),
    'items.readUnit.price 不对',
  ],
  [
    'a missing source',
    (content) => Reflect.deleteProperty(content.items.apiRequest, 'source'),
    'items.apiRequest.source 缺少',
  ],
  ['an unknown price', (content) => Object.assign(content.items, { water: {} }), 'items 中有不认识的 water'],
  ['a currency in words', (content) => (content.currency = '人民币'), 'currency 不对'],
  ['a date that is none', (content) => (content.collectedOn = '去年'), 'collectedOn 不对'],
])('names %s', (_, change, place) => {
  expect(() => readAs(change)).toThrow(place);
  expect(() => readAs(change)).toThrow(/^[^\n]*。$/);
});

it('says of a file that is not there, or no JSON, what is the matter', () => {
  expect(() => readPrices(join(folder, 'none.json'))).toThrow('无法读取');
  writeFileSync(path, '{');
  expect(() => readPrices(path)).toThrow('不是有效的 JSON');
});
