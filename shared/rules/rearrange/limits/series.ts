import type { EventOf } from '../../../case/events.ts';
import type { CaseState } from '../../../case/state.ts';
import { scheduleCase } from '../../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../deadlines/scheduled-duty.ts';
import { regulationOfCase } from '../../../regulations/index.ts';
import type { Regulation } from '../../../regulations/schema.ts';
import { termName } from '../../labels/kept.ts';
import { isOpen } from './matching.ts';

// A series (每日书面报告) goes on in the merged case with what either owed next: what fell due before, in whichever, stands there.

type TakenOver = EventOf<'CaseTakenOver'>;

const seriesIn = (state: CaseState): ScheduledDuty[] =>
  scheduleCase(regulationOfCase(state), state).duties.filter(({ limit }) => limit.kind === 'every');
const openIn = (state: CaseState): ScheduledDuty[] => seriesIn(state).filter(isOpen);

/** What is owed next of a series in any of the cases, by the earliest limit. */
const nextOf = (parts: readonly CaseState[], duty: string): ScheduledDuty | undefined =>
  parts
    .flatMap(openIn)
    .filter((each) => each.duty === duty && each.current.due !== null)
    .toSorted((one, other) => (one.current.due! < other.current.due! ? -1 : 1))[0];

/** The series that count otherwise than before in the case that goes on, each with what is owed of it next. */
export const seriesTaken = (
  merged: CaseState,
  into: CaseState,
  from: CaseState,
): Pick<TakenOver, 'series'> => {
  const own = seriesIn(into);
  const series = seriesIn(merged).flatMap(({ duty, start, limit }) => {
    const before = own.find((each) => each.duty === duty);
    const due = nextOf([into, from], duty)?.current.due ?? null;
    const isSame = before?.start != null && before.start.at === start?.at;
    const isCounted = limit.kind === 'every' && limit.from === 'due';
    return start === null || isSame || !isCounted ? [] : [{ duty, due }];
  });
  return series.length === 0 ? {} : { series };
};

/**
 * What is owed next of a series is owed by the limit that one of the cases had, and not by an earlier one that only the facts of both
 * together would give. `merged`: as it is with its series.
 */
export const seriesLimits = (
  regulation: Regulation,
  merged: CaseState,
  parts: readonly CaseState[],
): TakenOver['limits'] =>
  openIn(merged).flatMap((target) => {
    const next = nextOf(parts, target.duty);
    const { due: before, occurrence } = target.current;
    const due = next?.current.due;
    if (next === undefined || due == null || before === null || before >= due) return [];
    const isTheirs = parts.find((of) => openIn(of).includes(next));
    return [
      {
        duty: target.duty,
        occurrence,
        ...termName(regulation, target),
        ...{ due, before, case: isTheirs!.caseId, exact: true },
        ...(next.foundLate === null ? {} : { excused: true }),
        ...(next.breachable ? { breaks: true } : {}),
      },
    ];
  });
