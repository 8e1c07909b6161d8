import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLimitOfLaw } from '../../../shared/deadlines/breach.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { asOfNow } from '../../../shared/rules/decide.ts';
import { suggestion, system } from '../../support/case-file.ts';
import { seedsOr } from '../../support/random/seeds.ts';
import { actorsOf, configuredBureaus, instantAt, storyOf } from '../random-case.ts';
import { tell } from '../telling.ts';
import { giveBy, merge } from './tricks.ts';

const RUNS = 150;
const SEEDS = seedsOr(11, 1456024460);
const DAY = 24 * 60;
type File = ReturnType<typeof tell>['file'];

/** What somebody does to a case to excuse a limit; `ago`: how long before the item says that it was published. */
const trick = fc.record({
  how: fc.constantFrom('attach', 'attach', 'push', 'state', 'detach', 'merge'),
  ago: fc.integer({ min: 0, max: 3 * DAY }),
  afterMinutes: fc.integer({ min: 0, max: 200 }),
});
type Trick = typeof trick extends fc.Arbitrary<infer T> ? T : never;

interface Limit {
  duty: string;
  occurrence: string;
  due: string;
}
/** Limits of the law that run, and that somebody can miss. */
const runningIn = (file: File): Limit[] =>
  file.schedule().duties.flatMap((each) => {
    const { duty, current, status, breachable, foundLate, keptDue } = each;
    if (!isLimitOfLaw(each) || status !== 'open' || !breachable || current.outcome !== 'open') return [];
    const due = foundLate === null ? current.due : keptDue;
    return due === null ? [] : [{ duty, occurrence: current.occurrence, due }];
  });
/** Those of the duty, or of what stands in its place. */
const standFor = (regulation: Regulation, file: File, duty: string): ScheduledDuty[] => {
  const instead = regulation.duties.find(({ id }) => id === duty)?.replacedBy ?? [];
  return file
    .schedule()
    .duties.filter((each) => each.duty === duty || instead.includes(each.duty))
    .filter(({ limit, status }) => limit.kind !== 'ongoing' && status !== 'held');
};
/** The instants of limits of these duties that are missed when nobody does anything until `now`. */
const missedBy = (regulation: Regulation, file: File, duties: readonly string[], now: string): string[] => {
  const { standing } = asOfNow({ regulation, now, actor: system }, file.state);
  return Object.entries(standing.passed)
    .filter(([key]) => duties.includes(key.slice(0, key.lastIndexOf('#'))))
    .map(([, { due }]) => due);
};

const item = (file: File, minutes: number, ago: number) => ({
  type: 'AttachItem' as const,
  item: { feed: 'f', id: `i${minutes}-${ago}`, title: '旧帖', publishedAt: instantAt(minutes - ago) },
  grade: suggestion(file.state.warningLevel),
  flags: [],
});
const detach = (regulation: Regulation, file: File, minutes: number): boolean => {
  const [last] = file.state.items.slice(-1);
  if (last === undefined) return false;
  const { feed, id } = last;
  const command = { type: 'DetachItem', feed, id, destination: 'case', reason: '另一件事' } as const;
  const actors = actorsOf(regulation).filter(({ role }) => giversOf(regulation, 'DetachItem').includes(role));
  return giveBy(file, instantAt(minutes), actors, { ...command, isClocked: true }) !== undefined;
};

const all = { attach: 0, push: 0, state: 0, detach: 0, merge: 0, running: 0, kept: 0 };

/** Does it at this minute; whether it came about. */
const play = (regulation: Regulation, [file, other]: [File, File], minutes: number, { how, ago }: Trick) => {
  const now = instantAt(minutes);
  if (how === 'merge') return merge(regulation, other, file, now);
  if (how === 'detach') return detach(regulation, file, minutes);
  if (how === 'push') return giveBy(file, now, [system], item(file, minutes, ago)) !== undefined;
  const actors = actorsOf(regulation).filter(
    ({ role }) => !giversOf(regulation, 'PostponeInstant').includes(role),
  );
  if (how === 'attach') return giveBy(file, now, actors, item(file, minutes, ago)) !== undefined;
  const at = instantAt(minutes - ago);
  const stated = { type: 'CorrectInstant', instant: 'occurredAt', at, reason: '核实' } as const;
  return giveBy(file, now, actors, stated) !== undefined;
};

describe.each(configuredBureaus)(
  'items attached to a random case of %s, detached, merged',
  (_, regulation) => {
    it.each(SEEDS)(
      'give no duty a later limit, and turn no limit that ran into one that nobody missed (%i)',
      (seed) => {
        const story = storyOf(regulation, { isGraded: true });
        fc.assert(
          fc.property(story, story, fc.array(trick, { minLength: 1, maxLength: 4 }), (one, two, tricks) => {
            const told = [one, two].map(({ opening, ...rest }, index) => {
              const flags = opening.flags.filter((flag) => flag !== 'secret');
              return tell(regulation, {
                ...rest,
                opening: { ...opening, flags, caseId: `XX2026-000${index + 1}` },
              });
            });
            const [file, other] = told.map((each) => each.file) as [File, File];
            let minutes = Math.max(...told.map((each) => each.minutes));
            for (const each of tricks) {
              minutes += each.afterMinutes;
              if (file.state.status !== 'open' || (each.how === 'merge' && other.state.status !== 'open'))
                continue;
              const now = instantAt(minutes);
              const before = runningIn(file).filter(({ due }) => due >= now);
              const passed = Object.keys(file.state.passed);
              if (!play(regulation, [file, other], minutes, each)) continue;
              all[each.how as 'attach'] += 1;
              all.running += before.length;
              all.kept += Object.keys(file.state.keptLimits).length;
              expect(Object.keys(file.state.passed)).toEqual(expect.arrayContaining(passed));
              for (const { duty, occurrence, due } of before) {
                const what = `${duty}#${occurrence} ${due} by ${each.how}`;
                const now1 = standFor(regulation, file, duty);
                const open = now1.filter(
                  ({ status, current }) => status === 'open' && current.outcome === 'open',
                );
                // Done in the case that was merged, which counts.
                if (open.length === 0) continue;
                expect(
                  open.some(({ current }) => (current.due ?? '~') <= due),
                  what,
                ).toBe(true);
                const end = new Date(Date.parse(due) + 1000).toISOString();
                const missed = missedBy(
                  regulation,
                  file,
                  now1.map((each1) => each1.duty),
                  end,
                );
                expect(
                  missed.some((instant) => instant <= due),
                  `${what} is missed`,
                ).toBe(true);
              }
            }
          }),
          { numRuns: RUNS, seed },
        );
      },
    );
  },
);

it('were seen often enough, with limits that ran and that were kept', () => {
  const { running, kept, ...tricks } = all;
  for (const [how, times] of Object.entries(tricks)) expect(times, how).toBeGreaterThan(RUNS / 3);
  expect(running).toBeGreaterThan(RUNS);
  expect(kept).toBeGreaterThan(RUNS / 3);
});
