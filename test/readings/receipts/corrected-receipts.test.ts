import { describe, expect, it } from 'vitest';
import { at, head, leader, officer } from '../../support/case-file.ts';
import { assigned, correct, eventsOf, type File, give, open, owed, person } from '../given.ts';

/** 橙, entered at 10:30 by the duty officer as assigned at 08:00. */
const orange = (by = officer) =>
  open({
    level: 'orange',
    when: '03-02 10:30',
    by,
    instants: { occurredAt: '03-02 08:00' },
    sources: [assigned('03-02 08:00', '1号')],
  });
const receipt = (
  local: string,
  more: { source?: string; reference?: string } = { reference: '湛市监〔2026〕1号' },
) => correct('receivedAt', local, more);
const settledOf = (file: File) =>
  file.log
    .at(-1)!
    .events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []))
    .filter(({ duty }) => duty === 'zhanjiangTelephone');

describe('leizhou 办法 第二十二条(二)橙+ 电话: a mistyped receipt can be put right', () => {
  it('later by the head of the office: three hours from 10:00', () => {
    const file = orange();
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 11:00'), 'open']]);
    expect(give(file, '03-02 10:40', head, receipt('03-02 10:00'))).toBe('done');
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 13:00'), 'open']]);
    expect(owed(file, 'zhanjiangWritten')).toEqual([[at('03-02 22:00'), 'open']]);
  });

  it('later neither by who enters sources, nor by the person who entered it', () => {
    expect(give(orange(), '03-02 10:40', officer, receipt('03-02 08:00:01'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(orange(head), '03-02 10:40', head, receipt('03-02 08:00:01'))).toBe('SECOND_PERSON_REQUIRED');
    expect(give(orange(head), '03-02 10:40', leader, receipt('03-02 08:00:01'))).toBe('done');
  });

  it('earlier by who enters sources', () => {
    const file = orange();
    expect(give(file, '03-02 10:40', officer, receipt('03-02 07:59:59'))).toBe('done');
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 10:59:59'), 'open']]);
  });

  it.each([
    ['03-02 10:29:59', 'done'],
    ['03-02 10:30:00', 'done'],
    ['03-02 10:30:01', 'INSTANT_IN_FUTURE'],
  ])('never past its entry: %s is %s', (local, code) => {
    expect(give(orange(), '03-02 10:40', head, receipt(local))).toBe(code);
  });

  it.each([
    ['03-02 09:59:59', 'done'],
    ['03-02 10:00:00', 'done'],
    ['03-02 10:00:01', 'INSTANT_IN_FUTURE'],
  ])('never past the first answer, which was made at 10:00: %s is %s', (local, code) => {
    const file = orange();
    give(file, '03-02 10:31', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      madeAt: at('03-02 10:00'),
    });
    expect(give(file, '03-02 10:40', head, receipt(local))).toBe(code);
    expect(owed(file, 'zhanjiangTelephone')[0]?.[1]).toBe('fulfilled');
  });

  it('only with 收文号 or the record of a call, and of a receipt that is there', () => {
    expect(give(orange(), '03-02 10:40', head, receipt('03-02 10:00', {}))).toBe('REFERENCE_REQUIRED');
    expect(give(open(), '03-02 10:40', head, receipt('03-02 09:00'))).toBe('INSTANT_UNKNOWN');
    expect(give(orange(), '03-02 10:40', head, receipt('03-02 08:00'))).toBe('INSTANT_UNCHANGED');
  });

  it('of several by its number, and of no other', () => {
    const file = orange();
    give(file, '03-02 10:35', officer, { type: 'AddSource', source: assigned('03-02 10:20', '2号') });
    expect(give(file, '03-02 10:40', head, receipt('03-02 10:00'))).toBe('RECEIPT_UNCLEAR');
    expect(give(file, '03-02 10:40', head, receipt('03-02 10:00', { source: '1号', reference: '1号' }))).toBe(
      'done',
    );
    expect(owed(file, 'zhanjiangTelephone').map(([due]) => due)).toEqual([
      at('03-02 13:00'),
      at('03-02 13:20'),
    ]);
  });

  it('what was overdue by the old instant is withdrawn and stays legible: 更正撤销', () => {
    const file = orange();
    file.runTo('03-02 11:30');
    expect(eventsOf(file, 'DutyOverdue', 'zhanjiangTelephone')).toHaveLength(1);
    expect(give(file, '03-02 11:40', head, receipt('03-02 10:00'))).toBe('done');
    expect(settledOf(file)).toMatchObject([
      { occurrence: '1', outcome: 'withdrawn', due: at('03-02 11:00') },
      { occurrence: '1', outcome: 'planned', due: at('03-02 13:00') },
    ]);
    expect(file.duty('zhanjiangTelephone')?.current).toMatchObject({
      due: at('03-02 13:00'),
      outcome: 'open',
    });
    file.runTo('03-02 13:30');
    expect(eventsOf(file, 'DutyOverdue', 'zhanjiangTelephone').map(({ when }) => when)).toEqual([
      at('03-02 11:30'),
      at('03-02 13:30'),
    ]);
  });

  it.each([
    ['its overdue has been recorded', '03-02 11:30'],
    ['not even that has been recorded', '03-02 10:31'],
  ])('what was answered late by the old instant is in time by the new one: %s', (_, ran) => {
    const file = orange();
    file.runTo(ran);
    give(file, '03-02 11:35', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
    });
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 11:00'), 'fulfilledLate']]);
    expect(give(file, '03-02 11:40', head, receipt('03-02 10:00'))).toBe('done');
    expect(settledOf(file)).toMatchObject([
      { outcome: 'withdrawn', due: at('03-02 11:00') },
      { outcome: 'fulfilled', due: at('03-02 13:00') },
    ]);
  });

  it('what had only been reminded of is no more than moved', () => {
    const file = orange();
    file.runTo('03-02 10:50');
    give(file, '03-02 10:55', head, receipt('03-02 10:00'));
    expect(settledOf(file)).toMatchObject([{ outcome: 'moved', due: at('03-02 13:00') }]);
  });

  it('what is overdue by the corrected instant too is withdrawn from the old one and overdue for the new one', () => {
    const file = orange();
    file.runTo('03-02 12:40');
    give(file, '03-02 12:45', head, receipt('03-02 09:00'));
    expect(settledOf(file)[0]).toMatchObject({ outcome: 'withdrawn', due: at('03-02 11:00') });
    file.runTo('03-02 12:50');
    expect(file.duty('zhanjiangTelephone')?.current.due).toBe(at('03-02 12:00'));
    expect(eventsOf(file, 'DutyOverdue', 'zhanjiangTelephone').at(-1)).toMatchObject({
      due: at('03-02 12:00'),
    });
  });

  it('earlier makes overdue what had passed', () => {
    const file = orange();
    give(file, '03-02 10:40', officer, receipt('03-02 07:00'));
    expect(file.duty('zhanjiangTelephone')).toMatchObject({
      current: { due: at('03-02 10:00') },
      next: { stage: 'overdue' },
    });
  });
});

describe('hohhot C 反馈 12–24h: the receipt of a 提示 can be put right', () => {
  it('by the head of the office, and not by the command group later', () => {
    const file = open({
      bureau: 'hohhot',
      level: 'medium',
      by: person('commandGroup'),
      when: '03-02 10:30',
      sources: [{ kind: 'cac-prompted', receivedAt: at('03-02 08:00') }],
    });
    expect(give(file, '03-02 10:40', person('commandGroup'), receipt('03-02 10:00'))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(give(file, '03-02 10:41', head, receipt('03-02 10:00'))).toBe('done');
    expect(owed(file, 'feedback')).toEqual([[at('03-03 10:00'), 'open']]);
  });
});
