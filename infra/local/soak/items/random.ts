/** Chance that is the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below this. */
  below: (limit: number) => number;
  /** True so often, 0–1. */
  often: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  digits: (length: number) => string;
}

/** Mulberry32: small, and even enough for making things up. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    often: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
    digits: (length) => Array.from({ length }, () => below(10)).join(''),
  };
};
