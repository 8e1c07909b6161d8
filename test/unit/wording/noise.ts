import fc from 'fast-check';
import { Converter } from 'opencc-js';
import ideographs from 'opencc-js/dict/CJK_Compatibility_Ideographs';
import { RADICALS } from '../../../shared/wording/radicals.ts';

/** A text is taken apart into characters; noise is another writing of each, and what stands between them. */
type Made = (character: string) => string;

const groupsOf = (pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const [form, character] of pairs) groups.set(character, [...(groups.get(character) ?? []), form]);
  return groups;
};
const compatible = Array.from({ length: 0xd6 }, (_, index): [string, string] => {
  const radical = String.fromCodePoint(0x2f00 + index);
  return [radical, radical.normalize('NFKC')];
});
const radicals = [...RADICALS];
/** Han character → what else looks like it. */
const LOOKS = groupsOf([
  ...compatible,
  ...radicals.flatMap((radical, at): [string, string][] =>
    at % 2 === 0 ? [[radical, radicals[at + 1]!]] : [],
  ),
  ...ideographs.split('|').map((entry) => entry.split(' ') as [string, string]),
]);
const REGIONS = (['t', 'hk', 'tw'] as const).map((to) => Converter({ from: 'cn', to }));
const MARKS = ['\u0301', '\u0336\u0489', '\u20e3', '\ufe0f', '\u{e0101}', '\u0300'.repeat(40)];

const isHan = (character: string): boolean => /\p{sc=Han}/u.test(character);
const isAscii = (character: string): boolean => /^[!-~]$/.test(character);

const reference = (character: string): string => `&#${character.codePointAt(0)};`;
const WRITINGS: readonly Made[] = [
  (character) => character,
  reference,
  (character) => `&#x${character.codePointAt(0)!.toString(16)};`,
  (character) => reference(character).replace('&', '&amp;'),
  (character) => reference(character).replace('&', '&amp;amp;#38;'),
  (character) => (isAscii(character) ? String.fromCodePoint(character.codePointAt(0)! + 0xfee0) : character),
  (character) => character.toUpperCase(),
  (character) => (/^[1-9]$/.test(character) ? String.fromCodePoint(0x245f + Number(character)) : character),
  (character) => (/^[1-9]$/.test(character) ? String.fromCodePoint(0x2775 + Number(character)) : character),
  ...REGIONS.map(
    (convert): Made =>
      (character) =>
        isHan(character) ? convert(character) : character,
  ),
  ...[0, 1].map(
    (at): Made =>
      (character) =>
        LOOKS.get(character)?.[at] ?? character,
  ),
  ...MARKS.map(
    (mark): Made =>
      (character) =>
        isHan(character) ? character + mark : character,
  ),
];

/** What an eye does not see, or sees and does not read. */
const BETWEEN: readonly string[] = [
  ...['\u200b', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u034f', '\u061c', '\u202e', '\u2066', '\u180e'],
  ...[
    '\u3164',
    '\u{e0041}',
    '\u{e007f}',
    '\u0000',
    '\u001b',
    '\u009f',
    '\ud83d',
    ' ',
    '\t',
    '\u3000',
    '\u00a0',
    '\u2800',
  ],
  ...['&nbsp;', '&zwj;', '&shy;', '&ZeroWidthSpace;', '&#8203;', '&amp;#xFEFF;', '&NBSP;'.toLowerCase()],
  ...[
    '<em>',
    '</em>',
    '<em class="keyword">',
    '<font color=\'red\' data-x="a>b">',
    '</FONT>',
    '<wbr/>',
    '<img src="/a.png" alt="辟谣">',
  ],
  ...[
    '<!-- 辟谣,未造成死亡 -->',
    '<script>var a = "央视曝光";</script>',
    '<style>.a > b {}</style>',
    '&lt;b&gt;',
    '&amp;lt;/b&amp;gt;',
  ],
];
/** Signs that part nothing within a word. */
const SIGNS = [...'-_*/|~+=#@^.·•…—()[]{}【】《》★■→😀🔥', '👨‍👩‍👧'];

const woven = (text: string, between: (index: number) => string, written: (index: number) => Made): string =>
  [...text].map((character, index) => written(index)(character) + between(index)).join('');

/** The text with noise of all kinds at any places. */
export const noisy = (text: string): fc.Arbitrary<string> => {
  const { length } = [...text];
  const each = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: length, maxLength: length });
  const writing = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(WRITINGS.length - 1));
  const put = fc.oneof(fc.constant(''), fc.constantFrom(...BETWEEN));
  return fc.tuple(each(writing), each(put)).map(([written, between]) =>
    woven(
      text,
      (at) => between[at]!,
      (at) => WRITINGS[written[at]!]!,
    ),
  );
};

/** The text with signs between letters, but not beside figures, where they are read. */
export const signed = (text: string): fc.Arbitrary<string> => {
  const characters = [...text];
  const isLetter = (at: number): boolean => /[^\P{L}\d]/u.test(characters[at] ?? '');
  return fc
    .array(fc.oneof(fc.constant(''), fc.constantFrom(...SIGNS)), {
      minLength: characters.length,
      maxLength: characters.length,
    })
    .map((signs) =>
      woven(
        text,
        (at) => (isLetter(at) && isLetter(at + 1) ? signs[at]! : ''),
        () => (character) => character,
      ),
    );
};
