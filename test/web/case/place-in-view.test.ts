import { expect, it } from 'vitest';
import { placeInView } from '../../../web/model/case/place-in-view.ts';

const heads = (...tops: number[]) =>
  ['limits', 'matter', 'told', 'log', 'papers'].map((id, index) => ({ id, top: tops[index]! }));
const seen = { line: 160, height: 700, isAtEnd: false, asked: undefined };

it('the section is read whose head has come up last', () => {
  expect(placeInView(heads(400, 900, 1300, 1800, 2400), seen)).toBeUndefined();
  expect(placeInView(heads(-300, 150, 560, 1100, 1700), seen)).toBe('matter');
});

it('at the end of the page it is what was asked for, though its head cannot come up', () => {
  const end = { ...seen, isAtEnd: true };
  const tops = heads(-2300, -1700, -1300, -600, 420);
  expect(placeInView(tops, { ...end, asked: 'papers' })).toBe('papers');
  // Of two in sight it is the one that was asked for.
  const two = heads(-2300, -1700, -1300, 100, 420);
  expect(placeInView(two, { ...end, asked: 'log' })).toBe('log');
  expect(placeInView(two, { ...end, asked: 'papers' })).toBe('papers');
});

it('at the end of the page, come to by scrolling, it is the last in sight, and the last read where none is', () => {
  const end = { ...seen, isAtEnd: true, asked: 'limits' };
  expect(placeInView(heads(-2300, -1700, -1300, -600, 420), end)).toBe('papers');
  expect(placeInView(heads(-2300, -1700, -1300, -900, -400), end)).toBe('papers');
});
