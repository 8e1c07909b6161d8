import { describe, expect, it } from 'vitest';
import { approval } from '../../../support/approvals.ts';
import { at, caseFile, head, leader, officer, opening, system } from '../../../support/case-file.ts';
import { codeOf, openedAt, toldBy } from './people.ts';

const hold = (until?: string) =>
  ({
    type: 'HoldDuty',
    duty: 'publicResponse',
    reason: '先行救援',
    ...(until === undefined ? {} : { until: at(until) }),
  }) as const;
const ofResponse = (steps: string[]) => steps.filter((step) => step.includes('publicResponse'));

describe('leizhou 预案 1.6 ④: a hold', () => {
  it('ends by itself at its end: the clock goes on, and no limit has moved', () => {
    const file = openedAt('red');
    file.runTo('03-02 09:00');
    file.give('03-02 09:10', leader, hold('03-02 12:00'));
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'held',
      current: { due: at('03-02 13:00') },
      next: { at: at('03-02 12:00') },
      holds: [{ from: at('03-02 09:10'), to: at('03-02 12:00'), reason: '先行救援' }],
    });
    expect(ofResponse(file.runTo('03-02 11:59:59'))).toEqual([]);
    expect(ofResponse(file.runTo('03-02 13:00')).map((step) => step.slice(0, 11))).toContain('03-02 12:00');
    expect(ofResponse(file.runTo('03-02 14:00')).join()).toContain('overdue');
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
  });

  it('beyond the limit is not overdue before its end, and is then', () => {
    const file = openedAt('red');
    file.runTo('03-02 09:00');
    file.give('03-02 09:10', leader, hold('03-02 15:00'));
    expect(ofResponse(file.runTo('03-02 14:59:59'))).toEqual([]);
    const steps = ofResponse(file.runTo('03-02 15:30'));
    expect(steps[0]).toContain('03-02 15:00');
    expect(steps.join()).toContain('overdue');
  });

  it('set after the limit excuses nothing', () => {
    const file = openedAt('red');
    file.runTo('03-02 13:00:01');
    file.give('03-02 13:10', leader, hold());
    expect(file.log.at(-1)!.events).toContainEqual(
      expect.objectContaining({ type: 'DutyHeld', tooLate: true }),
    );
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'open',
      holds: [{ from: at('03-02 13:10') }],
    });
    expect(ofResponse(file.runTo('03-02 15:00')).join()).toContain('overdue');
  });

  it.each([
    ['a second before', '03-02 12:59:59', 'held', false],
    ['at', '03-02 13:00', 'held', false],
    ['a second after', '03-02 13:00:01', 'open', true],
  ])('of a limit that is only 暂定: %s it', (_, when, status, tooLate) => {
    const file = caseFile();
    const instants = { occurredAt: at('03-02 08:00') };
    file.give('03-02 09:00', system, {
      ...opening({ level: 'red', how: 'feed', instants }),
      level: undefined,
    });
    expect(file.duty('publicResponse')).toMatchObject({
      provisional: true,
      current: { due: at('03-02 13:00') },
    });
    file.give(when, leader, hold());
    expect(file.duty('publicResponse')?.status).toBe(status);
    const held = file.log.at(-1)!.events.find(({ type }) => type === 'DutyHeld')!;
    expect('tooLate' in held).toBe(tooLate);
  });

  it('without an end is asked about every twelve hours', () => {
    const file = openedAt('red');
    file.give('03-02 09:10', leader, hold());
    const ask = (when: string) => {
      const before = file.log.length;
      file.give(when, system, { type: 'AskAgain' });
      return file.log.length === before ? [] : toldBy(file).map(([template]) => template);
    };
    expect(ask('03-02 21:09:59')).toEqual([]);
    expect(ask('03-02 21:10')).toContain('holdAsked');
    expect(ask('03-03 09:09:59')).not.toContain('holdAsked');
    expect(ask('03-03 09:10')).toContain('holdAsked');
    expect(
      codeOf(
        file.give('03-03 10:00', leader, { type: 'ResumeDuty', duty: 'publicResponse', reason: '救援结束' }),
      ),
    ).toBe('done');
    expect(ask('03-03 22:00')).not.toContain('holdAsked');
  });

  it('is asked about no more once the duty is done, or where it came too late', () => {
    const file = openedAt('red');
    file.give('03-02 09:10', leader, hold());
    file.give('03-02 10:00', leader, approval('statementApproved'));
    file.give('03-02 10:10', officer, { type: 'RecordPublication', form: 'authoritative' });
    file.give('03-02 21:10', system, { type: 'AskAgain' });
    expect(toldBy(file).map(([template]) => template)).not.toContain('holdAsked');
    const late = openedAt('red');
    late.give('03-02 13:10', leader, hold());
    late.give('03-03 01:10', system, { type: 'AskAgain' });
    expect(toldBy(late).map(([template]) => template)).not.toContain('holdAsked');
  });

  it('is of publications alone, and a leader’s', () => {
    const file = openedAt('red');
    expect(codeOf(file.give('03-02 09:10', leader, { ...hold(), duty: 'dailyReport' }))).toBe(
      'DUTY_NOT_HOLDABLE',
    );
    expect(codeOf(file.give('03-02 09:10', head, hold()))).toBe('ROLE_NOT_ALLOWED');
  });
});
