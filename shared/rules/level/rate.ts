import { ratingsOfCase } from '../../deadlines/condition-facts.ts';
import { nameIn } from '../../regulations/lookup.ts';
import { isHigher } from '../context.ts';
import { buysTime } from '../limits/buys-time.ts';
import { checkTimeGrant } from '../limits/time-grant.ts';
import { refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';

/** Puts the case on a scale beside the first: 敏感性, 预警等级, 真假 (register X31, X37). */
export const rateCase: Decide<'RateCase'> = (context, state, { scale, level, reason }) => {
  const before = state.ratings[scale]?.level;
  if (before === level) return refuse('LEVEL_UNCHANGED', '评定没有变化');
  const rated = [
    { type: 'CaseRated' as const, scale, level, ...(before === undefined ? {} : { before }), reason },
  ];
  // A lower rating may take a running limit away: that is for whom the regulation lets (register X28).
  const standing = ratingsOfCase(context.regulation, state)[scale]?.level;
  const isLower = standing !== undefined && isHigher(context.regulation, standing, level);
  const late =
    isLower && buysTime(context, state, rated)
      ? checkTimeGrant(context, state, state.ratings[scale]?.by, 'LowerRating')
      : undefined;
  return late === undefined
    ? rated
    : refuse(late.code, `${nameIn(context.regulation.scales, scale)}调低后时限将消失或推后:${late.message}`);
};
