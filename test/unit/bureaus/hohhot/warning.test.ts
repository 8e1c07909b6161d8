import { describe, expect, it } from 'vitest';
import { at } from '../../../support/case-file.ts';
import { missingParts } from '../../../support/whole-acts.ts';
import { clerk, code, group, hohhot, issue, openFile, outcomeOf, rate, warning } from './hohhot-file.ts';

describe('the scales beside the category (X37)', () => {
  const scaleOf = (id: string) => hohhot.scales.find((scale) => scale.id === id)!;

  it('are Ⅳ蓝 to Ⅰ红, and 假消息、真消息, without a map between them', () => {
    const warningLevels = [...scaleOf('warning').levels].sort((one, other) => one.rank - other.rank);
    expect(warningLevels.map(({ name, colour }) => `${name}${colour}`)).toEqual([
      'Ⅳ级预警(一般)蓝色',
      'Ⅲ级预警(较大)黄色',
      'Ⅱ级预警(重大)橙色',
      'Ⅰ级预警(特别重大)红色',
    ]);
    expect(scaleOf('veracity').levels.map(({ name }) => name)).toEqual(['假消息', '真消息']);
    expect(hohhot.scales.flatMap(({ defaults }) => defaults)).toEqual([]);
    expect(hohhot.handling).toEqual([]);
  });

  it('move neither the category nor a clock when a person rates the case', () => {
    const file = openFile();
    for (const [scale, level] of [
      ['warning', 'red'],
      ['veracity', 'falseNews'],
    ] as const) {
      file.give('03-02 20:40', group, rate(scale, level));
    }
    expect(file.state).toMatchObject({ warningLevel: 'medium', handlingLevel: 'medium' });
    expect(file.due('feedback')).toBe(at('03-03 20:00'));
    expect([outcomeOf(file, 'rateWarning'), outcomeOf(file, 'rateVeracity')]).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('hohhot C 预警Ⅳ: follow the story up and down, by the command group and the leaders alone', () => {
    const file = openFile();
    for (const level of ['blue', 'orange', 'yellow'])
      expect(code(file.give('03-02 20:40', group, rate('warning', level)))).toBeUndefined();
    expect(file.state.ratings.warning?.level).toBe('yellow');
    expect(code(file.give('03-02 20:41', group, rate('warning', 'yellow')))).toBe('LEVEL_UNCHANGED');
    expect(code(file.give('03-02 20:41', group, rate('warning', 'falseNews')))).toBe('LEVEL_UNKNOWN');
    expect(code(file.give('03-02 20:41', clerk, rate('warning', 'red')))).toBe('ROLE_NOT_ALLOWED');
  });

  it('hohhot C 研判 ②: have no response levels, what is proposed is recorded as a decision', () => {
    const file = openFile();
    expect(hohhot.scales.some(({ use }) => use === 'response')).toBe(false);
    file.give('03-02 20:40', group, {
      type: 'RecordDecision',
      decision: 'responseLevel',
      outcome: '建议一般响应',
    });
    expect(outcomeOf(file, 'proposeResponse')).toBe('fulfilled');
  });
});

describe('hohhot C 预警发布: the warning documents', () => {
  const documents = ['warningIssue', 'warningChange', 'warningLift'];
  const takenWithout = documents.flatMap((document) =>
    Object.keys(warning).map((field) => [document, field] as const),
  );

  it.each(documents)('%s takes the seven fields in the order of the clause', (document) => {
    expect(hohhot.documents.find(({ id }) => id === document)?.fields).toEqual(Object.keys(warning));
    expect(code(openFile().give('03-02 20:40', group, issue(document)))).toBeUndefined();
  });

  it.each(takenWithout)('%s without %s is asked for it', (document, field) => {
    const { [field]: _, ...rest } = warning;
    const file = openFile();
    expect(code(file.give('03-02 20:40', group, issue(document, rest)))).toBeUndefined();
    expect(missingParts(hohhot, file.state)).toEqual([field]);
  });

  it('is refused with a field that the clause does not have', () => {
    const outcome = openFile().give(
      '03-02 20:40',
      group,
      issue('warningIssue', { ...warning, 联系电话: '略' }),
    );
    expect(code(outcome)).toBe('DOCUMENT_FIELD_UNKNOWN');
  });

  it.each(['issueWarning', 'liftWarning'])(
    '%s is owed only once the case is on the warning scale',
    (duty) => {
      const file = openFile();
      expect(file.duty(duty)).toBeUndefined();
      file.give('03-02 20:40', group, rate('warning', 'blue'));
      expect(file.duty(duty)).toBeDefined();
    },
  );

  it('goes by the district’s confidential ways', () => {
    expect(hohhot.duties.find(({ id }) => id === 'issueWarning')?.channels).toEqual([
      'confidentialFax',
      'confidentialDocument',
      'confidentialPhone',
    ]);
  });
});
