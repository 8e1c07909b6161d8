import { describe, expect, it } from 'vitest';
import { axisOf, barsOf, placeOf, positionOf, stepText, type Times } from '../../../web/model/case/axis.ts';

const HOUR = 3_600_000;
const FROM = Date.parse('2026-03-02T22:00:00+08:00');
const at = (hours: number): number => FROM + hours * HOUR;
const axis = axisOf([at(1), FROM], [at(3)])!;

describe('the axis', () => {
  it('begins with the earliest beginning, and always has two days', () => {
    expect(axis).toEqual({ from: FROM, steps: [0, 1, 3, 6, 12, 24, 48] });
    expect(axisOf([FROM], [])?.steps).toEqual([0, 1, 3, 6, 12, 24, 48]);
  });
  it('goes as far as what it shows', () => {
    const steps = (hours: number): number[] => [...axisOf([FROM], [at(hours)])!.steps];
    expect(steps(48)).toEqual([0, 1, 3, 6, 12, 24, 48]);
    expect(steps(48.01)).toEqual([0, 1, 3, 6, 12, 24, 48, 120]);
    expect(steps(240)).toEqual([0, 1, 3, 6, 12, 24, 48, 120, 240]);
    expect(steps(360)).toEqual([0, 1, 3, 6, 12, 24, 48, 120, 240, 360]);
  });
  it('has fewer steps at the beginning of what is longer than fifteen days', () => {
    expect(axisOf([FROM], [at(361)])?.steps).toEqual([0, 6, 24, 48, 120, 360, 720]);
    expect(axisOf([FROM], [at(100_000)])?.steps).toEqual([0, 6, 24, 48, 120, 360, 720, 2160, 4320, 8760]);
  });
  it('is not there where nothing has begun', () => {
    expect(axisOf([], [FROM])).toBeNull();
  });
  it('puts its steps equally far from each other, and the rest between them', () => {
    expect(axis.steps.map((step) => positionOf(axis, at(step)))).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((step) => (step / 6) * 100),
    );
    expect(positionOf(axis, at(2))).toBeCloseTo(25, 10);
    expect(positionOf(axis, at(36))).toBeCloseTo(91.6667, 3);
    // The picture's own: received at 22:50, due at 01:50, now 01:08.
    expect(positionOf(axis, at(50 / 60))).toBeCloseTo(13.89, 2);
    expect(positionOf(axis, at(3 + 50 / 60))).toBeCloseTo(37.96, 2);
    expect(positionOf(axis, at(3 + 8 / 60))).toBeCloseTo(34.07, 2);
  });
  it('keeps at its edges what lies outside', () => {
    expect(positionOf(axis, at(-5))).toBe(0);
    expect(positionOf(axis, at(48))).toBe(100);
    expect(positionOf(axis, at(500))).toBe(100);
  });
  it('says hours up to two days, then days', () => {
    expect([0, 1, 24, 48, 120, 240, 360].map(stepText)).toEqual([
      '0',
      '1',
      '24',
      '48',
      '5天',
      '10天',
      '15天',
    ]);
  });
});

const times = (over: Partial<Times>): Times => ({
  start: FROM,
  due: at(3),
  done: null,
  isImmediate: false,
  isGuess: false,
  isBreach: false,
  ...over,
});
const kinds = (over: Partial<Times>, now: number): [string, number, number][] =>
  barsOf(times(over), now).map(({ kind, from, to }) => [kind, (from - FROM) / HOUR, (to - FROM) / HOUR]);

describe('the bars of a duty', () => {
  it('have what has elapsed upon what is left', () => {
    expect(kinds({}, at(1))).toEqual([
      ['span', 0, 3],
      ['run', 0, 1],
    ]);
  });
  it('have nothing past the limit until its instant is over', () => {
    expect(kinds({ isBreach: true }, at(3))).toEqual([
      ['span', 0, 3],
      ['run', 0, 3],
    ]);
    expect(kinds({ isBreach: true }, at(3) + 1000)[2]![0]).toBe('over');
  });
  it('are dashed where the limit is only proposed, and red for no such limit', () => {
    expect(kinds({ isGuess: true }, at(4))).toEqual([
      ['guessed', 0, 3],
      ['run', 0, 3],
      ['open', 3, 4],
    ]);
  });
  it('count 立即 from when it holds', () => {
    expect(kinds({ isImmediate: true, due: at(1) }, at(2))).toEqual([['open', 1, 2]]);
    expect(kinds({ isImmediate: true, due: at(1) }, at(1))).toEqual([]);
  });
  it('say of what was done how long it took, and by how much it was late', () => {
    expect(kinds({ done: at(2) }, at(9))).toEqual([['ok', 0, 2]]);
    expect(kinds({ done: at(5), isBreach: true }, at(9))).toEqual([
      ['ok', 0, 3],
      ['over', 3, 5],
    ]);
    expect(kinds({ done: FROM }, at(9))).toEqual([['ok', 0, 0]]);
  });
  it('are seen however short they are, and do not leave the axis', () => {
    expect(placeOf(axis, { kind: 'ok', from: at(3), to: at(3) })).toEqual({ x: (2 / 6) * 100, width: 0.7 });
    const open = placeOf(axis, { kind: 'open', from: at(3), to: at(3) + 1000 });
    expect(open.x + open.width).toBeCloseTo(positionOf(axis, at(3) + 1000), 10);
    expect(placeOf(axis, { kind: 'open', from: FROM, to: FROM })).toEqual({ x: 0, width: 0.7 });
    expect(placeOf(axis, { kind: 'ok', from: at(60), to: at(60) })).toEqual({ x: 99.3, width: 0.7 });
  });
});
