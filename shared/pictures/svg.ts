/** A small SVG writer: boxes, lines and text on a fixed canvas. Lengths are pixels. */

const FONTS =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";
const NARROW = 0.6;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export type Point = readonly [x: number, y: number];
/** What a state is: tasks, waits, choices and ends look different. */
export type Shape = 'task' | 'wait' | 'choice' | 'end' | 'fail' | 'pass';

const FILLS: Record<Shape, { fill: string; stroke: string }> = {
  task: { fill: '#e8f0fe', stroke: '#3367d6' },
  wait: { fill: '#fff4e0', stroke: '#d98200' },
  choice: { fill: '#f3e8fd', stroke: '#8430ce' },
  end: { fill: '#e6f4ea', stroke: '#1e8e3e' },
  fail: { fill: '#fce8e6', stroke: '#c5221f' },
  pass: { fill: '#f1f3f4', stroke: '#5f6368' },
};

const GENERAL_PUNCTUATION = 0x2010;

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Width of a text: a Chinese character or mark is as wide as it is high, a Latin one narrower. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce(
    (width, each) => width + (each.charCodeAt(0) < GENERAL_PUNCTUATION && each !== '·' ? NARROW : 1) * size,
    0,
  );

/** A text that is at most `width` wide, with … where it goes on. */
export const cutTo = (text: string, width: number, size: number): string => {
  if (widthOf(text, size) <= width) return text;
  let short = '';
  for (const each of text) {
    if (widthOf(`${short}${each}…`, size) > width) break;
    short += each;
  }
  return `${short}…`;
};

export const text = (
  content: string,
  [x, y]: Point,
  { size = 13, anchor = 'middle', weight = 'normal', fill = '#202124' } = {},
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" font-weight="${weight}" fill="${fill}">${escapeXml(content)}</text>`;

const outline = (shape: Shape, { x, y, width, height }: Box): string => {
  const paint = `fill="${FILLS[shape].fill}" stroke="${FILLS[shape].stroke}"`;
  if (shape === 'choice') {
    const cut = height < 60 ? 7 : 14;
    const points = [
      [x + cut, y],
      [x + width - cut, y],
      [x + width, y + cut],
      [x + width, y + height - cut],
      [x + width - cut, y + height],
      [x + cut, y + height],
      [x, y + height - cut],
      [x, y + cut],
    ];
    return `<polygon points="${points.map((point) => point.join(',')).join(' ')}" ${paint}/>`;
  }
  const round = shape === 'end' || shape === 'fail' || shape === 'pass' ? height / 2 : 5;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" ${paint}/>`;
};

const SMALLEST = 9.5;
const PADDING = 8;

/** A name on two lines, the first as full as it can be; undefined when not even these fit. */
const brokenInTwo = (name: string, width: number): [string, string] | undefined => {
  const letters = [...name];
  const cut = letters.findIndex(
    (_, index) => widthOf(letters.slice(0, index + 1).join(''), SMALLEST) > width,
  );
  const rest = letters.slice(cut).join('');
  return widthOf(rest, SMALLEST) > width ? undefined : [letters.slice(0, cut).join(''), rest];
};

/** A name in a box: in smaller letters when it is long, then on two lines. Throws when it does not fit: nothing is cut off unseen. */
const nameIn = ({ x, y, width, height }: Box, name: string, wanted: number): string => {
  const room = width - PADDING;
  let size = wanted;
  while (size > SMALLEST && widthOf(name, size) > room) size -= 0.5;
  const middle: Point = [x + width / 2, y + height / 2 + size * 0.36];
  if (widthOf(name, size) <= room) return text(name, middle, { size });
  const lines = height < 3 * SMALLEST ? undefined : brokenInTwo(name, room);
  if (lines === undefined) throw new Error(`“${name}” does not fit into ${width} px`);
  const half = SMALLEST * 0.6;
  return [-half, half]
    .map((shift, index) => text(lines[index]!, [middle[0], middle[1] + shift], { size: SMALLEST }))
    .join('\n');
};

/** A shape with what stands in it. */
export const named = (shape: Shape, box: Box, name: string, wanted = 13): string =>
  [outline(shape, box), nameIn(box, name, wanted)].join('\n');

/** What shows one state, by whose name it is found in the picture. */
export const ofState = (name: string, parts: readonly string[]): string =>
  [`<g data-state="${escapeXml(name).replaceAll('"', '&quot;')}">`, ...parts, '</g>'].join('\n');

/** A frame around several states. */
export const frame = ({ x, y, width, height }: Box, fill = 'none'): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${fill}" stroke="#9aa0a6"/>`;

/** A line through `points`; the last one has the arrow head unless told otherwise. */
export const line = (
  points: readonly Point[],
  { dashed = false, head = true }: { dashed?: boolean; head?: boolean } = {},
): string => {
  const colour = dashed ? '#c5221f' : '#5f6368';
  return `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="1.4"${dashed ? ' stroke-dasharray="6 4"' : ''}${head ? ` marker-end="url(#${dashed ? 'red' : 'grey'})"` : ''}/>`;
};

const marker = (id: string, colour: string): string =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="${colour}"/></marker>`;

/** Several shapes that belong together, with what a reader is told of them. */
export const group = (title: string, parts: readonly string[]): string =>
  ['<g>', `<title>${escapeXml(title)}</title>`, ...parts, '</g>'].join('\n');

/** `description`: for whoever cannot see the picture. */
export const picture = (
  { width, height }: Pick<Box, 'width' | 'height'>,
  { title, description }: { title: string; description?: string },
  parts: readonly string[],
): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    ...(description === undefined ? [] : [`<desc>${escapeXml(description)}</desc>`]),
    `<defs>${marker('grey', '#5f6368')}${marker('red', '#c5221f')}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
