import { withoutMarkup } from '../wording/markup.ts';

/**
 * A text that a program on its way has written in another way: what can be put back is put back, and what is lost is seen. Crawlers escape
 * twice, read UTF-8 as Latin-1 or GBK, and hand on addresses or base64 for words.
 */

/** What Chinese is written with, signs in full width among it. */
const CHINESE = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef]/u;
const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

const strict = new TextDecoder('utf-8', { fatal: true });
/** Bytes as the Chinese that they are in UTF-8, be it after `again`; undefined: they are something else. */
const chineseOf = (bytes: readonly number[], again?: (text: string) => string): string | undefined => {
  try {
    const text = strict.decode(Uint8Array.from(bytes));
    const more = again?.(text) ?? text;
    return more !== text || CHINESE.test(text) ? more : undefined;
  } catch {
    return undefined;
  }
};

const ESCAPED = /(?:\\u[\da-f]{4})+/gi;
const unescaped = (text: string): string =>
  text.replace(ESCAPED, (run) =>
    String.fromCharCode(
      ...run
        .split(/\\u/i)
        .slice(1)
        .map((code) => Number.parseInt(code, 16)),
    ).toWellFormed(),
  );

/** Not within an address: there it belongs to it. */
const PER_CENT = /(?<![\w/?=&#:.%-])(?:%[\da-f]{2}){3,}/gi;
const withoutPerCents = (text: string): string =>
  text.replace(PER_CENT, (run) => {
    const bytes = run.split('%').slice(1);
    return chineseOf(bytes.map((code) => Number.parseInt(code, 16))) ?? run;
  });

/** What Windows-1252 shows for 0x80 to 0x9f, where it shows anything. */
const OF_WINDOWS = new Map(
  [
    ...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)),
  ].map((sign, index) => [sign, 0x80 + index]),
);
const BYTES_AS_LETTERS = new RegExp(`[\\u0080-\\u00ff${[...OF_WINDOWS.keys()].join('')}]{3,}`, 'g');
const readAsLatin = (text: string): string =>
  text.replace(BYTES_AS_LETTERS, (run) => {
    const bytes = [...run].map((sign) => OF_WINDOWS.get(sign) ?? sign.charCodeAt(0));
    return chineseOf(bytes, readAsLatin) ?? run;
  });

const BASE_64 = /^(?:[a-z\d+/]{4}){4,}(?:[a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/i;
const fromBase64 = (text: string): string => {
  const bare = text.trim();
  if (!BASE_64.test(bare)) return text;
  return chineseOf([...atob(bare)].map((sign) => sign.charCodeAt(0))) ?? text;
};

/** What was done to a text may have been done to it again. */
const MOST_TIMES = 3;
/** The text as it was written, as far as nothing of it is lost; the same text where nothing was done to it. */
export const restored = (text: string): string => {
  let read = text;
  for (let times = 0; times < MOST_TIMES; times += 1)
    read = readAsLatin(withoutPerCents(unescaped(fromBase64(read))));
  return read;
};

/** Bytes as forms, e-mail and programs write them, wherever they stand. */
const WRITTEN_BYTES = /(?:(?:%|=|\\x)[\da-f]{2}(?:=\r?\n)?){3,}/gi;
/** The signs of base64 that a form may not have as they are. */
const SIGNS_IN_FORMS = /%(?:2b|2f|3d)/gi;
const fromWrittenBytes = (text: string): string =>
  text.replace(SIGNS_IN_FORMS, decodeURIComponent).replace(WRITTEN_BYTES, (run) => {
    const bytes = run.match(/[\da-f]{2}/gi) ?? [];
    const read = new TextDecoder().decode(Uint8Array.from(bytes.map((code) => Number.parseInt(code, 16))));
    return read.includes('\ufffd') && !CHINESE.test(read) ? run : read;
  });
/** So long a run of such signs is no word; it may be broken into lines, in the alphabet of addresses, and without its end. */
const RUN_OF_BASE_64 = /[a-z\d+/_-]{24,}(?:\r?\n[a-z\d+/_-]+)*/gi;
const fromRuns = (text: string): string =>
  text.replace(RUN_OF_BASE_64, (run) => {
    const plain = run.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
    const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0));
    const read = new TextDecoder().decode(Uint8Array.from(atob(whole), (sign) => sign.charCodeAt(0)));
    // Cut in the middle of a character, it is words all the same; what is something else has more of these than of ours.
    return count(read, CHINESE_SIGNS) > count(read, LOST_SIGNS) ? read : run;
  });
const CHINESE_SIGNS = new RegExp(CHINESE, 'gu');
const LOST_SIGNS = /\ufffd/g;

/**
 * What a text may say that nobody could read as what it should be, however it was written: for its words alone, not to be kept in its place.
 */
export const legible = (text: string): string => {
  let read = text;
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const next = withoutMarkup(restored(fromRuns(fromWrittenBytes(read))));
    if (next === read) return read;
    read = next;
  }
  return read;
};

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** The Chinese characters that GBK has for these first and second bytes. */
const inGbk = (first: number[], second: number[]): RegExp => {
  const pairs = first.flatMap((one) => second.flatMap((other) => [one, other]));
  const signs = new TextDecoder('gbk').decode(Uint8Array.from(pairs));
  return new RegExp(`[${signs.replace(/[^\p{sc=Han}]/gu, '')}]`, 'gu');
};
/** Of Chinese in UTF-8 (E4 to E9 and two bytes from 80 to BF) that is read as GBK every third character at least is one of these, ... */
const BEGUN = inGbk(between(0xe4, 0xe9), between(0x80, 0xbf));
/** ... and many of the others are of these, which nobody writes. */
const JOINED = inGbk(between(0x81, 0xa0), between(0xe4, 0xe9));
const OFTEN = 5;

/** What stands for bytes that nobody could read: not at the end, where a text was cut. */
const LOST = /\ufffd(?!\s*\ufffd*\s*(?:…|\.{3})?\s*$)|锟斤拷|烫烫烫|屯屯屯/gu;
/** All that a table of another encoding left of a text without a letter. */
const QUESTIONS = /\?{3,}/g;

const lostIn = (text: string): number => {
  const characters = count(text, /\p{sc=Han}/gu);
  const isReadAsGbk = count(text, BEGUN) * OFTEN >= characters && count(text, JOINED) > 0;
  const questions = /\p{L}/u.test(text) ? 0 : count(text, QUESTIONS);
  return count(text, LOST) + (isReadAsGbk ? characters : 0) + questions;
};

/** How much of a text nobody can read: `none`, `some`, or so much (a third) that it may say anything. */
export const garbledIn = (text: string): 'none' | 'some' | 'much' => {
  const lost = lostIn(text);
  if (lost === 0) return 'none';
  return lost * 3 >= count(text, /\p{sc=Han}/gu) ? 'much' : 'some';
};
