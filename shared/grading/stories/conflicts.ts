import type { Features } from './features.ts';
import type { Name, NameKind } from './names.ts';
import type { Token } from './tokens.ts';

/** What tells two matters apart whose words are alike. */
export type Conflict = 'area' | 'ordinal' | 'place' | 'house' | 'day' | 'word';

const stemsOf = (names: readonly Name[], isMeant: (name: Name) => boolean): string[] =>
  names.filter(isMeant).map(({ stem }) => stem);

/** Both name one, and none of either is in the other text. */
const differ = (one: readonly string[], other: readonly string[], a: Features, b: Features): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  one.every((stem) => !b.text.includes(stem)) &&
  other.every((stem) => !a.text.includes(stem));

const areasDiffer = (a: Features, b: Features, kind: NameKind): boolean => {
  const of = ({ names }: Features) =>
    stemsOf(names, (name) => name.kind === kind && name.what !== '区' && name.what !== '市');
  return differ(of(a), of(b), a, b);
};

/** Both name the same house, village or road. */
export const sharesPlace = (a: Features, b: Features): boolean =>
  a.names.some(
    ({ kind, stem, what }) =>
      (kind === 'house' || kind === 'place') &&
      b.names.some((name) => name.stem === stem && name.what === what),
  );

const placesDiffer = (a: Features, b: Features): boolean => {
  const villages = ({ names }: Features) => stemsOf(names, ({ what }) => what === '村');
  const roads = ({ titleNames }: Features) => stemsOf(titleNames, ({ kind }) => kind === 'place');
  return differ(villages(a), villages(b), a, b) || differ(roads(a), roads(b), a, b);
};

/** The one's title names a house of which the other says nothing, and the other names others. */
const isElsewhere = ({ titleNames, text }: Features, { names, text: other }: Features): boolean => {
  const own = titleNames.filter(({ kind }) => kind === 'house');
  const others = names.filter(({ kind }) => kind === 'house');
  return (
    own.length > 0 &&
    others.length > 0 &&
    own.every(({ stem }) => !other.includes(stem)) &&
    others.every(({ stem }) => !text.includes(stem))
  );
};

const housesDiffer = (a: Features, b: Features): boolean => {
  const of = ({ titleNames }: Features) => titleNames.filter(({ kind }) => kind === 'house');
  const [one, other] = [of(a), of(b)];
  // 佳和超市, 佳和药店
  const isOtherKind =
    one.length > 0 &&
    other.length > 0 &&
    one.some(({ stem, what }) => other.some((name) => name.stem === stem && name.what !== what)) &&
    one.every(({ what }) => !b.text.includes(what)) &&
    other.every(({ what }) => !a.text.includes(what));
  return isOtherKind || isElsewhere(a, b) || isElsewhere(b, a);
};

const ordinalsDiffer = ({ titleOrdinals: one }: Features, { titleOrdinals: other }: Features): boolean => {
  const whatOf = (ordinal: string): string => ordinal.split(' ')[0]!;
  return one.some(
    (ordinal) =>
      !other.includes(ordinal) &&
      other.some((each) => whatOf(each) === whatOf(ordinal) && !one.includes(each)),
  );
};

const YEAR_DAYS = 372;
const dayOf = (day: string): number => {
  const [month = 0, date = 0] = day.split('-').map(Number);
  return month * 31 + date;
};
/** A later report of the same: its day is another. */
const LATER = /截至|累计|[升增]至|升级|最新|进展|后续|遇难/u;
const daysDiffer = (
  { days: one, text: a }: Features,
  { days: other, text: b }: Features,
  most: number,
): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  one.every((day) =>
    other.every((each) => {
      const apart = Math.abs(dayOf(day) - dayOf(each));
      return Math.min(apart, YEAR_DAYS - apart) > (LATER.test(a) || LATER.test(b) ? Math.max(most, 3) : most);
    }),
  );

/** Two titles with one beginning and one end, and in the middle of each another word. */
const wordDiffers = (
  { titleTokens: one, weights: a }: Features,
  { titleTokens: other, weights: b }: Features,
): boolean => {
  const shorter = Math.min(one.length, other.length);
  const isOne = (x: Token | undefined, y: Token | undefined): boolean =>
    x !== undefined && y !== undefined && x.word === y.word;
  let front = 0;
  while (front < shorter && isOne(one[front], other[front])) front += 1;
  let back = 0;
  while (back < shorter - front && isOne(one.at(-1 - back), other.at(-1 - back))) back += 1;
  const [middle, others] = [one.slice(front, one.length - back), other.slice(front, other.length - back)];
  const says = (tokens: readonly Token[], weights: ReadonlyMap<string, number>): boolean =>
    tokens.some(({ word }) => (weights.get(word) ?? 0) >= 2 && !/^[\d.]+$/.test(word));
  return (
    (front + back) * 2 >= shorter &&
    says(middle, a) &&
    says(others, b) &&
    !middle.some((token) => others.some((each) => isOne(token, each)))
  );
};
/** What tells them apart, the weightiest first. `mostDays`: so far apart the days may be that two reports of one matter name. */
export const conflictsOf = (a: Features, b: Features, mostDays: number): Conflict[] =>
  [
    areasDiffer(a, b, 'county') || areasDiffer(a, b, 'town') ? ('area' as const) : [],
    ordinalsDiffer(a, b) ? ('ordinal' as const) : [],
    placesDiffer(a, b) ? ('place' as const) : [],
    housesDiffer(a, b) ? ('house' as const) : [],
    daysDiffer(a, b, sharesPlace(a, b) ? mostDays : 0) ? ('day' as const) : [],
    wordDiffers(a, b) ? ('word' as const) : [],
  ].flat();
