import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { comparable } from '../../../shared/wording/comparable.ts';

const REGIONS = (['t', 'hk', 'tw'] as const).map((to) => Converter({ from: 'cn', to }));

describe('markup', () => {
  it.each([
    ['央视<em class="keyword">曝光</em>', '央视曝光'],
    ['央视<font color=\'red\' data-a="1>2" hidden size=3>曝光</FONT>', '央视曝光'],
    ['央视<img src="data:image/png;base64,AA/BB==" alt="辟谣"/>曝光', '央视曝光'],
    ['央视<!-- 辟谣 -->曝光', '央视曝光'],
    ['<!DOCTYPE html><?xml version="1.0"?>央视曝光', '央视曝光'],
    ['央视<script>if (a<b) "辟谣"</script>曝光<style>a>b{}</STYLE>', '央视曝光'],
    ['央<ruby>视<rp>(</rp><rt>shì</rt><rp>)</rp></ruby>曝光', '央视曝光'],
    ['<![CDATA[<b>央视</b>曝光]]>', '央视曝光'],
  ])('%s is %s', (text, shown) => {
    expect(comparable(text)).toBe(shown);
  });

  it.each(['br', 'p', '/p', 'div class="a"', '/li', 'td', 'h1', 'hr/'])('<%s> ends a line', (tag) => {
    expect(comparable(`央视<${tag}>曝光`)).toBe('央视\n曝光');
  });

  it.each([
    '3<5,7>6',
    '<重磅>央视曝光',
    '<a 曝光>',
    '<b曝光>',
    'x <',
    '<>',
    '</>',
    '<em class="央视曝光',
    '<!-- 央视曝光',
    '<em class=曝光>',
  ])('%s is no markup', (text) => {
    expect(comparable(text)).toBe(text);
  });

  it('has no end where none stands: a script that is not closed is text', () => {
    expect(comparable('<script>央视曝光')).toBe('央视曝光');
    expect(comparable('<!-- 央视<b>曝光</b><!-- 央视')).toBe('<!-- 央视曝光<!-- 央视');
  });

  it.each([
    ['&#22830;&#x89C6;&nbsp;曝光', '央视 曝光'],
    ['央&ZeroWidthSpace;视&shy;曝光', '央视曝光'],
    ['央视&lt;em&gt;曝光&lt;/em&gt;', '央视曝光'],
    ['央视&amp;lt;em&amp;gt;曝光', '央视曝光'],
    ['央视&amp;amp;#38;amp;#26333;光', '央视曝光'],
    ['央视&nbsp曝光', '央视 曝光'],
    ['&#x1F525;', '🔥'],
    ['a&b &nosuch; &', 'a&b &nosuch; &'],
    ['http://a.example.com/?a=1&copy=2', 'http://a.example.com/?a=1&copy=2'],
  ])('%s has the characters that references stand for', (text, shown) => {
    expect(comparable(text)).toBe(shown);
  });
});

describe('characters', () => {
  it.each([
    [
      'what is not seen',
      '食\u200b品\u00ad安\u2060全\ufeff事\ufe0f故\u{e0041}发\u202e生\u0000\ud800',
      '食品安全事故发生',
    ],
    ['marks over characters that take none', '食\u0301品\u0336\u0489安\u20e33\u20e3', '食品安3'],
    ['width', 'ＣＣＴＶ１２３１５，。', 'cctv12315,。'],
    ['circles and squares', '①⑩❶❿➀➓⓵⓫⓿Ⓐ🅐🅰㊙🈲', '1101101101110aaa秘禁'],
    ['case', 'CCTV', 'cctv'],
    ['ends of lines', '一\r\n二\r三\u2028四', '一\n二\n三\n四'],
    ['quotation marks', '“台独”「台独」‘台独’„台独"', '"台独""台独""台独""台独"'],
    ['points', '3·15 3・15 3•15 3．15', '3.15 3.15 3.15 3.15'],
    ['noughts', '二〇二六 二○二六 １○○', '二0二六 二0二六 100'],
    ['radicals', '⻝⽤⺠⾦⻋', '食用民金车'],
    ['compatibility ideographs', '\uf90a\ufa4c\u{2f8a6}', '金社慈'.normalize('NFKC')],
  ])('%s make no difference', (_what, text, plain) => {
    expect(comparable(text)).toBe(comparable(plain));
    expect(comparable(plain)).toBe(plain);
  });

  it.each([
    ['ССТV', 'cctv'],
    ['ΑPP', 'app'],
    ['СССР', 'ссср'],
    ['Монгол хэл', 'монгол хэл'],
    ['5μg', '5μg'],
  ])('a Latin word has Latin letters: %s is %s', (text, plain) => {
    expect(comparable(text)).toBe(plain);
  });

  it('of other scripts keep their marks, and letters their accents', () => {
    for (const text of ['བོད་སྐད', 'ئۇيغۇرچە', 'ᠮᠣᠩᠭᠣᠯ', 'ไทย', 'हिन्दी', 'é ü ǚ', 'й ё', 'が'])
      expect(comparable(text)).toBe(text.normalize('NFKC'));
    expect(comparable('e\u0301')).toBe('é');
  });

  it.each([
    ['○○市', '00市'],
    ['末日', '未日'],
    ['已经', '己经'],
    ['1.5', '15'],
    ['shi', 'shí'],
    ['欠薪', '缺薪'],
  ])('that differ stay apart: %s and %s', (one, other) => {
    expect(comparable(one)).not.toBe(comparable(other));
  });
});

describe('forms of Chinese characters', () => {
  it.each([
    '监管 監管',
    '里 裏 裡',
    '户 戶 戸 ⼾',
    '着 著',
    '发 發 髮',
    '干 乾 幹',
    '什么 什麼 什麽',
    '答复 答覆',
    '借口 藉口',
    '群众 羣衆 群眾',
    '为 爲 為',
    '国 國 囯',
    '学 學 斈',
    '关 關 関',
    '对 對 対',
    '台 臺 颱 檯',
  ])('%s are one', (forms) => {
    expect(new Set(forms.split(' ').map(comparable)).size).toBe(1);
  });

  it.each(Object.values(regulations))(
    'all words of $id are found in the characters of other regions',
    ({ grading }) => {
      const lists = [...grading.criteria.flatMap(({ words }) => words), ...grading.floors];
      const words = [...lists.flatMap((list) => list.words), ...Object.values(grading.negation).flat()];
      expect(words.length).toBeGreaterThan(20);
      for (const convert of REGIONS)
        for (const word of words) expect(comparable(convert(word)), word).toBe(comparable(word));
    },
  );

  it('come to one character, which comes to itself', () => {
    for (let point = 0x2e80; point < 0x2fa20; point += 1) {
      const character = String.fromCodePoint(point);
      if (!/[[\p{sc=Han}]--\p{M}]/v.test(character)) continue;
      const form = comparable(character);
      if (form !== comparable(form)) expect.fail(`${character} ${form} ${comparable(form)}`);
      if ([...form].length !== [...character.normalize('NFKC')].length) expect.fail(`${character} ${form}`);
    }
  });
});
