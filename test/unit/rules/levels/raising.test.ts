import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, group, head, leader, officer, opening } from '../../../support/case-file.ts';
import { change, grow, lower, open } from './given.ts';

describe('raising a level', () => {
  it('keeps the earlier of two due instants', () => {
    const file = open('yellow');
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
    grow(file, '03-02 20:30', 'orange');
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
    expect(file.due('zhanjiangWritten')).toBe(at('03-03 08:30'));
  });

  it('counts receipt limits from the raise, and occurrence limits from the occurrence', () => {
    const file = open('yellow');
    grow(file, '03-02 12:00', 'red');
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 15:00'));
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
    expect(file.due('pressConference')).toBe(at('03-03 08:00'));
  });

  it('owes warnings, reports to leaders anew and cancels what the new level has not', () => {
    const file = open('blue');
    file.runTo('03-02 10:30');
    const { events, rearms } = file.give('03-02 12:00', officer, change('yellow'));
    expect(rearms).toBe(true);
    expect(file.duty('warnUnits')).toMatchObject({ status: 'open', current: { occurrence: '2' } });
    expect(file.schedule().cancelled).toContainEqual(
      expect.objectContaining({ duty: 'blueProgress', reason: '级别由蓝调整为黄,由“随时电话报告进展”代替' }),
    );
    expect(events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []))).toContainEqual(
      expect.objectContaining({
        duty: 'blueProgress',
        outcome: 'cancelled',
        reason: '级别由蓝调整为黄,由“随时电话报告进展”代替',
      }),
    );
  });

  it('does not stop or move the unit’s first report, which the first warning has started', () => {
    const file = open('yellow');
    file.release('03-02 10:30');
    expect(file.due('unitResponse')).toBe(at('03-02 10:30'));
    file.give('03-02 12:00', officer, change('orange'));
    expect(file.duty('unitResponse')).toMatchObject({ status: 'open', current: { due: at('03-02 10:30') } });
  });

  it('leaves done in time what was done in time', () => {
    const file = open('orange');
    file.give('03-02 11:00', leader, { type: 'RecordAction', action: 'statementApproved' });
    file.give('03-03 10:00', officer, { type: 'RecordPublication', form: 'authoritative' });
    const { events } = grow(file, '03-03 12:00', 'red');
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'fulfilled',
      current: { outcome: 'fulfilled', due: at('03-04 08:00') },
    });
    expect(JSON.stringify(events)).not.toContain('fulfilledLate');
    expect(file.duty('pressConference')).toMatchObject({ current: { due: at('03-03 08:00') } });
    expect(file.duty('pressConference')?.foundLate?.lagMilliseconds).toBe(4 * 3600_000);
  });

  it('asks for the form of the higher level when another form was used before', () => {
    const file = open('orange');
    file.give('03-02 11:00', leader, { type: 'RecordAction', action: 'statementApproved' });
    file.give('03-02 11:30', officer, { type: 'RecordPublication', form: 'briefing' });
    expect(file.duty('publicResponse')?.status).toBe('fulfilled');
    file.give('03-02 12:00', officer, change('red'));
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
  });

  it('takes an orange daily grid up from its next instant, not from those before the raise', () => {
    const file = open('yellow');
    grow(file, '03-05 10:00', 'orange');
    expect(file.duty('dailyReport')).toMatchObject({
      current: { occurrence: '1.4', due: at('03-06 08:00') },
    });
  });
});

describe('a regulation whose levels word the same duty differently', () => {
  const prompt = { kind: 'prompt' as const, word: '及时' };
  const softOrange: Regulation = {
    ...leizhou,
    duties: leizhou.duties.map((duty) =>
      duty.id === 'publicResponse'
        ? {
            ...duty,
            terms: duty.terms.map((term) =>
              term.levels.includes('orange') ? { ...term, limit: prompt } : term,
            ),
          }
        : duty,
    ),
  };
  const openSoft = (level: string) => {
    const file = caseFile(softOrange);
    file.give('03-02 10:30', officer, opening({ level, instants: { occurredAt: at('03-02 08:00') } }));
    return file;
  };

  it('gets the number when a raise brings one', () => {
    const file = openSoft('orange');
    expect(file.duty('publicResponse')).toMatchObject({ status: 'listed', current: { due: null } });
    file.give('03-02 11:00', officer, change('red'));
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
  });

  it('keeps the number, as a limit of the law, when a lowering would take it', () => {
    const file = openSoft('red');
    lower(file, '03-02 11:00', 'orange');
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
    expect(file.duty('publicResponse')!.limitText).toBe('5小时内');
    file.runTo('03-02 13:30');
    expect(file.state.marks['publicResponse#1']).toMatchObject({ overdue: 1 });
  });
});

describe('a change that is none', () => {
  it('is refused, as is a level that the regulation has not', () => {
    const file = open('yellow');
    expect(file.give('03-02 11:00', officer, change('yellow')).refusal?.code).toBe('LEVEL_UNCHANGED');
    expect(file.give('03-02 11:00', officer, change('purple')).refusal?.code).toBe('LEVEL_UNKNOWN');
    expect(file.give('03-02 11:00', officer, change('red', 'purple')).refusal?.code).toBe('LEVEL_UNKNOWN');
    expect(file.give('03-02 11:00', officer, change('orange')).refusal).toBeNull();
  });

  it('of the response level is the leading group’s, and apart from the warning level', () => {
    const file = open('orange');
    const set = { type: 'SetResponseLevel', level: 'response2', reason: '专家组研判' } as const;
    expect(file.give('03-02 11:00', head, set).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    const { rearms } = file.give('03-02 11:00', group, set);
    expect(rearms).toBe(false);
    expect(file.state).toMatchObject({ responseLevel: 'response2', handlingLevel: 'orange' });
    expect(file.give('03-02 11:01', group, set).refusal?.code).toBe('LEVEL_UNCHANGED');
    expect(file.give('03-02 11:01', group, { ...set, level: 'red' }).refusal?.code).toBe('LEVEL_UNKNOWN');
  });
});
