import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { suggestion, system } from '../../support/case-file.ts';
import { seedsOr } from '../../support/random/seeds.ts';
import { configuredBureaus, instantAt, storyOf } from '../random-case.ts';
import { tell } from '../telling.ts';
import { expectNothingLost, pendingIn } from './nothing-lost.ts';
import { prepare, prepared } from './prepared.ts';
import { giveBy, mayGive, merge } from './tricks.ts';

const RUNS = 60;
const [SEED] = seedsOr(11);
type File = ReturnType<typeof tell>['file'];

/** One thing that somebody does to hide a limit: to which of three cases, and with which other. */
const trick = fc.record({
  how: fc.constantFrom('merge', 'merge', 'merge', 'reopen', 'detach'),
  one: fc.nat(2),
  other: fc.nat(2),
  afterMinutes: fc.integer({ min: 0, max: 1440 }),
});
type Trick = typeof trick extends fc.Arbitrary<infer T> ? T : never;

/** Concludes it as 误立, whatever it owes, and opens it again two hours later; whether that came about. */
const reopen = (regulation: Regulation, file: File, minutes: number): boolean => {
  const [then, now] = [instantAt(minutes), instantAt(minutes + 120)];
  const mistaken = { summary: '随机写下的处置情况', mistaken: '随机写下的误立理由', unmet: {} };
  const first = giveBy(file, then, mayGive(regulation, 'Conclude'), { type: 'Conclude', ...mistaken });
  if (first === undefined) return false;
  giveBy(file, then, mayGive(regulation, 'ApproveConclusion'), { type: 'ApproveConclusion' });
  if (file.state.status === 'open') return false;
  const again = giveBy(file, now, mayGive(regulation, 'Reopen'), {
    type: 'Reopen',
    reason: '随机写下的恢复理由',
  });
  return again !== undefined;
};

/** Takes out an item that has just come; whether that came about. */
const detach = (regulation: Regulation, file: File, minutes: number): boolean => {
  const now = instantAt(minutes);
  const item = { feed: 'f', id: `d${minutes}`, title: '另一件事', publishedAt: instantAt(minutes - 600) };
  file.give(now, system, { type: 'AttachItem', item, grade: suggestion(file.state.warningLevel), flags: [] });
  const command = {
    type: 'DetachItem',
    ...item,
    destination: 'case',
    reason: '说的是另一件事',
    isClocked: true,
  } as const;
  const { title: _, publishedAt: __, ...taken } = command;
  return giveBy(file, now, mayGive(regulation, 'DetachItem'), taken) !== undefined;
};

const all = { merge: 0, reopen: 0, detach: 0, twice: 0, overdue: 0 };

describe.each(configuredBureaus)(
  'three random cases of %s, merged, reopened and taken apart in any order',
  (_, regulation) => {
    it('hide no limit: each is owed no later where it goes on, is done there, or on record as missed', () => {
      const story = fc.tuple(storyOf(regulation, { isGraded: true }), prepared);
      fc.assert(
        fc.property(story, story, story, fc.array(trick, { minLength: 3, maxLength: 5 }), (...given) => {
          const tricks = given[3] as Trick[];
          const files = given.slice(0, 3).map((each, index) => {
            const [{ opening, ...told }, beside] = each as [(typeof given)[0][0], (typeof given)[0][1]];
            const flags = opening.flags.filter((flag) => flag !== 'secret');
            const caseId = `XX2026-000${index + 1}`;
            const { file, minutes } = tell(regulation, { ...told, opening: { ...opening, flags, caseId } });
            prepare(regulation, file, minutes, beside);
            return { file, minutes };
          });
          let minutes = Math.max(...files.map((each) => each.minutes));
          let merged = 0;
          for (const { how, one, other, afterMinutes } of tricks) {
            minutes += afterMinutes;
            const now = instantAt(minutes);
            const [from, into] = [files[one]!.file, files[other]!.file];
            if (from.state.status !== 'open') continue;
            const pending = [...pendingIn(from), ...(how === 'merge' ? pendingIn(into) : [])];
            const goesOn = how === 'merge' ? into : from;
            const passed = Object.keys(goesOn.state.passed);
            const isDone =
              how === 'merge'
                ? merge(regulation, from, into, now)
                : how === 'reopen'
                  ? reopen(regulation, from, minutes)
                  : detach(regulation, from, minutes);
            if (how === 'reopen') minutes += 120;
            if (how === 'reopen' && from.state.status !== 'open') continue;
            if (!isDone) continue;
            all[how] += 1;
            if (how === 'merge') merged += 1;
            all.overdue += expectNothingLost(regulation, goesOn, pending, now);
            expect(Object.keys(goesOn.state.passed)).toEqual(expect.arrayContaining(passed));
          }
          if (merged > 1) all.twice += 1;
        }),
        { numRuns: RUNS, seed: SEED },
      );
    });
  },
);

describe('all of them', () => {
  it('were merged, merged again, reopened and taken apart often enough, with limits that had been broken', () => {
    expect(all.merge).toBeGreaterThan(RUNS);
    expect(all.twice).toBeGreaterThan(5);
    expect(all.reopen).toBeGreaterThan(RUNS / 10);
    expect(all.detach).toBeGreaterThan(RUNS / 3);
    expect(all.overdue).toBeGreaterThan(RUNS / 2);
  });
});
