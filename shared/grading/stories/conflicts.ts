import { detailsDiffer } from './details.ts';
import type { Features } from './features.ts';
import type { Name, NameKind } from './names.ts';
import { incidentsIn, isSpot, sharesNumber } from './pins.ts';
import { isCounty, RARE, type Token, weightOf } from './tokens.ts';

/** What tells two matters apart whose words are alike. */
export type Conflict = 'area' | 'ordinal' | 'place' | 'house' | 'day' | 'detail' | 'word';

const stemsOf = (names: readonly Name[], isMeant: (name: Name) => boolean): string[] =>
  names.filter(isMeant).map(({ stem }) => stem);

/** Both name one, and none of either is in the other text. */
const differ = (one: readonly string[], other: readonly string[], a: Features, b: Features): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  one.every((stem) => !b.text.includes(stem)) &&
  other.every((stem) => !a.text.includes(stem));

const isUnknown = (stem: string): boolean => weightOf(stem) >= RARE;
/** What is called so is no county by that alone: 景区, 超市. */
const CITY = /[区市]/u;
/** Areas by names of which no list knows whether they are any: 云陂市. */
const areasMayDiffer = (a: Features, b: Features): boolean => {
  const of = ({ names }: Features) =>
    stemsOf(names, ({ kind, stem }) => kind === 'county' && isUnknown(stem));
  return differ(of(a), of(b), a, b);
};
const areasDiffer = (a: Features, b: Features, kind: NameKind): boolean => {
  const of = ({ names }: Features) =>
    stemsOf(names, ({ kind: own, what, stem }) => own === kind && (!CITY.test(what) || isCounty(stem)));
  return differ(of(a), of(b), a, b);
};

/** Both name the same house, village or road. */
export const sharesPlace = (a: Features, b: Features): boolean =>
  a.names.some(
    ({ kind, stem, what }) =>
      (kind === 'house' || kind === 'place') &&
      b.names.some((name) => name.stem === stem && name.what === what),
  );

/** Each names houses or places, and none of the other's. 海塘县工地 is known by its county. */
const spotsDiffer = (a: Features, b: Features): boolean => {
  const areas = stemsOf([...a.names, ...b.names], ({ kind }) => kind === 'county' || kind === 'town');
  const spots = ({ names }: Features) => stemsOf(names, isSpot).filter((stem) => !areas.includes(stem));
  return differ(spots(a), spots(b), a, b) && !sharesNumber(a, b);
};

/** Each says where it was, be it a house or a town, and nothing of where the other was. */
const whereDiffers = (a: Features, b: Features): boolean => {
  const where = ({ names }: Features) => stemsOf(names, (name) => name.kind === 'town' || isSpot(name));
  return differ(where(a), where(b), a, b) && !sharesNumber(a, b);
};

const placesDiffer = (a: Features, b: Features): boolean => {
  const villages = ({ names }: Features) => stemsOf(names, ({ what }) => what === '村');
  const roads = ({ titleNames }: Features) => stemsOf(titleNames, ({ kind }) => kind === 'place');
  return differ(villages(a), villages(b), a, b) || differ(roads(a), roads(b), a, b);
};

/** 塑料厂 is what it is, and not what it is called. */
const isOwnHouse = (name: Name): boolean => name.kind === 'house' && isSpot(name);

