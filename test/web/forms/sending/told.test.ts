import { expect, it } from 'vitest';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { beginsOf } from '../../../../web/model/forms/begins.ts';
import { linesOf } from '../../../../web/model/forms/does.ts';
import { toldLines } from '../../../../web/model/forms/guide/told.ts';
import { NOW } from '../bureau-forms.ts';

const MORNING = '2026-03-03T08:00:00+08:00';
const told = (name: string, more: object = {}) => ({
  ...{ to: { id: name, name }, toText: name, instead: null, nobody: false, unit: null, text: '短信' },
  ...more,
});
const tried = (texts: object[], textsAtOnce: object[] = []): TriedReply =>
  ({
    ...{ limits: [], late: [], toConfirm: [], missing: [], notes: [], log: [], duties: [] },
    texts: texts.map((text) => ({ notBefore: null, ...text })),
    textsAtOnce,
  }) as unknown as TriedReply;
const wordsOf = (of: TriedReply): string[] => toldLines(of, NOW).map(({ text }) => text);

it('everybody who is told is named, once, however many; also whom the clocks tell at once', () => {
  const many = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => told(name));
  const all = tried([...many, told('甲')], [told('领导小组'), told('乙')]);
  expect(wordsOf(all)).toEqual(['短信发给：甲、乙、丙、丁、戊、己、领导小组']);
  expect(linesOf(all, undefined, NOW).map(({ text }) => text)).toContain(
    '短信发给：甲、乙、丙、丁、戊、己、领导小组',
  );
  expect(beginsOf(all as never, NOW, '').map(({ text }) => text)).toContain(
    '短信发给：甲、乙、丙、丁、戊、己、领导小组',
  );
});

it('where a post has nobody, who is reached instead is named, or that nobody is', () => {
  const instead = { id: 'head', name: '负责人' };
  expect(wordsOf(tried([told('联络员', { instead }), told('组长', { nobody: true })]))).toEqual([
    '短信发给：负责人、组长（名册中没有人可收）',
  ]);
});

it('what waits for the morning is told apart, and not twice', () => {
  const waits = { notBefore: MORNING };
  expect(wordsOf(tried([told('甲', waits), told('乙'), told('乙', waits)]))).toEqual([
    '短信发给：乙',
    expect.stringMatching(/08:00以后短信发给：甲$/),
  ]);
});

it('of a 涉密 case all have to be rung', () => {
  expect(wordsOf(tried([told('甲', { text: null })], [told('乙', { text: null })]))).toEqual([
    '须电话告知：甲、乙',
  ]);
});
