import { ZONE } from '../../contracts/instants.ts';
import { wordsIn } from '../../contracts/plain-text.ts';
import { momentInChinese } from '../../time/instants.ts';
import { type Details, detailsOf } from './details.ts';
import { daysIn, momentsIn, type Name, namesIn, numbersIn, ordinalsIn } from './names.ts';
import type { Telling } from './telling.ts';
import { isArea, isCounty, isOfficial, longCountiesIn, type Token, tokensOf, weightOf } from './tokens.ts';
import { plainTextOf } from './told-text.ts';

/** What two texts are compared by. */
export interface Features {
  /** All its words, one behind the other. */
  all: string;
  /** In one form, with figures. */
  title: string;
  lead: string;
  text: string;
  titleTokens: readonly Token[];
  /** The first clause of its content. */
  firstTokens: readonly Token[];
  words: readonly string[];
  names: readonly Name[];
  titleNames: readonly Name[];
  titleOrdinals: readonly string[];
  days: readonly string[];
  /** The same with today, where a clock's time of it is told. */
  clockDays: readonly string[];
  /** Hours with their day. */
  moments: readonly number[];
  /** Batches, buildings, ages: which of many. */
  details: Details;
  /** 58户, 1460元, a17. */
  numbers: ReadonlySet<string>;
  /** Pairs of characters that no dictionary knows and that name no place. */
  pieces: ReadonlySet<string>;
  /** Counties that are named, whether or not it is said what they are. */
  counties: readonly string[];
  /** Word → how much it says of the matter, 0–7. What only names where it was says nothing. */
  weights: ReadonlyMap<string, number>;
  leadWeights: ReadonlyMap<string, number>;
}

const PIECE = 5;
/** A character by itself stands in many texts. */
const SINGLE = 1;
const DIVISION = /[县镇乡村区市街路]/u;
/** So many pieces at the beginning of a title are a name. */
const FIRST = 2;

/** What sort of place it was (小学, 加油站) says a little, its name nothing. */
const SORT = 2;
/** How much tokens say that name where it was; undefined for all others. */
const createNaming = (names: readonly Name[], titleTokens: readonly Token[], home: readonly string[]) => {
  const stems = [...names.map(({ stem }) => stem), ...home];
  const sorts = new Set(names.flatMap(({ what }) => [what, ...tokensOf(what).map(({ word }) => word)]));
  const whole = new Set([
    ...home,
    ...names.flatMap(({ stem, what, before = '' }) => [
      `${stem}${what}`,
      stem,
      `${stem.slice(-1)}${what}`,
      `${before}${stem[0]}`,
    ]),
  ]);
  // A title begins with where it was.
  const first = titleTokens[0]?.run;
  const isOfName = ({ run = '', at = 0 }: Token): boolean =>
    (run === first && at < FIRST) ||
    at < run.search(DIVISION) + 1 ||
    stems.some((stem) => run.includes(stem) && Math.abs(run.indexOf(stem) - at) <= stem.length);
  return (token: Token): number | undefined => {
    const { word, run } = token;
    const isName = whole.has(word) || isArea(word) || (run !== undefined && isOfName(token));
    return isName ? 0 : sorts.has(word) ? SORT : undefined;
  };
};

const weighed = ({ word, run }: Token): number =>
  run === undefined || isOfficial(word) ? weightOf(word) : [...run].length === 1 ? SINGLE : PIECE;

/** `6月7日`, by the clocks of China. */
const dayInChinese = (instant: string): string => momentInChinese(instant, ZONE).replace(/日.*/u, '日');

export const totalOf = (weights: ReadonlyMap<string, number>): number =>
  [...weights.values()].reduce((sum, weight) => sum + weight, 0);

/** All of a text that is compared. `home`: where the bureau is. */
export const featuresOf = (
  { title: givenTitle, lead, publishedAt }: Telling,
  home: readonly string[],
): Features => {
  const title = plainTextOf(givenTitle);
  const plainLead = plainTextOf(lead);
  const text = `${title}\n${plainLead}`;
  const titleTokens = tokensOf(title);
  const leadTokens = tokensOf(plainLead);
  const names = namesIn(text);
  const tokens = [...titleTokens, ...leadTokens];
  const today = publishedAt === undefined ? undefined : dayInChinese(publishedAt);
  const longCounties = longCountiesIn(text);
  const naming = createNaming(names, titleTokens, [...home, ...longCounties]);
  const weigh = (tokens: readonly Token[]): Map<string, number> => {
    const weights = new Map<string, number>();
    for (const token of tokens) {
      const weight = Math.min(naming(token) ?? weighed(token), weighed(token));
      weights.set(token.word, Math.min(weight, weights.get(token.word) ?? weight));
    }
    return weights;
  };
  const weights = weigh(tokens);
  const isUnknown = ({ word, run }: Token): boolean => run !== undefined && (weights.get(word) ?? 0) > SINGLE;
  return {
    all: wordsIn(`${givenTitle}\n${lead}`),
    title,
    lead: plainLead,
    text,
    titleTokens,
    firstTokens: tokensOf(/^[^,。;!?\n]*/u.exec(plainLead)?.[0] ?? ''),
    words: tokens.map(({ word }) => word),
    names,
    titleNames: namesIn(title),
    titleOrdinals: ordinalsIn(title),
    days: daysIn(text),
    clockDays: daysIn(text, today),
    moments: momentsIn(text, today),
    details: detailsOf(text),
    numbers: numbersIn(text),
    pieces: new Set(tokens.filter(isUnknown).map(({ word }) => word)),
    counties: [...new Set([...tokens.map(({ word }) => word).filter(isCounty), ...longCounties])],
    weights,
    leadWeights: weigh(leadTokens),
  };
};
