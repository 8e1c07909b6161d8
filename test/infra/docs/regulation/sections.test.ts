import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseIndex } from '../../../../infra/docs/clauses/clause-index.ts';
import { readEvidence } from '../../../../infra/docs/clauses/evidence.ts';
import { regulationPage } from '../../../../infra/docs/regulation/markdown.ts';
import { allSections } from '../../../../infra/docs/regulation/sections.ts';
import type { Section } from '../../../../infra/docs/text/section.ts';
import { atLevels, levelsNamedBy } from '../../../../infra/docs/views/at-levels.ts';
import { viewOf } from '../../../../infra/docs/views/view-of.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { withDuties, withLimits } from './one-duty.ts';

const sectionsOf = (regulation: Regulation): Section[] => allSections(viewOf(regulation), 'full');
const find = (sections: readonly Section[], title: string): Section | undefined =>
  sections.find((section) => section.title.startsWith(title));
const cellsOf = (regulation: Regulation, title: string): (readonly string[])[] =>
  (find(sectionsOf(regulation), title)?.table?.rows ?? []).map(({ cells }) => cells);

describe('the table of duties', () => {
  it('has level, duty, limit, clock, who, to whom, form and what counts as done', () => {
    expect(cellsOf(withDuties({}), '有数字的时限')).toEqual([
      [
        '红',
        '职责1',
        '5小时内',
        '舆情发生(不晚于最早公开时间、监测发现、收到、立案)',
        '局办公室负责人',
        '局主要负责人;抄送分管局领导',
        '电话',
        '提交报告(电话;报局主要负责人)',
      ],
    ]);
  });
  it('says a condition once: not again where the clock names it', () => {
    const when = { source: 'zhanjiang-assigned' };
    const start = [{ instant: 'receivedAt' as const, of: ['zhanjiang-assigned'] }];
    expect(cellsOf(withDuties({ term: { when, start } }), '有数字的时限')[0]![3]).toBe('收到(湛江市局交办)');
    expect(cellsOf(withDuties({ term: { when } }), '有数字的时限')[0]![3]).toMatch(/;条件:湛江市局交办$/);
  });
  it('stands under the kind of its limit', () => {
    const regulation = withLimits(
      { kind: 'immediate', word: '立即' },
      { kind: 'prompt', word: '及时' },
      { kind: 'ongoing', word: '随时' },
      { kind: 'external', word: '另行规定', rule: '某规定' },
    );
    const sections = sectionsOf(regulation);
    expect(find(sections, '有数字的时限')).toBeUndefined();
    expect(find(sections, '立即')?.table?.rows).toHaveLength(1);
    expect(find(sections, '及时、随时')?.table?.rows).toHaveLength(2);
    expect(find(sections, '由其他规定')?.table?.rows).toHaveLength(1);
  });
  it('has what the office has set itself in a section of its own, which says so', () => {
    const sections = sectionsOf(withDuties({}, { basis: 'bureau' }));
    expect(find(sections, '有数字的时限')?.table?.rows).toHaveLength(1);
    expect(find(sections, '本局自设的提示(不是办法规定)')?.table?.rows[0]?.cells[1]).toBe('职责2');
  });
  it('has matters that are no 舆情 apart', () => {
    const regulation = withDuties({ term: { levels: ['red', 'specialPeriod'] } });
    expect(cellsOf(regulation, '有数字的时限')[0]![0]).toBe('红');
    expect(cellsOf(regulation, '常设事项')[0]![0]).toBe('特护期');
  });
});

