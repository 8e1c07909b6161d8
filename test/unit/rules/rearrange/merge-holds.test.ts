import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, open, person } from '../../../readings/given.ts';
import { at, chief, head, leader } from '../../../support/case-file.ts';
import { A, B, dueOf, merge, openedAs, proposing } from './two-cases.ts';

describe('a hold in the case that goes on', () => {
  const hold: CaseCommand = { type: 'HoldDuty', duty: 'publicResponse', reason: '经请示暂缓对外发布' };
  const two = (): [from: File, into: File] => {
    const into = openedAs(A, 'red', { instants: { occurredAt: at('03-02 09:20') } });
    expect(into.give('03-02 10:00', leader, hold).refusal).toBeNull();
    return [openedAs(B, 'red', { instants: { occurredAt: at('03-02 09:00') } }), into];
  };

  it('does not silence the limit of the other, which nobody has put off: neither way round', () => {
    const [from, into] = two();
    const { refusal } = from.give('03-02 13:30', head, proposing(into.state));
    expect(refusal).toMatchObject({
      code: 'MERGE_BARRED',
      message: `案卷${A}的“发布权威信息”尚在暂缓,案卷${B}的没有暂缓:请先恢复该项计时,再合并`,
    });
    const back = into.give('03-02 13:30', head, proposing(from.state, B));
    expect(back.refusal?.code).toBe('MERGE_BARRED');
  });

  it('is taken off first: then they are merged, and the stricter limit is chased', () => {
    const [from, into] = two();
    const resume: CaseCommand = { type: 'ResumeDuty', duty: 'publicResponse', reason: '可以对外发布' };
    expect(into.give('03-02 13:30', leader, resume).refusal).toBeNull();
    expect(merge(from, into, '03-02 13:31')).toBeUndefined();
    expect(into.duty('publicResponse')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 14:00') },
    });
  });
});

describe('what is said later, in the case that goes on, of when it all began', () => {
  const corrected: CaseCommand = {
    type: 'CorrectInstant',
    instant: 'occurredAt',
    at: at('03-02 09:50'),
    reason: '当事人确认的时间',
  };
  it.each([
    ['before the limit', '03-02 13:59:59'],
    ['at it', '03-02 14:00:00'],
    ['after it', '03-02 14:00:01'],
  ])('moves no limit of the other case later (%s)', (_, when) => {
    const into = openedAs(A, 'red', { instants: { occurredAt: at('03-02 09:50') } });
    const from = openedAs(B, 'red', { instants: { occurredAt: at('03-02 09:00') } });
    expect(merge(from, into, when)).toBeUndefined();
    const now = new Date(Date.parse(at(when)) + 60_000).toISOString();
    for (const by of [head, leader, chief]) into.give(now, by, corrected);
    expect(into.state.instants.occurredAt).toBe(at('03-02 09:50'));
    expect(dueOf(into, 'publicResponse')).toBe(at('03-02 14:00'));
    expect(into.state.passed['publicResponse#1']?.due).toBe(
      now > at('03-02 14:00') ? at('03-02 14:00') : undefined,
    );
  });
});

describe('in 南宁 each post is owed its own answer', () => {
  const asked = (caseId: string, when: string): File =>
    open({
      bureau: 'nanning',
      level: 'general',
      when,
      facts: { caseId, flags: ['netizenPost'], instants: { detectedAt: at(when) } },
    });
  const unitHead = { ...person('unitHead'), unit: 'business' };
  const unitLiaison = { ...person('unitLiaison'), unit: 'business' };
  const reply = (file: File, when: string): void => {
    const before = new Date(Date.parse(at(when)) - 60_000).toISOString();
    const signed: CaseCommand = { type: 'RecordAction', action: 'replySigned', text: '初步回应' };
    expect(file.give(before, unitHead, signed).refusal).toBeNull();
    const said: CaseCommand = { type: 'RecordPublication', form: 'firstReply', title: '初步回应' };
    expect(file.give(when, unitLiaison, said).refusal).toBeNull();
  };
  const propose = (from: File, into: File, when: string) =>
    from.give(when, person('officeHead'), proposing(into.state, into.state.caseId)).refusal?.code;

  it('a reply from before anybody knew of the second post answers that neither way round', () => {
    const [one, other] = [asked('NN2026-0001', '03-02 09:00'), asked('NN2026-0002', '03-03 09:00')];
    reply(one, '03-02 10:00');
    expect(other.due('firstReply')).toBe(at('03-03 12:00'));
    expect(propose(one, other, '03-03 09:10')).toBe('MERGE_LOSES_LIMIT');
    expect(propose(other, one, '03-03 09:10')).toBe('MERGE_LOSES_LIMIT');
    reply(other, '03-03 11:00');
    expect(propose(one, other, '03-03 11:10')).toBeUndefined();
  });

  it('a reply since answers both', () => {
    const [one, other] = [asked('NN2026-0001', '03-02 09:00'), asked('NN2026-0002', '03-02 10:00')];
    reply(one, '03-02 10:30');
    expect(propose(other, one, '03-02 10:40')).toBeUndefined();
    const taking = { type: 'TakeOver', from: other.state } as const;
    expect(one.give('03-02 10:41', person('deputyLeader'), taking).refusal).toBeNull();
    expect(one.duty('firstReply')?.current).toMatchObject({ outcome: 'fulfilled', due: at('03-02 12:00') });
  });
});
