import type { SuspicionGround } from '../../case/events/parts.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { lengthInDays, millisecondsOf } from '../../time/instants.ts';
import { isUnsure } from './address.ts';
import { conflictsOf, sharesPlace } from './conflicts.ts';
import { type Features, featuresOf, totalOf } from './features.ts';
import { namesIn } from './names.ts';
import type { Telling } from './telling.ts';

/** Why two items are one matter: their address, all their words, a text that is copied, a title that is quoted, what is told again. */
export type SameGround = 'address' | 'words' | 'copied' | 'quoted' | 'short' | 'retold';
/** `same`: one matter; `suspected`: perhaps, a person is to say; `apart`: two matters. */
export type Comparison = {
  /** How much of what the shorter of both says is in the other, 0–1. */
  likeness: number;
} & (
  | { outcome: 'same'; ground: SameGround }
  | { outcome: 'suspected'; ground: SuspicionGround }
  | { outcome: 'apart'; ground: 'area' | 'ordinal' | 'otherWords' }
);

/** By what a bureau compares. */
export interface Measure {
  /** So many days apart two reports of one matter may be. */
  days: number;
  /** The share of a text that another has to have to be a copy of it, 0–1. */
  copied: number;
  /** Where the bureau is: what nearly every item names. */
  home: readonly string[];
}

/** 宁波市鄞州区民政局: 宁波, 鄞州. */
const placesIn = (bureau: string): string[] =>
  [...bureau.matchAll(/(\p{sc=Han}{2,4}?)[市县区旗]/gu)].map(([, place]) => place!);

export const measureOf = ({ grading, bureau }: Pick<Regulation, 'grading' | 'bureau'>): Measure => ({
  days: lengthInDays(grading.sameStory.window),
  copied: grading.sameStory.similarity,
  home: placesIn(bureau),
});

/** Features take more room than what they are made of; those of the tellings compared last are kept. */
const KEPT = 2000;
const known = new Map<Telling, Features>();
export const featuresFor = (telling: Telling, home: readonly string[] = []): Features => {
  const features = known.get(telling) ?? featuresOf(telling, home);
  known.delete(telling);
  known.set(telling, features);
  if (known.size > KEPT) known.delete(known.keys().next().value!);
  return features;
};

const sharedWeights = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number[] => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return [...small].map(([word, weight]) => Math.min(weight, large.get(word) ?? 0));
};
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const sharedWeight = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  sum(sharedWeights(a, b));

const piecesOf = ({ words }: Features): Set<string> =>
  new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
