import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { configuredBureaus } from '../random-case.ts';
import { tooClose } from './apart.ts';
import { tooOften, withoutReason } from './by-night.ts';
import { runOf } from './random-run.ts';
import type { Told } from './texts-of-run.ts';
import { untold } from './told-in-time.ts';
import { play } from './whole-runs.ts';

// A night and a day of each bureau: a case of every level, opened at any minute, and some of what has to be done about them done.

/** Limits that ran long enough to be told, and texts sent by night, over all bureaus: one bureau alone may well have a quiet night. */
let limits = 0;
let byNight = 0;

describe.each(configuredBureaus)('a night and a day of %s', (id, regulation) => {
  let played: Told;
  beforeAll(async () => {
    const [run] = fc.sample(runOf(id, regulation), 1);
    played = await play(run!);
  });

  it('tell of every limit in numbers before it passes, and when it begins, to whoever has to keep it', () => {
    const { looked, faults } = untold(played);
    limits += looked;
    expect(faults).toEqual([]);
  });

  it('ring by night for nothing but what the readings let ring, and no more often', () => {
    const { looked, faults } = withoutReason(played);
    byNight += looked;
    expect(faults).toEqual([]);
    expect(tooOften(played)).toEqual([]);
  });

  it('send no number two texts within a minute, over all cases and a burst of items', () => {
    expect(tooClose(played.texts)).toEqual([]);
    expect(played.texts).not.toEqual([]);
  });
});

it('limits in numbers and texts by night were seen in many of them', () => {
  expect(limits).toBeGreaterThan(8);
  expect(byNight).toBeGreaterThan(8);
});
