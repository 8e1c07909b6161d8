import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/case/events.ts';
import type { Schedule } from '../../shared/deadlines/schedule.ts';
import type { Fulfilment, Regulation } from '../../shared/regulations/schema.ts';
import { actsFor, waysOf } from './meeting.ts';
import { actorsOf, brisk, configuredBureaus, instantAt, type Story, storyOf } from './random-case.ts';
import { tell } from './telling.ts';

const RUNS = 8;
const MINUTE = 60_000;

/** One time that a limit which can be broken was owed, as it stands now. */
interface Owed {
  key: string;
  due: string;
  outcome: string;
  ways: readonly Fulfilment[];
}
const owedIn = (regulation: Regulation, schedule: Schedule): Owed[] =>
  schedule.duties.flatMap(({ duty, history, breachable }) =>
    history.flatMap(({ occurrence, due, outcome }) =>
      due === null || !breachable
        ? []
        : [{ key: `${duty}#${occurrence}`, due, outcome, ways: waysOf(regulation, duty) }],
    ),
  );

/** A story told to its end, and what was missed until some days later. */
const endOf = (regulation: Regulation, story: Story, daysLater: number) => {
  const { file, minutes } = tell(regulation, brisk(story), { unit: regulation.units[0]!.id });
  const now = instantAt(minutes + daysLater * 24 * 60);
  file.runTo(now);
  return { file, now };
};

/** What became of what was missed, in all bureaus. */
const seen = new Set<string>();

describe.each(configuredBureaus)('%s: acts entered after the limit', (_, regulation) => {
  const makers = actorsOf(regulation);

  it('never make it kept by their maker’s word alone, also when he confirms them himself', () => {
    fc.assert(
      fc.property(
        storyOf(regulation),
        fc.constantFrom<Actor>(...makers),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 14 }),
        (story, maker, daysLater, minutesBefore) => {
          const { file, now } = endOf(regulation, story, daysLater);
          const first = file.state.version + 1;
          const missed = owedIn(regulation, file.schedule()).filter(
            ({ due, outcome }) => due < now && outcome !== 'fulfilled',
          );
          for (const { due, ways } of missed)
            for (const way of ways) {
              // No limit is shorter than a quarter of an hour: he says that he was just in time.
              const madeAt = new Date(Date.parse(due) - minutesBefore * MINUTE);
              for (const command of actsFor(regulation, way, madeAt.toISOString()))
                file.give(now, maker, command);
            }
          for (let act = first, last = file.state.version; act <= last; act += 1)
            file.give(now, maker, { type: 'ConfirmAct', act, agree: true, reference: '收文17号' });
          const after = new Map(
            owedIn(regulation, file.schedule()).map(({ key, due, outcome }) => [`${key} ${due}`, outcome]),
          );
          const made = missed.map(({ key, due }) => `${key} ${due}`);
          for (const key of made) seen.add(after.get(key) ?? 'gone');
          expect(made.filter((key) => after.get(key) === 'fulfilled')).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

it('such acts wait for somebody else’s word', () => expect(seen).toContain('lateEntry'));
