import type { LevelView, RegulationView } from '../../contracts/regulation-view/view.ts';
import { cutTo, group, picture, text, widthOf } from '../svg.ts';
import { type Axis, axisFor } from './axis.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { drawLegend } from './legend.ts';
import { drawMark, type Paint, type Place } from './marks.ts';
import { levelDuties, limitText, longestOf, type Row, rowsOf, targetText, whoText } from './rows.ts';

const WIDTH = 900;
const LEFT = 16;
const RIGHT = WIDTH - 20;
const AXIS_LEFT = 356;
const LABEL_WIDTH = AXIS_LEFT - LEFT - 22;
const HEAD = 84;
const LANE = { head: 26, gap: 10 } as const;
const ROW = { height: 48, condition: 14 } as const;

const AXIS_NOTE = '横轴是起算后经过的时间,每两条刻度线之间等宽而时长不等;各组从自己的时点起算。';

const PAINTS: Record<string, Paint> = {
  红: { colour: '#b3261e', light: '#f9d5d2' },
  橙: { colour: '#b45309', light: '#fde3c8' },
  黄: { colour: '#8a6d00', light: '#f6e9ad' },
  蓝: { colour: '#1a5fb4', light: '#d2e3fc' },
};
const PLAIN: Paint = { colour: '#24507a', light: '#d6e4f0' };
const BUREAU: Paint = { colour: '#5f6368', light: '#e8eaed' };
const paintOf = ({ colour }: LevelView): Paint => PAINTS[colour?.[0] ?? ''] ?? PLAIN;

const clauseText = ({ view }: Row): string => [...new Set(view.clauses.map(({ short }) => short))].join('、');
const heightOf = ({ view }: Row): number => ROW.height + (view.when === null ? 0 : ROW.condition);

/** What a reader is told of a row: everything, with the clauses' words. */
const titleOf = ({ view }: Row): string =>
  [
    `${view.name}:${view.limit.word === '' ? '未规定时限' : view.limit.text}`,
    `起算:${view.clock.text}${targetText(view)}`,
    ...(view.when === null ? [] : [`条件:${view.when}`]),
    `责任:${whoText(view)}`,
    ...view.clauses.map(({ name, quote }) => `${name}:${quote}`),
  ].join('\n');

const label = (content: string, y: number, size: number, more = {}): string =>
  text(cutTo(content, LABEL_WIDTH, size), [LEFT + 8, y], { size, anchor: 'start', fill: '#5f6368', ...more });

const drawRow = (row: Row, kind: Lane['kind'], place: Place): string => {
  const { view } = row;
  const { top } = place;
  const since = kind === 'bureau' && row.mark.kind !== 'word' ? `,自${row.start}起` : '';
  const note = `${since}${row.isOwn ? ',参照(本局设置)' : ''}`;
  const bottom = top + heightOf(row);
  return group(titleOf(row), [
    label(view.name, top + 15, 12.5, { weight: 'bold', fill: '#202124' }),
    label(whoText(view), top + 29, 10.5),
    label(clauseText(row), top + 42, 10, { fill: '#80868b' }),
    ...(view.when === null ? [] : [label(`条件:${view.when}`, top + 55, 10, { fill: '#80868b' })]),
    ...drawMark(row, place, note),
    `<line x1="${LEFT}" y1="${bottom}" x2="${RIGHT}" y2="${bottom}" stroke="#eceff1"/>`,
  ]);
};

/** A lane's title, in smaller letters when it is long. */
const heading = (title: string, room: number, top: number): string => {
  const size = [12, 11, 10].find((each) => widthOf(title, each) <= room) ?? 10;
  return text(cutTo(title, room, size), [LEFT + 8, top + 17], { size, anchor: 'start', weight: 'bold' });
};

const drawGrid = (axis: Axis, top: number, bottom: number): string[] =>
  axis.ticks.map(
    ({ x }) => `<line x1="${x}" y1="${top}" x2="${x}" y2="${bottom}" stroke="#e3e6ea" stroke-width="1"/>`,
  );

