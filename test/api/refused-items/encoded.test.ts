import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { openRefusals, type Refusals, sentBy } from './refused.ts';

const AT_ONCE = 'SX75';
let refusals: Refusals;
let office: Refusals['office'];

const itemsOf = (words: string): string => JSON.stringify([{ id: 'a', title: '反映', content: words }]);
const inEscapes = (text: string, written: (code: string) => string): string =>
  text.replace(/\p{sc=Han}/gu, (sign) => written(sign.charCodeAt(0).toString(16).padStart(4, '0')));
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = (text: string, before: string): string =>
  [...Buffer.from(text)].map((byte) => `${before}${byte.toString(16).padStart(2, '0')}`).join('');

/** How programs write what was to be JSON in UTF-8. */
const WAYS: readonly [string, (words: string) => string][] = [
  ['as it is, with a comma too many', (words) => `${itemsOf(words)},`],
  ['in escapes', (words) => `${inEscapes(itemsOf(words), (code) => `\\u${code}`)},`],
  ['in escapes that were escaped', (words) => `${inEscapes(itemsOf(words), (code) => `\\\\u${code}`)},`],
  ['as a form', (words) => `payload=${encodeURIComponent(itemsOf(words))}`],
  [
    'as a form with pluses',
    (words) => `a=1&data=${encodeURIComponent(itemsOf(words)).replaceAll('%20', '+')}`,
  ],
  ['in base64', (words) => base64(itemsOf(words))],
  ['in base64 that is broken into lines', (words) => base64(itemsOf(words)).replace(/.{76}/g, '$&\r\n')],
  ['in the base64 of addresses', (words) => Buffer.from(itemsOf(words)).toString('base64url')],
  ['in base64 within a form', (words) => `data=${encodeURIComponent(base64(itemsOf(words)))}`],
  ['in base64 that was cut', (words) => base64(`${itemsOf(words)}${'x'.repeat(9)}`).slice(0, -7)],
  ['as bytes that a program printed', (words) => `b'${hex(itemsOf(words), '\\x')}'`],
  ['as an e-mail', (words) => hex(itemsOf(words), '=').toUpperCase()],
  ['as XML', (words) => `<items><item><content>${words}</content></item></items>`],
  ['as XML in references', (words) => `<item>${inEscapes(words, (code) => `&#x${code};`)}</item>`],
];

describe.each([
  ['leizhou', '重大食品安全事故,多人死亡', '市民咨询营业时间'],
  ['nanning', '广西日报报道工商局不作为', '市民咨询营业时间'],
])('a push that is no JSON (%s)', (bureau, grave, harmless) => {
  beforeEach(async () => {
    refusals = await openRefusals(regulations[bureau]!);
    ({ office } = refusals);
    office.at('2026-03-02T18:00:00.000Z');
  });

  it.each(WAYS)('%s: is graded by its words, and kept as it came', async (_, write) => {
    for (const [words, told] of [
      [grave, 'atOnce'],
      [harmless, 'digest'],
    ] as const) {
      const text = write(words);
      expect((await office.push(undefined, { text })).status).toBe(400);
      const kept = (await refusals.list({ became: 'all' })).find((each) => each.told === told);
      expect(kept?.level).not.toBeNull();
      expect((await refusals.one(kept!.refused)).raw).toBe(text);
    }
    await office.notify();
    expect(sentBy(office, AT_ONCE).length).toBeGreaterThan(0);
  });

  it('of what is a picture nothing is said', async () => {
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251));
    await office.push(undefined, { text: bytes.toString('base64') });
    expect(await refusals.list()).toMatchObject([{ level: null, told: 'digest' }]);
  });
});

it('of what its feed marks 涉密 nothing is kept, though it was written in another way', async () => {
  refusals = await openRefusals();
  ({ office } = refusals);
  const text = base64(JSON.stringify([{ id: 'a', title: '内情', flags: ['secret'] }]));
  await office.push(undefined, { text });
  const [kept] = await refusals.list();
  expect(kept).toMatchObject({ secret: true, told: 'atOnce' });
  expect((await refusals.one(kept!.refused)).raw).toBeNull();
});

it('an item whose words are written in another way is graded by them', async () => {
  refusals = await openRefusals();
  const words = '重大食品安全事故,多人死亡';
  for (const content of [
    base64(`${words}。`),
    inEscapes(words, (code) => `&#x${code};`),
    encodeURIComponent(words),
  ])
    expect((await refusals.refuse({ content })).told).toBe('atOnce');
});
