/** The seeds that random stories are told by: the usual ones, so that what has passed passes again; another by SEED. */
export const seedsOr = (...usual: readonly number[]): readonly number[] =>
  process.env.SEED === undefined ? usual : [Number(process.env.SEED)];
