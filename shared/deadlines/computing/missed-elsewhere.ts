import { stretchAt } from '../choose-due.ts';
import { elsewhereOf } from '../days/owed.ts';
import { type Occurrence, unmet } from '../occurrences/occurrence.ts';
import { outcomeInChinese } from '../occurrences/outcome-words.ts';
import { scheduleDuty } from '../schedule-duty.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';

/** One row of what was missed there: owed no more, and never done. */
const missed = (scheduled: ScheduledDuty, of: string, history: Occurrence[]): ScheduledDuty => ({
  ...scheduled,
  current: history.at(-1)!,
  history,
  foundLate: null,
  excused: {},
  keptDue: null,
  untold: false,
  status: 'ended',
  next: null,
  missingReceivers: [],
  reason: `${outcomeInChinese('missed', { isPeriod: scheduled.limit.kind === 'every' })};原案卷${of},已并入本案`,
});

/**
 * What was missed of a duty in cases that were merged into this one, and is owed by no limit any more: it stays missed here. Each time is
 * a row of its own, but those of a series. `shown`: what the schedule has of the duty anyway.
 */
export const missedElsewhere = (of: DutyOfCase, shown: readonly ScheduledDuty[]): ScheduledDuty[] => {
  const { state, duty } = of;
  if (state.takenOver.length === 0) return [];
  const names = new Set(shown.flatMap(({ history }) => history.map(({ occurrence }) => occurrence)));
  const rows = new Map<string, { scheduled: ScheduledDuty; from: string; history: Occurrence[] }>();
  for (const [key, { due, segment, term }] of Object.entries(state.passed)) {
    const place = key.lastIndexOf('#');
    const occurrence = key.slice(place + 1);
    const there = elsewhereOf(state, occurrence);
    if (key.slice(0, place) !== duty.id || there === undefined || names.has(occurrence)) continue;
    const scheduled = scheduleDuty(of, [stretchAt(of, segment, term)]);
    const row = scheduled.limit.kind === 'every' ? there.of : occurrence;
    const known = rows.get(row) ?? { scheduled, from: there.of, history: [] };
    rows.set(row, {
      ...known,
      history: [...known.history, unmet({ occurrence, due, passed: true }, 'missed')],
    });
  }
  return [...rows.values()].map(({ scheduled, from, history }) => missed(scheduled, from, history));
};
