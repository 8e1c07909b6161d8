import type { SuspicionGround } from '../../case/events/parts.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { lengthInDays, millisecondsOf } from '../../time/instants.ts';
import { isUnsure } from './address.ts';
import { conflictsOf, isAdvert, isCampaign, isPractice, tellsSeveral } from './conflicts.ts';
import { type Features, featuresOf, totalOf } from './features.ts';
import { groundOf, isHinted, SHORT, type WordGround } from './grounds.ts';
import { measureWords, sharedWeight } from './measured.ts';
import { isSpecific, pinsOf } from './pins.ts';
import type { Telling } from './telling.ts';
import { isOfMatter } from './tokens.ts';

/** Why two items are one matter: their address, all their words, or what those say. */
export type SameGround = 'address' | 'words' | WordGround;
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

/** Features take some 16 KB each, far more than what they are made of; those of the tellings compared last are kept. */
const KEPT = 300;
const known = new Map<Telling, Features>();
export const featuresFor = (telling: Telling, home: readonly string[] = []): Features => {
  const features = known.get(telling) ?? featuresOf(telling, home);
  known.delete(telling);
  known.set(telling, features);
  if (known.size > KEPT) known.delete(known.keys().next().value!);
  return features;
};

const SAYING_SOMETHING = 4;
/** What says no more than this, with nobody's name in it, may be said of anything: 分享图片. */
const SAYING_WHICH = 12;
/** Without as much in common two texts tell nothing of one matter. */
const SOMETHING = 2;
/** A word that is not said every day. */
const SELDOM = 4.5;

/** A digest of several matters is none of them, a drill is not what it practises, a campaign not what it was set going by, an advert not what it begins with. */
const isOfOtherSort = (a: Features, b: Features): boolean =>
  (tellsSeveral(a) && !a.title.includes(b.title)) ||
  (tellsSeveral(b) && !b.title.includes(a.title)) ||
  isPractice(a) !== isPractice(b) ||
  isCampaign(a) !== isCampaign(b) ||
  isAdvert(a) !== isAdvert(b);

const DAY_MILLISECONDS = 86_400_000;
/** How many days apart two items were published; undefined where one does not say. */
const daysBetween = ({ publishedAt: one }: Telling, { publishedAt: other }: Telling): number | undefined =>
  one === undefined || other === undefined
    ? undefined
    : Math.abs(millisecondsOf(one) - millisecondsOf(other)) / DAY_MILLISECONDS;
const isFarApart = (one: Telling, other: Telling, days: number): boolean =>
  (daysBetween(one, other) ?? 0) > days;
const NEAR_DAYS = 3;
const isNear = (one: Telling, other: Telling): boolean =>
  (daysBetween(one, other) ?? Number.POSITIVE_INFINITY) <= NEAR_DAYS;

const compareWords = (one: Telling, other: Telling, { days, copied: least, home }: Measure): Comparison => {
  const [a, b] = [featuresFor(one, home), featuresFor(other, home)];
  const said = Math.max(totalOf(a.weights), totalOf(b.weights));
  // 官方通报来了!, 突发!: such words say nothing of which matter it is.
  if (a.all === b.all && said >= SAYING_SOMETHING)
    return said >= SAYING_WHICH ||
      isSpecific(a, home) ||
      [...a.weights].some(([word, weight]) => weight >= SELDOM || isOfMatter(word))
      ? { outcome: 'same', likeness: 1, ground: 'words' }
      : { outcome: 'suspected', likeness: 1, ground: 'few' };
  const measured = measureWords(a, b, least);
  const { likeness, copied } = measured;
  if (measured.shared < SOMETHING) return { outcome: 'apart', likeness, ground: 'otherWords' };
  const pins = pinsOf(a, b, home);
  const ground = groundOf(a, b, measured, pins);
  if (ground !== undefined && isOfOtherSort(a, b)) return { outcome: 'suspected', likeness, ground: 'few' };
  const [conflict] = conflictsOf(a, b, days);
  if (ground !== undefined && conflict === undefined) return { outcome: 'same', likeness, ground };
  if (conflict === 'area' || conflict === 'ordinal') return { outcome: 'apart', likeness, ground: conflict };
  if (ground !== undefined && conflict !== undefined)
    return { outcome: 'suspected', likeness, ground: conflict };
  if (copied >= 0.3 && likeness >= 0.5)
    return {
      outcome: 'suspected',
      likeness,
      ground: measured.smaller < SHORT ? (conflict ?? 'template') : 'template',
    };
  return copied < 0.3 && isHinted(measured, pins, isNear(one, other))
    ? { outcome: 'suspected', likeness, ground: 'few' }
    : { outcome: 'apart', likeness, ground: 'otherWords' };
};

/** Whether two items tell one matter. */
export const compareTellings = (one: Telling, other: Telling, measure: Measure): Comparison => {
  const byWords = compareWords(one, other, measure);
  const { likeness } = byWords;
  if (one.article === null || one.article !== other.article)
    return byWords.outcome === 'same' && byWords.ground !== 'words' && isFarApart(one, other, measure.days)
      ? { outcome: 'suspected', likeness, ground: 'day' }
      : byWords;
  if (byWords.outcome === 'same' && !saysOtherBelow(one, other)) return { ...byWords, ground: 'address' };
  if (isUnsure(one.article) && likeness < AGREEING) return byWords;
  // Whoever says hardly anything is not contradicted.
  const isSilent = Math.min(totalOf(featuresFor(one).weights), totalOf(featuresFor(other).weights)) < SILENT;
  const contradicts =
    CONTRADICTING.has(byWords.ground) || (likeness < 0.2 && !isSilent) || saysOtherBelow(one, other);
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
/** Under one title other contents, as on a page that goes on. */
const saysOtherBelow = (one: Telling, other: Telling): boolean => {
  const [a, b] = [featuresFor(one), featuresFor(other)];
  const smaller = Math.min(totalOf(a.leadWeights), totalOf(b.leadWeights));
  return smaller >= SILENT && sharedWeight(a.leadWeights, b.leadWeights) < smaller * 0.2;
};
const SILENT = 20;
const AGREEING = 0.3;
