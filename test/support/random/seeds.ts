/** The seeds that random stories are told by: the usual ones, so that what has passed passes again; others by SEED. */
export const seedsOr = (...usual: readonly number[]): readonly number[] => {
  const { SEED } = process.env;
  return SEED === undefined ? usual : usual.map((_, index) => Number(SEED) + index);
};
