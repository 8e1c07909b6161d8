import { ratingsOfCase } from '../deadlines/anchors.ts';
import { isNumeric } from '../deadlines/limits.ts';
import type { PlannedDuty } from '../deadlines/plan.ts';
import { checkAuthority } from './authority.ts';
import type { CommandOf } from './commands.ts';
import { type Context, isHigher, planOf } from './context.ts';
import type { CaseEvent } from './events.ts';
import { foresee } from './evolve.ts';
import { type Decision, refuse } from './refusal.ts';
import type { CaseState } from './state.ts';

const isLater = (before: PlannedDuty, after: PlannedDuty | undefined): boolean =>
  after === undefined ||
  (after.status === 'open' && after.current.due !== null && after.current.due > before.current.due!);

/** Whether some limit of the law that now runs would be gone, or fall due later. */
const buysTime = (context: Context, state: CaseState, events: CaseEvent[]): boolean => {
  const meta = { at: context.now, actor: context.actor, version: state.version + 1 };
  const after = planOf(context, foresee(state, events, meta)).duties;
  return planOf(context, state).duties.some(
    (before) =>
      before.basis === 'law' &&
      before.status === 'open' &&
      isNumeric(before.limit) &&
      before.current.due !== null &&
      isLater(
        before,
        after.find(({ duty }) => duty === before.duty),
      ),
  );
};

/** Puts the case on a scale beside the first: 敏感性, 预警等级, 真假 (register X31, X37). */
export const rateCase = (
  context: Context,
  state: CaseState,
  { scale, level, reason }: CommandOf<'RateCase'>,
): Decision => {
  const chosen = context.regulation.scales.find(({ id, use }) => id === scale && use === 'rating');
  if (chosen === undefined) return refuse('SCALE_UNKNOWN', `没有可评定的分级“${scale}”`);
  if (!chosen.levels.some(({ id }) => id === level))
    return refuse('LEVEL_UNKNOWN', `${chosen.name}没有级别“${level}”`);
  const before = state.ratings[scale]?.level;
  if (before === level) return refuse('LEVEL_UNCHANGED', '评定没有变化');
  const rated = [
    { type: 'CaseRated' as const, scale, level, ...(before === undefined ? {} : { before }), reason },
  ];
  // A lower rating may take a running limit away: that is for whom the regulation lets (register X28).
  const standing = ratingsOfCase(context.regulation, state)[scale]?.level;
  const isLower = standing !== undefined && isHigher(context.regulation, standing, level);
  const late =
    isLower && buysTime(context, state, rated) ? checkAuthority(context, state, 'LowerRating') : undefined;
  return late === undefined
    ? rated
    : refuse(late.code, `${chosen.name}调低后时限将消失或推后:${late.message}`);
};
