import { type Box, frame, line, picture, type Shape, state, text } from '../svg.ts';
import { type AslMachine, catchOf, choiceOf, nextOf, stateOf } from './machine.ts';

const WIDTH = 1200;
const MARGIN = 24;
const HANDLING: Box = { x: MARGIN, y: 176, width: 872, height: 0 };
const INNER = HANDLING.x + 14;
const INNER_WIDTH = HANDLING.width - 28;
const ENDINGS = { x: 992, width: 124, bus: 1180, top: 200 };
const ROW = 40;
const SMALL = 12;

const shapeOf = (machine: AslMachine, name: string): Shape => {
  const type = stateOf(machine, name).Type;
  if (type === 'Wait') return 'wait';
  if (type === 'Choice') return 'choice';
  if (type === 'Succeed') return 'end';
  if (type === 'Fail') return 'fail';
  return type === 'Pass' ? 'pass' : 'task';
};
const draw = (machine: AslMachine, name: string, box: Box, size = 13): string =>
  state(shapeOf(machine, name), box, name, size);
const middle = ({ y, height }: Box): number => y + height / 2;
const right = ({ x, width }: Box): number => x + width;

/** 开始 ─▶ 排定时限 ─▶ 排期结果, with the way back on CaseChanged and the way down into the Parallel. */
const drawTop = (machine: AslMachine): string[] => {
  const schedule = nextOf(machine, machine.StartAt);
  const outcome = nextOf(machine, schedule);
  const handling = choiceOf(machine, outcome, 'handle');
  const [start, scheduleBox, outcomeBox] = [
    { x: 40, y: 84, width: 100, height: ROW },
    { x: 210, y: 84, width: 140, height: ROW },
    { x: 440, y: 84, width: 150, height: ROW },
  ] as const;
  if (catchOf(machine, handling, 'CaseChanged') !== schedule)
    throw new Error('CaseChanged must schedule again');
  const y = middle(scheduleBox);
  return [
    draw(machine, machine.StartAt, start),
    draw(machine, schedule, scheduleBox),
    draw(machine, outcome, outcomeBox),
    line([
      [right(start), y],
      [scheduleBox.x, y],
    ]),
    line([
      [right(scheduleBox), y],
      [outcomeBox.x, y],
    ]),
    line([
      [515, outcomeBox.y + ROW],
      [515, HANDLING.y],
    ]),
    text('handle', [522, 154], { size: SMALL, anchor: 'start' }),
    line(
      [
        [280, HANDLING.y],
        [280, scheduleBox.y + ROW],
      ],
      { dashed: true },
    ),
    text('CaseChanged:重新排期', [272, 154], { size: SMALL, anchor: 'end', fill: '#c5221f' }),
  ];
};

/** The ways out, on the right: by the outcome of the schedule (grey, from the right) or by a Catch (red, from the left). */
const drawEndings = (machine: AslMachine): string[] => {
  const outcome = nextOf(machine, nextOf(machine, machine.StartAt));
  const handling = choiceOf(machine, outcome, 'handle');
  const unknown = stateOf(machine, outcome).Default ?? '';
  const fault = nextOf(machine, unknown);
  const { x, width, bus } = ENDINGS;
  const parts: string[] = [];
  let y = ENDINGS.top;
  let lastFromChoice = y;
  const box = (height = ROW): Box => ({ x, y, width, height });
  const fromChoice = (label: string): void => {
    lastFromChoice = y + 14;
    parts.push(
      line([
        [bus, lastFromChoice],
        [x + width, lastFromChoice],
      ]),
    );
    parts.push(text(label, [bus - 5, lastFromChoice - 5], { size: 11, anchor: 'end' }));
  };
  const fromCatch = (error: string, name: string): void => {
    if (catchOf(machine, handling, error) !== name) throw new Error(`${error} must lead to ${name}`);
    parts.push(
      line(
        [
          [right(HANDLING), y + ROW / 2],
          [x, y + ROW / 2],
        ],
        { dashed: true },
      ),
    );
    parts.push(text(error, [(right(HANDLING) + x) / 2 - 3, y + ROW / 2 - 6], { size: 11, fill: '#c5221f' }));
  };
  const down = (to: string): void => {
    const from = y + ROW;
    y = from + 24;
    parts.push(
      line([
        [x + width / 2, from],
        [x + width / 2, y],
      ]),
    );
    parts.push(draw(machine, to, box(32)));
    y += 32 + 34;
  };
  for (const [value, error] of [
    ['transfer', 'LevelChanged'],
    ['continue', undefined],
    ['concluded', 'CaseConcluded'],
  ] as const) {
    const name = choiceOf(machine, outcome, value);
    parts.push(draw(machine, name, box()));
    fromChoice(value);
    if (error !== undefined) fromCatch(error, name);
    down(nextOf(machine, name));
  }
  parts.push(draw(machine, unknown, box()));
  fromChoice('otherwise');
  parts.push(
    line([
      [x + width / 2, y + ROW],
      [x + width / 2, y + ROW + 26],
    ]),
  );
  y += ROW + 26;
  parts.push(draw(machine, fault, box()));
  fromCatch('States.ALL', fault);
  down(nextOf(machine, fault));
  const outcomeY = 84 + ROW / 2;
  parts.push(
    line(
      [
        [590, outcomeY],
        [bus, outcomeY],
        [bus, lastFromChoice],
      ],
      { head: false },
    ),
  );
  return parts;
};

