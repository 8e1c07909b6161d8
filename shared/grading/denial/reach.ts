import { isParted, type Lettered, type Term } from '../terms.ts';
import { type Clause, clauseAt } from './clauses.ts';
import {
  DENIED_ONCE,
  ENDS_TELLING,
  hasNoSubject,
  IS_ACT,
  IS_CLAIMED,
  IS_DISBELIEVED,
  IS_FOUND,
  IS_TOLD,
  isItself,
  NOT_DENIED,
  UNDONE,
} from './phrases.ts';

/**
 * Letters of a sentence that a word (辟谣) denies. `isOfClaim`: what is itself denied there is affirmed (“无人死亡”不属实). `isWhole`: no sign
 * stands within the word; else it may be another, and only takes back what is denied.
 */
export interface Reach {
  word: string;
  isWhole: boolean;
  from: number;
  to: number;
  isOfClaim: boolean;
}

interface Stand {
  word: string;
  isWhole: boolean;
  /** The clause in which it stands, by its place among all. */
  own: number;
  at: number;
  head: string;
  tail: string;
  /** Up to the end of the sentence. */
  rest: string;
  isAct: boolean;
}

/** So many letters beside a word of denial are read, and so many clauses and denials in one clause, however many there are. */
const NEAR = 40;
const FAR = 200;
const MOST_CLAUSES = 12;
const MOST_IN_ONE = 12;

const standsOf = (text: Lettered, clauses: readonly Clause[], { word, letters }: Term): Stand[] => {
  const stands: Stand[] = [];
  for (let at = text.letters.indexOf(letters); at !== -1; at = text.letters.indexOf(letters, at + 1)) {
    const end = at + letters.length;
    const own = clauseAt(clauses, at);
    const clause = clauses[own];
    if (clause === undefined || end > clause.to) continue;
    const isWhole = !isParted(text, [at + 1, end]);
    const head = text.letters.slice(Math.max(clause.from, at - NEAR), at);
    const tail = text.letters.slice(end, Math.min(clause.to, end + NEAR));
    const rest = text.letters.slice(end, end + FAR);
    stands.push({ word, isWhole, own, at, head, tail, rest, isAct: IS_ACT.test(letters) });
  }
  return stands;
};

/** Dashes and dots of omission: what stands before them may be another matter (学生死亡——被霸凌系谣言). A hyphen may be noise. */
const PARTING = /[—–…⋯|]|--|\.\.\./;
const partedAt = ({ signs }: Lettered, { from }: Clause, { at, head, isAct }: Stand): number => {
  for (let place = at; place > from && place > at - NEAR; place -= 1)
    if (PARTING.test(signs.get(place) ?? ''))
      return isAct || hasNoSubject(head.slice(head.length + place - at)) ? from : place;
  return from;
};

/** A denial that is itself denied, not believed, asked for, past or undone denies nothing. */
const denies = ({ head, tail, rest, isAct }: Stand): boolean => {
  if (/[不非未]$/.test(head) || IS_DISBELIEVED.test(rest)) return false;
  if (!isAct) return true;
  return !NOT_DENIED.test(head) && !DENIED_ONCE.test(head) && !UNDONE.test(tail);
};

const endsWith = (stand: Stand): boolean => /^(了|的|之说|的(消息|信息|说法|传言))?$/.test(stand.tail);

/** How far the clauses before belong to what is denied: all without a subject of its own, else those that are told of others. */
const backwards = (isTold: (index: number) => boolean, opener: string | undefined, stand: Stand): number => {
  const { own, tail, isAct } = stand;
  const first = Math.max(0, own - MOST_CLAUSES);
  if (isAct ? tail === '' && opener !== ':' : endsWith(stand) && hasNoSubject(stand.head)) return first;
  if (!isAct) return own;
  let told = first;
  while (told < own && !isTold(told)) told += 1;
  return told;
};

/** 辟谣:…: the next clause, and those after it while they go on with what is told of others. Up to, not including. */
const forwards = (
  clauses: readonly Clause[],
  isTold: (index: number) => boolean,
  { own, tail, isAct }: Stand,
  ends: ReadonlySet<number>,
): number => {
  const opener = clauses[own + 1]?.opener;
  if (opener === undefined || opener === 'but') return own + 1;
  const isHeading = (opener === ':' && tail.length <= 4) || ENDS_TELLING.test(tail);
  if (!isHeading && !(isAct && isTold(own + 1))) return own + 1;
  let to = own + 2;
  if (!isTold(own + 1)) return to;
  while (to < own + MOST_CLAUSES && clauses[to]?.opener === ',' && !ends.has(to - 1)) to += 1;
  return to;
};

/**
 * What the words of denial in a sentence reach, by clause: the one in which each stands and what it plainly denies before or behind it.
 * A matter of its own, in a clause of its own, is not reached (学生死亡,被霸凌系谣言).
 */
export const reachOf = (
  text: Lettered,
  clauses: readonly Clause[],
  denials: readonly Term[],
): readonly (readonly Reach[] | undefined)[] => {
  const stands = denials.flatMap((term) => standsOf(text, clauses, term)).filter(denies);
  const reached: Reach[][] = [];
  if (stands.length === 0) return reached;
  const ends = new Set(stands.filter(endsWith).map(({ own }) => own));
  const textOf = ({ from, to }: Clause) => text.letters.slice(from, Math.min(to, from + FAR));
  const isTold = (index: number) => IS_TOLD.test(textOf(clauses[index]!));
  const isFound = IS_FOUND.test(text.letters);
  const put = (index: number, reach: Reach) => {
    reached[index] ??= [];
    if (reached[index].length < MOST_IN_ONE) reached[index].push(reach);
  };
  for (const stand of stands) {
    const { word, isWhole, own, at, head, isAct } = stand;
    const said = { word, isWhole };
    const clause = clauses[own]!;
    const parted = partedAt(text, clause, stand);
    put(own, { ...said, from: parted, to: at, isOfClaim: !isFound });
    if (parted > clause.from)
      put(own, { word, isWhole: false, from: clause.from, to: parted, isOfClaim: !isFound });
    put(own, { ...said, from: at, to: clause.to, isOfClaim: !isAct });
    for (let index = backwards(isTold, clauses[own + 1]?.opener, stand); index < own; index += 1) {
      const isOfClaim = isItself(head) && !isFound && IS_CLAIMED.test(textOf(clauses[index]!));
      put(index, { ...said, ...clauses[index]!, isOfClaim });
    }
    const to = forwards(clauses, isTold, stand, ends);
    for (let index = own + 1; index < to; index += 1)
      put(index, { ...said, ...clauses[index]!, isOfClaim: false });
  }
  return reached;
};
