import type { CaseState } from '../case/state.ts';

/**
 * What of a case no schedule looks at: who is being told, who was asked, how its clocks are counted. A month of 催办 changes
 * little else, and its schedule is the one that was computed before.
 */
const UNREAD = [
  'version',
  'lastHash',
  'pendingNotices',
  'telephoneTasks',
  'undelivered',
  'delivered',
  'asked',
  'acknowledgements',
  'refusals',
  'requests',
  'generation',
  'rearmedVersion',
  'enforcements',
] as const satisfies readonly (keyof CaseState)[];

const unread: ReadonlySet<string> = new Set(UNREAD);
/** Whether two states of a case are the same in all that a schedule looks at. Folding keeps what it does not change. */
export const isSameForSchedule = (one: CaseState, other: CaseState): boolean => {
  // The time that goes by ends a hold, and nothing else.
  const isHeld = other.holds.some(({ resumedAt }) => resumedAt === null);
  return (Object.keys(other) as (keyof CaseState)[]).every(
    (field) => one[field] === other[field] || unread.has(field) || (field === 'lastAt' && !isHeld),
  );
};