/** The one's title names a house of which the other says nothing, and the other names others. */
const isElsewhere = ({ titleNames, text }: Features, { names, text: other }: Features): boolean => {
  const own = titleNames.filter(isOwnHouse);
  const others = names.filter(isOwnHouse);
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
  { clockDays: one, text: a }: Features,
  { clockDays: other, text: b }: Features,
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

const DAY_HOURS = 24;
/** So many hours apart two reports of one event hardly put it. */
const MOST_HOURS = 12;
/** Both say on which day and at what hour, and nothing that is near. */
const momentsDiffer = ({ moments: one, text: a }: Features, { moments: other, text: b }: Features): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  !LATER.test(a) &&
  !LATER.test(b) &&
  one.every((moment) =>
    other.every((each) => {
      const apart = Math.abs(moment - each);
      return Math.min(apart, YEAR_DAYS * DAY_HOURS - apart) > MOST_HOURS;
    }),
  );

/** Whether tokens say something that the other text does not; figures change from report to report. */
const sayMore = (tokens: readonly Token[], { text }: Features, least: number): boolean =>
  tokens.some(({ word }) => weightOf(word) >= least && !/^[\d.]+$/.test(word) && !text.includes(word));
const isOne = (x: Token | undefined, y: Token | undefined): boolean =>
  x !== undefined && y !== undefined && x.word === y.word;

/** Where the longest row of words stands that both have. */
const longestRow = (one: readonly Token[], other: readonly Token[]) => {
  let longest = { at: 0, otherAt: 0, length: 0 };
  for (let at = 0; at < one.length; at += 1)
    for (let otherAt = 0; otherAt < other.length; otherAt += 1) {
      let length = 0;
      while (isOne(one[at + length], other[otherAt + length])) length += 1;
      if (length > longest.length) longest = { at, otherAt, length };
    }
  return longest;
};

/** Both without what they have in common in front and behind. */
const inTheMiddle = (one: readonly Token[], other: readonly Token[]): [Token[], Token[]] => {
  const shorter = Math.min(one.length, other.length);
  let front = 0;
  while (front < shorter && isOne(one[front], other[front])) front += 1;
  let back = 0;
  while (back < shorter - front && isOne(one.at(-1 - back), other.at(-1 - back))) back += 1;
  return [one.slice(front, one.length - back), other.slice(front, other.length - back)];
};

const [SAYING_A_LITTLE, SAYING] = [2, 4];
/** So much of two sentences of one pattern is the same. */
const MOST = 0.6;
/** Two words are no pattern: 五一期间. */
const LEAST_WORDS = 3;
/** Two sentences of one pattern, with another word in the same place of it. */
const isPattern = (
  one: readonly Token[],
  other: readonly Token[],
  [a, b]: readonly [Features, Features],
): boolean => {
  const half = Math.min(one.length, other.length) / 2;
  const differ = (x: readonly Token[], y: readonly Token[], least: number): boolean => {
    const [rest, others] = inTheMiddle(x, y);
    const hasCommon = rest.some((token) => others.some((each) => isOne(token, each)));
    return sayMore(rest, b, least) && sayMore(others, a, least) && !hasCommon;
  };
  const { at, otherAt, length } = longestRow(one, other);
  const isAround =
    length >= Math.max(one.length, other.length) * MOST &&
    (differ(one.slice(0, at), other.slice(0, otherAt), SAYING) ||
      differ(one.slice(at + length), other.slice(otherAt + length), SAYING));
  const [middle] = inTheMiddle(one, other);
  return (
    isAround ||
    (half >= LEAST_WORDS / 2 && one.length - middle.length >= half && differ(one, other, SAYING_A_LITTLE))
  );
};
const wordDiffers = (a: Features, b: Features): boolean =>
  isPattern(a.titleTokens, b.titleTokens, [a, b]) || isPattern(a.firstTokens, b.firstTokens, [a, b]);

/** What tells of several matters at once: a digest, a list of what is most read. */
const DIGEST =
  /汇总|盘点|要闻|[早晚日周月]报(?![废警案名考到告])|热帖|热榜|热搜榜|合集|集锦|速览|回顾|一周|大事记/u;
export const tellsSeveral = ({ title }: Features): boolean => DIGEST.test(title);
/** What is only practised or played. */
const PRACTICE = /演练|演习|电视剧|电影|小说|短剧|剧本/u;
export const isPractice = ({ title }: Features): boolean => PRACTICE.test(title);

/** What was set going by something that happened before, and tells of it only as the reason: 吸取教训, 专项检查. */
const CAMPAIGN = /吸取.{0,12}教训|专项(?:检查|整治|行动)|大排查|举一反三/u;
export const isCampaign = ({ title }: Features): boolean => CAMPAIGN.test(title);

/** What sells something, borrowing what has happened; one sign of it may stand in a report of that. */
const SELLING =
  /投保|专属(?:通道|福利)|前\d+名|立减|满减|低至|每天不到|限时(?:特惠|抢购|免费)|免费(?:领|试|送|上门)|(?:扫码|点击|私信)(?:投保|购买|下单|咨询|领取|报名)|优惠(?!券|政策|资格)/gu;
export const isAdvert = ({ text }: Features): boolean => new Set(text.match(SELLING)).size >= 2;

/** Each says what has happened, and none of it has in the other. */
export const incidentsDiffer = (a: Features, b: Features): boolean => {
  const [one, other] = [incidentsIn(a), incidentsIn(b)];
  return one.length > 0 && other.length > 0 && !one.some((incident) => other.includes(incident));
};

/** 不是大学东路炸的那家: a text says itself that there is another like it. */
const ANOTHER =
  /(?:不是|并非|非)同[一1](?:[家个起次件场批]|\p{sc=Han}{2})|不是[^,。;!?\n]{2,12}那[家个起次件场](?!时)|[两2](?:码|回)事|第[2-9]起/u;
const saysAnother = ({ text }: Features): boolean => ANOTHER.test(text);

const haveNoneOf = (one: readonly string[], other: ReadonlySet<string>): boolean =>
  one.length > 0 && other.size > 0 && !one.some((each) => other.has(each));
/** 又有人中招: the next notice of one kind names another day, and nothing in it is as many. */
const figuresDiffer = (a: Features, b: Features): boolean =>
  haveNoneOf(a.days, new Set(b.days)) &&
  haveNoneOf([...a.numbers], b.numbers) &&
  !LATER.test(a.text) &&
  !LATER.test(b.text);

/** What tells them apart, the weightiest first. `mostDays`: so far apart the days may be that two reports of one matter name. */
export const conflictsOf = (a: Features, b: Features, mostDays: number): Conflict[] =>
  [
    areasDiffer(a, b, 'county') || areasDiffer(a, b, 'town') ? ('area' as const) : [],
    ordinalsDiffer(a, b) ? ('ordinal' as const) : [],
    placesDiffer(a, b) || spotsDiffer(a, b) || whereDiffers(a, b) || areasMayDiffer(a, b)
      ? ('place' as const)
      : [],
    housesDiffer(a, b) ? ('house' as const) : [],
    daysDiffer(a, b, sharesPlace(a, b) ? mostDays : 0) || momentsDiffer(a, b) ? ('day' as const) : [],
    detailsDiffer(a.details, b.details) || figuresDiffer(a, b) ? ('detail' as const) : [],
    wordDiffers(a, b) || incidentsDiffer(a, b) || saysAnother(a) || saysAnother(b) ? ('word' as const) : [],
  ].flat();
