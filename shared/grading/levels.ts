import type { Level, Regulation } from '../regulations/schema.ts';

/**
 * The level with this id, in whichever scale it stands.
 * @throws RangeError when no scale of the regulation has it.
 */
export const levelOf = (regulation: Regulation, id: string): Level => {
  const level = regulation.scales.flatMap((scale) => scale.levels).find((candidate) => candidate.id === id);
  if (level === undefined) throw new RangeError(`Level ${id} is not in the regulation`);
  return level;
};

/** The higher of two levels of one scale, by rank; the first when they are equal. */
export const higherLevel = (regulation: Regulation, a: string, b: string): string =>
  levelOf(regulation, b).rank > levelOf(regulation, a).rank ? b : a;

/** How a level is named for people: 敏感舆情(黄色), 常规舆情. */
export const nameLevel = (regulation: Regulation, id: string): string => {
  const { name, colour } = levelOf(regulation, id);
  return colour === null ? name : `${name}(${colour})`;
};
