import { Converter } from 'opencc-js/cn2t';
import type { Words } from './matters.ts';
import type { Random } from './random.ts';

// How people and vendors write the same: each noise changes what is read by a program, and nothing that an eye reads.

const traditional = Converter({ from: 'cn', to: 'tw' });
const each = (change: (text: string) => string) => (words: Words) => ({
  title: change(words.title),
  content: change(words.content),
});
/** Something at every so many characters. */
const between = (text: string, every: number, what: string): string =>
  [...text]
    .map((character, place) => (place % every === every - 1 ? `${character}${what}` : character))
    .join('');
const wide = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0));
const escaped = (text: string): string =>
  [...text]
    .map((character, place) =>
      place % 9 === 4 ? `&#x${character.codePointAt(0)!.toString(16)};` : character,
    )
    .join('');
/** As much of a text as a list shows of it. */
const SHOWN = 24;

type Noise = (words: Words, random: Random) => Words;
export const NOISES: Readonly<Record<string, Noise>> = {
  plain: (words) => words,
  markup: ({ title, content }) => ({
    title: `<em>${title}</em>`,
    content: `<p>${content.replaceAll('。', '。</p><p>')}<br/>&nbsp;<a href="https://www.example.com/?a=1&amp;b=2">全文</a></p>`,
  }),
  escaped: each(escaped),
  traditional: each((text) => traditional(text)),
  widths: each(wide),
  hidden: each((text) => between(text, 5, '\u200b')),
  signs: each((text) => between(text, 11, '·')),
  blanks: each((text) => between(text, 7, ' \u3000')),
  emoji: ({ title, content }) => ({ title: `🔥${title}‼️`, content: `#热点# @某人 ${content}👨‍👩‍👧‍👦😱` }),
  truncated: ({ title, content }) => ({ title, content: `${content.slice(0, SHOWN)}…全文` }),
  repost: ({ title, content }, random) => ({
    title: `转发微博:${title}`,
    content: `转发 //@市民${random.digits(3)}:${content}`,
  }),
  lines: ({ title, content }) => ({ title, content: content.replaceAll('。', '。\r\n\r\n') }),
};
