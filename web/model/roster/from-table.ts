import { type Line, placeKey } from './lines.ts';

/** The lines of a table, each under the key of the line in whose place it stands, so that only what differs is a change. */
export const withKeys = (base: readonly Line[], read: readonly Line[], newKey: () => string): Line[] => {
  const known = new Set(base.map(({ key }) => key));
  return read.map((line) => {
    const key = placeKey(line.role, line.unit, line.id);
    return { ...line, key: known.has(key) ? key : newKey() };
  });
};
