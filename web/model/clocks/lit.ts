import type { ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';

/** How a state stands in the picture. */
export type Light = 'lit' | 'past';

/** What comes before the dot names a branch: 电话报告湛江市局·等待提醒. */
const branchOf = (state: string): string | undefined =>
  state.indexOf('·') > 0 ? state.split('·')[0] : undefined;

/** Of a branch of which not every state is drawn, the one that stands for it. */
const drawnFor = (state: string, drawn: readonly string[]): string | undefined => {
  if (drawn.indexOf(state) >= 0) return state;
  const branch = branchOf(state);
  if (branch === undefined) return undefined;
  const ofBranch = drawn.filter((each) => each.indexOf(`${branch}·`) === 0);
  return ofBranch.find((each) => each === `${branch}·阶段`) ?? ofBranch[0];
};

/** Which of the drawn states are active now, and which the execution has passed. */
export const lightsOf = (
  { active, events }: Pick<ExecutionReply, 'active' | 'events'>,
  drawn: readonly string[],
): Map<string, Light> => {
  const lights = new Map<string, Light>();
  for (const { state } of events) {
    const shown = state === null ? undefined : drawnFor(state, drawn);
    if (shown !== undefined) lights.set(shown, 'past');
  }
  for (const { state } of active) {
    const shown = drawnFor(state, drawn);
    if (shown !== undefined) lights.set(shown, 'lit');
  }
  return lights;
};
