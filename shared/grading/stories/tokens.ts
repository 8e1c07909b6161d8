import { comparable } from '../../wording/comparable.ts';
import { AREA_NAMES } from './words/area-names.ts';
import { COMMON_WORDS } from './words/common-words.ts';
import { OFFICIAL_WORDS } from './words/official-words.ts';
import { EVENTS, EVERYDAY, ROLES, THINGS } from './words/synonyms.ts';

const fold = (words: string): string[] => comparable(words).split(/\s+/).filter(Boolean);
/** Word → the one that stands for it. */
const meanings = (lines: string): [string, string][] =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = fold(line);
      return [first, ...others].map((word): [string, string] => [word, first]);
    });
const namesOf = ({ ofTwo, longer }: { ofTwo: string; longer: string }): string[] => [
  ...(ofTwo.match(/../gu) ?? []),
  ...longer.split(' '),
];
const makeWords = () => {
  const [events, roles, things] = [meanings(EVENTS), meanings(ROLES), meanings(THINGS)];
  const everyday = new Set(fold(EVERYDAY));
  const weigh = (pairs: readonly [string, string][], weight: number) =>
    pairs.map(([, meaning]): [string, number] => [meaning, weight]);
  const meant = new Map([...things, ...roles, ...events]);
  const several = [...meant.keys()].filter((word) => word.length > 1);
  return {
    official: new Set(fold(OFFICIAL_WORDS)),
    meant,
    incidents: new Set(events.map(([, meaning]) => meaning).filter((each) => !everyday.has(each))),
    counties: new Set(namesOf(AREA_NAMES.counties)),
    /** 扎兰屯: what no dictionary has as one word. */
    longCounties: new RegExp(
      AREA_NAMES.counties.longer
        .split(' ')
        .sort((one, other) => other.length - one.length)
        .join('|'),
      'gu',
    ),
    prefectures: new Set(namesOf(AREA_NAMES.prefectures)),
    /** First character → the words of several that begin with it, the longest first. */
    byFirst: Map.groupBy(
      several.sort((one, other) => other.length - one.length),
      (word) => word[0]!,
    ),
    weights: new Map([
      ...COMMON_WORDS.flatMap(([words, weight]) =>
        (words.match(/../gu) ?? []).map((word): [string, number] => [word, weight]),
      ),
      ...weigh(things, THING),
      ...weigh(roles, ROLE),
      ...weigh(events, EVENT),
    ]),
  };
};
const [EVENT, ROLE, THING] = [4.5, 2.5, 6];
let lists: ReturnType<typeof makeWords> | undefined;
const words = () => (lists ??= makeWords());

export const RARE = 7;
const OFFICIAL = 0.5;
/** A number of three figures and more is seldom the same by chance, but for a year. */
const weightOfNumber = (word: string): number =>
  /^20\d\d$/.test(word) ? OFFICIAL : ([0, 1, 3][word.length] ?? 6);

/** Whether it says what happened, who was there, or what it was about. */
export const isOfMatter = (word: string): boolean => words().meant.has(word);

/** Whether it says that something has happened, and not what is done every day. */
export const isIncident = (word: string): boolean => words().incidents.has(word);

/** Whether it is the name of a county, or of a prefecture. */
export const isCounty = (word: string): boolean => words().counties.has(word);
export const isArea = (word: string): boolean => isCounty(word) || words().prefectures.has(word);

/** The names of counties of three characters and more in a text. */
export const longCountiesIn = (text: string): string[] => text.match(words().longCounties) ?? [];

/** Whether it stands in items of every matter. */
export const isOfficial = (word: string): boolean => words().official.has(word);

/** How much it says that two texts have this word in common: 0–7. */
export const weightOf = (word: string): number => {
  if (/^[\d.]+$/.test(word)) return weightOfNumber(word);
  const { official, weights } = words();
  if (/^[a-z]$/.test(word)) return OFFICIAL;
  return official.has(word) ? OFFICIAL : (weights.get(word) ?? RARE);
};

/** Single characters that belong to no name. */
const PARTICLES = new Set(
  '的了是在一不和有我他她它这那就也都而及与着或被把让给对从到为以之其但又很还只再个们吗呢吧啊呀哦没人上下中大小多少年月日时分点说要会能可去来看做里后前号至已未将并等均又共约于由经自向内得着过'.replace(
    /\s/g,
    '',
  ),
);
export interface Token {
  word: string;
  /** The characters in a row that no dictionary knows, of which this is a piece: a name as a rule. */
  run?: string;
  /** Where in that it stands. */
  at?: number;
}

const piecesOf = (run: string): Token[] => {
  const characters = [...run];
  const { meant } = words();
  if (characters.length < 2) return run === '' ? [] : [{ word: run, run, at: 0 }];
  return characters.slice(1).map((character, at) => {
    const pair = `${characters[at]}${character}`;
    const synonym = meant.get(pair);
    return synonym === undefined ? { word: pair, run, at } : { word: synonym };
  });
};

/** 120 is no part of 3120罐. */
const standsAt = (plain: string, word: string, at: number): boolean =>
  plain.startsWith(word, at) &&
  !(/^\d+$/.test(word) && (/\d/.test(plain[at - 1] ?? '') || /[\d.]/.test(plain[at + word.length] ?? '')));

/** The parts of a text, in order: what has synonyms, wherever it stands, the longest first; and what is between. */
function* partsOf(plain: string): Generator<{ text: string; synonym?: string }> {
  const { meant, byFirst } = words();
  let rest = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const found = byFirst.get(plain[at]!)?.find((word) => standsAt(plain, word, at));
    if (found === undefined) continue;
    if (rest < at) yield { text: plain.slice(rest, at) };
    yield { text: found, synonym: meant.get(found)! };
    rest = at + found.length;
    at = rest - 1;
  }
  if (rest < plain.length) yield { text: plain.slice(rest) };
}

let segmenter: Intl.Segmenter | undefined;
/** The words of a text without synonyms of several characters; what no dictionary knows as pairs of neighbouring characters. */
const tokensBetween = (text: string): Token[] => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const { meant } = words();
  const tokens: Token[] = [];
  let run = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const synonym = meant.get(segment);
    const isSingle = !/[\d.]/.test(segment) && [...segment].length === 1;
    if (isWordLike && isSingle && synonym === undefined && !PARTICLES.has(segment)) {
      run += segment;
      continue;
    }
    tokens.push(...piecesOf(run));
    run = '';
    if (isWordLike && (synonym !== undefined || !isSingle)) tokens.push({ word: synonym ?? segment });
  }
  return [...tokens, ...piecesOf(run)];
};

/** The words of a text in their order, each with its synonyms as one. */
export const tokensOf = (plain: string): Token[] =>
  [...partsOf(plain)].flatMap(({ text, synonym }) =>
    synonym === undefined ? tokensBetween(text) : [{ word: synonym }],
  );
