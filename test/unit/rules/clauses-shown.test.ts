import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { clauseOf } from '../../../shared/rules/authority.ts';
import { orderText } from '../../../shared/rules/orders/draft.ts';
import { person, open as standing } from '../../readings/given.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, chief, head, leader, officer, opening } from '../../support/case-file.ts';

/** Keys of ours, and the marks by which they tell the sentences of one article apart. */
const KEYS = new RegExp(
  Object.values(regulations)
    .flatMap(({ clauses }) => Object.keys(clauses))
    .filter((key) => key.includes(' '))
    .map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
);

describe('a clause in what people read goes by the title of its text and its article', () => {
  it('in a refusal for another text, yinzhou E 四(二)1', () => {
    const file = standing({ bureau: 'yinzhou', level: 'general', when: '03-02 09:00' });
    const approve = (action: string, text: string) => ({ type: 'RecordAction', action, text }) as const;
    file.give('03-02 10:00', leader, approve('deputyReviewed', '甲'));
    const { refusal } = file.give('03-02 10:01', chief, approve('chiefReviewed', '乙'));
    expect(refusal?.message).toContain('各步须为同一文本(《宁波市鄞州区民政局舆情应急处置预案》四(二)1)');
  });

  it('in a 督办通知, each article once', () => {
    const text = orderText(
      leizhou,
      {
        unit: 'food',
        role: 'unitHead',
        reason: '每日书面报告逾期未办',
        cite: ['办法 第三十三条 ①', '办法 第三十三条 ②', '预案 4.5'],
        demand: '请立即办理',
      },
      at('03-04 18:00'),
    );
    expect(text).toContain(
      '。依据《舆情监测及处置管理办法》第三十三条、《舆情突发事件应急预案》4.5,请立即办理,于',
    );
  });

  it('leizhou 预案 4.5: at 橙 the calm is cited alike by who asks for it and by who refuses it', () => {
    const file = standing({ level: 'orange' });
    const shown = '(《舆情突发事件应急预案》4.5)';
    expect(clauseOf({ regulation: leizhou }, file.state, 'DeclareCalm')).toBe(shown);
    const calm = { type: 'DeclareCalm', reason: '平息' } as const;
    expect(file.give('03-02 11:00', leader, calm).refusal?.message).toContain(shown);
    expect(file.give('03-02 11:01', head, { type: 'Conclude', summary: '办结' }).refusal?.message).toContain(
      shown,
    );
    expect(clauseOf({ regulation: leizhou }, standing({ level: 'yellow' }).state, 'DeclareCalm')).toBe(
      '(《舆情监测及处置管理办法》第二十三条(二))',
    );
  });

  it.each(Object.keys(regulations))('%s: no refusal to a stranger of any command shows a key', (bureau) => {
    const regulation = regulations[bureau]!;
    const stranger = person(regulation.roles.find(({ kind }) => kind !== 'internal')!.id);
    const level = regulation.scales[0]!.levels.at(-1)!.id;
    const file = caseFile(regulation);
    expect(file.give('03-02 10:00', officer, opening({ level, unit: undefined })).refusal).toBeNull();
    for (const type of ['Conclude', 'DeclareCalm', 'StartPlan', 'FileReport'] as const) {
      const command = { type, reason: '', summary: '', kind: '', form: '', to: [] };
      expect(file.give('03-02 10:10', stranger, command).refusal?.message).not.toMatch(KEYS);
    }
  });
});
