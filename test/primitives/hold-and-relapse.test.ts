import { describe, expect, it } from 'vitest';
import { at } from '../support/case-file.ts';
import {
  AT_A_GRAVE_LEVEL,
  act,
  around,
  type Bureau,
  type Case,
  calm,
  conclude,
  openCase,
  publish,
  report,
} from './bureau-case.ts';

describe('P26 hold, resume and relapse', () => {
  const red = (): Case => openCase('leizhou', 'red', { instants: { occurredAt: '03-02 08:00' } });
  const hold = (duty: string) => ({ type: 'HoldDuty', duty, reason: '生命权优先,现场救援中' }) as const;
  const resume = (duty: string) => ({ type: 'ResumeDuty', duty, reason: '救援结束' }) as const;

  it('雷州: a leader holds what the regulation lets, with the reason; nobody below and nothing else', () => {
    const opened = red();
    expect(opened.give('03-02 08:30', 'officeHead', hold('publicResponse'))).toBe('ROLE_NOT_ALLOWED');
    expect(opened.give('03-02 08:30', 'deputyLeader', hold('emergencyMeeting'))).toBe('DUTY_NOT_HOLDABLE');
    expect(opened.give('03-02 08:30', 'deputyLeader', resume('publicResponse'))).toBe('DUTY_NOT_HELD');
    expect(opened.give('03-02 08:30', 'deputyLeader', hold('publicResponse'))).toBe('done');
    expect(opened.duty('publicResponse')).toMatchObject({
      status: 'held',
      next: null,
      reason: '暂缓:生命权优先,现场救援中',
    });
    expect(opened.steps('03-02 20:00', 'publicResponse')).toEqual([]);
    expect(opened.status('pressConference')).toBe('open');
  });

  it('雷州: resumed, the limit is where it was, to the second', () => {
    const outcomes = around('03-02 13:00').map((when) => {
      const opened = red();
      opened.give('03-02 08:10', 'deputyLeader', act('statementApproved'));
      opened.give('03-02 08:30', 'deputyLeader', hold('publicResponse'));
      opened.give('03-02 12:30', 'deputyLeader', resume('publicResponse'));
      expect(opened.duty('publicResponse')).toMatchObject({
        status: 'open',
        current: { due: at('03-02 13:00') },
      });
      opened.give(when, 'officeHead', publish('authoritative'));
      return opened.outcome('publicResponse');
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it('雷州: what is held is not over: the conclusion names it', () => {
    const opened = red();
    opened.give('03-02 08:30', 'deputyLeader', hold('publicResponse'));
    opened.give('03-02 09:00', 'leadingGroup', calm);
    expect(opened.told('03-02 09:10', 'officeHead', conclude)).toContain('发布权威信息');
  });

  const rekindle = (outbreakAt: string) => ({ type: 'Rekindle', outbreakAt, reason: '再次发酵' }) as const;
  const relapsed = (bureau: Bureau, level: string): Case => {
    const opened = openCase(bureau, level);
    expect(opened.give('03-03 09:00', 'leadingGroup', rekindle(at('03-03 08:50')))).toBe('NOT_CALM');
    expect(opened.give('03-03 09:00', 'leadingGroup', calm)).toBe('done');
    expect(opened.give('03-05 09:00', 'leadingGroup', rekindle(at('03-05 08:50')))).toBe('done');
    return opened;
  };

  it('雷州: daily reports begin anew from the relapse, and the weekly ones stop', () => {
    const opened = relapsed('leizhou', 'orange');
    expect(opened.duty('dailyReport')?.current).toMatchObject({ occurrence: '2.1', due: at('03-06 08:50') });
    expect(opened.duty('weeklyReport')).toMatchObject({ status: 'notStarted', next: null });
    opened.give('03-05 10:00', 'unitLiaison', {
      ...report('progress', 'written', 'officeHead'),
      madeAt: at('03-05 08:50'),
    });
    expect(opened.due('dailyReport')).toBe(at('03-06 08:50'));
    opened.give('03-05 10:01', 'unitLiaison', {
      ...report('progress', 'written', 'officeHead'),
      madeAt: at('03-05 08:50:01'),
    });
    expect(opened.due('dailyReport')).toBe(at('03-07 08:50'));
  });

  it('呼和浩特: what was asked at once is asked again, and answered only from the relapse on', () => {
    const opened = relapsed('hohhot', 'major');
    expect(opened.duty('meeting')?.current).toMatchObject({ occurrence: '2', due: at('03-05 08:50') });
    const [before, sharp] = around('03-05 08:50').map(
      (madeAt) => ({ type: 'RecordMeeting', madeAt }) as const,
    );
    opened.give('03-05 09:10', 'commandGroup', before!);
    expect(opened.status('meeting')).toBe('open');
    opened.give('03-05 09:11', 'commandGroup', sharp!);
    expect(opened.status('meeting')).toBe('fulfilled');
  });

  it.each(AT_A_GRAVE_LEVEL)(
    '%s at %s: nothing flares up again before it was calm, to the second',
    (bureau, level) => {
      const codes = around('03-03 09:00').map((outbreakAt) => {
        const opened = openCase(bureau, level);
        opened.give('03-03 09:00', 'leadingGroup', calm);
        return opened.give('03-03 10:00', 'leadingGroup', rekindle(outbreakAt));
      });
      expect(codes).toEqual(['INSTANT_BEFORE_CALM', 'done', 'done']);
    },
  );
});
