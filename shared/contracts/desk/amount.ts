/** 8.6万; below ten thousand as it is. */
export const amount = (count: number): string => {
  if (count < 10_000) return String(count);
  const tenths = Math.floor(count / 1000);
  return tenths % 10 === 0 ? `${tenths / 10}万` : `${Math.floor(tenths / 10)}.${tenths % 10}万`;
};
/** The same of a number that must not be rounded: 500万, 12345. */
export const exactAmount = (count: number): string => (count % 1000 === 0 ? amount(count) : String(count));
