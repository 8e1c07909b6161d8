import { settingsOf } from '../regulations/lookup.ts';
import { WARNING_RELEASE_SETTING } from '../regulations/reserved.ts';
import type { Ladder } from '../regulations/schema.ts';
import { type Instant, latest } from '../time/instants.ts';
import { isNumeric, type ResolvedLimit } from './limits.ts';
import type { Occurrence } from './occurrences.ts';
import type { DutyOfCase, Start } from './starts/anchors.ts';
import { nextStep, type Step, targetAt } from './steps.ts';

/** What is owed now of a duty whose clock has begun. */
interface Pursued {
  start: Start;
  limit: ResolvedLimit;
  soft: Instant | null;
  breachable: boolean;
  /** When a limit that ran as 暂定 became law: the level was determined. Null: it never ran so. */
  lawSince: Instant | null;
  current: Occurrence;
  history: readonly Occurrence[];
  rungs: readonly string[];
  isNotice: boolean;
  warning: { isReleased: boolean } | null;
}

/** When the occurrence that is owed became the one to pursue: not before the one ahead of it was over. */
const pursuedSince = (pursued: Pursued): Instant => {
  const { start, limit, history, lawSince } = pursued;
  const before = history.at(-2);
  const knownAt = latest(start.knownAt, lawSince ?? start.knownAt);
  if (before?.due == null || limit.kind !== 'every') return knownAt;
  return latest(knownAt, before.completedAt ?? before.nextDue ?? knownAt);
};

/** What the clock of the open occurrence waits for, or null: no number, and no target of the bureau's own either. */
export const pursue = (
  { regulation, state, duty }: DutyOfCase,
  pursued: Pursued,
  ladder: Ladder,
): Step | null => {
  const { zone } = regulation;
  const { start, limit, soft, breachable, current, rungs, isNotice, warning } = pursued;
  const mark = state.marks[`${duty.id}#${current.occurrence}`];
  const target = duty.ownTarget === undefined ? null : settingsOf(regulation)[duty.ownTarget];
  const due = current.due ?? (typeof target === 'string' ? targetAt(start.at, target, zone) : null);
  if (due === null) return null;
  const release = settingsOf(regulation)[WARNING_RELEASE_SETTING];
  return nextStep(
    {
      due,
      knownAt: pursuedSince(pursued),
      breachable,
      hasReminders: isNumeric(limit),
      soft,
      // After 结报 there is no next period in which this one could be given up.
      givenUpAt:
        limit.kind === 'every' && limit.from === 'due' && state.concludedAt === null
          ? (current.nextDue ?? null)
          : null,
      firstChaseAfter: isNotice && warning !== null && typeof release === 'string' ? release : null,
      mark: mark?.due === due ? mark : undefined,
    },
    { ladder, rungs: rungs.length, zone },
  );
};
