import type { ChosenSettings } from '../../shared/regulations/version.ts';

/** `true`, `false`, `null` and numbers as such, everything else as text. */
const readValue = (text: string): boolean | string | number | null => {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^\d+$/.test(text) ? Number(text) : text;
};

/** `--set name=value` as often as one likes. Throws when one has no `=`. */
export const readChosen = (pairs: readonly string[]): ChosenSettings =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Error(`--set 应写作 名称=值,现为“${pair}”`);
      return [pair.slice(0, at), readValue(pair.slice(at + 1))] as const;
    }),
  );
