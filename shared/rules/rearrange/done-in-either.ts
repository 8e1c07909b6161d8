import type { EventOf } from '../../case/events.ts';
import { withoutThere } from '../../case/evolve/answers.ts';
import { withoutEntry } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import { isDone } from '../../deadlines/occurrences/occurrence.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import { rankOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { termName } from '../labels/kept.ts';
import { isOfReceipts, isOpen, matchesOf } from './limits/matching.ts';
import { isOfPost } from './posts.ts';

// What was done in either of two cases that become one is done by the stricter of both limits, and late where either was.

type TakenOver = EventOf<'CaseTakenOver'>;
type Limit = TakenOver['limits'][number];

/** One time of a duty in one of the two cases. */
interface Time {
  of: CaseState;
  scheduled: ScheduledDuty;
}
/** One time of a duty of the merged case, with those of both cases for which it stands. */
interface Common {
  target: ScheduledDuty;
  times: Time[];
}

/** What is owed once, for a receipt or by a unit; what the system itself tells is told in each case. */
const isSingle = ({ limit, isNotice, isOfCase }: ScheduledDuty): boolean =>
  limit.kind !== 'every' && limit.kind !== 'ongoing' && !isNotice && !isOfCase;

const commonTimes = (regulation: Regulation, merged: CaseState, parts: readonly CaseState[]): Common[] => {
  const times = parts.flatMap((of) =>
    scheduleCase(regulationOfCase(of), of)
      .duties.filter((each) => isSingle(each) && (isOpen(each) || isDone(each.current)))
      .map((scheduled) => ({ of, scheduled, matches: matchesOf(regulation, merged, of, scheduled) })),
  );
  return scheduleCase(regulation, merged)
    .duties.filter((target) => isSingle(target) && (isOpen(target) || isDone(target.current)))
    .map((target) => ({
      target,
      times: times.filter(
        ({ scheduled, matches }) => scheduled.duty === target.duty && matches.includes(target),
      ),
    }));
};

const startOf = ({ scheduled: { start } }: Time): string => start?.at ?? '';
/** Whether what was done there answers what is asked here: the same acts, for no lower level, and since the story last began. */
const isAskedAlike = (
  regulation: Regulation,
  merged: CaseState,
  { target, times }: Common,
  { of, scheduled }: Time,
): boolean => {
  const duty = regulation.duties.find(({ id }) => id === target.duty);
  if (duty !== undefined && (isOfReceipts(duty) || duty.recurs === 'eachUnit')) return true;
  // A post that nobody knew of then is owed its own answer.
  if (
    isOfPost(regulation, target.duty) &&
    times.some((other) => isOpen(other.scheduled) && scheduled.current.completedAt! < startOf(other))
  )
    return false;
  const { number, at } = merged.outbreaks.at(-1)!;
  const isSince = duty?.recurs !== 'eachOutbreak' || number === 1 || scheduled.current.completedAt! >= at!;
  const isLevel =
    duty?.recurs !== 'eachLevel' ||
    rankOf(regulation, of.handlingLevel) >= rankOf(regulation, merged.handlingLevel);
  return isSince && isLevel && JSON.stringify(scheduled.ways) === JSON.stringify(target.ways);
};

const MET: readonly string[] = ['fulfilled', 'fulfilledLate'];
const isMet = ({ scheduled }: Time): boolean => MET.includes(scheduled.current.outcome);
/** Its limit in numbers that can be broken; null: it has none. */
const limitOf = ({ scheduled: { breachable, limit, current } }: Time): string | null =>
  breachable && isNumeric(limit) ? current.due : null;
/** Whether it was late there, or is by now. */
const isLate =
  (now: string) =>
  (time: Time): boolean => {
    const { outcome } = time.scheduled.current;
    const due = limitOf(time);
    return outcome === 'fulfilledLate' || (outcome === 'open' && due !== null && due < now);
  };

/** The strictest limit of those times; of two alike the one that somebody could have kept. */
const strictestOf = (times: readonly Time[]): { time: Time; due: string } | undefined =>
  times
    .flatMap((time) => {
      const due = limitOf(time);
      return due === null ? [] : [{ time, due }];
    })
    .sort((one, other) =>
      one.due === other.due ? (one.time.scheduled.foundLate === null ? -1 : 1) : one.due < other.due ? -1 : 1,
    )[0];

const namedAs = (regulation: Regulation, target: ScheduledDuty) => ({
  duty: target.duty,
  occurrence: target.current.occurrence,
  ...termName(regulation, target),
});

const keyOf = ({ duty, current }: ScheduledDuty): string => `${duty}#${current.occurrence}`;
/** The case as if what met a time of a duty had never been done; undefined: by nothing that can be taken back. */
const without = ({ of, scheduled }: Time): CaseState | undefined => {
  const { entry } = scheduled.current;
  const there = of.met[keyOf(scheduled)]?.there;
  if (there === undefined) return entry === null ? undefined : withoutEntry(of, entry);
  const withdrawn = { of: there.case, act: there.act, reason: '' };
  return withoutThere(of, withdrawn, { at: of.lastAt, actor: of.opening.by, version: of.version });
};

