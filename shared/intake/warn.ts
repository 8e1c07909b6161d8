import { ITEM_WORDS } from '../contracts/api/words/items/item-fields.ts';
import type { ItemWarning } from '../contracts/items.ts';

/** As much of a value as is shown of it. */
const SHOWN = 200;
/** A value in words, as it came. */
export const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, SHOWN).toWellFormed();

/** What people call a field of ours. */
export const titleOf = (target: string): string => ITEM_WORDS[target.split('.').at(-1)!]?.title ?? target;

interface Cause {
  path: string;
  value: unknown;
  kind: ItemWarning['kind'];
  message: string;
  isGrave?: boolean;
}
/** A warning about a field; what is grave begins with a call. */
export const warning = (target: string, { path, value, kind, message, isGrave }: Cause): ItemWarning => ({
  field: path,
  value: shown(value),
  kind,
  message: isGrave ? `【请立即核实】${message}` : message,
  as: target,
  ...(isGrave ? { isGrave: true } : {}),
});
