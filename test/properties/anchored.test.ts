import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../shared/case/state.ts';
import type { ScheduledDuty } from '../../shared/deadlines/scheduled-duty.ts';
import type { Duty, Regulation } from '../../shared/regulations/schema.ts';
import { duesOf, isAllowed, recordOf } from './allowed.ts';
import { configuredBureaus, storyOf } from './random-case.ts';
import { tell } from './telling.ts';

const RUNS = 150;

const isReckoned = ({ basis, terms }: Duty): boolean =>
  basis === 'law' && terms.some(({ limit }) => limit.kind === 'within' || limit.kind === 'every');

/** The due instants of a duty that nothing but its anchor and its length has set. */
const reckonedDues = (state: CaseState, { duty, history }: ScheduledDuty): string[] => {
  const extended = state.extensions[duty]?.to;
  return history.flatMap(({ occurrence, due }) =>
    // What has passed stays as it passed, whatever was said of its beginning since.
    due === null || due === extended || state.passed[`${duty}#${occurrence}`] !== undefined ? [] : [due],
  );
};

describe.each(configuredBureaus)('limits of the law in random cases of %s', (_, regulation: Regulation) => {
  const reckoned = regulation.duties.filter(isReckoned);
  /** How many due instants of each duty were seen. */
  const seen = new Map(reckoned.map((duty) => [duty.id, 0]));

  it('are due no earlier, and nowhere else, than an anchor that the log names and the length in the data allow', () => {
    fc.assert(
      fc.property(storyOf(regulation), (story) => {
        const { file } = tell(regulation, story);
        const record = recordOf(file.log);
        for (const duty of reckoned) {
          const allowed = duesOf(regulation, record, duty);
          const dues = file
            .schedule()
            .duties.filter((each) => each.duty === duty.id)
            .flatMap((each) => reckonedDues(file.state, each));
          seen.set(duty.id, seen.get(duty.id)! + dues.length);
          const wrong = dues.filter((due) => !isAllowed(Date.parse(due), allowed));
          expect(wrong, duty.id).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('were all seen', () => {
    expect([...seen].filter(([, times]) => times === 0)).toEqual([]);
  });
});
