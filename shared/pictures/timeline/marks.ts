import { cutTo, text, widthOf } from '../svg.ts';
import type { Axis } from './axis.ts';
import { limitText, type Row, targetText } from './rows.ts';

/** Where the parts of a row lie below its top, in pixels. */
const PLACES = { words: 15, bar: 22, barHeight: 10, middle: 27 } as const;
const SIZE = 11.5;
const NEAREST_TICKS = 5;
const WIDEST_WORD = 320;

export interface Paint {
  colour: string;
  /** A tint of it. */
  light: string;
}
/** Where a row is drawn, `top` in pixels, and in what colours. */
export interface Place {
  axis: Axis;
  top: number;
  paint: Paint;
}

const bar = ([from, to]: readonly [number, number], y: number, fill: string, more = ''): string =>
  `<rect x="${from}" y="${y}" width="${Math.max(to - from, 1)}" height="${PLACES.barHeight}" rx="2" fill="${fill}"${more}/>`;
const stroke = (from: number, to: number, y: number, colour: string): string =>
  `<line x1="${from}" y1="${y}" x2="${to}" y2="${y}" stroke="${colour}" stroke-width="1.6"/>`;
const end = (x: number, y: number, colour: string): string =>
  `<rect x="${x - 1.5}" y="${y - 2}" width="3" height="${PLACES.barHeight + 4}" fill="${colour}"/>`;
const arrow = (x: number, y: number, colour: string): string =>
  `<path d="M${x} ${y - 5} l7 5 l-7 5 z" fill="${colour}"/>`;
const diamond = (x: number, y: number, colour: string): string =>
  `<path d="M${x} ${y - 6} l6 6 l-6 6 l-6 -6 z" fill="${colour}"/>`;

/** Words above a mark, beginning where it begins, and never beyond the axis. */
const words = (content: string, x: number, { axis, top, paint }: Place): string => {
  const shown = cutTo(content, axis.right - axis.left, SIZE);
  const at = Math.max(axis.left, Math.min(x, axis.right - widthOf(shown, SIZE)));
  return text(shown, [at, top + PLACES.words], {
    size: SIZE,
    anchor: 'start',
    weight: 'bold',
    fill: paint.colour,
  });
};

const drawSpan = ({ from, mark, after }: Row, { axis, top, paint }: Place): string[] => {
  if (mark.kind !== 'span') return [];
  const { colour, light } = paint;
  const y = top + PLACES.bar;
  const [start, due] = [axis.xOf(from), axis.xOf(mark.due)];
  const firm = mark.soft === null ? due : axis.xOf(mark.soft);
  const outline = after === null ? '' : ` stroke="${colour}" stroke-dasharray="4 3"`;
  const cap = mark.cap === null ? axis.right : mark.cap === undefined ? due : axis.xOf(mark.cap);
  return [
    ...(cap > due ? [bar([due, cap], y, '#ffffff', ` stroke="${colour}" stroke-dasharray="4 3"`)] : []),
    bar([start, due], y, light, outline),
    ...(mark.soft === null
      ? []
      : [bar([start, firm], y, colour, ' fill-opacity="0.55"'), end(firm, y, light)]),
    end(due, y, colour),
    ...(mark.cap === null ? [arrow(axis.right + 5, top + PLACES.middle, colour)] : []),
    ...(mark.isShortest ? [arrow(due + 3, top + PLACES.middle, colour)] : []),
  ];
};

const drawEvery = ({ mark, from }: Row, { axis, top, paint }: Place): string[] => {
  if (mark.kind !== 'every') return [];
  const { colour, light } = paint;
  const y = top + PLACES.middle;
  const dots: string[] = [];
  let last = axis.xOf(from);
  for (let at = from + mark.period; at <= axis.end; at += mark.period) {
    const x = axis.xOf(at);
    if (x - last < NEAREST_TICKS && dots.length > 0) break;
    dots.push(`<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`);
    last = x;
  }
  return [stroke(axis.xOf(from), axis.right + 5, y, light), ...dots, arrow(axis.right + 5, y, colour)];
};

/** A word instead of a number: where it starts from, no place on the axis. */
const drawWord = ({ view, start }: Row, { axis, top, paint }: Place): string[] => {
  const { colour, light } = paint;
  const word = cutTo(limitText(view), WIDEST_WORD, SIZE);
  const width = widthOf(word, SIZE) + 20;
  const from = cutTo(`自${start}起${targetText(view)}`, axis.right - axis.left - width - 10, 10.5);
  return [
    `<rect x="${axis.left}" y="${top + 12}" width="${width}" height="20" rx="10" fill="${light}"/>`,
    text(word, [axis.left + 10, top + 26], { size: SIZE, anchor: 'start', fill: colour }),
    text(from, [axis.left + width + 8, top + 26], { size: 10.5, anchor: 'start', fill: '#5f6368' }),
  ];
};

/** What a row shows on the axis. */
export const drawMark = (row: Row, place: Place, note = ''): string[] => {
  if (row.mark.kind === 'word') return drawWord(row, place);
  const { axis, top, paint } = place;
  const x = axis.xOf(row.from);
  const content = `${limitText(row.view)}${row.after === null ? '' : '(前项未办时,暂自其时限起)'}${note}`;
  return [
    ...(row.mark.kind === 'at' ? [diamond(x, top + PLACES.middle, paint.colour)] : []),
    ...drawSpan(row, place),
    ...drawEvery(row, place),
    words(content, row.mark.kind === 'at' ? x - 6 : x, place),
  ];
};