/** What would have met it next in the same case; undefined: nothing. */
const nextOf = (time: Time): Time | undefined => {
  const of = without(time);
  if (of === undefined) return undefined;
  const { duty, unit, current } = time.scheduled;
  const scheduled = scheduleCase(regulationOfCase(of), of).duties.find(
    (each) => each.duty === duty && each.unit === unit && each.current.occurrence === current.occurrence,
  );
  // What no taking back undoes (定级) is there again.
  return scheduled === undefined || scheduled.current.entry === current.entry ? undefined : { of, scheduled };
};
/** All that met a time of a duty in a case, each of which counts there once what was done before proves false. */
const allOf = (time: Time): Time[] => {
  if (!isMet(time)) return [];
  const next = nextOf(time);
  return [time, ...(next === undefined ? [] : allOf(next))];
};
const inOrder = (times: readonly Time[]): Time[] =>
  times.toSorted((one, other) =>
    one.scheduled.current.completedAt! < other.scheduled.current.completedAt! ? -1 : 1,
  );

/** The limit by which the merged case is held for it: the strictest, excused only where all that was late was excused. */
const limitOfAll = (
  regulation: Regulation,
  { target }: Common,
  strictest: ReturnType<typeof strictestOf>,
  lates: readonly Time[],
): Limit[] => {
  if (strictest === undefined) return [];
  const { due, time } = strictest;
  const isExcused = [time, ...lates].every(({ scheduled }) => scheduled.foundLate !== null);
  return [
    {
      ...namedAs(regulation, target),
      due,
      before: target.current.due,
      case: time.of.caseId,
      ...(isExcused ? { excused: true } : {}),
      breaks: true,
    },
  ];
};

/** By which entry it was done; what that case had itself taken over, by that of the log where it is. */
const thereOf = ({ of, scheduled }: Time, entry: number | null) => {
  const { duty, current } = scheduled;
  const act = { case: of.caseId, act: entry ?? 0 };
  const there = of.met[`${duty}#${current.occurrence}`]?.there ?? act;
  return there.act === 0 ? {} : { there };
};

/** Done in this case by what its level had not asked for, where the other had missed it: late all the same, whichever goes on. */
const missedThere = (
  regulation: Regulation,
  target: ScheduledDuty,
  due: string | null,
  lates: readonly Time[],
): Pick<TakenOver, 'answered' | 'limits'> => {
  const { outcome, entry, completedAt } = target.current;
  const isMissed = outcome === 'fulfilled' && entry !== null && lates.length > 0;
  const answer = { ...namedAs(regulation, target), due, at: completedAt!, late: true, entry: entry! };
  return { answered: isMissed ? [answer] : [], limits: [] };
};

/** How one time counts in the merged case; nothing where neither has done it, or what was done is still doubted here. */
const settle = (
  regulation: Regulation,
  merged: CaseState,
  common: Common,
): Pick<TakenOver, 'answered' | 'limits'> => {
  const { target, times } = common;
  const { outcome, due: before } = target.current;
  const isOwn = ({ of }: Time): boolean => of.caseId === merged.caseId;
  const [done, ...also] = inOrder(
    times.flatMap(allOf).filter((time) => isOwn(time) || isAskedAlike(regulation, merged, common, time)),
  );
  if (times.every(isOwn) || (isDone(target.current) && !MET.includes(outcome)))
    return { answered: [], limits: [] };
  const strictest = strictestOf(times);
  const lates = times.filter(isLate(merged.lastAt));
  const due = strictest?.due ?? before;
  if (done === undefined) return missedThere(regulation, target, due, lates);
  const limits = limitOfAll(regulation, common, strictest, lates);
  const asDone = (time: Time) => {
    const { completedAt, entry } = time.scheduled.current;
    const late = lates.length > 0 || (strictest !== undefined && completedAt! > strictest.due);
    const named = isOwn(time) ? { entry: entry! } : thereOf(time, entry);
    return { at: completedAt!, ...(late ? { late } : {}), ...named };
  };
  const first = asDone(done);
  const isKnown =
    isDone(target.current) && (outcome === 'fulfilledLate') === (first.late ?? false) && before === due;
  // What was done here alone needs no word, and what no entry of this log tells has none.
  const isSaid = isKnown && [done, ...also].every(isOwn);
  if (isSaid || (isOwn(done) && done.scheduled.current.entry === null)) return { answered: [], limits };
  const further = also.filter((time) => !isOwn(time) || time.scheduled.current.entry !== null).map(asDone);
  return {
    answered: [
      {
        ...namedAs(regulation, target),
        due,
        ...first,
        ...(further.length === 0 ? {} : { also: further }),
      },
    ],
    limits,
  };
};

/**
 * What was done in either of two cases as it counts in the one that they become: `merged`, as it is so far. By which limit it was
 * done, which stays however the case is put right later, and whether late. What was so already is not said again.
 */
export const doneInEither = (
  regulation: Regulation,
  merged: CaseState,
  parts: readonly CaseState[],
): Pick<TakenOver, 'answered' | 'limits'> => {
  const settled = commonTimes(regulation, merged, parts).map((common) => settle(regulation, merged, common));
  return {
    answered: settled.flatMap(({ answered }) => answered),
    limits: settled.flatMap(({ limits }) => limits),
  };
};
