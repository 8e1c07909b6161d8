import type { SuspicionGround } from '../../../case/events/parts.ts';
import { type Comparison, featuresFor } from '../compare.ts';
import { conflictsOf, incidentsDiffer, tellsSeveral } from '../conflicts.ts';
import { type Features, totalOf } from '../features.ts';
import { sharedWeight } from '../measured.ts';
import { incidentsIn, sharesNumber } from '../pins.ts';
import type { Telling } from '../telling.ts';
import { isMended, isReworded } from './middles.ts';

// What comes under an id again: an edit adds or corrects, another story names other things. In doubt it is another: nothing is lost by that,
// since both are kept, and where they are alike a person is asked (疑似同一舆情).

/** Whoever says less than this says it in a line or two, where one name makes another matter. */
const FEW_WORDS = 30;
/** So little in common is next to nothing. */
const NEXT_TO_NOTHING = 0.25;

/** 已删除, 更正, 转发微博: nothing that could be another matter. */
const MOST_SILENT = 4;
const isSilent = (features: Features): boolean =>
  incidentsIn(features).length === 0 &&
  features.names.length === 0 &&
  [features.title, features.lead].every((text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length <= MOST_SILENT);

/** 更新:…, 【后续】…: it says itself that it goes on. */
const GOES_ON = /^[^\p{L}\p{N}]*(?:最新)?(?:更新|更正|最新|后续|续报|补充|订正|勘误|澄清|辟谣|进展|跟进)/u;

const MOST_DAYS = 3;
/** Each names a place, an ordinal, a batch of its own. */
const namesOther = (a: Features, b: Features): boolean =>
  conflictsOf(a, b, MOST_DAYS).some((conflict) => conflict !== 'day' && conflict !== 'word');

/** What became of people: it grows worse from version to version. */
const OUTCOMES = ['受伤', '死亡'];
const saysOutcomes = (features: Features): boolean => {
  const incidents = incidentsIn(features);
  return incidents.length > 0 && incidents.every((word) => OUTCOMES.includes(word));
};

/** What it says but for that: people die in every sort of accident. */
const matterOf = ({ weights }: Features): ReadonlyMap<string, number> =>
  new Map([...weights].filter(([word]) => !OUTCOMES.includes(word)));

/** Of a line or two. */
const tellsOther = (before: Features, now: Features): boolean => {
  const parts = [
    [before.title, now.title],
    [before.lead, now.lead],
  ] as const;
  if (isSilent(before) || isSilent(now)) return false;
  // A list that goes on under one title.
  if (tellsSeveral(now) && before.title === now.title) return false;
  if (parts.every(([one, other]) => one === other || isMended(one, other))) return false;
  const [told, tells] = [matterOf(before), matterOf(now)];
  const least = Math.min(totalOf(told), totalOf(tells));
  const hasLittle = sharedWeight(told, tells) < least * NEXT_TO_NOTHING;
  const isOutcome = saysOutcomes(before) && saysOutcomes(now);
  const isElse = (incidentsDiffer(before, now) && !isOutcome) || namesOther(before, now);
  if (GOES_ON.test(now.text.trim())) return hasLittle && isElse;
  const isOtherName = !isOutcome && parts.some(([one, other]) => isReworded(one, other));
  return isElse || isOtherName || (hasLittle && !sharesNumber(before, now));
};

/**
 * Whether a feed tells another story under an id than it did before, and no later version of it. What stands at one address is one article, whatever it
 * says now.
 */
export const saysOther = (one: Telling, other: Telling): boolean => {
  if (one.article !== null && one.article === other.article) return false;
  const [before, now] = [featuresFor(one), featuresFor(other)];
  if (before.all === now.all) return false;
  const smaller = Math.min(totalOf(before.weights), totalOf(now.weights));
  return smaller < FEW_WORDS
    ? tellsOther(before, now)
    : sharedWeight(before.weights, now.weights) < smaller * NEXT_TO_NOTHING;
};

const GROUNDS: Readonly<Partial<Record<string, SuspicionGround>>> = {
  ...{ area: 'place', place: 'place', house: 'house', ordinal: 'detail', detail: 'detail' },
  ...{ day: 'day', word: 'word' },
};
/** What comes under an id that told something else, and is alike all the same, a person is asked about; undefined: it is plainly other. */
export const suspicionOf = (
  one: Telling,
  other: Telling,
): (Comparison & { outcome: 'suspected' }) | undefined => {
  const [before, now] = [featuresFor(one), featuresFor(other)];
  const smaller = Math.min(totalOf(before.weights), totalOf(now.weights));
  const shared = sharedWeight(before.weights, now.weights);
  if (smaller === 0 || shared < smaller * NEXT_TO_NOTHING) return undefined;
  const [conflict = ''] = conflictsOf(before, now, MOST_DAYS);
  return { outcome: 'suspected', likeness: shared / smaller, ground: GROUNDS[conflict] ?? 'few' };
};
