import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { giversOf, rankOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { seedsOr } from '../../support/random/seeds.ts';
import { actorsOf, configuredBureaus, instantAt, type Story, storyOf } from '../random-case.ts';
import { tell } from '../telling.ts';
import { expectNothingLost, pendingIn, takeDrafts } from './nothing-lost.ts';
import { type Prepared, prepare, prepared } from './prepared.ts';

const RUNS = 100;
const SEEDS = seedsOr(1456024460, 7);
type File = ReturnType<typeof tell>['file'];

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

/** A random case, with what a merge has to take over. */
const toldAs = (regulation: Regulation, caseId: string, [story, beside]: [Story, Prepared]) => {
  const { file, minutes } = tell(regulation, called(story, caseId));
  return { file, minutes, came: prepare(regulation, file, minutes, beside) };
};
type Told = ReturnType<typeof toldAs>;

/** The second of two random cases merged into the first; undefined where it may not be. */
const merge = (regulation: Regulation, { file: into, minutes }: Told, told: Told, after: number) => {
  const from = told.file;
  const now = instantAt(Math.max(minutes, told.minutes) + after);
  const [first, second] = twoOf(regulation);
  const before = { pending: [...pendingIn(into), ...pendingIn(from)], states: [into.state, from.state] };
  const reason = '同一舆情,合并办理';
  const proposal = { type: 'MergeCase', into: 'XX2026-0001', reason, other: into.state } as const;
  if (from.give(now, first, proposal).refusal !== null) return undefined;
  if (into.give(now, second, { type: 'TakeOver', from: from.state }).refusal !== null) return undefined;
  takeDrafts(into, from, now);
  expect(from.give(now, second, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
  return { into, from, before, now };
};

/** Where random cases come to have a duty held or put off. */
const REACHED = { held: ['leizhou'], extended: ['nanning'] };

describe.each(configuredBureaus)('two random cases of %s that become one', (bureau, regulation) => {
  const seen = { merged: 0, pending: 0, taken: 0, overdue: 0, extended: 0, held: 0, joint: 0, received: 0 };

  it.each(SEEDS)('owe nothing later than either did, and no passed limit vanishes (%i)', (seed) => {
    const story = fc.tuple(storyOf(regulation, { isGraded: true }), prepared);
    fc.assert(
      fc.property(story, story, fc.integer({ min: 0, max: 2880 }), (one, other, after) => {
        const two = [
          toldAs(regulation, 'XX2026-0001', one),
          toldAs(regulation, 'XX2026-0002', other),
        ] as const;
        const merged = merge(regulation, ...two, after);
        if (merged === undefined) return;
        const { into, from, before, now } = merged;
        seen.merged += 1;
        for (const what of ['extended', 'held', 'joint'] as const)
          if (two.some(({ came }) => came[what])) seen[what] += 1;
        if (two.every(({ came }) => came.received)) seen.received += 1;
        seen.pending += before.pending.length;
        seen.taken += Object.keys(into.state.ceilings).length;
        seen.overdue += expectNothingLost(regulation, into, before.pending, now);
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
    expect(seen.taken).toBeGreaterThan(0);
    expect(seen.joint).toBeGreaterThan(RUNS / 20);
    expect(seen.overdue + seen.taken).toBeGreaterThan(RUNS / 20);
    // Where the bureau knows such a thing at all.
    const isSent = regulation.sources.some((source) => source.from !== null);
    if (isSent) expect(seen.received).toBeGreaterThan(0);
    for (const what of ['held', 'extended'] as const)
      expect(seen[what] > 0, what).toBe(REACHED[what].includes(bureau));
  });
});
