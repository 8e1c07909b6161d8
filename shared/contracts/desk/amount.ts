const inUnits = (count: number, unit: number, name: string): string => {
  const tenths = Math.floor(count / (unit / 10));
  return tenths % 10 === 0 ? `${tenths / 10}${name}` : `${Math.floor(tenths / 10)}.${tenths % 10}${name}`;
};
/** 8.6万, 1.2亿; below ten thousand as it is. */
export const amount = (count: number): string => {
  if (count < 10_000) return String(count);
  return count < 100_000_000 ? inUnits(count, 10_000, '万') : inUnits(count, 100_000_000, '亿');
};
/** The same of a number that must not be rounded: 500万, 12345. */
export const exactAmount = (count: number): string =>
  count % (count < 100_000_000 ? 1000 : 10_000_000) === 0 ? amount(count) : String(count);
