import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, chief, head, leader, liaison, officer } from '../../../support/case-file.ts';
import { noticesOf } from '../commands/given.ts';
import { code, draft, lastDraft, orange, sign, unitHead } from './given.ts';

/** An order by hand that was drafted at 09:00. */
const drafted = () => {
  const file = orange();
  file.give('03-02 09:00', officer, draft());
  return { file, order: lastDraft(file) };
};
const signed = () => {
  const { file, order } = drafted();
  file.give('03-02 10:00', head, sign(order));
  return { file, order };
};
const answer = (order: number) => ({
  type: 'FileReport' as const,
  kind: 'progress',
  form: 'written',
  to: ['officeHead'],
  answers: [String(order)],
});

describe('signing a 督办通知', () => {
  it('brings number and text, and tells the unit', () => {
    const { file, order } = drafted();
    const { events } = file.give('03-02 10:00', head, sign(order));
    expect(events[0]).toMatchObject({
      type: 'SupervisionOrderIssued',
      number: '督1',
      text: expect.stringContaining('请立即办理,并报告处置情况,于3月4日18时前书面回复局办公室'),
    });
    expect(noticesOf(events).map(({ role, unit, template }) => `${template} ${role} ${unit}`)).toEqual([
      'orderIssued unitHead food',
      'orderIssued unitLiaison food',
    ]);
    expect(file.give('03-02 10:01', head, sign(order)).events).toEqual([]);
  });

  it('once more with another answer-by or other words is told what is signed', () => {
    const { file, order } = signed();
    const again = {
      code: 'ORDER_EXISTS',
      message: '已有督办通知督1(3月2日10时签发),不能再次签发;内容有误的,须作废重拟',
    };
    for (const other of [
      sign(order, at('03-04 18:00:01')),
      { ...sign(order), text: '另一份文本' } as CaseCommand,
    ])
      expect(file.give('03-02 10:01', head, other).refusal).toEqual(again);
    expect(file.state.orders).toMatchObject([{ issued: { answerBy: at('03-04 18:00') } }]);
  });

  it('is for the head of the office alone, or whom he charged', () => {
    const { file, order } = drafted();
    expect(code(file.give('03-02 10:00', officer, sign(order)))).toBe('ROLE_NOT_ALLOWED');
    expect(code(file.give('03-02 10:00', leader, sign(order)))).toBe('ROLE_NOT_ALLOWED');
    expect(
      code(file.give('03-02 10:01', head, { type: 'ChargeSigner', person: officer.id })),
    ).toBeUndefined();
    expect(code(file.give('03-02 10:02', officer, sign(order)))).toBeUndefined();
    expect(file.state.orders[0]!.issued?.by).toMatchObject({ id: officer.id });
  });

  it('cannot be charged to who receives the order, or to a stranger', () => {
    const { file } = drafted();
    file.give('03-02 09:30', liaison, { type: 'Acknowledge' });
    expect(code(file.give('03-02 10:00', head, { type: 'ChargeSigner', person: liaison.id }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(code(file.give('03-02 10:00', head, { type: 'ChargeSigner', person: 'nobody' }))).toBe(
      'PERSON_UNKNOWN',
    );
  });

  it('needs a draft, an answer that is still to come, and a number', () => {
    const { file, order } = drafted();
    expect(code(file.give('03-02 10:00', head, sign(order + 50)))).toBe('ORDER_UNKNOWN');
    expect(code(file.give('03-02 10:00', head, sign(order, at('03-02 10:00'))))).toBe('DEADLINE_PAST');
    expect(code(file.give('03-02 10:00', head, sign(order, at('03-02 10:00:01'))))).toBeUndefined();
    const bare = { type: 'SignSupervisionOrder' as const, order, answerBy: at('03-04 18:00') };
    expect(code(drafted().file.give('03-02 10:00', head, bare))).toBe('ORDER_WITHOUT_NUMBER');
  });
});

describe('a signed 督办通知', () => {
  it('is signed for and answered by its unit: two duties, each chased, never 逾期 as the regulation’s', () => {
    const { file, order } = signed();
    expect(file.duty(`order-${order}-receipt`)).toMatchObject({
      status: 'open',
      basis: 'bureau',
      unit: 'food',
    });
    expect(file.duty(`order-${order}-answer`)).toMatchObject({
      current: { due: at('03-04 18:00') },
      breachable: false,
    });
    const steps = file.runTo('03-05 12:00').filter((step) => step.includes(`order-${order}-answer`));
    // A quarter of the 56 hours from its signature is left, then the ladder's spacing.
    expect(steps.slice(0, 5)).toEqual([
      `03-04 04:00 order-${order}-answer#1 remind0`,
      `03-04 17:00 order-${order}-answer#1 remind1`,
      `03-04 17:45 order-${order}-answer#1 remind2`,
      `03-04 18:00 order-${order}-answer#1 due0`,
      `03-04 18:30 order-${order}-answer#1 remind3`,
    ]);
    expect(file.state.orders).toHaveLength(
      file.state.orders.filter(({ reason }) => !reason.includes('督办')).length,
    );
    expect(code(file.give('03-05 12:00', officer, { type: 'AcknowledgeOrder', order }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    file.give('03-05 12:01', liaison, { type: 'AcknowledgeOrder', order });
    expect(file.duty(`order-${order}-receipt`)).toMatchObject({ status: 'fulfilled' });
    expect(code(file.give('03-05 12:02', officer, answer(order)))).toBe('NOT_YOUR_UNIT');
    file.give('03-05 12:03', unitHead, answer(order));
    expect(file.duty(`order-${order}-answer`)).toMatchObject({ status: 'fulfilled', next: null });
  });

  it('is answered only by a report that names it', () => {
    const { file, order } = signed();
    const { answers: _, ...silent } = answer(order);
    file.give('03-02 11:00', unitHead, silent);
    expect(file.duty(`order-${order}-answer`)!.status).toBe('open');
    expect(code(file.give('03-02 11:01', unitHead, answer(order + 40)))).toBe('ANSWER_UNKNOWN');
  });

  it('is 作废 by its signer alone, and owes nothing then', () => {
    const { file, order } = signed();
    const voiding = { type: 'VoidOrder' as const, order, reason: '收到时间更正,未逾期' };
    expect(code(file.give('03-02 11:00', chief, voiding))).toBe('ROLE_NOT_ALLOWED');
    expect(file.give('03-02 11:01', head, voiding).events[0]).toMatchObject({ number: '督1' });
    expect(file.duty(`order-${order}-answer`)).toMatchObject({ status: 'ended', next: null });
    expect(code(file.give('03-02 11:02', liaison, { type: 'AcknowledgeOrder', order }))).toBe('ORDER_VOIDED');
  });
});
