/** What programs write where they have nothing. */
const NOTHING = new Set(
  '|-|--|—|——|/|\\|null|none|nil|undefined|nan|n/a|na|无|空|未知|暂无|不详|暂缺'.split('|'),
);

/** Whether there is not even a word. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Whether nothing is said: no value, or a word for none. Nothing said is unknown, and no fault. */
export const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && NOTHING.has(value.normalize('NFKC').trim().toLowerCase()));
