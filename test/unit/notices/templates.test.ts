import { describe, expect, it } from 'vitest';
import { LONGEST_VARIABLE, ONE_PART, render } from '../../../shared/notices/render.ts';
import { templateOf, templates, variablesOf } from '../../../shared/notices/templates.ts';

const names = Object.keys(templates);
const everything = {
  sign: '雷州市监',
  case: 'LZ2026-1234',
  level: '橙',
  duty: '电话报告湛江市局',
  clause: '(办法第22条(二))',
  due: '3月3日5时',
  lag: '2小时',
  person: '食品安全监管股',
};

describe('templates', () => {
  it('has an id of its own for each template, one after the other', () => {
    const ids = Object.values(templates).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(ids.map((_, index) => `SX${String(index + 1).padStart(2, '0')}`));
  });

  it('has no place for the content of an item but the title that a bureau may switch on', () => {
    const places = Object.values(templates).flatMap(({ text }) => variablesOf(text));
    expect([...new Set(places)].sort()).toEqual(
      [
        ...[
          'act',
          'again',
          'case',
          'change',
          'clause',
          'count',
          'due',
          'duty',
          'feed',
          'former',
          'found',
          'grader',
          'lag',
          'late',
          'left',
          'level',
          'link',
          'moment',
          'more',
        ],
        ...[
          'next',
          'now',
          'number',
          'owner',
          'part',
          'person',
          'rest',
          'sign',
          'soft',
          'spread',
          'subject',
          'target',
          'time',
          'times',
          'trouble',
          'unit',
          'warn',
          'warned',
          'what',
          'when',
          'why',
          'year',
        ],
      ].sort(),
    );
  });

  it.each(names)('%s names each variable once, as gateways ask', (name) => {
    const all = [...templateOf(name).text.matchAll(/\{\w+\}/g)].map(([variable]) => variable);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(['begins', 'remind', 'due', 'overdue', 'opened'])(
    '%s names case, level and due instant',
    (name) => {
      const used = variablesOf(templateOf(name).text);
      expect(used).toEqual(expect.arrayContaining(['case', 'level', 'due', 'duty']));
    },
  );

  it.each(names.filter((name) => name !== 'urgentPaper'))('%s carries a link where there is one', (name) => {
    expect(templateOf(name).text.endsWith('。{link}')).toBe(true);
  });

  it('of a 涉密 paper nothing is said: no number, level, limit or link', () => {
    expect(variablesOf(templateOf('urgentPaper').text)).toEqual(['sign']);
  });

  it.each(['unconfirmed', 'denied'])('%s is true of a 代录 and of what a body outside agreed to', (name) => {
    expect(templateOf(name).text).toContain('代录或外单位意见');
    expect(templateOf(name).text).not.toContain('本人');
  });

  it('knows no template by another name', () => {
    expect(() => render('toString', everything)).toThrow();
    expect(() => render('unknown', everything)).toThrow();
  });
});

describe('what gives way', () => {
  const left = '(尚缺局主要负责人、分管局领导)';
  const why = '(股室舆情联络员无人可通知,改发上一级)';

  it('nothing while it fits', () => {
    expect(render('overdueAbove', everything).text).toBe(
      '【雷州市监】LZ2026-1234(橙)食品安全监管股逾期2小时未电话报告湛江市局(办法第22条(二)),请督促。',
    );
  });

  it('the clause first, then how many are left, at last the tail of the duty', () => {
    const { text, variables } = render('remind', { ...everything, left, rest: '15分钟' });
    expect(text).toBe(
      '【雷州市监】LZ2026-1234(橙)3月3日5时前须电话报告湛江市局(尚缺局主要负责人、分管局领导),尚余15分钟。',
    );
    expect(variables.clause).toBe('');
    expect(render('due', { ...everything, left, why }).text).toBe(
      '【雷州市监】LZ2026-1234(橙)3月3日5时的时限已到,未电话报告湛江市局(尚缺2方),请立即办理并报告原因(由你办)。',
    );
    const long = { ...everything, duty: '职'.repeat(80), rest: '15分钟' };
    expect(render('remind', long).text).toHaveLength(ONE_PART);
    expect(render('begins', long).variables.duty).toHaveLength(LONGEST_VARIABLE);
  });

  it('that it went up is always said, and reaches the gateway', () => {
    for (const name of ['atOnce', 'remind', 'due', 'overdue', 'chase', 'chaseAbove', 'overdueAbove']) {
      const { text, variables } = render(name, { ...everything, times: '3', rest: '1小时', why });
      expect(variables.why).not.toBe('');
      expect(text).toContain(variables.why);
    }
  });

  it('with a subject that, cut to what fits', () => {
    const subject = '“某超市销售过期食品被网民曝光”';
    expect(render('atOnce', { ...everything, subject }).text).toContain(subject);
    const { text, variables } = render('opened', { ...everything, subject });
    expect(variables.clause).toBe('(办法第22条(二))');
    expect(variables.subject).toMatch(/^“某超市.*…”$/);
    expect(text.length).toBeLessThanOrEqual(ONE_PART);
  });

  it('with a link the clause and the tail of the duty, the link never', () => {
    const link = '详见https://yq.example.gov.cn/LZ2026-1234';
    const { text, variables } = render('chase', {
      ...everything,
      duty: '准备回应口径并报局领导审定',
      times: '2',
      link,
    });
    expect(variables).toMatchObject({ clause: '', link });
    expect(variables.duty).toMatch(/^准备.*…$/);
    expect(text.length).toBeLessThanOrEqual(ONE_PART + 5);
    expect(text.endsWith(`。${link}`)).toBe(true);
  });

  it('puts variables in as they are', () => {
    expect(render('atOnce', { ...everything, duty: '$& $1 {case}' }).text).toContain('$& $1 {case}');
  });
});
