import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { seedsOr } from '../../support/random/seeds.ts';
import { actorsOf, configuredBureaus, instantAt, storyOf } from '../random-case.ts';
import { tell } from '../telling.ts';

const RUNS = 200;
const SEEDS = seedsOr(1456024460, 7);
type File = ReturnType<typeof tell>['file'];

/** Two different persons: one who concludes at this level, and one who agrees to it. */
const twoOf = (regulation: Regulation, level: string): [Actor, Actor] => {
  const may = (command: string) =>
    actorsOf(regulation).filter(({ role }) => giversOf(regulation, command, level).includes(role));
  const [first] = may('Conclude');
  return [first!, may('ApproveConclusion').find(({ id }) => id !== first!.id)!];
};
const owedBy = ({ status, current }: ScheduledDuty): boolean =>
  status === 'open' && current.outcome === 'open' && current.due !== null;

/** The case concluded as 误立, whatever it owes; undefined where it cannot be. */
const concluded = (file: File, now: string, [first, second]: [Actor, Actor]): true | undefined => {
  const asMistaken = {
    type: 'Conclude',
    summary: '随机写下的处置情况',
    mistaken: '随机写下的误立理由',
  } as const;
  file.give(now, first, asMistaken);
  file.give(now, second, { type: 'ApproveConclusion' });
  return file.state.status === 'concluded' ? true : undefined;
};

describe.each(configuredBureaus)(
  'random cases of %s that are concluded and opened again',
  (_, regulation) => {
    const seen = { reopened: 0, owed: 0 };

    it.each(SEEDS)('owe what they owed, when they owed it: nothing is put off (%i)', (seed) => {
      fc.assert(
        fc.property(storyOf(regulation), fc.integer({ min: 0, max: 4 * 24 * 60 }), (story, after) => {
          const { file, minutes } = tell(regulation, story);
          const two = twoOf(regulation, file.state.handlingLevel);
          const before = file.schedule().duties.filter(owedBy);
          const passed = Object.keys(file.state.passed);
          if (concluded(file, instantAt(minutes), two) === undefined) return;
          const again = instantAt(minutes + after);
          const { refusal } = file.give(again, two[0], { type: 'Reopen', reason: '随机写下的恢复理由' });
          expect(refusal).toBeNull();
          expect(file.state.status).toBe('open');
          seen.reopened += 1;
          seen.owed += before.length;
          const { duties } = file.schedule();
          for (const { duty, current } of before) {
            const now = duties
              .filter((each) => each.duty === duty)
              .flatMap(({ history, current: own }) => [...history, own]);
            const same = now.find(({ occurrence }) => occurrence === current.occurrence);
            expect(same?.due, `${duty}#${current.occurrence}`).toBe(current.due);
          }
          expect(Object.keys(file.state.passed)).toEqual(expect.arrayContaining(passed));
        }),
        { numRuns: RUNS, seed },
      );
    });

    it('were seen often enough', () => {
      expect(seen.reopened).toBeGreaterThan(RUNS / 100);
      expect(seen.owed).toBeGreaterThan(RUNS / 20);
    });
  },
);
