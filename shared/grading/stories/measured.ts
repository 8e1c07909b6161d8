import { type Features, totalOf } from './features.ts';
import { namesIn } from './names.ts';

/** How much two texts say together. */
export interface Measured {
  /** The weight of the words that both have. */
  shared: number;
  /** What each says in all. */
  smaller: number;
  larger: number;
  /** The weight of the rarest word that both have. */
  rarest: number;
  /** How many words that say something they have in common. */
  words: number;
  /** The share of the smaller that is in the other, 0–1. */
  likeness: number;
  /** The share of three words in a row that they have in common, 0–1. */
  copied: number;
  isCopy: boolean;
}

const sharedWeights = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number[] => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return [...small].map(([word, weight]) => Math.min(weight, large.get(word) ?? 0));
};
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
export const sharedWeight = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  sum(sharedWeights(a, b));

const piecesOf = ({ words }: Features): Set<string> =>
  new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
/** The share of three words in a row that the shorter has in common with the other. */
const copiedShare = (a: Features, b: Features): number => {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  const shared = [...one].filter((piece) => other.has(piece)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
};

const numbersIn = (text: string): string[] => text.match(/\d{2,}/g) ?? [];
/** A lead under this says too little to be known again by that. */
const LONG = 22;
const VERY_LONG = 90;
/** Whether the other text has a lead with its names and numbers, but for a few words of whoever passes it on. */
const isCopied = ({ lead, leadWeights }: Features, { text, weights }: Features, least: number): boolean => {
  const total = totalOf(leadWeights);
  const shared = sharedWeight(leadWeights, weights);
  const isThere =
    total >= LONG && (shared >= total * 0.93 || (shared >= total * least && total - shared <= 30));
  if (!isThere) return false;
  const lost = namesIn(lead).filter(({ stem }) => !text.includes(stem) && !stem.includes('和')).length;
  const hasNumbers = numbersIn(lead).every((number) => text.includes(number));
  // In a long text what looks like a name may be none.
  return hasNumbers && lost <= (total >= VERY_LONG ? 1 : 0);
};

const SAYING = 2.5;
/** Less than this in common is next to nothing. */
const SHARED = 4;
/** `least`: the share of a text that another has to have to be a copy of it. */
export const measureWords = (a: Features, b: Features, least: number): Measured => {
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
    // What has next to nothing in common is no copy, and most has not.
    copied: shared < SHARED ? 0 : copiedShare(a, b),
    isCopy: shared >= SHARED && (isCopied(a, b, least) || isCopied(b, a, least)),
  };
};
