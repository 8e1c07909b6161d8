import { type Box, line, named, ofState, type Shape, text } from '../svg.ts';
import { type AslMachine, stateOf } from './machine.ts';
import { wordFor } from './words.ts';

export const MARGIN = 24;
/** The frame of 处置中; how high it is depends on the branches. */
export const HANDLING: Box = { x: MARGIN, y: 176, width: 872, height: 0 };
/** What lies in that frame. */
export const INNER = { x: HANDLING.x + 14, width: HANDLING.width - 28 } as const;
export const ROW = 40;
export const SMALL = 12;
export const RED = '#c5221f';

export const middle = ({ y, height }: Box): number => y + height / 2;
export const right = ({ x, width }: Box): number => x + width;

const shapeOf = (machine: AslMachine, name: string): Shape => {
  const type = stateOf(machine, name).Type;
  if (type === 'Wait') return 'wait';
  if (type === 'Choice') return 'choice';
  if (type === 'Succeed') return 'end';
  if (type === 'Fail') return 'fail';
  return type === 'Pass' ? 'pass' : 'task';
};

/** A state of the machine in its box. */
export const draw = (machine: AslMachine, name: string, box: Box, size = 13): string =>
  ofState(name, [named(shapeOf(machine, name), box, name, size)]);

/** An arrow from the right side of one box to the left side of another, at the height `y`. */
export const lead = (from: Box, to: Box, y = middle(from)): string =>
  line([
    [right(from), y],
    [to.x, y],
  ]);

/** The same with the word above it that a Choice goes this way for. */
export const leadFor = (word: string, from: Box, to: Box): string[] => [
  lead(from, to, middle(to)),
  text(wordFor(word), [(right(from) + to.x) / 2 - 4, middle(to) - 5], { size: 11 }),
];

/** An arrow straight up or down. */
export const upright = (x: number, from: number, to: number, dashed = false): string =>
  line(
    [
      [x, from],
      [x, to],
    ],
    { dashed },
  );
