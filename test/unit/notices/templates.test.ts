import { describe, expect, it } from 'vitest';
import { ONE_PART, render, templates } from '../../../shared/notices/templates.ts';
import { leizhou } from '../../support/bureaus.ts';

const longest = (names: readonly string[]): string =>
  names.reduce((best, name) => (name.length > best.length ? name : best), '');
const dutyNames = leizhou.duties.flatMap(({ name, terms }) => [
  name,
  ...terms.flatMap((term) => ('name' in term && typeof term.name === 'string' ? [term.name] : [])),
]);
const internal = leizhou.roles.filter(({ kind }) => kind === 'internal');
const everything = {
  sign: leizhou.smsSignature,
  case: 'LZ2026-1234',
  level: '常规',
  duty: longest(dutyNames),
  due: '12-31 23:59',
  number: `${leizhou.numbering.supervisionOrder}〔2026〕1234号`,
  count: '9999',
  when: '于12-31 23:59前',
  what: '对方同意不再报送',
};
const names = Object.keys(templates);

describe('templates', () => {
  it.each(names)('%s fits one part, whoever it went up from', (name) => {
    for (const from of [undefined, ...internal.map((role) => `${role.name}无人`), '尚未转办股室'])
      for (const duty of dutyNames) {
        const { text } = render(name, { ...everything, duty }, from && `${from}无人`);
        expect(text.length).toBeLessThanOrEqual(ONE_PART);
        expect(text).not.toMatch(/[{}]|undefined/);
      }
  });

  it.each(names)('%s fits with an eight-digit case number and says what it must', (name) => {
    const wanted = [...templates[name]!.text.matchAll(/\{(case|level|due|number)\}/g)].map(
      ([, word]) => word!,
    );
    const given: Record<string, string> = { ...everything, case: 'LZ2026-12345678' };
    for (const from of [undefined, longest(internal.map((role) => `${role.name}无人`))]) {
      const { text, variables } = render(name, given, from && `${from}无人`);
      expect(text.length).toBeLessThanOrEqual(ONE_PART);
      for (const word of wanted) expect(text).toContain(given[word]);
      expect(text.startsWith(`【${leizhou.smsSignature}】`)).toBe(true);
      if (from !== undefined) expect(text).toContain('无人)');
      expect(variables).toMatchObject({ case: 'LZ2026-12345678' });
    }
  });

  it.each(['remind', 'due', 'overdue'])('%s names case, level and due instant', (name) => {
    expect(templates[name]!.text).toMatch(/\{case\}.*\{level\}.*\{due\}/);
  });

  it.each(['unconfirmed', 'denied'])('%s is true of a 代录 and of what a body outside agreed to', (name) => {
    expect(render(name, everything).text).toContain('代录或外单位意见');
    expect(templates[name]!.text).not.toContain('本人');
  });

  it('has an id of its own for each template', () => {
    expect(new Set(Object.values(templates).map(({ id }) => id)).size).toBe(names.length);
  });

  it('has no place for the content of an item', () => {
    const places = Object.values(templates).flatMap(({ text }) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, word]) => word!),
    );
    expect([...new Set(places)].sort()).toEqual([
      'case',
      'count',
      'due',
      'duty',
      'late',
      'level',
      'limit',
      'number',
      'sign',
      'what',
      'when',
      'year',
    ]);
  });

  it('shortens the duty and nothing else', () => {
    const { text } = render('overdue', { ...everything, duty: '职'.repeat(80) });
    expect(text).toContain('…');
    expect(text).toContain(everything.due);
    expect(text.length).toBe(ONE_PART);
  });

  it.each(['remind', 'soft', 'due', 'overdue', 'atOnce', 'chase'])(
    '%s says who of several receivers is left, within one part',
    (name) => {
      const left = '局主要负责人';
      expect(render(name, { ...everything, duty: '续报处置进展', left }).text).toContain(
        `续报处置进展(尚缺${left})`,
      );
      const many = longest(internal.map((role) => role.name));
      for (const duty of dutyNames)
        for (const all of [left, `${many}、${many}`, `${many}或${many}、${many}、${many}`])
          for (const why of [undefined, `${many}无人`]) {
            const { text } = render(name, { ...everything, duty, left: all }, why);
            expect(text.length).toBeLessThanOrEqual(ONE_PART);
            const said = [all, `${all.split('、').length}方`].map((each) => `(尚缺${each})`);
            expect(said.some((each) => text.includes(each))).toBe(true);
            expect(text.slice(text.indexOf('】'))).toContain(duty.slice(0, 4));
          }
    },
  );

  it('puts variables in as they are', () => {
    expect(render('atOnce', { ...everything, duty: '$& $1 {case}' }).text).toContain('$& $1 {case}');
  });

  it('knows no template by another name', () => {
    expect(() => render('toString', everything)).toThrow();
    expect(() => render('unknown', everything)).toThrow();
  });
});