/** 等待案卷变更: the branch that ends the Parallel by an error named after the change. */
const drawWatch = (branch: AslMachine, top: number): string[] => {
  const kind = nextOf(branch, branch.StartAt);
  const ends = [
    ['LevelChanged', choiceOf(branch, kind, 'LevelChanged')],
    ['CaseConcluded', choiceOf(branch, kind, 'CaseConcluded')],
    ['其余', stateOf(branch, kind).Default ?? ''],
  ] as const;
  const height = ends.length * ROW + 16;
  const wait: Box = { x: INNER + 20, y: top + height / 2 - 18, width: 150, height: 36 };
  const choice: Box = { x: 260, y: top + 10, width: 130, height: height - 20 };
  return [
    frame({ x: INNER, y: top, width: INNER_WIDTH, height }, '#fafafa'),
    draw(branch, branch.StartAt, wait),
    draw(branch, kind, choice),
    line([
      [right(wait), middle(wait)],
      [choice.x, middle(wait)],
    ]),
    ...ends.flatMap(([label, name], index) => {
      const box: Box = { x: 530, y: top + 10 + index * ROW, width: 150, height: 32 };
      return [
        line([
          [right(choice), middle(box)],
          [box.x, middle(box)],
        ]),
        text(label, [(right(choice) + box.x) / 2 - 4, middle(box) - 5], { size: 11 }),
        draw(branch, name, box),
        text(`以 ${stateOf(branch, name).Error} 结束“处置中”`, [right(box) + 8, middle(box) + 4], {
          size: 11,
          anchor: 'start',
        }),
      ];
    }),
  ];
};

const DETAIL = { caption: 24, lane: 22, row: 46 };
const detailHeight = DETAIL.caption + DETAIL.lane + 4 * DETAIL.row + 4;

