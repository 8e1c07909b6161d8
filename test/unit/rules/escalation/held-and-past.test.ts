import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, caseFile, chief, group, head, leader, officer, opening } from '../../../support/case-file.ts';

// 预案 1.6 ④: a hold lets the clock rest and moves no limit. What is asked while it rests is asked as without it.

const hold: CaseCommand = { type: 'HoldDuty', duty: 'publicResponse', reason: '正在核实情况' };
const resume: CaseCommand = { type: 'ResumeDuty', duty: 'publicResponse', reason: '可以对外发布' };

describe('a later instant while a duty is held', () => {
  // 橙: within 48 hours of 发生 (办法21(二)).
  const orange = (isHeld: boolean) => {
    const file = caseFile();
    const instants = { outbreakAt: at('03-02 09:00'), occurredAt: at('03-01 09:00') };
    file.give('03-02 10:00', officer, opening({ level: 'orange', instants }));
    if (isHeld) expect(file.give('03-03 08:00', leader, hold).refusal).toBeNull();
    return file;
  };
  const later: CaseCommand = {
    type: 'CorrectInstant',
    instant: 'occurredAt',
    at: at('03-02 09:00'),
    reason: '核实后更正',
  };

  it.each([
    ['03-03 08:59:59', undefined],
    ['03-03 09:00:00', undefined],
    ['03-03 09:00:01', 'SECOND_PERSON_REQUIRED'],
    ['03-03 09:30:00', 'SECOND_PERSON_REQUIRED'],
  ])('is granted by whom the limit binds as little as without a hold (%s)', (when, code) => {
    for (const isHeld of [false, true]) {
      const file = orange(isHeld);
      expect(file.duty('publicResponse')!.current.due).toBe(at('03-03 09:00'));
      expect(file.give(when, head, later).refusal?.code).toBe(code);
    }
  });
});

describe('a level that is lowered while a duty is held', () => {
  // 红, from 10:00: within 5 hours (办法21(二)).
  const lowered = (when: string) => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 10:00') } }));
    file.give('03-02 14:55', leader, hold);
    const lower: CaseCommand = {
      type: 'ChangeLevel',
      level: 'yellow',
      reason: '影响有限',
      authority: 'change',
    };
    expect(file.give('03-02 14:56', officer, lower).refusal).toBeNull();
    expect(file.give(when, chief, { type: 'ApproveLevelChange' }).refusal).toBeNull();
    return file;
  };

  it.each([
    ['03-02 14:59:59', undefined],
    ['03-02 15:00:00', undefined],
    ['03-02 15:00:01', at('03-02 15:00')],
  ])('takes no miss away, and makes none (%s)', (when, passed) => {
    const file = lowered(when);
    expect(file.state.passed['publicResponse#1']?.due).toBe(passed);
    expect(file.duty('publicResponse')?.current.outcome).toBe(passed === undefined ? undefined : 'missed');
  });

  it('leaves it to be explained at 结报', () => {
    const file = lowered('03-02 16:02');
    file.give('03-02 17:00', group, { type: 'DeclareCalm', reason: '平息' });
    const { refusal } = file.give('03-02 17:01', head, { type: 'Conclude', summary: '已处置完毕情况如下' });
    expect(refusal?.message).toContain('发布权威信息');
  });
});

it('a held duty that is taken up again is overdue as before, once', () => {
  const file = caseFile();
  file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 10:00') } }));
  file.give('03-02 14:55', leader, hold);
  expect(file.give('03-02 15:30', leader, resume).refusal).toBeNull();
  expect(file.state.passed['publicResponse#1']?.due).toBe(at('03-02 15:00'));
});

describe('what was missed at a level that has been lowered since', () => {
  const missed = () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 10:00') } }));
    file.runTo('03-02 16:00');
    const lower = { type: 'ChangeLevel', level: 'yellow', reason: '影响有限', authority: 'change' } as const;
    file.give('03-02 16:01', officer, lower);
    expect(file.give('03-02 16:02', leader, { type: 'ApproveLevelChange' }).refusal).toBeNull();
    return file;
  };
  const found: CaseCommand = { type: 'AddSource', source: { kind: 'unit-found' } };

  it('bars no withdrawal that has nothing to do with it, and is not revoked by one', () => {
    const file = missed();
    expect(file.state.passed['publicResponse#1']?.due).toBe(at('03-02 15:00'));
    file.give('03-02 16:10', officer, found);
    const act = file.state.version;
    const { refusal, events } = file.give('03-02 16:11', officer, {
      type: 'WithdrawAct',
      act,
      reason: '录入有误',
    });
    expect(refusal).toBeNull();
    expect(events.map(({ type }) => type)).not.toContain('LimitsPassed');
    expect(file.state.passed['publicResponse#1']?.due).toBe(at('03-02 15:00'));
    expect(file.duty('publicResponse')?.current.outcome).toBe('missed');
  });
});
