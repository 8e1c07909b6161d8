import { describe, expect, it } from 'vitest';
import { at, caseFile, head, leader, officer, opening } from '../../../support/case-file.ts';

describe('a duty on hold', () => {
  const held = () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    file.runTo('03-02 10:00');
    return file;
  };
  const hold = { type: 'HoldDuty', duty: 'publicResponse', reason: '生命权优先' } as const;

  it('shows its due instant and has no clock, until it is resumed at the same instant', () => {
    const file = held();
    expect(file.give('03-02 11:00', leader, hold).rearms).toBe(true);
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'held',
      next: null,
      current: { due: at('03-02 13:00') },
    });
    expect(file.runTo('03-02 14:00').filter((line) => line.includes('publicResponse'))).toEqual([]);
    expect(
      file.give('03-02 14:00', leader, { type: 'ResumeDuty', duty: 'publicResponse', reason: '救援结束' })
        .rearms,
    ).toBe(true);
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
    expect(file.runTo('03-02 14:00').filter((line) => line.includes('publicResponse'))).toEqual([
      '03-02 14:00 publicResponse#1 remind0',
      '03-02 14:00 publicResponse#1 due0',
      '03-02 14:00 publicResponse#1 overdue0',
      '03-02 14:00 publicResponse#1 overdue1',
    ]);
  });

  it('is a leader’s, of a publication, and only while it is open', () => {
    const file = held();
    expect(file.give('03-02 11:00', head, hold).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(file.give('03-02 11:00', leader, { ...hold, duty: 'emergencyMeeting' }).refusal?.code).toBe(
      'DUTY_NOT_HOLDABLE',
    );
    expect(file.give('03-02 11:00', leader, { ...hold, duty: 'blueProgress' }).refusal?.code).toBe(
      'DUTY_NOT_IN_SCHEDULE',
    );
    expect(
      file.give('03-02 11:00', leader, { type: 'ResumeDuty', duty: 'publicResponse', reason: '无' }).refusal
        ?.code,
    ).toBe('DUTY_NOT_HELD');
    expect(file.give('03-02 11:00', leader, hold).refusal).toBeNull();
    const again = { ...hold, until: at('03-02 11:00') };
    expect(file.give('03-02 11:01', leader, again).refusal?.code).toBe('HOLD_ALREADY_OVER');
  });

  it('is shown for a duty without a number too', () => {
    const file = held();
    const keep = { ...hold, duty: 'keepPublishing' };
    expect(file.duty('keepPublishing')!.status).toBe('listed');
    file.give('03-02 11:00', leader, keep);
    expect(file.duty('keepPublishing')!.status).toBe('held');
    file.give('03-02 11:01', leader, { ...keep, until: at('03-02 12:00') });
    expect(file.duty('keepPublishing')!.holds).toMatchObject([
      { from: at('03-02 11:00'), to: at('03-02 11:01') },
      { from: at('03-02 11:01'), to: at('03-02 12:00') },
    ]);
  });

  it('is unmet at the conclusion', () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    file.give('03-02 11:00', leader, hold);
    file.give('03-02 11:30', { ...leader, role: 'leadingGroup' }, { type: 'DeclareCalm', reason: '平息' });
    expect(
      file.give('03-02 12:00', head, { type: 'Conclude', summary: '舆情已经处置完毕' }).refusal?.message,
    ).toContain('发布权威信息');
  });
});
