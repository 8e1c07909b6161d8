import { named, type Shape, text } from '../svg.ts';
import { HANDLING, right, SMALL } from './canvas.ts';
import { faultOf } from './endings.ts';
import { type AslMachine, catchOf } from './machine.ts';

/** Every task at the top that fails for good ends at 时钟故障: said once instead of drawn as many lines. */
const faultSources = (machine: AslMachine): string[] => {
  const { fault } = faultOf(machine);
  return Object.entries(machine.States)
    .filter(([name, { Type: type }]) => type === 'Task' && name !== fault)
    .map(([name]) => {
      if (catchOf(machine, name, 'States.ALL') !== fault) throw new Error(`“${name}” must end at “${fault}”`);
      return `“${name}”`;
    });
};

const KINDS: readonly (readonly [Shape, string])[] = [
  ['pass', '传递'],
  ['task', '任务'],
  ['wait', '等待'],
  ['choice', '选择'],
  ['end', '结束'],
  ['fail', '故障结束'],
];

/** What is not drawn, and what the shapes mean. */
export const drawNotes = (machine: AslMachine, top: number): string[] => {
  const x = right(HANDLING) + 20;
  const sources = faultSources(machine);
  const note = [
    '任务重试后仍失败的，也转时钟故障：',
    sources.slice(0, 2).join(''),
    sources.slice(2).join(''),
  ];
  return [
    ...note.map((each, index) => text(each, [x, top + index * 20], { size: SMALL, anchor: 'start' })),
    ...KINDS.map(([shape, name], index) => {
      const column = index % 3;
      const row = (index - column) / 3;
      const y = top + note.length * 20 + 14 + row * 36;
      return named(shape, { x: x + column * 90, y, width: 80, height: 26 }, name, 11);
    }),
  ];
};
