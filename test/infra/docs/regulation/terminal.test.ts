import { describe, expect, it } from 'vitest';
import { columnWidths, shorten, sideBySide, wrap } from '../../../../infra/docs/regulation/columns.ts';
import { allSections } from '../../../../infra/docs/regulation/sections.ts';
import { printSections } from '../../../../infra/docs/regulation/terminal.ts';
import { viewOf } from '../../../../infra/docs/views/view-of.ts';
import { widthOf } from '../../../../infra/text-table.ts';
import { regulations } from '../../../../shared/regulations/index.ts';

describe('a text in a column', () => {
  it('is broken by the columns it takes, a Chinese character two of them', () => {
    expect(wrap('立即报告局领导', 6)).toEqual(['立即报', '告局领', '导']);
  });
  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrap('甲乙丙,丁', 6)).toEqual(['甲乙', '丙,丁']);
    expect(wrap('甲乙“丙丁”', 5)).toEqual(['甲乙', '“丙', '丁”']);
  });
  it('keeps a name in Latin letters whole, and cuts one that is too long for any line', () => {
    expect(wrap('设置 bulletinEvery', 14)).toEqual(['设置 ', 'bulletinEvery']);
    expect(wrap('receiptLimits', 6)).toEqual(['receip', 'tLimit', 's']);
  });
  it('keeps its own lines', () => {
    expect(wrap('开\n关', 10)).toEqual(['开', '关']);
  });
});

describe('a clause on one line', () => {
  it('stays as it is when there is room', () => {
    expect(shorten('应立即报告', 10)).toBe('应立即报告');
  });
  it('ends in … when there is none', () => {
    expect(shorten('应立即报告局领导', 9)).toBe('应立即报…');
  });
  it('begins with the part that it is quoted for', () => {
    expect(shorten('局办公室会同相关股室处理,并在3小时内报告,其余另行规定', 18, '3小时')).toBe(
      '…并在3小时内报告…',
    );
  });
});

describe('columns', () => {
  it('fit the width: the widest gives way', () => {
    const rows = [['级别', '一段很长很长很长很长很长的文字', '短']];
    const widths = columnWidths(rows, 30);
    expect(widths.reduce((sum, each) => sum + each, 0) + 4).toBe(30);
    expect(widths[0]).toBe(4);
  });
  it('stand under one another', () => {
    expect(sideBySide(['甲乙丙', '丁'], [4, 2])).toEqual(['甲乙  丁', '丙']);
  });
});

describe('what the terminal shows', () => {
  const at = (columns: number) =>
    Object.values(regulations).map((each) => printSections(allSections(viewOf(each), 'short'), columns));

  it.each([80, 100, 120, 160])('is never wider than %i columns', (columns) => {
    for (const printed of at(columns))
      expect(printed.split('\n').filter((line) => widthOf(line) > columns)).toEqual([]);
  });
  it('has a heading for each part that a bureau has', () => {
    for (const printed of at(120)) {
      expect(printed).toContain('━━ 级别 ');
      expect(printed).toContain('━━ 设置 ');
      expect(printed).toContain('规定的职责 ');
    }
  });
});
