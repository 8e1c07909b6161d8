import { saysNothing } from '../nothing.ts';
import type { Mapping } from './mapping.ts';
import { follow } from './paths.ts';

const listsIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const inside = Object.values(value);
  // A list for each source; else one entry that a program has taken out of its list.
  return inside.length > 0 && inside.every((each) => Array.isArray(each)) ? inside.flat() : [value];
};

/** The list of items in a body, where its mapping says that it is; the body itself where nothing is there. */
export const batchIn = ({ items: way }: Mapping, body: unknown): unknown => {
  const found = way === undefined ? undefined : follow({ item: body, around: body }, way);
  return found === undefined || found.isBlocked || saysNothing(found.value) ? body : listsIn(found.value);
};
