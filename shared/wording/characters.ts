/**
 * What takes no room on a line: joiners, marks of order, selectors of a glyph, tags, control characters, halves of a character. In
 * Mongolian and Uyghur joiners choose the shape of a letter, not the letter.
 */
const UNSEEN = /[[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}]--[\t\n\r]]/gv;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
/** No letter of any language has as many (the Stream-Safe Text Format of UAX #15); to sort more takes ever longer. */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;
/** Marks over what takes none: Chinese characters, figures, signs, and letters that have no such accent. */
const STRAY_MARKS =
  /(^|[\p{sc=Han}\p{sc=Bopomofo}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}[^\p{L}\p{M}]])\p{M}+/gv;

/** Without what is not seen, in one width, with figures and letters out of their circles (NFKC), lines ended by \n. */
export const plainCharacters = (text: string): string =>
  withoutCircles(
    text
      .replace(UNSEEN, '')
      .replace(LINE_ENDS, '\n')
      .replace(TOO_MANY_MARKS, '$1')
      .normalize('NFKC')
      .replace(STRAY_MARKS, '$1'),
  );

/** Figures and letters in circles and squares that normalisation leaves alone: the first, how many, what the first is. */
const CIRCLED: readonly [from: number, count: number, first: number | string][] = [
  [0x24eb, 10, 11],
  [0x24f5, 10, 1],
  [0x24ff, 1, 0],
  [0x2776, 10, 1],
  [0x2780, 10, 1],
  [0x278a, 10, 1],
  [0x1f150, 26, 'A'],
  [0x1f170, 26, 'A'],
];
const IN_CIRCLES = new Map(
  CIRCLED.flatMap(([from, count, first]) =>
    Array.from({ length: count }, (_, index): [string, string] => [
      String.fromCodePoint(from + index),
      typeof first === 'number' ? String(first + index) : String.fromCharCode(first.charCodeAt(0) + index),
    ]),
  ),
);
const withoutCircles = (text: string): string =>
  text.replace(/[\u24eb-\u24ff\u2776-\u2793\u{1f150}-\u{1f189}]/gu, (each) => IN_CIRCLES.get(each) ?? each);

/** Cyrillic and Greek letters, each followed by the Latin one that looks like it. */
const LOOK_ALIKE = new Map(
  (
    'АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ЅS ІI ЈJ ԚQ ԜW аa еe оo рp сc уy хx іi ѕs јj һh ԛq ԝw ' +
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa ιi νv οo ρp υu'
  )
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);
const WORDS_OF_LETTERS = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+/gv;
const MIXED = /\p{sc=Latin}[\p{sc=Cyrillic}\p{sc=Greek}]|[\p{sc=Cyrillic}\p{sc=Greek}]\p{sc=Latin}/v;

/** A word with a Latin letter in it has Latin letters alone: ССТV is CCTV. A Russian, Mongolian or Greek word stays as it is. */
export const latinWords = (text: string): string =>
  MIXED.test(text)
    ? text.replace(WORDS_OF_LETTERS, (word) =>
        MIXED.test(word) ? word.replace(/./gu, (letter) => LOOK_ALIKE.get(letter) ?? letter) : word,
      )
    : text;

/** Noughts: 〇 always, a circle behind a figure (二○二六); elsewhere it stands for what somebody left out. */
const CIRCLES_BEHIND_FIGURES = /(?<=[\d〇零一二三四五六七八九十百千]\s*)[○◯][○◯\s]*/gu;

/** Signs that look alike as one: quotation marks of all kinds, points in the middle of a line, noughts. */
export const plainSigns = (text: string): string =>
  text
    .replace(/['“”„‟‘’‚‛«»‹›「」『』〝〞〟]/gu, '"')
    .replace(/[·・•‧∙⋅●⸱]/gu, '.')
    .replace(CIRCLES_BEHIND_FIGURES, (circles) => circles.replace(/[○◯]/gu, '0'))
    .replaceAll('〇', '0')
    // A blank of Braille has no points.
    .replaceAll('\u2800', ' ');
