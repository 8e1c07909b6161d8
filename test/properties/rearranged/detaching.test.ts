import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import { suggestion, system } from '../../support/case-file.ts';
import { actorsOf, configuredBureaus, instantAt, storyOf } from '../random-case.ts';
import { tell } from '../telling.ts';

const RUNS = 60;

describe.each(configuredBureaus)('an item that is taken out of a random case of %s', (_, regulation) => {
  const seen = { detached: 0 };
  const [officer] = actorsOf(regulation).filter(({ role }) =>
    giversOf(regulation, 'DetachItem').includes(role),
  );

  it('takes no limit, level or receipt with it', () => {
    const levels = regulation.scales[0]!.levels.map(({ id }) => id);
    fc.assert(
      fc.property(
        storyOf(regulation),
        fc.constantFrom(...levels),
        fc.integer({ min: 0, max: 48 * 60 }),
        (story, level, ago) => {
          const { file, minutes } = tell(regulation, story);
          const now = instantAt(minutes + 1);
          for (const id of ['x', 'y'])
            file.give(now, system, {
              type: 'AttachItem',
              item: { feed: 'f', id, title: id, publishedAt: instantAt(minutes - ago) },
              grade: suggestion(level),
              flags: [],
            });
          const { handlingLevel, received } = file.state;
          const duties = () =>
            file.schedule().duties.map(({ duty, current, status }) => [duty, current, status]);
          const before = duties();
          const detach = { type: 'DetachItem', feed: 'f', id: 'x', destination: 'case' } as const;
          const { refusal } = file.give(now, officer!, { ...detach, reason: '另一件事', isClocked: true });
          if (refusal !== null) return;
          seen.detached += 1;
          expect(file.state.items.map(({ id }) => id)).not.toContain('x');
          expect(file.state).toMatchObject({ handlingLevel, received });
          expect(duties()).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('was seen often enough', () => {
    expect(seen.detached).toBeGreaterThan(RUNS / 10);
  });
});
