import type { CaseState } from '../../case/state.ts';

/**
 * What of a case no schedule looks at: who is being told, who was asked, how its clocks are counted. A month of 催办 changes
 * little else, and its schedule is the one that was computed before.
 */
const UNREAD = [
  'version',
  'lastHash',
  'loggedAt',
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
/** What is kept by `duty#occurrence`, and looked at for that duty alone. */
const BY_DUTY = ['marks', 'reached', 'passed', 'met'] as const satisfies readonly (keyof CaseState)[];

const unread: ReadonlySet<string> = new Set(UNREAD);
const byDuty: ReadonlySet<string> = new Set(BY_DUTY);

/** Folding keeps what it does not change; what was read from the log anew is compared by what it says. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The keys of which something was added, changed or taken away. */
const changedKeys = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): string[] =>
  one === other
    ? []
    : [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
        (key) => !isSame(one[key], other[key]),
      );

/** The duties (`id`) whose schedule may differ between two states of a case, as far as it is their own; undefined: any may. */
export const dutiesChanged = (one: CaseState, other: CaseState): ReadonlySet<string> | undefined => {
  // The time that goes by ends a hold, and nothing else.
  const isHeld = other.holds.some(({ resumedAt }) => resumedAt === null);
  const isElsewhere = (Object.keys(other) as (keyof CaseState)[]).some(
    (field) =>
      !unread.has(field) &&
      !byDuty.has(field) &&
      !(field === 'lastAt' && !isHeld) &&
      !isSame(one[field], other[field]),
  );
  if (isElsewhere) return undefined;
  const keys = BY_DUTY.flatMap((field) => changedKeys(one[field], other[field]));
  return new Set(keys.map((key) => key.slice(0, key.lastIndexOf('#'))));
};
