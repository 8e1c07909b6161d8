import { sharesDetail } from './details.ts';
import type { Features } from './features.ts';
import { isSortOfHouse, type Name } from './names.ts';
import { isArea, isIncident, isOfMatter, RARE, weightOf } from './tokens.ts';

/** What pins two texts to one matter beside their words. */
export interface Pins {
  /** Houses, villages and roads that both name. */
  spots: number;
  /** The same town, county or the bureau's own area is named in both. */
  area: boolean;
  /** The same town is, and something of one kind is told in both. */
  townAndMatter: boolean;
  /** Something of one kind has happened in both. */
  incident: boolean;
  /** Both have a number of two figures or more, of the same thing; or a sign like A17. */
  number: boolean;
  /** Both write a longer name that no dictionary knows. */
  name: boolean;
  /** Each says where, or how many, be it not the same. */
  specific: boolean;
  /** Both name the same day. */
  day: boolean;
  /** Both say which of many, and it is the same: building, batch, gate. */
  detail: boolean;
}

/** 公交公司, 第1小学: what stands in many names is none, nor is the one character of 县中医院. */
const isOwn = (stem: string): boolean => stem.length > 1 && !/\d/.test(stem) && weightOf(stem) >= RARE;
export const isSpot = ({ kind, stem }: Name): boolean =>
  (kind === 'house' || kind === 'place') && isOwn(stem);
const sharesWhole = (a: Features, b: Features, stem: string): boolean =>
  a.names.some(
    (one) =>
      one.stem === stem && b.names.some(({ what }) => b.text.includes(stem + what) && what === one.what),
  );
const isHouse = ({ kind }: Name): boolean => kind === 'house';
const isTown = ({ kind }: Name): boolean => kind === 'town' || kind === 'county';

/** The names of one that stand in the other as well, be it that this does not say what they are. */
const sharedNames = (a: Features, b: Features, isMeant: (name: Name) => boolean): Set<string> => {
  const of = ({ names }: Features, { text }: Features): string[] =>
    names.filter((name) => isMeant(name) && text.includes(name.stem)).map(({ stem }) => stem);
  return new Set([...of(a, b), ...of(b, a)]);
};

/** Both have a number that says something. */
export const sharesNumber = (a: Features, b: Features): boolean =>
  [...a.numbers].some((number) => b.numbers.has(number));

/** What has happened, by a text. */
export const incidentsIn = ({ weights }: Features): string[] =>
  [...weights.keys()].filter((word) => isIncident(word));

/** So many characters in a row that both have are a name where some of them stand in no dictionary. */
const NAME = 4;
const QUOTED = /"([\p{L}\p{N}]{3,10})"/gu;
const quotes = (one: Features, other: Features): boolean =>
  [...one.text.matchAll(QUOTED)].some(([, name = '']) => other.text.includes(name));
/** 请人社局 names nobody whose matter it is. */
const OFFICE = /[局厅委办]/u;
const sharesName = (a: Features, b: Features): boolean => {
  if (quotes(a, b) || quotes(b, a)) return true;
  const pieces = [...a.pieces].filter((piece) => b.pieces.has(piece));
  return pieces.some((piece) => {
    for (let at = a.text.indexOf(piece); at >= 0; at = a.text.indexOf(piece, at + 1))
      for (let from = Math.max(0, at + piece.length - NAME); from <= at; from += 1) {
        const name = a.text.slice(from, from + NAME);
        // 义乌江东 says no more than where.
        const isOfArea = a.counties.some((county) => name.includes(county));
        if (
          !isOfArea &&
          !OFFICE.test(name) &&
          !isSortOfHouse(name) &&
          /^\p{sc=Han}{4}$/u.test(name) &&
          b.text.includes(name)
        )
          return true;
      }
    return false;
  });
};

/** A title begins with where it was, whether or not it says what that is. */
const sharesBeginning = ({ titleTokens: [one] }: Features, { titleTokens: [other] }: Features): boolean =>
  one?.run !== undefined && one.at === 0 && one.word === other?.word && other.at === 0 && one.word.length > 1;

/** Whether a text says where, or how many: without either it may be told of many matters. */
export const isSpecific = ({ names, counties, numbers, text }: Features, home: readonly string[]): boolean =>
  names.some((name) => isTown(name) || isSpot(name)) ||
  counties.length > 0 ||
  home.some((place) => text.includes(place)) ||
  numbers.size > 0;

/** `home`: where the bureau is. */
export const pinsOf = (a: Features, b: Features, home: readonly string[]): Pins => {
  const isOnlySpot = (stem: string): boolean => !isArea(stem) || sharesWhole(a, b, stem);
  const towns = new Set([...a.names, ...b.names].filter(isTown).map(({ stem }) => stem));
  return {
    // 白鹭湾网吧 is known by its town.
    spots: [...sharedNames(a, b, isSpot)].filter((stem) => !towns.has(stem) && isOnlySpot(stem)).length,
    area:
      sharedNames(a, b, isTown).size > 0 ||
      // 实验小学 there is in each town.
      [...sharedNames(a, b, isHouse)].some((stem) => sharesWhole(a, b, stem)) ||
      sharesBeginning(a, b) ||
      a.counties.some((county) => b.counties.includes(county)) ||
      home.some((place) => a.text.includes(place) && b.text.includes(place)),
    townAndMatter:
      sharedNames(a, b, ({ kind }) => kind === 'town').size > 0 &&
      [...a.weights.keys()].some((word) => isOfMatter(word) && b.weights.has(word)),
    incident: incidentsIn(a).some((word) => b.weights.has(word)),
    number: sharesNumber(a, b),
    specific: isSpecific(a, home) && isSpecific(b, home),
    name: sharesName(a, b),
    day: a.days.some((day) => b.days.includes(day)),
    detail: sharesDetail(a.details, b.details),
  };
};
