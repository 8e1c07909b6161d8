import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { walk } from '../../../../infra/regulation-check/checks/walk.ts';
import { grade } from '../../../../shared/grading/grade.ts';
import { at } from '../../../support/case-file.ts';
import { hohhot } from './hohhot-file.ts';

describe('every clause of the plan', () => {
  const clauses = Object.entries(hohhot.clauses);
  const carried = new Set(
    [...walk({ ...hohhot, informs: [] })].flatMap(({ key, value }) => (key === 'cite' ? [value] : [])),
  );
  const informed = new Map(hohhot.informs.map(({ clause, reason }) => [clause, reason]));
  const bare = (text: string): string => text.replace(/\s/g, '');
  const text = bare(
    readFileSync(new URL('../../../../docs/regulations/texts/hohhot.txt', import.meta.url), 'utf8'),
  );

  it('is there: 35', () => expect(clauses).toHaveLength(35));

  it.each(clauses)('%s is carried by a rule or informs only, and is quoted exactly', (id, quote) => {
    expect(carried.has(id)).not.toBe(informed.has(id));
    for (const line of quote.split('\n')) expect(text).toContain(bare(line));
  });

  it('leaves only two to a mere notice, neither with a limit', () => {
    expect([...informed.keys()]).toEqual(['C 原则3', 'C 原则5']);
    for (const reason of informed.values()) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('has each ambiguity as a choice or as a reading', () => {
    const chosen = hohhot.settings.map(({ register }) => register).filter((id) => id !== 'bureau');
    expect([...chosen, ...hohhot.readings.map(({ id }) => id)].sort()).toEqual([
      'X2',
      'X2',
      'X36',
      'X37',
      'X38',
      'X39',
      'X40',
      'X46',
    ]);
  });

  it('keeps what the source misread or lost', () => {
    expect(hohhot.clauses['C 分类3 重大']).toContain('可能存在引发件');
    expect(hohhot.clauses['C 分类1 小微']).toContain('奥情信息');
  });
});

describe('what a feed pushes', () => {
  const levelOf = (text: string): string =>
    grade(hohhot, {
      text,
      counters: {},
      observations: [],
      observedAt: at('03-02 09:00'),
      flags: [],
    }).level;

  it.each([
    ['网友询问某公证处周末是否上班', 'minor'],
    ['多名群众反映调解久拖不决', 'medium'],
    ['法律援助被拒,引发热议', 'medium'],
    ['某社区矫正对象扬言报复', 'major'],
    ['相关视频登上热搜', 'major'],
    ['该局未发现聚集维权', 'minor'],
  ])('%s is suggested as %s', (text, level) => expect(levelOf(text)).toBe(level));

  it('has only suggestions that a person confirms, by words that are our assumption', () => {
    for (const { candidate, reason } of hohhot.grading.floors) {
      expect(candidate).toBe(true);
      expect(reason).not.toContain('假设');
    }
  });

  it('hohhot C 来源: has the three ways of discovery as its sources', () => {
    expect(hohhot.sources.map(({ name }) => name)).toEqual([
      '软件监看发现',
      '上级网信部门提示',
      '社会舆情上报',
    ]);
  });
});
