import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garbledIn, restored } from '../../../shared/intake/encodings.ts';

const WORDS = '食物中毒多人死亡，家属守在门店';
const asLatin1 = (text: string): string => new TextDecoder('latin1').decode(new TextEncoder().encode(text));
const asBytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
const asGbk = (text: string): string => new TextDecoder('gbk').decode(new TextEncoder().encode(text));
const inBase64 = (text: string): string => btoa(asBytes(text));
const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('a text that was written in another way', () => {
  it.each([
    ['escaped twice', escaped(WORDS)],
    ['escaped three times', escaped(WORDS).toUpperCase().replaceAll('\\U', '\\u')],
    ['read as Windows-1252', asLatin1(WORDS)],
    ['read as bytes', asBytes(WORDS)],
    ['read as Windows-1252 twice', asLatin1(asLatin1(WORDS))],
    ['with per cents', encodeURIComponent(WORDS)],
    ['in base64', inBase64(WORDS)],
    ['escaped within', `【爆料】${escaped('食物中毒')}多人死亡`],
  ])('%s is put back', (_, text) => {
    expect(restored(text)).toContain('食物中毒');
    expect(garbledIn(restored(text))).toBe('none');
  });

  it.each([
    WORDS,
    'https://example.com/?q=%E9%A3%9F%E7%89%A9',
    '见 https://example.com/%E9%A3%9F%E7%89%A9 一文',
    'C:\\users\\udisk',
    'Café déjà vu, naïve coöperation à Zürich',
    'ABCDEFGHIJKLMNOP',
    '降价30%20件',
    'UserName_1234567890abcdef',
    '',
  ])('%s stays', (text) => {
    expect(restored(text)).toBe(text);
    expect(garbledIn(text)).toBe('none');
  });

  it('is put back whatever it says', () => {
    const chinese = fc.stringMatching(/^[一-龥，。0-9a-z]{2,40}$/).filter((text) => /[一-龥]{2}/.test(text));
    fc.assert(
      fc.property(chinese, (text) => {
        expect(restored(escaped(text))).toBe(text);
        expect(restored(asBytes(text))).toBe(text);
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    const from = performance.now();
    for (const unit of ['\\u98df', '%E9', 'Ã©', 'Aa0+', '\ufffd', '?', '椋'])
      garbledIn(restored(unit.repeat(20_000)));
    expect(performance.now() - from).toBeLessThan(2000);
  });
});

describe('what cannot be put back', () => {
  it.each([
    ['食\ufffd\ufffd中毒，多人死亡，家属守在门店', 'some'],
    ['\ufffd\ufffd中毒\ufffd人\ufffd亡', 'much'],
    [asGbk(WORDS), 'much'],
    ['锟斤拷锟斤拷锟斤拷', 'much'],
    ['????????', 'much'],
    ['2026年 ???', 'none'],
    ['真的假的???', 'none'],
    ['多人住院,家属正在赶来\ufffd', 'none'],
    ['多人住院,家属正在赶来\ufffd…', 'none'],
    ['洹河边的涓涓细流', 'none'],
  ])('%s: %s', (text, garbled) => {
    expect(garbledIn(text)).toBe(garbled);
  });
});
