import { comparable } from '../wording/comparable.ts';
import type { Evidence } from './evidence.ts';
import { lettersOf, termOf } from './terms.ts';

/** What a medium's site or account has behind the medium's name. */
const OF_A_MEDIUM =
  '客户端 手机版 app 网 网站 官网 网页版 新闻 新闻中心 官方 官微 微博 微信 公众号 服务号 账号 号 视频号 抖音 抖音号 快手 快手号 头条号 百家号 企鹅号 强国号 法人 电子版 数字报 报社 社 频道 财经 评论 海外版 视频 融媒 融媒体 论坛';
const ENDING = new RegExp(
  `^(${OF_A_MEDIUM.split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')}){0,3}$`,
);
const TAKEN_FROM = /^(来源|转自|转载自|来自)/;
const SIGNS = /[\s·•|/\\\-—–_@#()()[\]【】<>《》::,,、]+/u;
/** No medium's name is longer. */
const LONGEST = 100;

const FIELDS = { siteName: '网站或平台名称', author: '作者' } as const;

/**
 * Which of these words (人民日报) are the medium that published the item, and by which field, in words for a reason. A field names a
 * medium when all of it, or of a part between signs, is its name, perhaps with what a site or an account is called (人民日报客户端);
 * 央视小王 is a person.
 */
export const publishedBy = (
  { siteName, author }: Pick<Evidence, 'siteName' | 'author'>,
  words: readonly string[],
): string[] =>
  Object.entries({ siteName, author }).flatMap(([field, given]) => {
    if (given === undefined || given.length > LONGEST) return [];
    const named = [given, ...given.split(SIGNS)].find((part) => isMedium(part, words));
    return named === undefined ? [] : [`${FIELDS[field as keyof typeof FIELDS]}为“${named.trim()}”`];
  });

const isMedium = (part: string, words: readonly string[]): boolean => {
  const { letters } = lettersOf(comparable(part));
  const name = letters.replace(TAKEN_FROM, '');
  return words.some((word) => {
    const medium = termOf(word).letters;
    return medium !== '' && name.startsWith(medium) && ENDING.test(name.slice(medium.length));
  });
};
