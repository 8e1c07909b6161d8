import type { DeskLevel } from '../../shared/contracts/desk/config.ts';

/** How grave each level is, the more the graver: those with a colour above those without, of each the later above the earlier. */
export const rankIn = (levels: Readonly<Record<string, DeskLevel>>): ((level: string) => number) => {
  const ids = Object.keys(levels);
  const ranks = new Map(ids.map((id, index) => [id, (levels[id]!.colour === null ? 0 : ids.length) + index]));
  return (level) => ranks.get(level) ?? -1;
};