describe('the other sections', () => {
  it('show the steps of an approval in their order', () => {
    const gate = { ...leizhou.gates[0]!, needs: undefined, levels: ['red'] };
    const steps = [['verified'], ['statementApproved', 'followUpJudged']];
    const [cells] = cellsOf({ ...leizhou, gates: [{ ...gate, steps }] }, '审批与前置条件');
    expect(cells?.[2]).toBe('特别重大舆情');
    expect(cells?.[3]).toMatch(/^完成调查核实 → 回应口径经局领导审定.* \+ 回应后跟踪研判$/);
  });
  it('say which settings have to be given, with an example', () => {
    const [summary] = sectionsOf(leizhou);
    const missing = leizhou.settings.filter(({ required, value }) => required && value === null);
    expect(missing.length).toBeGreaterThan(0);
    for (const { id } of missing)
      expect(summary?.paragraphs.find((each) => each.includes(id))).toMatch(/^【须填写】.*--set/);
  });
  it('list every setting, document, reading, ladder and clause that only informs', () => {
    for (const regulation of Object.values(regulations)) {
      const rows = (title: string) => cellsOf(regulation, title).length;
      expect(rows('设置')).toBe(regulation.settings.length);
      expect(rows('文书')).toBe(regulation.documents.length);
      expect(rows('条文不明')).toBe(regulation.readings.length);
      expect(rows('提醒与逐级上报')).toBe(regulation.ladders.length);
      expect(rows('只作提示')).toBe(regulation.informs.length);
      expect(rows('直接定级')).toBe(regulation.grading.floors.length);
    }
  });
});

describe('one level', () => {
  const view = viewOf(leizhou);
  it.each(['red', '红', '特别重大舆情'])('may be called %s', (word) => {
    expect(levelsNamedBy(view, word)).toEqual(['red']);
  });
  it('that is not there is refused with those that are', () => {
    expect(() => levelsNamedBy(view, '紫')).toThrow(/没有级别“紫”;可选:.*red\(特别重大舆情\)/);
  });
  it('has its own duties alone', () => {
    const red = atLevels(view, new Set(['red']));
    const levels = red.duties.flatMap((duty) => duty.levels.map(({ id }) => id));
    expect(new Set(levels)).toEqual(new Set(['red']));
    expect(red.duties.length).toBeLessThan(view.duties.length);
  });
});

describe('the page of a bureau', () => {
  const evidence = readEvidence();
  const pageOf = (regulation: Regulation): string =>
    regulationPage(viewOf(regulation), sectionsOf(regulation), {
      pictures: [],
      source: null,
      entries: clauseIndex(regulation, evidence),
    });
  /** What stands on the page from a clause's heading to the next one's. */
  const under = (page: string, clause: string): string =>
    page.split(`(代号“${clause}”)\n`)[1]!.split('\n### ')[0]!;

  it('has every clause in its own words, and a link to each from where it is cited', () => {
    for (const regulation of Object.values(regulations)) {
      const page = pageOf(regulation);
      const anchors = [...page.matchAll(/<a id="(c\d+)">/g)].map(([, id]) => id);
      expect(anchors).toHaveLength(Object.keys(regulation.clauses).length);
      const links = [...page.matchAll(/\]\(#(c\d+)\)/g)].map(([, id]) => id);
      expect(links.filter((id) => !anchors.includes(id))).toEqual([]);
      for (const quote of Object.values(regulation.clauses))
        expect(page.replaceAll('\\', '')).toContain(quote.trim().split('\n')[0]!.trim());
    }
  });
  it('has under a clause the rules that rest on it, their ids, the code, the rehearsals and the tests', () => {
    const text = under(pageOf(leizhou), '办法 第二十二条(二)橙+ 电话');
    for (const part of [
      '`FileReport form=telephone to=zhanjiang`',
      '3小时内',
      '(../../shared/deadlines/computing/compute.ts)',
      '(../../rehearsals/red-answered.json)',
      '(../../test/clauses/leizhou/limits.test.ts)',
    ])
      expect(text).toContain(part);
    expect(under(pageOf(leizhou), '办法 第三条')).toContain('**只作提示**');
  });
  it('links only to files that exist', () => {
    for (const regulation of Object.values(regulations)) {
      const files = [...pageOf(regulation).matchAll(/\]\(\.\.\/\.\.\/([^)]+)\)/g)].map(([, file]) => file!);
      const missing = new Set(
        files.filter((file) => !existsSync(new URL(`../../../../${file}`, import.meta.url))),
      );
      expect(files.length).toBeGreaterThan(100);
      expect([...missing]).toEqual([]);
    }
  });
  it('makes no second column of a bar in the text', () => {
    const regulation = withDuties({ name: '报告|通报' });
    const page = pageOf(regulation);
    expect(page).toContain('报告\\|通报');
  });
});
