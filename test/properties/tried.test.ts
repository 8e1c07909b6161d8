import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { openTrying } from '../api/try/trying.ts';
import { configuredBureaus, instantAt } from './random-case.ts';
import { aimed, minutesNow, openStory, runClocks, type Story, storyOf } from './tried-stories.ts';

// Whatever is tried, in whatever case, by whomever: it says what the command then does, and writes nothing (openTrying holds both).

const RUNS = 25;

const play = async (regulation: Regulation, story: Story): Promise<string[]> => {
  const { clocks, steps } = story;
  const trying = await openTrying({ regulation });
  const { office, both } = trying;
  const caseId = await openStory(trying, story);
  if (caseId === undefined) return [];
  const ways: string[] = [];
  let minutes = minutesNow(trying);
  for (const step of steps) {
    minutes += step.afterMinutes;
    if (clocks) await runClocks(trying, caseId, instantAt(minutes));
    office.at(instantAt(minutes));
    const state = (await office.system.cases.load(caseId))!;
    const { who, command } = aimed(trying, state, step);
    const { tried, told: done } = await both(who, caseId, command);
    ways.push(tried?.wouldBe ?? `${done.status}`);
  }
  return ways;
};

describe.each(configuredBureaus)('%s', (_, regulation) => {
  it('what is tried says what the command then does', async () => {
    const ways: string[] = [];
    await fc.assert(
      fc.asyncProperty(storyOf(regulation), async (story) => {
        ways.push(...(await play(regulation, story)));
      }),
      { numRuns: RUNS },
    );
    // Most of it came as far as the rules.
    for (const way of ['done', 'refused']) expect(ways).toContain(way);
    expect(ways.filter((way) => way === '422').length).toBeLessThan(ways.length / 2);
  });
});
