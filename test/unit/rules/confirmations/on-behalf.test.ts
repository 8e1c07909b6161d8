import { describe, expect, it } from 'vitest';
import type { PersonCommand } from '../../../../shared/rules/decide.ts';
import { approval, confirm, consent, enteredFor } from '../../../support/approvals.ts';
import { at, chief, group, head, leader, liaison, officer, system } from '../../../support/case-file.ts';
import { concluding } from '../../../support/conclude.ts';
import { codeOf, openedAt, outcomeOf, toldBy } from './people.ts';

const publish = (more: Partial<Extract<PersonCommand, { type: 'RecordPublication' }>> = {}) => ({
  type: 'RecordPublication' as const,
  form: 'authoritative',
  ...more,
});
const entered = enteredFor(leader, '03-02 09:30', 'statementApproved');

describe('leizhou 办法 第二十七条(一): an approval is its leader’s', () => {
  it('the office enters it for him with person, way, time and text, or not at all', () => {
    const given = entered.onBehalf!;
    for (const [missing, word] of [
      ['person', '本人'],
      ['channel', '方式'],
      ['at', '时间'],
    ] as const) {
      const file = openedAt('red');
      const { refusal } = file.give('03-02 09:40', officer, {
        ...entered,
        onBehalf: { ...given, [missing]: undefined },
      });
      expect(refusal?.code).toBe('ON_BEHALF_INCOMPLETE');
      expect(refusal?.message).toContain(word);
    }
    const { refusal } = openedAt('red').give('03-02 09:40', officer, { ...entered, text: undefined });
    expect(refusal?.message).toContain('所审定的标题');
    expect(codeOf(openedAt('red').give('03-02 09:40', officer, entered))).toBe('done');
  });

  it.each([
    ['by the office in its own name', officer, approval('statementApproved'), 'ROLE_NOT_ALLOWED'],
    ['for who may not', officer, enteredFor(head, '03-02 09:30', 'statementApproved'), 'ROLE_NOT_ALLOWED'],
    ['by a unit', liaison, entered, 'ROLE_NOT_ALLOWED'],
    ['for himself', leader, entered, 'ROLE_NOT_ALLOWED'],
    [
      'for nobody known',
      officer,
      enteredFor({ ...leader, id: 'p-odd' }, '03-02 09:30', 'statementApproved'),
      'PERSON_UNKNOWN',
    ],
    [
      'of what is no approval',
      officer,
      enteredFor(leader, '03-02 09:30', 'verified'),
      'ON_BEHALF_NOT_ALLOWED',
    ],
    [
      'of the future',
      officer,
      enteredFor(leader, '03-02 09:45:01', 'statementApproved'),
      'INSTANT_IN_FUTURE',
    ],
  ])('never %s', (_, giver, command, code) => {
    expect(codeOf(openedAt('red').give('03-02 09:40', giver, command))).toBe(code);
  });

  it('asks him at once, opens the way for that text alone, and is not in time before he has said so', () => {
    const file = openedAt('red');
    file.give('03-02 09:40', officer, entered);
    const act = file.state.version;
    expect(toldBy(file)).toEqual([['confirm', 'p-deputy']]);
    expect(outcomeOf(file, 'prepareStatement')).toBe('unconfirmed');
    expect(codeOf(file.give('03-02 10:00', officer, publish()))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(file.give('03-02 10:00', officer, publish({ title: '另一篇' })))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    // Naming the approval helps no other title: what bears none takes that of the text that was approved.
    expect(codeOf(file.give('03-02 10:01', officer, publish({ approval: act, title: '情况通报' })))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    expect(codeOf(file.give('03-02 10:01', officer, publish({ approval: act })))).toBe('done');
    expect(outcomeOf(file, 'publicResponse')).toBe('unconfirmed');
    expect(file.runTo('03-02 20:00').filter((step) => step.includes('publicResponse'))).toEqual([]);
    expect(file.give('03-02 20:01', head, { type: 'Conclude', summary: '完' }).refusal).not.toBeNull();
    expect(codeOf(file.give('03-02 20:02', leader, confirm(act)))).toBe('done');
    expect(outcomeOf(file, 'publicResponse')).toBe('fulfilled');
    expect(outcomeOf(file, 'prepareStatement')).toBe('fulfilled');
  });

  it('is confirmed by that person alone, once, with his own token', () => {
    const file = openedAt('red');
    file.give('03-02 09:40', officer, entered);
    const act = file.state.version;
    for (const giver of [officer, head, chief, group])
      expect(codeOf(file.give('03-02 10:00', giver, confirm(act)))).toBe('NOT_YOURS_TO_CONFIRM');
    expect(file.give('03-02 10:01', leader, confirm(act)).refusal).toBeNull();
    expect(file.give('03-02 10:02', leader, confirm(act))).toMatchObject({ events: [], refusal: null });
    expect(codeOf(file.give('03-02 10:03', leader, confirm(act, false, '没有')))).toBe('NOTHING_TO_CONFIRM');
    expect(codeOf(file.give('03-02 10:03', leader, confirm(99)))).toBe('ACT_UNKNOWN');
  });

  it('a denial closes the gate, is told to the head, the chief and who entered it, and what went out is 未经审定发布', () => {
    const file = openedAt('red');
    file.give('03-02 09:40', officer, entered);
    const act = file.state.version;
    file.give('03-02 10:00', officer, publish({ title: entered.text }));
    expect(codeOf(file.give('03-02 10:10', leader, confirm(act, false)))).toBe('REASON_REQUIRED');
    file.give('03-02 10:10', leader, confirm(act, false, '没有看过'));
    expect(toldBy(file)).toEqual([
      ['denied', 'officeHead'],
      ['denied', 'chiefLeader'],
      ['denied', officer.id],
      ['unapproved', 'deputyLeader'],
      ['unapproved', 'chiefLeader'],
    ]);
    expect(outcomeOf(file, 'publicResponse')).toBe('unapproved');
    expect(outcomeOf(file, 'prepareStatement')).toBe('open');
    expect(codeOf(file.give('03-02 10:20', officer, publish({ approval: act })))).toBe('APPROVAL_UNKNOWN');
    expect(file.runTo('03-02 20:00').filter((step) => step.includes('publicResponse'))).toEqual([]);
  });

  it('is asked again at 08:00 and told up at noon of the next working day; silence confirms nothing', () => {
    const file = openedAt('red');
    file.give('03-06 22:00', officer, enteredFor(leader, '03-06 21:50', 'statementApproved'));
    const ask = (when: string) => {
      const before = file.log.length;
      file.give(when, system, { type: 'AskAgain' });
      return file.log.length === before ? [] : toldBy(file).filter(([template]) => template !== 'lateEntry');
    };
    expect(ask('03-07 07:59:59')).toEqual([]);
    expect(ask('03-07 08:00')).toEqual([['confirm', 'p-deputy']]);
    expect(ask('03-07 08:05')).toEqual([]);
    expect(ask('03-08 08:00')).toEqual([['confirm', 'p-deputy']]);
    expect(ask('03-09 08:00')).toEqual([['confirm', 'p-deputy']]);
    // 03-07 and 03-08 are a weekend.
    expect(ask('03-09 11:59:59')).toEqual([]);
    expect(ask('03-09 12:00')).toEqual([
      ['unconfirmed', 'officeHead'],
      ['unconfirmed', 'chiefLeader'],
    ]);
    expect(ask('03-09 12:05')).toEqual([]);
    expect(outcomeOf(file, 'prepareStatement')).toBe('unconfirmed');
  });

  it('bars the conclusion until it is confirmed', () => {
    const file = openedAt('blue');
    file.give('03-02 09:40', officer, entered);
    const end = concluding(file.schedule().duties);
    expect(codeOf(file.give('03-02 10:00', head, end))).toBe('ACTS_UNCONFIRMED');
    file.give('03-02 10:01', leader, confirm(2));
    expect(codeOf(file.give('03-02 10:02', head, end))).toBe('done');
  });
});

describe('the word of a body outside', () => {
  it('leizhou 办法 第二十九条 ①: is recorded whole, lets the text go at night, and a leader countersigns', () => {
    const file = openedAt('red');
    file.give('03-02 22:00', leader, approval('statementApproved', '处置结果通报'));
    const given = consent('superiorConsent', 'zhanjiang', '03-02 22:30');
    const half = { ...given, outside: { body: 'zhanjiang' } };
    expect(file.give('03-02 22:40', officer, half).refusal?.message).toBe(
      '记录“上级部门审定或答复请示”还缺:答复人姓名或岗位、方式(电话、公文等)、时间、文号或通话记录',
    );
    expect(
      codeOf(file.give('03-02 22:41', officer, consent('superiorConsent', 'propaganda', '03-02 22:30'))),
    ).toBe('RECEIVER_UNKNOWN');
    file.give('03-02 22:42', officer, given);
    const act = file.state.version;
    expect(toldBy(file).map(([template]) => template)).toEqual(['countersign', 'countersign']);
    expect(
      codeOf(file.give('03-02 22:50', officer, publish({ form: 'results', title: '处置结果通报' }))),
    ).toBe('done');
    expect(outcomeOf(file, 'keepPublishing')).not.toBe('fulfilled');
    expect(file.give('03-02 23:00', officer, confirm(act)).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 23:01', chief, confirm(act)))).toBe('done');
    expect(file.state.confirmations[act]?.answer).toMatchObject({ agree: true, at: at('03-02 23:01') });
  });
});

describe('leizhou 办法 第十七条 ②: a decision is the leader’s', () => {
  const decided = { type: 'RecordDecision', decision: 'reportUp', outcome: '上报' } as const;
  it('not the office’s, which may enter it for him', () => {
    const file = openedAt('orange');
    expect(file.give('03-02 09:40', head, decided).refusal?.message).toContain(
      '(《舆情监测及处置管理办法》第十七条)',
    );
    const onBehalf = { person: leader.id, channel: '电话', at: at('03-02 09:30') };
    expect(codeOf(file.give('03-02 09:41', head, { ...decided, onBehalf }))).toBe('done');
    expect(outcomeOf(file, 'decideReportUp')).toBe('unconfirmed');
    file.give('03-02 09:50', leader, confirm(file.state.version));
    expect(outcomeOf(file, 'decideReportUp')).toBe('fulfilled');
  });
});