/** The share of three words in a row that the shorter has in common with the other. */
const copiedShare = (a: Features, b: Features): number => {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  const shared = [...one].filter((piece) => other.has(piece)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
};

/** A lead under this says too little to be known again by that. */
const LONG = 22;
const VERY_LONG = 90;
/** Whether the other text has a lead with its names and numbers, but for a few words of whoever passes it on. */
const isCopied = ({ lead, leadWeights }: Features, { text, weights }: Features, least: number): boolean => {
  const total = totalOf(leadWeights);
  const shared = sharedWeight(leadWeights, weights);
  const isThere =
    total >= LONG && (shared >= total * 0.93 || (shared >= total * least && total - shared <= 30));
  const lost = namesIn(lead).filter(({ stem }) => !text.includes(stem) && !stem.includes('和')).length;
  const hasNumbers = numbersIn(lead).every((number) => text.includes(number));
  // In a long text what looks like a name may be none.
  return isThere && hasNumbers && lost <= (total >= VERY_LONG ? 1 : 0);
};
const numbersIn = (text: string): string[] => text.match(/\d{2,}/g) ?? [];
interface Measured {
  shared: number;
  /** What each says in all. */
  smaller: number;
  larger: number;
  /** The weight of the rarest word that both have. */
  rarest: number;
  /** How many words that say something they have in common. */
  words: number;
  likeness: number;
  copied: number;
  isCopy: boolean;
}
const SAYING = 2.5;
const measure = (a: Features, b: Features, least: number): Measured => {
  const weights = sharedWeights(a.weights, b.weights);
  const shared = sum(weights);
  const [one, other] = [totalOf(a.weights), totalOf(b.weights)];
  const smaller = Math.min(one, other);
  return {
    shared,
    smaller,
    larger: Math.max(one, other),
    rarest: Math.max(0, ...weights),
    words: weights.filter((weight) => weight >= SAYING).length,
    likeness: smaller === 0 ? 0 : shared / smaller,
    copied: copiedShare(a, b),
    isCopy: isCopied(a, b, least) || isCopied(b, a, least),
  };
};
const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

const SHORT = 60;

const sharesDay = (a: Features, b: Features): boolean => a.days.some((day) => b.days.includes(day));
/** One names an area, and the other has its name, as a rule without 镇 or 县. */
const sharesArea = (a: Features, b: Features, home: readonly string[]): boolean => {
  const isIn = ({ names }: Features, { text }: Features): boolean =>
    names.some(({ kind, stem }) => (kind === 'town' || kind === 'county') && text.includes(stem));
  const isHome = home.some((place) => a.text.includes(place) && b.text.includes(place));
  return isHome || isIn(a, b) || isIn(b, a);
};

const NOTICE = /^关于.+的?(?:通报|说明|情况|致歉|回应|公告)|情况(?:通报|说明)|警情通报|致歉信/u;
/** One is an office's own notice about a house that the other names. */
const isNoticeOf = (a: Features, b: Features): boolean => {
  const isOf = (notice: Features, { text }: Features): boolean =>
    NOTICE.test(notice.title) &&
    notice.titleNames.some(({ kind, stem }) => kind === 'house' && text.includes(stem));
  return isOf(a, b) || isOf(b, a);
};

/** How much has to be told twice, and how much of the shorter that must be: less where the same house or day is named as well. */
const RETOLD = {
  both: { shared: 6, likeness: 0.1 },
  notice: { shared: 4.5, likeness: 0.06 },
  place: { shared: 7, likeness: 0.125 },
  day: { shared: 12, likeness: 0.16 },
  area: { shared: 14, likeness: 0.17 },
  none: { shared: 16, likeness: 0.2 },
};
/** The same of a title alone, beside another title or a text. */
const SHORTLY = {
  title: {
    place: { shared: 4.5, likeness: 0.3 },
    area: { shared: 6.5, likeness: 0.5 },
    none: { shared: 10, likeness: 0.4 },
  },
  text: {
    place: { shared: 6, likeness: 0.35 },
    area: { shared: 8, likeness: 0.36 },
    none: { shared: 11, likeness: 0.45 },
  },
};
/** Two words are enough where they are nearly all that a title says. */
const NEARLY_ALL = { shared: 6.5, likeness: 0.7, words: 2 };
/** In the same area one word that is seldom used is enough. */
const RARELY = {
  title: { rarest: 6, shared: 6, likeness: 0.42 },
  text: { rarest: 6, shared: 6, likeness: 0.5 },
};
const reaches = ({ shared, likeness }: Measured, least: { shared: number; likeness: number }): boolean =>
  shared >= least.shared && likeness >= least.likeness;

const QUOTED = 10;
/** A whole title, not a short one, stands in the other text. */
const quotesTitle = (a: Features, b: Features): boolean => {
  const [one, other] = [wordsOf(a.title), wordsOf(b.title)];
  return (
    (one.length >= QUOTED && wordsOf(b.text).includes(one)) ||
    (other.length >= QUOTED && wordsOf(a.text).includes(other))
  );
};

/** A title names a house of which the other text says nothing. */
const namesAnother = (a: Features, b: Features): boolean =>
  a.titleNames.some(({ kind }) => kind === 'house') &&
  a.titleNames.every(({ kind, stem }) => kind !== 'house' || !b.text.includes(stem));

const isToldShortly = (a: Features, b: Features, measured: Measured, isArea: boolean): boolean => {
  const beside = measured.larger < SHORT ? 'title' : 'text';
  if (beside === 'text' && (namesAnother(a, b) || namesAnother(b, a))) return false;
  const where = sharesPlace(a, b) ? 'place' : isArea ? 'area' : 'none';
  const least = RARELY[beside];
  const isRare = where !== 'none' && measured.rarest >= least.rarest && reaches(measured, least);
  const isNearlyAll = measured.words >= NEARLY_ALL.words && reaches(measured, NEARLY_ALL);
  return isNearlyAll || reaches(measured, SHORTLY[beside][where]) || isRare;
};

/** On what ground the words are those of one matter, leaving aside what tells them apart. */
const groundOf = (
  a: Features,
  b: Features,
  measured: Measured,
  home: readonly string[],
): SameGround | undefined => {
  const [place, day, area] = [sharesPlace(a, b), sharesDay(a, b), sharesArea(a, b, home)];
  if (measured.isCopy) return 'copied';
  if (measured.likeness >= 0.3 && quotesTitle(a, b)) return 'quoted';
  if (measured.smaller < SHORT && isToldShortly(a, b, measured, area)) return 'short';
  if (measured.copied >= 0.3) return undefined;
  const told =
    place && isNoticeOf(a, b)
      ? 'notice'
      : place && day
        ? 'both'
        : place
          ? 'place'
          : day
            ? 'day'
            : area
              ? 'area'
              : 'none';
  return reaches(measured, RETOLD[told]) ? 'retold' : undefined;
};

const SAYING_SOMETHING = 4;

const compareWords = (one: Telling, other: Telling, { days, copied: least, home }: Measure): Comparison => {
  const [a, b] = [featuresFor(one, home), featuresFor(other, home)];
  // 官方通报来了!, 突发!: such words say nothing of which matter it is.
  if (a.all === b.all && Math.max(totalOf(a.weights), totalOf(b.weights)) >= SAYING_SOMETHING)
    return { outcome: 'same', likeness: 1, ground: 'words' };
  const measured = measure(a, b, least);
  const { likeness, copied } = measured;
  const ground = groundOf(a, b, measured, home);
  const [conflict] = conflictsOf(a, b, days);
  if (ground !== undefined && conflict === undefined) return { outcome: 'same', likeness, ground };
  if (conflict === 'area' || conflict === 'ordinal') return { outcome: 'apart', likeness, ground: conflict };
  if (ground !== undefined && conflict !== undefined)
    return { outcome: 'suspected', likeness, ground: conflict };
  if (copied >= 0.3 && likeness >= 0.5) return { outcome: 'suspected', likeness, ground: 'template' };
  const isHint = measured.smaller < SHORT && (sharesPlace(a, b) || sharesArea(a, b, home));
  const hints = isHint ? { shared: 6, likeness: 0.35 } : { shared: 14, likeness: 0.15 };
  return reaches(measured, hints) && copied < 0.3
    ? { outcome: 'suspected', likeness, ground: 'few' }
    : { outcome: 'apart', likeness, ground: 'otherWords' };
};

const DAY_MILLISECONDS = 86_400_000;
const isFarApart = ({ publishedAt: one }: Telling, { publishedAt: other }: Telling, days: number): boolean =>
  one !== undefined &&
  other !== undefined &&
  Math.abs(millisecondsOf(one) - millisecondsOf(other)) > days * DAY_MILLISECONDS;

/** Whether two items tell one matter. */
export const compareTellings = (one: Telling, other: Telling, measure: Measure): Comparison => {
  const byWords = compareWords(one, other, measure);
  const { likeness } = byWords;
  if (one.article === null || one.article !== other.article)
    return byWords.outcome === 'same' && byWords.ground !== 'words' && isFarApart(one, other, measure.days)
      ? { outcome: 'suspected', likeness, ground: 'day' }
      : byWords;
  if (byWords.outcome === 'same') return { ...byWords, ground: 'address' };
  if (isUnsure(one.article) && likeness < AGREEING) return byWords;
  // Whoever says hardly anything is not contradicted.
  const isSilent = Math.min(totalOf(featuresFor(one).weights), totalOf(featuresFor(other).weights)) < SILENT;
  const contradicts = CONTRADICTING.has(byWords.ground) || (likeness < 0.2 && !isSilent);
  return contradicts
    ? { outcome: 'suspected', likeness, ground: 'sameAddress' }
    : { outcome: 'same', likeness, ground: 'address' };
};
const CONTRADICTING: ReadonlySet<Comparison['ground']> = new Set([
  'area',
  'ordinal',
  'place',
  'house',
  'word',
]);
const SILENT = 20;
const AGREEING = 0.3;

const PLAIN = 20;
/** Whether two texts plainly tell something else: both say something, next to nothing of it together, and not at the same address. */
export const saysOther = (one: Telling, other: Telling): boolean => {
  const [a, b] = [featuresFor(one), featuresFor(other)];
  const smaller = Math.min(totalOf(a.weights), totalOf(b.weights));
  const isSamePage = one.article !== null && one.article === other.article;
  return !isSamePage && smaller >= PLAIN && sharedWeight(a.weights, b.weights) < smaller * 0.2;
};
