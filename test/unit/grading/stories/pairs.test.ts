import { expect, it } from 'vitest';
import { compareTellings, measureOf } from '../../../../shared/grading/stories/compare.ts';
import { tellingOf } from '../../../../shared/grading/stories/telling.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { type Pair, readPairs } from './pairs.ts';

const outcomeOf = ({ one, other }: Pair) =>
  compareTellings(tellingOf(one), tellingOf(other), measureOf(leizhou)).outcome;
const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;

it('there are at least 120 labelled pairs, with both labels in both halves', () => {
  const halves = [readPairs('tune'), readPairs('held')];
  expect(halves.flat().length).toBeGreaterThanOrEqual(120);
  for (const half of halves)
    for (const label of [true, false])
      expect(half.filter(({ same }) => same === label).length).toBeGreaterThan(40);
});

it.each(['tune', 'held'] as const)(
  'of the half %s no different pair is joined, and 95 % of the same ones are',
  (half) => {
    const pairs = readPairs(half);
    const joined = pairs.filter((pair) => outcomeOf(pair) === 'same');
    const right = joined.filter(({ same }) => same).length;
    const same = pairs.filter((pair) => pair.same).length;
    console.info(
      `${half}: ${pairs.length} pairs; precision ${percent(right, joined.length)}, recall ${percent(right, same)}`,
    );
    expect(joined.length - right).toBe(0);
    expect(right / same).toBeGreaterThanOrEqual(0.95);
  },
);
