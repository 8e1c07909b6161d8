import { text, widthOf } from '../svg.ts';
import type { Paint } from './marks.ts';
import type { Row } from './rows.ts';

const SIZE = 10.5;
const GAP = 18;
const SYMBOL = 26;

interface Entry {
  words: string;
  isUsed: (row: Row) => boolean;
  draw: (x: number, y: number, paint: Paint) => string;
}
const ENTRIES: readonly Entry[] = [
  {
    words: '立即(没有数字,一经起算即催办)',
    isUsed: ({ mark }) => mark.kind === 'at',
    draw: (x, y, { colour }) => `<path d="M${x + 13} ${y - 6} l6 6 l-6 6 l-6 -6 z" fill="${colour}"/>`,
  },
  {
    words: '限内,右端为时限',
    isUsed: ({ mark }) => mark.kind === 'span',
    draw: (x, y, { colour, light }) =>
      `<rect x="${x}" y="${y - 5}" width="24" height="10" fill="${light}"/><rect x="${x + 22}" y="${y - 7}" width="3" height="14" fill="${colour}"/>`,
  },
  {
    words: '深色:一般应在此前',
    isUsed: ({ mark }) => mark.kind === 'span' && mark.soft !== null,
    draw: (x, y, { colour }) =>
      `<rect x="${x}" y="${y - 5}" width="24" height="10" fill="${colour}" fill-opacity="0.55"/>`,
  },
  {
    words: '虚框:可延长至此,或起点未定',
    isUsed: ({ mark, after }) => mark.kind === 'span' && (mark.cap !== undefined || after !== null),
    draw: (x, y, { colour }) =>
      `<rect x="${x}" y="${y - 5}" width="24" height="10" fill="#ffffff" stroke="${colour}" stroke-dasharray="4 3"/>`,
  },
  {
    words: '每期一次',
    isUsed: ({ mark }) => mark.kind === 'every',
    draw: (x, y, { colour, light }) =>
      `<line x1="${x}" y1="${y}" x2="${x + 24}" y2="${y}" stroke="${light}" stroke-width="1.6"/><circle cx="${x + 6}" cy="${y}" r="3" fill="${colour}"/><circle cx="${x + 18}" cy="${y}" r="3" fill="${colour}"/>`,
  },
  {
    words: '级别只是初判时,数字时限均为暂定:提醒、催办,不算逾期',
    isUsed: ({ mark }) => mark.kind === 'span' || mark.kind === 'every',
    draw: (x, y, { colour }) =>
      `<line x1="${x}" y1="${y}" x2="${x + 24}" y2="${y}" stroke="${colour}" stroke-width="1.6" stroke-dasharray="2 3"/>`,
  },
  {
    words: '按工作时间计,遇休息时间更晚',
    isUsed: ({ mark }) => mark.kind === 'span' && mark.isShortest,
    draw: (x, y, { colour }) => `<path d="M${x + 9} ${y - 5} l7 5 l-7 5 z" fill="${colour}"/>`,
  },
];

const LINE = 22;
interface Placed {
  entry: Entry;
  x: number;
  /** From 0. */
  line: number;
}

/** The marks that these rows use, side by side as far as there is room. */
const place = (rows: readonly Row[], width: number): Placed[] => {
  let [x, line] = [0, 0];
  return ENTRIES.filter(({ isUsed }) => rows.some(isUsed)).map((entry) => {
    const own = SYMBOL + 6 + widthOf(entry.words, SIZE);
    if (x + own > width) [x, line] = [0, line + 1];
    const placed = { entry, x, line };
    x = Math.round(x + own + GAP);
    return placed;
  });
};

/** What the marks of these rows mean. */
export const drawLegend = (
  rows: readonly Row[],
  { left, right, top, paint }: { left: number; right: number; top: number; paint: Paint },
): { parts: string[]; height: number } => {
  const placed = place(rows, right - left);
  const parts = placed.flatMap(({ entry, x, line }) => {
    const [own, y] = [left + x, top + LINE / 2 + line * LINE];
    return [
      entry.draw(own, y, paint),
      text(entry.words, [own + SYMBOL + 6, y + 4], { size: SIZE, anchor: 'start', fill: '#5f6368' }),
    ];
  });
  return { parts, height: placed.length === 0 ? 0 : (placed.at(-1)!.line + 1) * LINE };
};