/** One duty's branch with every state: 取排期 ─▶ 阶段 ─▶ wait ─▶ task ─▶ 阶段 … ─▶ 无需计时. */
const drawDetail = (branch: AslMachine, top: number): string[] => {
  const stage = nextOf(branch, branch.StartAt);
  const rowY = (row: number): number => top + DETAIL.caption + DETAIL.lane + row * DETAIL.row;
  const take: Box = { x: INNER + 8, y: rowY(1), width: 168, height: 34 };
  const choice: Box = { x: 240, y: rowY(0) - 2, width: 148, height: 4 * DETAIL.row - 6 };
  const lane = rowY(0) - 16;
  const busX = HANDLING.x + HANDLING.width - 26;
  const steps = ['remind', 'due', 'overdue'].flatMap((value, row) => {
    const wait = choiceOf(branch, stage, value);
    const task = nextOf(branch, wait);
    if (nextOf(branch, task) !== stage) throw new Error(`“${task}” must return to “${stage}”`);
    const waitBox: Box = { x: 446, y: rowY(row), width: 216, height: 34 };
    const taskBox: Box = { x: 680, y: rowY(row), width: 172, height: 34 };
    const y = middle(waitBox);
    return [
      line([
        [right(choice), y],
        [waitBox.x, y],
      ]),
      text(value, [(right(choice) + waitBox.x) / 2 - 4, y - 5], { size: 11 }),
      draw(branch, wait, waitBox, SMALL),
      line([
        [right(waitBox), y],
        [taskBox.x, y],
      ]),
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
  const nothing: Box = { x: 446, y: rowY(3), width: 216, height: 32 };
  return [
    frame({ x: INNER, y: top, width: INNER_WIDTH, height: detailHeight }, '#fafafa'),
    text('一项职责的分支(全图):', [INNER + 10, top + 18], { anchor: 'start', weight: 'bold' }),
    draw(branch, branch.StartAt, take, SMALL),
    line([
      [right(take), middle(take)],
      [choice.x, middle(take)],
    ]),
    draw(branch, stage, choice, SMALL),
    ...steps,
    line([
      [right(choice), middle(nothing)],
      [nothing.x, middle(nothing)],
    ]),
    text('none', [(right(choice) + nothing.x) / 2 - 4, middle(nothing) - 5], { size: 11 }),
    draw(branch, stateOf(branch, stage).Default ?? '', nothing, SMALL),
    line([
      [busX, rowY(2) + 17],
      [busX, lane],
      [choice.x + choice.width / 2, lane],
      [choice.x + choice.width / 2, choice.y],
    ]),
    text('重读日志、做完该做的事,带着下一时点回到“阶段”', [busX - 8, lane - 5], { size: 11, anchor: 'end' }),
  ];
};

const COMPACT = { caption: 26, row: 42, columns: 2 };

/** The other branches: each looks like the one above; its wait is named. */
const drawOthers = (branches: readonly AslMachine[], top: number): { parts: string[]; height: number } => {
  const rows = Math.ceil(branches.length / COMPACT.columns);
  const height = COMPACT.caption + rows * COMPACT.row + 8;
  const columnWidth = INNER_WIDTH / COMPACT.columns;
  const parts = branches.flatMap((branch, index) => {
    const x = INNER + 10 + (index % COMPACT.columns) * columnWidth;
    const y = top + COMPACT.caption + Math.floor(index / COMPACT.columns) * COMPACT.row;
    const stage = nextOf(branch, branch.StartAt);
    const stageBox: Box = { x, y, width: 170, height: 32 };
    const waitBox: Box = { x: x + 184, y, width: columnWidth - 204, height: 32 };
    const wait = choiceOf(branch, stage, 'due');
    return [
      draw(branch, stage, stageBox, 11),
      line([
        [right(stageBox), middle(stageBox)],
        [waitBox.x, middle(stageBox)],
      ]),
      draw(branch, wait, waitBox, SMALL),
    ];
  });
  return {
    height,
    parts: [
      frame({ x: INNER, y: top, width: INNER_WIDTH, height }, '#fafafa'),
      text(`其余${branches.length}个分支(结构相同,此处只画“阶段”与时限的等待):`, [INNER + 10, top + 18], {
        anchor: 'start',
        weight: 'bold',
      }),
      ...parts,
    ],
  };
};

/** Every task at the top that fails for good ends at 时钟故障: said once instead of drawn as many lines. */
const faultSources = (machine: AslMachine): string[] => {
  const outcome = nextOf(machine, nextOf(machine, machine.StartAt));
  const fault = nextOf(machine, stateOf(machine, outcome).Default ?? '');
  return Object.entries(machine.States)
    .filter(([name, { Type: type }]) => type === 'Task' && name !== fault)
    .map(([name]) => {
      if (catchOf(machine, name, 'States.ALL') !== fault) throw new Error(`“${name}” must end at “${fault}”`);
      return `“${name}”`;
    });
};

const KINDS: readonly (readonly [Shape, string])[] = [
  ['pass', 'Pass'],
  ['task', 'Task'],
  ['wait', 'Wait'],
  ['choice', 'Choice'],
  ['end', 'Succeed'],
  ['fail', 'Fail'],
];
const drawNotes = (machine: AslMachine, top: number): string[] => {
  const x = right(HANDLING) + 20;
  const sources = faultSources(machine);
  const note = [
    '任务重试后仍失败(States.ALL)也转时钟故障:',
    sources.slice(0, 2).join(''),
    sources.slice(2).join(''),
  ];
  return [
    ...note.map((each, index) => text(each, [x, top + index * 20], { size: SMALL, anchor: 'start' })),
    ...KINDS.map(([shape, name], index) => {
      const column = index % 3;
      const row = (index - column) / 3;
      const y = top + note.length * 20 + 14 + row * 36;
      return state(shape, { x: x + column * 90, y, width: 80, height: 26 }, name, 11);
    }),
  ];
};

/**
 * The picture of one level's workflow, drawn from its synthesized definition. `shown`: the start of the branch that is
 * drawn in full. Throws when the definition no longer has the shape that is drawn.
 */
export const drawWorkflow = (machine: AslMachine, title: string, shown: string): string => {
  const handling = choiceOf(machine, nextOf(machine, nextOf(machine, machine.StartAt)), 'handle');
  const [watch, ...duties] = stateOf(machine, handling).Branches ?? [];
  const detail = duties.find(({ StartAt: start }) => start.startsWith(shown));
  if (watch === undefined || detail === undefined) throw new Error(`No branch starts with “${shown}”`);
  const watchTop = HANDLING.y + 40;
  const detailTop = watchTop + 3 * ROW + 16 + 12;
  const othersTop = detailTop + detailHeight + 12;
  const others = drawOthers(
    duties.filter((branch) => branch !== detail),
    othersTop,
  );
  const height = othersTop + others.height + 14 - HANDLING.y;
  const total = HANDLING.y + height + 20;
  return picture(WIDTH, total, title, [
    text(title, [MARGIN, 36], { size: 19, anchor: 'start', weight: 'bold' }),
    text('由生成的状态机定义绘制;红色虚线为异常捕获(Catch)', [MARGIN, 60], { size: SMALL, anchor: 'start' }),
    frame({ ...HANDLING, height }),
    text(`${handling}(Parallel,各分支同时运行)`, [INNER, HANDLING.y + 26], {
      size: 14,
      anchor: 'start',
      weight: 'bold',
    }),
    ...drawTop(machine),
    ...drawWatch(watch, watchTop),
    ...drawDetail(detail, detailTop),
    ...others.parts,
    ...drawEndings(machine),
    ...drawNotes(machine, 800),
  ]);
};