const drawLane = (lane: Lane, axis: Axis, top: number, paint: Paint): { parts: string[]; bottom: number } => {
  const hasAxis = lane.rows.some(({ mark }) => mark.kind !== 'word');
  const first = top + LANE.head;
  const bottom = lane.rows.reduce((y, row) => y + heightOf(row), first);
  let y = first;
  const room = hasAxis ? AXIS_LEFT - LEFT - 30 : RIGHT - LEFT - 16;
  const parts = [
    `<rect x="${LEFT}" y="${top}" width="${RIGHT - LEFT}" height="${LANE.head}" rx="4" fill="#f1f3f4"/>`,
    heading(lane.title, room, top),
    ...(hasAxis
      ? [
          ...axis.ticks.map(({ x, label: words }) =>
            text(words, [x, top + 17], { size: 10, fill: '#5f6368' }),
          ),
          ...drawGrid(axis, first, bottom),
        ]
      : []),
    ...lane.rows.map((row) => {
      const drawn = drawRow(row, lane.kind, { axis, top: y, paint: lane.kind === 'bureau' ? BUREAU : paint });
      y += heightOf(row);
      return drawn;
    }),
  ];
  return { parts, bottom };
};

/** One axis for all levels of a scale, so that their pictures can be laid side by side. */
const longestAt = (view: RegulationView, level: LevelView): number => {
  const scale = view.scales.find(({ levels }) => levels.includes(level));
  const rows = (scale?.levels ?? [level]).flatMap(({ id }) => {
    const { law, bureau } = levelDuties(view, id);
    return [...rowsOf(law), ...rowsOf(bureau)];
  });
  return Math.max(0, ...rows.map(longestOf));
};

/** The levels that have something to draw. */
export const drawnLevels = (view: RegulationView): LevelView[] =>
  view.scales.flatMap(({ levels }) => levels).filter(({ id }) => lanesOf(view, id).length > 0);

/** What a level's picture is called. */
export const pictureName = (view: RegulationView, level: LevelView): string => `${view.id}-${level.id}.svg`;

/** The duties of a level on a time axis, as SVG. */
export const drawTimeline = (view: RegulationView, level: LevelView): string => {
  const lanes = lanesOf(view, level.id);
  const axis = axisFor(longestAt(view, level), AXIS_LEFT, RIGHT - 16);
  const paint = paintOf(level);
  const title = `${level.name}的职责与时限`;
  const about = `${view.bureau},${view.title},版本 ${view.ownVersion}`;
  const rows = lanes.flatMap((lane) => lane.rows);
  const hasAxis = rows.some(({ mark }) => mark.kind !== 'word');
  const note = `${level.withoutLimit === null ? '' : `${level.withoutLimit}。`}${hasAxis ? AXIS_NOTE : ''}`;
  const parts: string[] = [
    `<rect x="${LEFT}" y="16" width="6" height="56" rx="3" fill="${paint.colour}"/>`,
    text(title, [LEFT + 14, 33], { size: 18, anchor: 'start', weight: 'bold' }),
    ...[about, note].map((words, index) =>
      text(cutTo(words, RIGHT - LEFT - 14, 11), [LEFT + 14, 52 + 17 * index], {
        size: 11,
        anchor: 'start',
        fill: '#5f6368',
      }),
    ),
  ];
  let top = HEAD;
  for (const lane of lanes) {
    const drawn = drawLane(lane, axis, top, paint);
    parts.push(...drawn.parts);
    top = drawn.bottom + LANE.gap;
  }
  const legend = drawLegend(rows, { left: LEFT + 8, right: RIGHT, top, paint });
  parts.push(...legend.parts);
  const said = lanes.map(
    (lane) =>
      `${lane.title}:${lane.rows.map((row) => `${row.view.name}(${limitText(row.view)})`).join('、')}`,
  );
  const size = { width: WIDTH, height: top + legend.height + 12 };
  return picture(size, { title, description: `${about}。${note}${said.join('。')}。` }, parts);
};
