import { type Asked, filterCount, type Meaning, STATES } from './asked.ts';

/** What is said above what was found. */
export const foundWords = (count: number, hasMore: boolean): string => {
  if (count === 0) return '较新的案卷里没有，还可以接着往前查';
  return hasMore ? `已列出${count}件，还有更早的` : `共${count}件`;
};

const stateName = ({ state }: Asked): string =>
  state === 'all' ? '' : (STATES.find(({ id }) => id === state)?.name ?? '');

/** Each word that was looked for; the server takes words of one character alone for one with spaces. */
const quoted = (title: string): string => {
  const words = title.split(' ');
  const isSpaced = words.every((word) => word.length === 1);
  return (isSpaced ? [title] : words).map((word) => `“${word}”`).join('和');
};

/** Why nothing was found, and whether what is meant may be a word of a title. */
export const emptyWords = (asked: Asked, meaning: Meaning): { text: string; inTitles: boolean } => {
  if (meaning.kind === 'number')
    return {
      text: `没有编号为${meaning.number}的案卷，来文、督办通知也没有这个文号，或者你无权查看`,
      inTitles: [...asked.q].length > 1,
    };
  const state = stateName(asked);
  const of = state === '' ? '案卷' : `${state}的案卷`;
  const with_ = [
    ...(meaning.kind === 'title' ? [`标题里有${quoted(meaning.title)}`] : []),
    ...(filterCount(asked) > 0 ? ['符合所设条件'] : []),
  ].join('、');
  const elsewhere = state === '' ? '' : '；可改看“全部”';
  return {
    text:
      with_ === ''
        ? `没有${of}${elsewhere}`
        : state === ''
          ? `没有${with_}的${of}`
          : `${of}里，没有${with_}的${elsewhere}`,
    inTitles: false,
  };
};
