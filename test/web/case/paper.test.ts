import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halvesOf, partsOf } from '../../../web/model/case/paper/break.ts';
import { cutTooTall } from '../../../web/model/case/paper/cut.ts';
import { type Measured, paginate } from '../../../web/model/case/paper/paginate.ts';
import { COLUMNS, longRows, type Piece } from '../../../web/model/case/paper/piece.ts';

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
  it('of many lines is broken by its lines: each fills one, an empty one too', () => {
    const lines = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? '' : `第${index}行`));
    const parts = partsOf(lines.join('\n'));
    expect(parts.join('')).toBe(lines.join('\n'));
    for (const part of parts) expect(part.replace(/\n$/, '').split('\n').length).toBeLessThanOrEqual(10);
    for (const part of parts.slice(0, -1)) expect(part.slice(-1)).toBe('\n');
    expect(partsOf('\n'.repeat(50)).map((part) => part.length)).toEqual([10, 10, 10, 10, 10]);
  });
  it('is not broken within a sign of many parts, but within what is none', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\ufe0f';
    for (const sign of [family, '\u{1f44d}\u{1f3ff}', 'e\u0301', '1\ufe0f\u20e3'])
      for (const before of ['', '字', '字字', '字字字']) {
        const parts = partsOf(before + sign.repeat(300));
        expect(parts.join('')).toBe(before + sign.repeat(300));
        for (const part of parts) expect(part.replace(before, '').split(sign).join('')).toBe('');
      }
    const none = `e${'\u0301'.repeat(2_000)}`;
    expect(partsOf(none).join('')).toBe(none);
  });
  it('in halves is whole again; one sign has none', () => {
    expect(halvesOf('前一句。后一句，更长。')).toEqual(['前一句。', '后一句，更长。']);
    expect(halvesOf('\n字')).toEqual(['\n', '字']);
    for (const one of ['', '字', '𠮷', '\u{1f44d}\u{1f3ff}']) expect(halvesOf(one)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(partsOf(text).join('')).toBe(text);
        const halves = halvesOf(text);
        if (halves === undefined) return;
        expect(halves.join('')).toBe(text);
        for (const half of halves) expect(half).not.toBe('');
      }),
    );
  });
  it('goes on in rows that say so', () => {
    const rows = longRows('facts', ['原文'], '字'.repeat(300));
    expect(rows.map((each) => (each.kind === 'row' ? each.cells[0]![0]!.text : ''))).toEqual([
      '原文',
      '（续）',
    ]);
  });
});

describe('what is taller than a page', () => {
  const CAPACITY = 40;
  const cellText = (each: Piece, column: number): string =>
    each.kind === 'row' ? each.cells[column]!.map(({ text }) => text).join('') : '';
  /** As if every sign of a cell were a line of its own. */
  const measured = (each: Piece): Measured =>
    each.kind === 'row'
      ? row(Math.max(...each.cells.map((cells) => cells.reduce((sum, { text }) => sum + text.length, 0))))
      : piece({ height: each.text.length, isHeading: each.kind === 'heading' });
  const cutAll = (given: readonly Piece[]): Piece[] => {
    for (let pieces = [...given]; ; ) {
      const cut = cutTooTall(pieces, pieces.map(measured), CAPACITY);
      if (cut.length === pieces.length) return cut;
      pieces = cut;
    }
  };
  it('is cut until each part fits, whichever column is long; all of it stays, in order', () => {
    const texts = ['甲'.repeat(90), '乙', '丙'.repeat(70), '丁'.repeat(130)];
    const given: Piece = { kind: 'row', table: 'log', cells: texts.map((text) => [{ text }]) };
    const cut = cutAll([given]);
    for (const each of cut) expect(measured(each).height + 5).toBeLessThanOrEqual(CAPACITY);
    texts.forEach((text, column) => {
      expect(
        cut
          .map((each) => cellText(each, column))
          .join('')
          .replace(/（续）/g, ''),
      ).toBe(text);
    });
  });
  it('keeps how it is shown, and what stands beneath it', () => {
    const cells = [
      [{ text: '1' }],
      [],
      [],
      [
        { text: '字'.repeat(60), isBold: true },
        { text: 'ab', isTiny: true },
      ],
    ];
    const cut = cutAll([{ kind: 'row', table: 'log', cells }]);
    const last = cut.map((each) => (each.kind === 'row' ? each.cells[3]! : []));
    expect(last.flat().filter(({ isBold }) => isBold === true).length).toBe(cut.length);
    expect(last.flat()[last.flat().length - 1]).toEqual({ text: 'ab', isTiny: true });
    expect(cut.slice(1).map((each) => cellText(each, 0))).toEqual(cut.slice(1).map(() => '（续）'));
  });
  it('is cut where it is a paragraph; a heading and what fits stay as they are', () => {
    expect(cutAll([{ kind: 'text', text: '字'.repeat(100) }]).length).toBe(4);
    const others: Piece[] = [
      { kind: 'heading', text: '字'.repeat(100) },
      { kind: 'text', text: '字'.repeat(40) },
      { kind: 'row', table: 'log', cells: [[], [], [], []] },
    ];
    expect(cutAll(others)).toEqual(others);
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
