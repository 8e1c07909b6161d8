import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { at, head, leader, liaison, officer } from '../support/case-file.ts';
import { type File, give, open, timesOf } from './given.ts';

const passedIn = (file: File): string[] =>
  file.log.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'LimitsPassed'
        ? event.passed.map(({ duty, occurrence }) => `${duty}#${occurrence}`)
        : [],
    ),
  );
/** 红 of 08:00, found and entered at 18:00: the five hours had passed. */
const late = () => {
  const file = open({ when: '03-02 18:00', instants: { occurredAt: '03-02 08:00' } });
  return file;
};
/** Approved and published, the one right after the other. */
const publish = (file: File, when: string): number => {
  give(file, when, leader, { type: 'RecordAction', action: 'statementApproved', text: '情况通报' });
  expect(
    give(file, when, head, { type: 'RecordPublication', form: 'authoritative', title: '情况通报' }),
  ).toBe('done');
  return file.state.version;
};

describe('办法 第二十一条(二)红 ②: what was 发现时已逾期 stays so when it is done', () => {
  it('the log does not say that it passed unmet', () => {
    const file = late();
    publish(file, '03-02 18:30');
    expect(passedIn(file)).not.toContain('publicResponse#1');
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'fulfilled',
      current: { outcome: 'fulfilledLate' },
      foundLate: { how: 'discovery', lagMilliseconds: 5 * 3600_000 },
    });
  });

  it('what was done in time before a raise is not 升级时已逾期', () => {
    const file = open({ level: 'blue', when: '03-02 09:00', instants: { occurredAt: '03-02 08:00' } });
    publish(file, '03-02 12:00');
    give(file, '03-02 18:00', officer, {
      type: 'ChangeLevel',
      level: 'red',
      authority: 'change',
      reason: '误定',
    });
    expect(file.duty('publicResponse')).toMatchObject({
      current: { due: at('03-02 13:00'), outcome: 'fulfilled' },
      foundLate: null,
    });
  });

  it('taken back it is 发现时已逾期 again', () => {
    const file = late();
    const act = publish(file, '03-02 18:30');
    give(file, '03-02 18:40', head, { type: 'WithdrawAct', act, reason: '误录' });
    expect(passedIn(file)).not.toContain('publicResponse#1');
    expect(file.duty('publicResponse')).toMatchObject({ status: 'open', foundLate: { how: 'discovery' } });
  });

  it('found a second before the limit it is plainly late, and stays missed', () => {
    const file = open({ when: '03-02 12:59:59', instants: { occurredAt: '03-02 08:00' } });
    const act = publish(file, '03-02 13:00:01');
    expect(passedIn(file)).toContain('publicResponse#1');
    give(file, '03-02 13:10', head, { type: 'WithdrawAct', act, reason: '误录' });
    expect(file.duty('publicResponse')?.foundLate).toBeNull();
  });
});

describe('办法 第二十三条(二)② 每日书面报告 that had passed at discovery', () => {
  const report: CaseCommand = {
    type: 'FileReport',
    kind: 'progress',
    form: 'written',
    to: ['officeHead'],
  };
  const opened = () => open({ when: '03-03 18:00', instants: { occurredAt: '03-02 08:00' } });
  it('done late it did not pass unmet, and neither when the next has begun', () => {
    const file = opened();
    give(file, '03-03 18:30', liaison, report);
    expect(timesOf(file, 'dailyReport')?.[0]).toEqual(['1.1', 'fulfilledLate']);
    give(file, '03-04 07:00', liaison, report);
    expect(passedIn(file)).not.toContain('dailyReport#1.1');
  });

  it('never done it is 缺报 all the same', () => {
    const file = opened();
    file.runTo('03-04 09:00');
    give(file, '03-04 09:01', liaison, report);
    expect(timesOf(file, 'dailyReport')?.[0]).toEqual(['1.1', 'missed']);
    expect(passedIn(file)).toContain('dailyReport#1.1');
  });
});
