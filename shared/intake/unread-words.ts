import { withoutMarkup } from '../wording/markup.ts';
import { restored } from './encodings.ts';
import { plainName } from './lookalikes.ts';
import type { Mapping } from './mapping/mapping.ts';
import { pathsIn } from './mapping/paths.ts';
import type { Target } from './mapping/targets.ts';

/** What names things, and tells nothing; what others say beside it; and what a program was told to look for. */
const NO_WORDS = new Set(
  (
    'id url sitename author mediatype mediatier hotsearch unit flags source ' +
    'keyword keywords matchedkeywords matchkeywords hitkeywords hitwords matchedwords searchwords query 关键词 命中词 命中关键词 监测词 ' +
    'related relatedarticles relatednews recommend recommended recommendations 相关阅读 相关文章 推荐阅读 ' +
    'ad ads advert adverts advertisement advertisements 广告 copyright disclaimer 版权声明 免责声明'
  ).split(' '),
);
const DEEPEST = 8;
const HAN = /\p{Script=Han}/u;

/** Words, and where they stand. */
export interface Words {
  path: string;
  text: string;
}
type PassOver = (path: string) => boolean;

/** All that is said in words, wherever it stands, as it was written before a program escaped it. */
export const wordsIn = (raw: unknown, passOver: PassOver = () => false, path = '', depth = 0): Words[] => {
  if (typeof raw === 'string') {
    const text = restored(raw);
    // A page writes 境 as &#22659; too.
    const isWords = HAN.test(text) || (text.includes('&') && HAN.test(withoutMarkup(text)));
    return isWords ? [{ path, text }] : [];
  }
  if (typeof raw !== 'object' || raw === null || depth === DEEPEST) return [];
  const within = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const isNamed = !Array.isArray(raw);
  return Object.entries(raw).flatMap(([name, each]) =>
    (isNamed && NO_WORDS.has(plainName(name))) || passOver(within(name))
      ? []
      : wordsIn(each, passOver, within(name), depth + 1),
  );
};

const OWN_WORDS: readonly string[] = ['title', 'content', 'besides'] satisfies Target[];
/** A path goes through a list by its first entry or by a number. */
export const withoutNumbers = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '');

/** What an item says in fields of which nobody reads the words; `rest`: what is left of it. */
export const unreadWords = ({ fields, ignored = [] }: Mapping, rest: Record<string, unknown>): Words[] => {
  const pathsOf = (isWords: boolean): string[] =>
    Object.entries(fields).flatMap(([target, way]) =>
      typeof way === 'string' && OWN_WORDS.includes(target) === isWords
        ? pathsIn(way).map(withoutNumbers)
        : [],
    );
  // Of several ways to the words one is gone; what stands at the others is not read, though nobody names it.
  const ways = new Set(pathsOf(true));
  const others = new Set([...pathsOf(false), ...ignored].filter((path) => !ways.has(path)));
  return wordsIn(rest, (path) => others.has(withoutNumbers(path)));
};
