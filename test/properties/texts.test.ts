import { describe, expect, it } from 'vitest';
import { type Longest, longestTexts } from '../../infra/regulation-check/longest-words.ts';
import { ONE_PART, render } from '../../shared/notices/render.ts';
import { templateOf, templates, variablesOf } from '../../shared/notices/templates.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { postsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

// Every template with every duty, level, unit and post of all five bureaus.

const bureaus = Object.values(regulations).map((regulation) => [regulation.id, regulation] as const);
const bare = (name: string): string => name.replaceAll(/\([^()]*\)/g, '');
const fill = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name]!);
const namesOf = (regulation: Regulation): string[] =>
  [...postsOf(regulation), ...regulation.units].map(({ name }) => bare(name));
/** What a text must still say, whatever gives way. */
const keeps = (text: string, { name, words }: Longest, from: Readonly<Record<string, string>>): void => {
  const used = variablesOf(templateOf(name).text);
  for (const each of ['case', 'level', 'due', 'number', 'count', 'times', 'rest', 'lag'])
    if (used.includes(each)) expect(text).toContain(from[each]);
  if (used.includes('duty')) expect(text).toContain(words.duty!.slice(0, 2));
};

describe.each(bureaus)('%s', (_, regulation) => {
  const all = longestTexts(regulation);

  it('has a longest form of every template that it uses', () => {
    const known = new Set(all.map(({ name }) => name));
    const orders = regulation.numbering.supervisionOrder === undefined ? ['orderIssued', 'orderToSign'] : [];
    const series = regulation.id === 'leizhou' ? [] : ['calmed', 'rekindled'];
    const missing = Object.keys(templates).filter((name) => !known.has(name));
    expect([...orders, ...series]).toEqual(expect.arrayContaining(missing));
  });

  it('the default form fits one part and names the whole duty; only the clause gives way', () => {
    for (const each of all) {
      const { text, variables } = render(each.name, each.words);
      expect(text.length).toBeLessThanOrEqual(ONE_PART);
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(text.startsWith(`【${regulation.smsSignature}】`)).toBe(true);
      for (const [name, value] of Object.entries(each.words))
        if (name !== 'clause') expect(variables[name]).toBe(value);
    }
  });

  it('with a plain date and hour nearly every text keeps its clause', () => {
    const plain = {
      due: '3月2日13时',
      rest: '1小时',
      lag: '2小时',
      when: '于3月3日8时前',
      times: '2',
      count: '3',
    };
    const cited = all
      .filter(({ words }) => words.clause !== undefined && words.clause !== '')
      .map(({ name, words }) => ({ ...plain, ...words, ...pick(plain, words), name }));
    const kept = cited.filter(({ name, ...words }) => render(name, words).variables.clause !== '');
    expect(kept.length / cited.length).toBeGreaterThan(0.94);
  });

  it('with everything that may stand in brackets it fits one part and keeps what it must', () => {
    // The longest, and one that is short.
    const names = namesOf(regulation).sort((one, other) => other.length - one.length);
    for (const each of all)
      for (const who of [...names.slice(0, 3), names.at(-1)!]) {
        const words = {
          ...each.words,
          // What is 暂定 is never 逾期.
          ...(each.words.due === undefined || each.words.lag !== undefined
            ? {}
            : { due: `暂定${each.words.due}` }),
          ...(each.words.person === undefined ? {} : { person: who }),
          left: `(尚缺${who}、${names[0]}或${names[1]})`,
          late: '定级迟延,',
          next: ',下一期12月31日23时59分前',
          owner: who,
          more: ';另有99项待办(含急办)',
          why: `(${who}无人可通知,改发上一级)`,
        };
        const { text } = render(each.name, words);
        expect(text.length, text).toBeLessThanOrEqual(ONE_PART);
        keeps(text, each, words);
        const used = variablesOf(templateOf(each.name).text);
        if (used.includes('why')) expect(text).toMatch(/(改发上一级|由你办)\)/);
        if (used.includes('left')) expect(text).toContain('(尚缺');
      }
  });

  it('with a link the clause goes first, and what the reader must know stays', () => {
    const link = '详见https://yq.example.gov.cn/LZ2026-1234';
    for (const each of all) {
      if (!variablesOf(templateOf(each.name).text).includes('link')) continue;
      const words = { ...each.words, link, subject: '“某超市销售过期食品被曝光”' };
      const { text, variables } = render(each.name, words);
      keeps(text, each, words);
      expect(text).toContain(link);
      if (text.length > ONE_PART) {
        expect(variables.clause ?? '').toBe('');
        expect(variables.subject ?? '').toBe('');
      }
      if ((variables.duty ?? '').endsWith('…')) expect(variables.clause ?? '').toBe('');
    }
  });

  it('what the gateway gets fills the registered text to what is sent', () => {
    for (const { name, words } of all) {
      const { text, variables } = render(name, { ...words, why: '(尚未转办,暂由你处理)' });
      expect(Object.keys(variables)).toEqual(variablesOf(templateOf(name).text));
      expect(fill(templateOf(name).text, variables)).toBe(text);
    }
  });
});

/** Those of the first that the second has too. */
function pick(from: Readonly<Record<string, string>>, like: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(from).filter(([name]) => like[name] !== undefined));
}
