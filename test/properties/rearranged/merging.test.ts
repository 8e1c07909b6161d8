import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { giversOf, rankOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { actorsOf, configuredBureaus, instantAt, type Story, storyOf } from '../random-case.ts';
import { tell } from '../telling.ts';

const RUNS = 200;
/** The same pairs each time; others by SEED. */
const SEEDS = process.env.SEED === undefined ? [1456024460, 7] : [Number(process.env.SEED)];
type File = ReturnType<typeof tell>['file'];

const RUNNING: readonly string[] = ['open', 'held', 'listed'];
const DONE: readonly string[] = ['fulfilled', 'fulfilledLate', 'unconfirmed', 'lateEntry', 'unapproved'];
const pendingIn = (file: File): ScheduledDuty[] =>
  file
    .schedule()
    .duties.filter(
      ({ status, current, isOfCase }) =>
        RUNNING.includes(status) && current.outcome === 'open' && current.due !== null && !isOfCase,
    );

/** Who proposes, and another who agrees. */
const twoOf = (regulation: Regulation): [Actor, Actor] => {
  const actors = actorsOf(regulation);
  const may = (command: string) => actors.filter(({ role }) => giversOf(regulation, command).includes(role));
  const [first] = may('MergeCase');
  const second = may('ApproveMerge').find(({ id }) => id !== first!.id);
  return [first!, second!];
};

const called = (story: Story, caseId: string): Story => ({
  ...story,
  // 涉密 cases are never merged; what else a case is marked with is random.
  opening: { ...story.opening, caseId, flags: story.opening.flags.filter((flag) => flag !== 'secret') },
});

/** The second of two random cases merged into the first; undefined where it may not be. */
const merge = (regulation: Regulation, one: Story, other: Story, after: number) => {
  const { file: into, minutes } = tell(regulation, called(one, 'XX2026-0001'));
  const told = tell(regulation, called(other, 'XX2026-0002'));
  const from = told.file;
  const now = instantAt(Math.max(minutes, told.minutes) + after);
  const [first, second] = twoOf(regulation);
  const before = { pending: [...pendingIn(into), ...pendingIn(from)], states: [into.state, from.state] };
  const reason = '同一舆情,合并办理';
  const proposal = { type: 'MergeCase', into: 'XX2026-0001', reason, other: into.state } as const;
  if (from.give(now, first, proposal).refusal !== null) return undefined;
  if (into.give(now, second, { type: 'TakeOver', from: from.state }).refusal !== null) return undefined;
  expect(from.give(now, second, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
  return { into, from, before, now };
};

/** Those of the duty, or of what stands in its place at a higher level, in the case that goes on. */
const ownOf = (regulation: Regulation, into: File, duty: string): ScheduledDuty[] => {
  const instead = regulation.duties.find(({ id }) => id === duty)?.replacedBy ?? [];
  return into.schedule().duties.filter((each) => each.duty === duty || instead.includes(each.duty));
};
/** Whether the case that goes on says of a limit of the other that it was overdue, or it is its own. */
const isOnRecord = ({ log, state }: File, duty: string, due: string): boolean =>
  log
    .flatMap(({ events }) => events)
    .some(
      (event) =>
        event.type === 'CaseTakenOver' &&
        event.became.some((each) => each.duty === duty && each.due === due && each.outcome === 'overdue'),
    ) || Object.values(state.passed).some((passed) => passed.due === due);
const isDone = ({ current }: ScheduledDuty): boolean => DONE.includes(current.outcome);

describe.each(configuredBureaus)('two random cases of %s that become one', (_, regulation) => {
  const seen = { merged: 0, pending: 0, taken: 0, overdue: 0 };

  it.each(SEEDS)('owe nothing later than either did, and no passed limit vanishes (%i)', (seed) => {
    const story = storyOf(regulation);
    fc.assert(
      fc.property(story, story, fc.integer({ min: 0, max: 2880 }), (one, other, after) => {
        const merged = merge(regulation, one, other, after);
        if (merged === undefined) return;
        const { into, from, before, now } = merged;
        seen.merged += 1;
        seen.pending += before.pending.length;
        seen.taken += Object.keys(into.state.ceilings).length;
        for (const { duty, current, breachable, foundLate } of before.pending) {
          const own = ownOf(regulation, into, duty);
          const due = current.due!;
          const what = `${duty}#${current.occurrence} ${due}`;
          const isOwed = own.some(
            (each) => RUNNING.includes(each.status) && (each.current.due ?? '~') <= due,
          );
          expect(isOwed || own.some(isDone), what).toBe(true);
          // What was late in either stays late.
          if (!breachable || foundLate !== null || due >= now || !isOwed) continue;
          seen.overdue += 1;
          const passed = Object.keys(into.state.passed).map((key) => key.slice(0, key.lastIndexOf('#')));
          const isLate = own.some((each) => passed.includes(each.duty) || isDone(each));
          // One that nobody could keep there is the earlier; that of the other case is on record as missed.
          const isExcused = own.some((each) => each.foundLate !== null && each.current.due! < due);
          expect(isLate || (isExcused && isOnRecord(into, duty, due)), `${what} late`).toBe(true);
        }
        const [before1, before2] = before.states as [File['state'], File['state']];
        expect(Object.keys(into.state.passed)).toEqual(expect.arrayContaining(Object.keys(before1.passed)));
        for (const { handlingLevel } of [before1, before2])
          expect(rankOf(regulation, into.state.handlingLevel)).toBeGreaterThanOrEqual(
            rankOf(regulation, handlingLevel),
          );
        expect(from.state).toMatchObject({ status: 'merged', mergedInto: { case: 'XX2026-0001' } });
        expect(from.schedule().duties.filter(({ next }) => next !== null)).toEqual([]);
      }),
      { numRuns: RUNS, seed },
    );
  });

  it('were merged often enough, with limits that were taken over or had passed', () => {
    expect(seen.merged).toBeGreaterThan(RUNS / 20);
    expect(seen.pending).toBeGreaterThan(RUNS / 10);
    expect(seen.taken + seen.overdue).toBeGreaterThan(0);
  });
});
