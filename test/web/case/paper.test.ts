import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Measured, paginate } from '../../../web/model/case/paper/paginate.ts';
import { COLUMNS, longRows, partsOf } from '../../../web/model/case/paper/piece.ts';

const piece = (over: Partial<Measured>): Measured => ({
  height: 10,
  isTitle: false,
  isHeading: false,
  table: undefined,
  head: 0,
  ...over,
});
const row = (height: number): Measured => piece({ height, table: 'log', head: 5 });

describe('pages', () => {
  it('take what fits, and not more', () => {
    expect(paginate([piece({}), piece({}), piece({})], 30)).toEqual([[0, 1, 2]]);
    expect(paginate([piece({}), piece({}), piece({})], 29)).toEqual([[0, 1], [2]]);
    expect(paginate([], 30)).toEqual([]);
  });
  it('have the head of a table once on each page', () => {
    expect(paginate([row(10), row(10), row(10)], 35)).toEqual([[0, 1, 2]]);
    expect(paginate([row(10), row(10), row(10)], 34)).toEqual([[0, 1], [2]]);
    expect(paginate([row(10), row(10), row(10), row(10)], 25)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
  it('part no heading from what it is above', () => {
    const heading = piece({ isHeading: true });
    expect(paginate([piece({}), heading, row(10)], 35)).toEqual([[0, 1, 2]]);
    expect(paginate([piece({}), heading, row(10)], 34)).toEqual([[0], [1, 2]]);
    expect(paginate([piece({}), heading], 20)).toEqual([[0, 1]]);
  });
  it('begin with a title, but are not empty before it', () => {
    const title = piece({ isTitle: true });
    expect(paginate([title, piece({}), title, piece({})], 100)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
  it('give what is taller than a page one of its own, and go on', () => {
    expect(paginate([piece({}), row(100), row(10)], 40)).toEqual([[0], [1], [2]]);
  });
  it('lose nothing and say nothing twice', () => {
    const pieces = Array.from({ length: 500 }, (_, index) => row(3 + ((index * 7) % 23)));
    const pages = paginate(pieces, 100);
    expect(pages.flat()).toEqual(pieces.map((_, index) => index));
    for (const page of pages)
      expect(5 + page.reduce((sum, index) => sum + pieces[index]!.height, 0)).toBeLessThanOrEqual(100);
  });
});

describe('a long text', () => {
  it('is broken after a sentence, and nothing of it is lost', () => {
    const text = '这是一句话，共二十个字，说明处置的情况。'.repeat(60);
    const parts = partsOf(text);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(280);
    for (const part of parts) expect(part.slice(-1)).toBe('。');
  });
  it('is broken where it has no sentence, but not within a sign', () => {
    const text = `字${'𠮷'.repeat(400)}`;
    const parts = partsOf(text);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
  it('goes on in rows that say so', () => {
    const rows = longRows('facts', ['原文'], '字'.repeat(300));
    expect(rows.map((each) => (each.kind === 'row' ? each.cells[0]![0]!.text : ''))).toEqual([
      '原文',
      '（续）',
    ]);
  });
});

it('columns fill the page', () => {
  const sheet = readFileSync(new URL('../../../web/desk.css', import.meta.url), 'utf8');
  for (const columns of Object.values(COLUMNS)) {
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
    // No inline style may say it.
    for (const { width } of columns) expect(sheet).toContain(`.w${width} {\n  width: ${width}%;`);
  }
});
