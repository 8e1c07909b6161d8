import type { SettingValue } from './lookup.ts';

// A version's name carries the bureau's own settings beside the regulation's own version (decision 022).

export type ChosenSettings = Readonly<Record<string, SettingValue>>;

export const versionWith = (own: string, chosen: ChosenSettings): string =>
  [
    own,
    ...Object.keys(chosen)
      .map((id) => `${id}=${encodeURIComponent(JSON.stringify(chosen[id]))}`)
      .sort(),
  ].join(';');

/** The regulation's own version and the settings that a version's name carries beside it. */
export const readVersion = (version: string): { own: string; chosen: ChosenSettings } => {
  const [own = '', ...pairs] = version.split(';');
  const chosen = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), JSON.parse(decodeURIComponent(pair.slice(at + 1))) as SettingValue] as const;
  });
  return { own, chosen: Object.fromEntries(chosen) };
};
