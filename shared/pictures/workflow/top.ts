import { text } from '../svg.ts';
import { draw, HANDLING, lead, RED, ROW, SMALL, upright } from './canvas.ts';
import { type AslMachine, catchOf, choiceOf, nextOf } from './machine.ts';
import { wordFor } from './words.ts';

const TOP = 84;
/** Where what comes out of 排期结果 runs to the right. */
export const OUTCOME = { x: 590, y: TOP + ROW / 2 } as const;

/** 排定时限, its outcome, and the Parallel that it leads to. Throws when the definition has them no longer. */
export const spineOf = (machine: AslMachine): { schedule: string; outcome: string; handling: string } => {
  const schedule = nextOf(machine, machine.StartAt);
  const outcome = nextOf(machine, schedule);
  return { schedule, outcome, handling: choiceOf(machine, outcome, 'handle') };
};

/** 开始 ─▶ 排定时限 ─▶ 排期结果, with the way back on CaseChanged and the way down into the Parallel. */
export const drawTop = (machine: AslMachine): string[] => {
  const { schedule, outcome, handling } = spineOf(machine);
  const [startBox, scheduleBox, outcomeBox] = [
    { x: 40, y: TOP, width: 100, height: ROW },
    { x: 210, y: TOP, width: 140, height: ROW },
    { x: 440, y: TOP, width: 150, height: ROW },
  ] as const;
  if (catchOf(machine, handling, 'CaseChanged') !== schedule)
    throw new Error('CaseChanged must schedule again');
  return [
    draw(machine, machine.StartAt, startBox),
    draw(machine, schedule, scheduleBox),
    draw(machine, outcome, outcomeBox),
    lead(startBox, scheduleBox),
    lead(scheduleBox, outcomeBox),
    upright(515, TOP + ROW, HANDLING.y),
    text(wordFor('handle'), [522, 154], { size: SMALL, anchor: 'start' }),
    upright(280, HANDLING.y, TOP + ROW, true),
    text(`${wordFor('CaseChanged')}：重新排期`, [272, 154], { size: SMALL, anchor: 'end', fill: RED }),
  ];
};
