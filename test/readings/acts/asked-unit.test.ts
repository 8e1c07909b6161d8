import { describe, expect, it } from 'vitest';
import { leadAcknowledgedAt } from '../../../shared/case/units.ts';
import type { CommandOf } from '../../../shared/rules/refusing.ts';
import { at, liaison as food, head, leader, officer } from '../../support/case-file.ts';
import { type File, give, open, timesOf } from '../given.ts';

const drugs = { ...food, id: 'p-drugs', unit: 'drugs' };
const DEADLINE = at('03-04 12:00');
const report = (answers?: string[]): CommandOf<'FileReport'> => ({
  type: 'FileReport',
  kind: 'progress',
  form: 'written',
  to: ['officeHead', 'deputyLeader'],
  ...(answers === undefined ? {} : { answers }),
});

/** An orange case that 药械股 has; a 批示 in it asks 食品股. */
const asked = (): { file: File; entry: string } => {
  const file = open({ level: 'orange', facts: { unit: 'drugs' } });
  give(file, '03-02 10:05', leader, {
    type: 'RecordInstruction',
    from: 'bureau',
    text: '请食品股查清进货渠道',
    deadline: DEADLINE,
    to: { role: 'unitHead', unit: 'food' },
  });
  return { file, entry: String(file.state.instructions[0]!.entry) };
};
const drafted = (file: File, when: string): number => {
  give(file, when, officer, { type: 'DraftSupervisionOrder', reason: '处置不当' });
  return file.state.orders.at(-1)!.entry;
};

describe('a unit that is asked for something in the case of another (批示、督办通知)', () => {
  it.each<[string, Parameters<File['give']>[2]]>([
    ['签收', { type: 'Acknowledge' }],
    ['报告不答复什么', report()],
    ['措施', { type: 'RecordAction', action: 'verified' }],
    ['会议', { type: 'RecordMeeting' }],
    ['报请', { type: 'RequestPlan', reason: '事态扩大' }],
  ])('does nothing else: %s', (_, command) => {
    const { file } = asked();
    const { refusal } = file.give('03-02 11:00', food, command);
    expect(refusal).toMatchObject({ code: 'NOT_YOUR_UNIT' });
    expect(refusal?.message).toMatch(/^本案由药械监管股承办,你股/);
    expect(leadAcknowledgedAt(file.state)).toBeNull();
  });

  it('answers what it was asked, and nothing else with it', () => {
    const { file, entry } = asked();
    give(file, '03-02 10:10', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:10'), reference: '1号' },
    });
    expect(give(file, '03-02 11:00', food, report(['1号']))).toBe('NOT_YOUR_UNIT');
    expect(give(file, '03-02 11:00', food, report([entry, '1号']))).toBe('NOT_YOUR_UNIT');
    expect(give(file, '03-02 11:00', food, report([entry]))).toBe('done');
    expect(file.duty(`instruction-${entry}`)?.status).toBe('fulfilled');
  });

  it('fills in and takes back its own answer', () => {
    const { file, entry } = asked();
    file.giveBare('03-02 11:00', food, report([entry]));
    const act = file.state.version;
    expect(give(file, '03-02 11:05', food, { type: 'CompleteAct', act, text: '已查清' })).toBe('done');
    expect(give(file, '03-02 11:10', food, { type: 'WithdrawAct', act, reason: '写错' })).toBe('done');
    expect(file.duty(`instruction-${entry}`)?.status).toBe('open');
  });

  it('办法 第二十三条(二) 每日书面报告: its answer is no report of the unit that has the case', () => {
    const { file, entry } = asked();
    give(file, '03-02 10:20', drugs, { type: 'Acknowledge' });
    give(file, '03-02 11:00', food, report([entry]));
    expect(timesOf(file, 'dailyReport')).toEqual([['1.1', 'open']]);
    give(file, '03-02 11:10', drugs, report());
    expect(timesOf(file, 'dailyReport')?.[0]).toEqual(['1.1', 'fulfilled']);
  });

  it('has nothing to do with a draft, nor with an order that is 作废', () => {
    const file = open({ level: 'orange' });
    const order = drafted(file, '03-02 10:05');
    give(file, '03-02 10:10', officer, { type: 'AssignUnit', unit: 'drugs' });
    const sign = { type: 'SignSupervisionOrder', order, answerBy: DEADLINE, orderNumber: '督1' } as const;
    const answer = report([String(order)]);
    const acknowledge = { type: 'AcknowledgeOrder', order } as const;
    expect(give(file, '03-02 10:20', food, answer)).toBe('NOT_YOUR_UNIT');
    expect(give(file, '03-02 10:20', food, acknowledge)).toBe('NOT_YOUR_UNIT');
    give(file, '03-02 10:30', head, sign);
    expect(give(file, '03-02 10:40', food, acknowledge)).toBe('done');
    expect(give(file, '03-02 10:50', food, answer)).toBe('done');
    give(file, '03-02 11:00', head, { type: 'VoidOrder', order, reason: '有误' });
    expect(give(file, '03-02 11:10', food, answer)).toBe('NOT_YOUR_UNIT');
  });
});
