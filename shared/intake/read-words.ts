import { linkIn } from '../contracts/plain-text.ts';
import { comparable } from '../wording/comparable.ts';
import { withoutMarkup } from '../wording/markup.ts';
import { garbledIn, restored } from './encodings.ts';
import { secretMarkIn } from './names.ts';
import { cannotRead, givenAs, type Reading, say, use } from './reading.ts';
import { titleOf } from './warn.ts';

const LONGEST_TITLE = 500;
const LONGEST_URL = 4000;
/** As much of a text as stands for the title that is missing. */
const FROM_CONTENT = 60;
/** The title of a text lies within its first characters: of a long one no more is looked at. */
const LOOKED_AT = 4000;

/** The beginning of a text: its first line or sentence, without markup. */
const beginningOf = (content: string): string => {
  const plain = withoutMarkup(content.slice(0, LOOKED_AT))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\s\p{Cf}]+$/u, '')
    .trim();
  const sentence = /^[^\n。！？!?]+[。！？!?]?/u.exec(plain)?.[0] ?? plain;
  const short = [...sentence.trim()].slice(0, FROM_CONTENT).join('');
  return short.length < sentence.trim().length ? `${short}…` : short;
};

const paragraphsIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value.join('\n')
    : undefined;
};

/** What of a text was put back is left beside it as it came; what cannot be is said, the louder the more it is. */
const readable = (reading: Reading, target: 'title' | 'content' | 'besides', given: string): string => {
  const text = restored(given);
  const mark = secretMarkIn(text.slice(0, LOOKED_AT));
  if (mark !== undefined)
    say(reading, 'flags', {
      path: givenAs(reading, target)?.path ?? target,
      value: mark,
      kind: 'unused',
      message: `${titleOf(target)}中像是密级标志“${mark}”,没有读取`,
      isGrave: true,
    });
  const garbled = garbledIn(text);
  if (garbled !== 'none')
    say(reading, target, {
      kind: 'unread',
      message: `${titleOf(target)}有乱码,无法完整识别,请数据源核对编码`,
      ...(garbled === 'much' ? { isGrave: true } : {}),
    });
  else if (text !== given)
    say(reading, target, {
      kind: 'restored',
      message: `${titleOf(target)}的编码不对,已还原为文字,原文一并保存`,
    });
  return text;
};

const textAt = (reading: Reading, target: 'title' | 'content' | 'besides'): string | undefined => {
  const found = givenAs(reading, target);
  if (found === undefined) return undefined;
  const text = paragraphsIn(found.value);
  if (text === undefined) {
    cannotRead(reading, target, '类型不对,应为文字');
    return undefined;
  }
  const read = readable(reading, target, text);
  if (read === text) use(reading, found);
  return read.trim() === '' ? undefined : read;
};

/** Where a platform or a news service has cut a text. */
const CUT = /(?:\[\+\d+ chars?\]|(?:…|\.{3}) *(?:全文|展开|展开全文|查看全文|阅读全文|显示全部))\s*$/;

/** The ends of a text that was cut: within a tag, within a reference, with points. */
const CUT_ENDS = [/<[^<>]*$/, /&[^&;\s]*$/, /(?:…|\.{3}|\s)+$/];
/** Whether a text says what stands beside it, too. */
const says = (content: string, besides: string): boolean => {
  const begun = CUT_ENDS.reduce((text, end) => text.replace(end, ''), besides.slice(0, LOOKED_AT));
  return comparable(content).includes(comparable(begun));
};

/** The content with what stands beside it, where that says something else. */
const contentOf = (reading: Reading): string | undefined => {
  const content = textAt(reading, 'content');
  const besides = textAt(reading, 'besides');
  if (besides === undefined && CUT.test(content?.slice(-FROM_CONTENT) ?? ''))
    say(reading, 'content', { kind: 'cut', message: '正文像是节选,请推送全文' });
  if (content === undefined || besides === undefined) return content ?? besides;
  return says(content, besides) ? content : `${content}\n${besides}`;
};

/**
 * What an item says. A content alone gets a title from its beginning; a title that is too long is cut, and no word of it is lost: the whole
 * stands before the content. `title` undefined: there are no words.
 */
export const readWordsOf = (reading: Reading): { title?: string; content?: string } => {
  const given = { title: textAt(reading, 'title')?.trim(), content: contentOf(reading) };
  const { title, content } = given;
  if (title === undefined) {
    const beginning = content === undefined ? '' : beginningOf(content);
    return content === undefined || beginning === '' ? {} : { title: beginning, content };
  }
  if (title.length <= LONGEST_TITLE) return { title, ...(content === undefined ? {} : { content }) };
  say(reading, 'title', { kind: 'cut', message: `标题超过${LONGEST_TITLE}字,取其前部,全文并入正文` });
  return {
    title: title.slice(0, LONGEST_TITLE).toWellFormed(),
    content: content === undefined ? title : `${title}\n${content}`,
  };
};

/** An address that a page may lead to. */
export const readUrl = (reading: Reading): string | undefined => {
  const found = givenAs(reading, 'url');
  if (found === undefined) return undefined;
  const { value } = found;
  const url = typeof value === 'string' && value.length <= LONGEST_URL ? linkIn(value) : undefined;
  if (url === undefined) cannotRead(reading, 'url', '不是 http 或 https 的网址');
  else use(reading, found);
  return url;
};
