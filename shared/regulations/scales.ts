import type { Level, Regulation, Scale } from './schema.ts';

/** The scale whose level a case is handled at. */
export const handlingScale = ({ scales }: Regulation): Scale => scales[0]!;

/** The scale that has this level; undefined for an unknown one. */
export const scaleOf = ({ scales }: Regulation, level: string): Scale | undefined =>
  scales.find(({ levels }) => levels.some(({ id }) => id === level));

/** The levels that a case may be opened at: those of 舆情, and the matters that are none (特护期, 监测申请). */
export const openableLevels = ({ scales }: Regulation): Level[] =>
  scales.filter(({ use }, index) => index === 0 || use === 'standing').flatMap(({ levels }) => levels);

/** Whether this level is of a matter that is no 舆情: it is never graded, raised or lowered. */
export const isStanding = (regulation: Regulation, level: string): boolean =>
  scaleOf(regulation, level)?.use === 'standing';
