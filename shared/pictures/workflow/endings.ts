import { line, text } from '../svg.ts';
import { draw, HANDLING, RED, ROW, right, upright } from './canvas.ts';
import { type AslMachine, catchOf, choiceOf, nextOf, stateOf } from './machine.ts';
import { OUTCOME, spineOf } from './top.ts';
import { wordFor } from './words.ts';

const COLUMN = { x: 992, width: 124, top: 200 } as const;
const CENTRE = COLUMN.x + COLUMN.width / 2;
/** The line that comes from the outcome of the schedule and runs down on the right. */
const BUS = 1180;
const END = { gap: 24, height: 32 } as const;
/** From one way out to the next. */
const PITCH = ROW + END.gap + END.height + 34;
/** Between the two states of the way out that a fault takes. */
const FAULT_GAP = 26;

const boxAt = (y: number, height = ROW) => ({ x: COLUMN.x, y, width: COLUMN.width, height });
/** Where the line from the right meets a way out that begins at `top`. */
const fromRight = (top: number): number => top + 14;

const drawChoice = (word: string, top: number): string[] => [
  line([
    [BUS, fromRight(top)],
    [right(boxAt(top)), fromRight(top)],
  ]),
  text(wordFor(word), [BUS - 5, fromRight(top) - 5], { size: 11, anchor: 'end' }),
];

const drawCatch = (machine: AslMachine, error: string, name: string, top: number): string[] => {
  if (catchOf(machine, spineOf(machine).handling, error) !== name)
    throw new Error(`${error} must lead to ${name}`);
  const y = top + ROW / 2;
  return [
    line(
      [
        [right(HANDLING), y],
        [COLUMN.x, y],
      ],
      { dashed: true },
    ),
    text(wordFor(error), [(right(HANDLING) + COLUMN.x) / 2 - 3, y - 6], { size: 11, fill: RED }),
  ];
};

/** The end that the state above leads to. */
const drawEnd = (machine: AslMachine, name: string, top: number): string[] => {
  const y = top + ROW + END.gap;
  return [upright(CENTRE, top + ROW, y), draw(machine, nextOf(machine, name), boxAt(y, END.height))];
};

const WAYS = [
  ['transfer', 'LevelChanged'],
  ['continue', undefined],
  ['concluded', 'CaseConcluded'],
] as const;

/** Where an outcome that nobody knows leads, and a fault. */
export const faultOf = (machine: AslMachine): { unknown: string; fault: string } => {
  const unknown = stateOf(machine, spineOf(machine).outcome).Default ?? '';
  return { unknown, fault: nextOf(machine, unknown) };
};

/** The ways out, on the right: by the outcome of the schedule (grey, from the right) or by a Catch (red, from the left). */
export const drawEndings = (machine: AslMachine): string[] => {
  const { unknown, fault } = faultOf(machine);
  const last = COLUMN.top + WAYS.length * PITCH;
  const faultTop = last + ROW + FAULT_GAP;
  return [
    ...WAYS.flatMap(([value, error], index) => {
      const name = choiceOf(machine, spineOf(machine).outcome, value);
      const top = COLUMN.top + index * PITCH;
      return [
        draw(machine, name, boxAt(top)),
        ...drawChoice(value, top),
        ...(error === undefined ? [] : drawCatch(machine, error, name, top)),
        ...drawEnd(machine, name, top),
      ];
    }),
    draw(machine, unknown, boxAt(last)),
    ...drawChoice('otherwise', last),
    upright(CENTRE, last + ROW, faultTop),
    draw(machine, fault, boxAt(faultTop)),
    ...drawCatch(machine, 'States.ALL', fault, faultTop),
    ...drawEnd(machine, fault, faultTop),
    line(
      [
        [OUTCOME.x, OUTCOME.y],
        [BUS, OUTCOME.y],
        [BUS, fromRight(last)],
      ],
      { head: false },
    ),
  ];
};
