import { type Box, frame, line, text } from '../svg.ts';
import { draw, HANDLING, INNER, lead, leadFor, middle, ROW, right, SMALL } from './canvas.ts';
import { type AslMachine, choiceOf, nextOf, stateOf } from './machine.ts';
import { wordFor } from './words.ts';

const FILL = '#fafafa';
/** Shapes, and where they end. */
interface Drawn {
  parts: string[];
  bottom: number;
}
const inner = (top: number, height: number): Box => ({ ...INNER, y: top, height });
const caption = (words: string, top: number): string =>
  text(words, [INNER.x + 10, top + 18], { anchor: 'start', weight: 'bold' });

/** 等待案卷变更: the branch that ends the Parallel by an error named after the change. */
export const drawWatch = (branch: AslMachine, top: number): Drawn => {
  const kind = nextOf(branch, branch.StartAt);
  const ends = [
    ['LevelChanged', choiceOf(branch, kind, 'LevelChanged')],
    ['CaseConcluded', choiceOf(branch, kind, 'CaseConcluded')],
    ['otherwise', stateOf(branch, kind).Default ?? ''],
  ] as const;
  const height = ends.length * ROW + 16;
  const wait: Box = { x: INNER.x + 20, y: top + height / 2 - 18, width: 150, height: 36 };
  const choice: Box = { x: 260, y: top + 10, width: 130, height: height - 20 };
  const parts = [
    frame(inner(top, height), FILL),
    draw(branch, branch.StartAt, wait),
    draw(branch, kind, choice),
    lead(wait, choice),
    ...ends.flatMap(([word, name], index) => {
      const box: Box = { x: 530, y: top + 10 + index * ROW, width: 150, height: 32 };
      return [
        ...leadFor(word, choice, box),
        draw(branch, name, box),
        text(`以“${wordFor(stateOf(branch, name).Error)}”结束“处置中”`, [right(box) + 8, middle(box) + 4], {
          size: 11,
          anchor: 'start',
        }),
      ];
    }),
  ];
  return { parts, bottom: top + height };
};

const DETAIL = { caption: 24, lane: 22, row: 46 };
const STAGES = ['remind', 'due', 'overdue'];

/** One duty's branch with every state: 取排期 ─▶ 阶段 ─▶ wait ─▶ task ─▶ 阶段 … ─▶ 无需计时. */
export const drawDetail = (branch: AslMachine, top: number): Drawn => {
  const height = DETAIL.caption + DETAIL.lane + (STAGES.length + 1) * DETAIL.row + 4;
  const stage = nextOf(branch, branch.StartAt);
  const rowY = (row: number): number => top + DETAIL.caption + DETAIL.lane + row * DETAIL.row;
  const take: Box = { x: INNER.x + 8, y: rowY(1), width: 168, height: 34 };
  const choice: Box = { x: 240, y: rowY(0) - 2, width: 148, height: 4 * DETAIL.row - 6 };
  const lane = rowY(0) - 16;
  const busX = right(HANDLING) - 26;
  const steps = STAGES.flatMap((value, row) => {
    const wait = choiceOf(branch, stage, value);
    const task = nextOf(branch, wait);
    if (nextOf(branch, task) !== stage) throw new Error(`“${task}” must return to “${stage}”`);
    const waitBox: Box = { x: 446, y: rowY(row), width: 216, height: 34 };
    const taskBox: Box = { x: 680, y: rowY(row), width: 172, height: 34 };
    const y = middle(waitBox);
    return [
      ...leadFor(value, choice, waitBox),
      draw(branch, wait, waitBox, SMALL),
      lead(waitBox, taskBox),
      draw(branch, task, taskBox, SMALL),
      line(
        [
          [right(taskBox), y],
          [busX, y],
        ],
        { head: false },
      ),
    ];
  });
  const nothing: Box = { x: 446, y: rowY(STAGES.length), width: 216, height: 32 };
  const parts = [
    frame(inner(top, height), FILL),
    caption('一项职责的分支（全图）：', top),
    draw(branch, branch.StartAt, take, SMALL),
    lead(take, choice),
    draw(branch, stage, choice, SMALL),
    ...steps,
    ...leadFor('none', choice, nothing),
    draw(branch, stateOf(branch, stage).Default ?? '', nothing, SMALL),
    line([
      [busX, rowY(2) + 17],
      [busX, lane],
      [choice.x + choice.width / 2, lane],
      [choice.x + choice.width / 2, choice.y],
    ]),
    text('重读日志、做完该做的事，带着下一时点回到“阶段”', [busX - 8, lane - 5], { size: 11, anchor: 'end' }),
  ];
  return { parts, bottom: top + height };
};

const COMPACT = { caption: 26, row: 42, columns: 2 };

/** The other branches: each looks like the one above; its wait is named. */
export const drawOthers = (branches: readonly AslMachine[], top: number): Drawn => {
  const rows = Math.ceil(branches.length / COMPACT.columns);
  const height = COMPACT.caption + rows * COMPACT.row + 8;
  const columnWidth = INNER.width / COMPACT.columns;
  const parts = branches.flatMap((branch, index) => {
    const x = INNER.x + 10 + (index % COMPACT.columns) * columnWidth;
    const y = top + COMPACT.caption + Math.floor(index / COMPACT.columns) * COMPACT.row;
    const stage = nextOf(branch, branch.StartAt);
    const stageBox: Box = { x, y, width: 170, height: 32 };
    const waitBox: Box = { x: x + 184, y, width: columnWidth - 204, height: 32 };
    return [
      draw(branch, stage, stageBox, 11),
      lead(stageBox, waitBox),
      draw(branch, choiceOf(branch, stage, 'due'), waitBox, SMALL),
    ];
  });
  return {
    bottom: top + height,
    parts: [
      frame(inner(top, height), FILL),
      caption(`其余${branches.length}个分支（结构相同，此处只画“阶段”与时限的等待）：`, top),
      ...parts,
    ],
  };
};
