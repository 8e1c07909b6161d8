import type { CommandOf } from './commands.ts';
import type { Context } from './context.ts';
import { type Decision, refuse } from './refusal.ts';
import type { CaseState } from './state.ts';

/** Puts the case on a scale beside the first: 敏感性, 预警等级, 真假 (register X31, X37). */
export const rateCase = (
  { regulation }: Context,
  state: CaseState,
  { scale, level, reason }: CommandOf<'RateCase'>,
): Decision => {
  const chosen = regulation.scales.find(({ id, use }) => id === scale && use === 'rating');
  if (chosen === undefined) return refuse('SCALE_UNKNOWN', `没有可评定的分级“${scale}”`);
  if (!chosen.levels.some(({ id }) => id === level))
    return refuse('LEVEL_UNKNOWN', `${chosen.name}没有级别“${level}”`);
  const before = state.ratings[scale]?.level;
  if (before === level) return refuse('LEVEL_UNCHANGED', '评定没有变化');
  return [{ type: 'CaseRated', scale, level, ...(before === undefined ? {} : { before }), reason }];
};
