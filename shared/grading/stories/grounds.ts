import type { Features } from './features.ts';
import type { Measured } from './measured.ts';
import type { Pins } from './pins.ts';

/** On what two texts are one matter: a text that is copied, a title that is quoted, a title that tells it, what is told again. */
export type WordGround = 'copied' | 'quoted' | 'short' | 'retold';

interface Least {
  shared: number;
  likeness: number;
  words?: number;
}
const reaches = (measured: Measured, { shared, likeness, words = 0 }: Least): boolean =>
  measured.shared >= shared && measured.likeness >= likeness && measured.words >= words;

const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const QUOTED = 10;
/** A whole title, not a short one, stands in the other text. */
const quotesTitle = (a: Features, b: Features): boolean => {
  const [one, other] = [wordsOf(a.title), wordsOf(b.title)];
  return (
    (one.length >= QUOTED && wordsOf(b.text).includes(one)) ||
    (other.length >= QUOTED && wordsOf(a.text).includes(other))
  );
};

const NOTICE = /^关于.+的?(?:通报|说明|情况|致歉|回应|公告)|情况(?:通报|说明)|警情通报|致歉信/u;
/** One is an office's own notice about a house that the other names. */
const isNoticeOf = (a: Features, b: Features): boolean => {
  const isOf = (notice: Features, { text }: Features): boolean =>
    NOTICE.test(notice.title) &&
    notice.titleNames.some(({ kind, stem }) => kind === 'house' && text.includes(stem));
  return isOf(a, b) || isOf(b, a);
};

/** How much has to be told twice, and how much of the shorter that must be: less the closer both are pinned to one place and one thing. */
const RETOLD = {
  whereAndWhat: { shared: 4, likeness: 0.03 },
  notice: { shared: 4.5, likeness: 0.06 },
  pinned: { shared: 7, likeness: 0.1 },
  place: { shared: 20, likeness: 0.15 },
  pinnedArea: { shared: 14, likeness: 0.16 },
  area: { shared: 24, likeness: 0.25 },
  pinnedNowhere: { shared: 18, likeness: 0.17 },
};
const ALL = { shared: 4.5, likeness: 0.85 };
/** Of one area and nothing else to pin them: much of the shorter. */
const MUCH = { shared: 16, likeness: 0.55 };
/** Nearly all that the shorter says. */
const NEARLY_ALL = { shared: 16, likeness: 0.8, words: 4 };
/** Undefined: nothing pins them to one, however much of what people complain with they have in common. */
const retoldFor = (
  a: Features,
  b: Features,
  { smaller }: Measured,
  { spots, area, incident, number, name, day }: Pins,
): Least | undefined => {
  const isOne = incident || number || name || (area && day);
  if (spots > 0 && area && (incident || (number && name))) return RETOLD.whereAndWhat;
  if (spots > 0 && isNoticeOf(a, b)) return RETOLD.notice;
  if (spots > 0) return isOne ? RETOLD.pinned : RETOLD.place;
  if (area || day) {
    if (isOne) return RETOLD.pinnedArea;
    // A few lines from one county may be complaints of two things.
    return smaller < SHORT ? undefined : RETOLD.area;
  }
  return number || name ? RETOLD.pinnedNowhere : undefined;
};

/** What says more than this is specific by itself. */
const LONG = 90;
/** Both hardly say more than a title. */
export const SHORT = 60;
/** The same of a title alone, beside another title or a text. */
const SHORTLY = {
  title: {
    place: { shared: 4.5, likeness: 0.3 },
    happened: { shared: 6.5, likeness: 0.5 },
    area: { shared: 6.5, likeness: 0.7 },
    none: { shared: 10, likeness: 0.8, words: 3 },
  },
  text: {
    place: { shared: 6, likeness: 0.35 },
    happened: { shared: 8, likeness: 0.45 },
    area: { shared: 8, likeness: 0.6 },
    none: { shared: 11, likeness: 0.85, words: 3 },
  },
};
/** A title names a house of which the other text says nothing. */
const namesAnother = (a: Features, b: Features): boolean =>
  a.titleNames.some(({ kind }) => kind === 'house') &&
  a.titleNames.every(({ kind, stem }) => kind !== 'house' || !b.text.includes(stem));

const isToldShortly = (
  a: Features,
  b: Features,
  measured: Measured,
  { spots, area, incident }: Pins,
): boolean => {
  const beside = measured.larger < SHORT ? 'title' : 'text';
  if (beside === 'text' && (namesAnother(a, b) || namesAnother(b, a))) return false;
  const there = incident ? 'happened' : 'area';
  return reaches(measured, SHORTLY[beside][spots > 0 ? 'place' : area ? there : 'none']);
};

/** Word for word the same, and not quite short. */
const isReprint = ({ copied, smaller }: Measured): boolean => copied >= 0.8 && smaller >= 12;

/** On what ground the words are those of one matter, leaving aside what tells them apart. */
export const groundOf = (
  a: Features,
  b: Features,
  measured: Measured,
  pins: Pins,
): WordGround | undefined => {
  const isSure = pins.spots > 0 || pins.area || pins.number || pins.specific || isReprint(measured);
  if (measured.smaller < LONG && !isSure) return undefined;
  if (measured.words >= 2) {
    if (measured.isCopy) return 'copied';
    if (measured.likeness >= 0.3 && quotesTitle(a, b)) return 'quoted';
    if (measured.smaller < SHORT && isToldShortly(a, b, measured, pins)) return 'short';
  }
  // Where and what is all that it says.
  if (measured.smaller < SHORT && pins.area && pins.incident && reaches(measured, ALL)) return 'short';
  const least = retoldFor(a, b, measured, pins);
  const isRetold =
    measured.copied < 0.3 &&
    ((least !== undefined && reaches(measured, least)) || (pins.area && reaches(measured, MUCH)));
  return isRetold || reaches(measured, NEARLY_ALL) ? 'retold' : undefined;
};

/** Of a short text: words of what has happened, or of what is seldom said. */
const HINTED = { happened: { shared: 10, likeness: 0.19 }, seldom: { shared: 8, likeness: 0.26 } };
/** What leaves a person to say whether it is one matter. `isNear`: both were published within a few days. */
export const isHinted = (measured: Measured, pins: Pins, isNear: boolean): boolean => {
  const { spots, area, incident, number, name, day, detail } = pins;
  const isWhere = spots > 0 || area;
  // Two things seldom happen in one village in one week, nor two of one kind in one town.
  if ((spots > 0 && (isNear || detail)) || (pins.townAndMatter && isNear)) return true;
  if (measured.smaller < SHORT && isWhere && reaches(measured, { shared: 6, likeness: 0.35 })) return true;
  if (((spots > 0 && area) || spots > 1) && reaches(measured, { shared: 7, likeness: 0.1 })) return true;
  const isOne = incident || number || name;
  if (isWhere && isOne && reaches(measured, { shared: 4, likeness: 0.03 })) return true;
  if (area && day && reaches(measured, { shared: 14, likeness: 0.1 })) return true;
  if (measured.smaller < SHORT && reaches(measured, incident ? HINTED.happened : HINTED.seldom)) return true;
  return reaches(measured, { shared: 14, likeness: 0.15 });
};
