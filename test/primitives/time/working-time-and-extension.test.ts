import { describe, expect, it } from 'vitest';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { settingFaults } from '../../../shared/regulations/settings.ts';
import { at } from '../../support/case-file.ts';
import {
  act,
  around,
  type Case,
  extend,
  IN_TIME_UP_TO_THE_LIMIT,
  openCase,
  outcomesAround,
  publish,
} from '../bureau-case.ts';

/** 南宁, a netizen's post; nobody has judged it a crisis. */
const post = (known: string, settings = {}, ...flags: string[]): Case =>
  openCase('nanning', 'pending', {
    opened: known,
    instants: { detectedAt: known, knownAt: known },
    flags: ['netizenPost', ...flags],
    settings,
  });
const reply = (opened: Case, when: string) => {
  expect(opened.give(opened.file.state.openedAt, 'unitHead', act('replySigned'))).toBe('done');
  expect(opened.give(when, 'unitLiaison', publish('firstReply'))).toBe('done');
};

describe('P9 working-hours clock, three readings (X34)', () => {
  it.each([
    ['count', '03-09 11:30'],
    ['shiftEnd', '03-09 09:00'],
    ['shiftStart', '03-06 19:30'],
  ])('南宁, known on Friday 2026-03-06 at 16:30, by %s: %s, to the second', (netizenDeferral, due) => {
    const open = () => post('03-06 16:30', { netizenDeferral });
    expect(open().duty('firstReply')?.limitText).toBe('3小时内,非工作时间顺延');
    expect(outcomesAround(due, 'firstReply', open, reply)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });

  it.each([
    ['the last second of the morning', '03-02 09:00', ['03-02 12:00', '03-02 12:00', '03-02 12:00']],
    ['a second into noon', '03-02 09:00:01', ['03-02 13:00:01', '03-02 13:00', '03-02 12:00:01']],
    ['the last second of the day', '03-02 17:00', ['03-03 12:00', '03-03 09:00', '03-03 12:00']],
    ['a Saturday that is worked', '02-28 16:00', ['03-02 11:00', '03-02 09:00', '02-28 19:00']],
    ['a Saturday that is not', '03-07 16:00', ['03-09 12:00', '03-09 09:00', '03-09 12:00']],
  ])('counts office hours of office days only: %s', (_when, known, dues) => {
    const readings = ['count', 'shiftEnd', 'shiftStart'].map((netizenDeferral) =>
      post(known, { netizenDeferral }).due('firstReply'),
    );
    expect(readings).toEqual(dues.map((due) => at(due)));
  });

  it('has office hours as data: the bureau’s own, refused when they cannot be read', () => {
    expect(post('03-06 16:30', { officeHours: '08:30-12:00 14:30-18:00' }).due('firstReply')).toBe(
      at('03-09 10:00'),
    );
    const { regulation } = post('03-06 16:30');
    expect(settingFaults(regulation, { officeHours: '14:30-18:00 08:30-12:00' })).toHaveLength(1);
    expect(settingFaults(regulation, { netizenDeferral: 'never' })).toHaveLength(1);
    expect(settingFaults(regulation, { officeHours: '08:30-12:00 14:30-18:00' })).toEqual([]);
  });
});

describe('P10 working-day count with holidays and made-up days', () => {
  const settle = (opened: Case, when: string) => {
    expect(opened.give(when, 'unitHead', act('answerApproved'))).toBe('done');
  };

  it('南宁: 5WD from Wednesday 29 April, past 劳动节, ends on the Saturday that is worked, to the second', () => {
    const open = () => post('04-29 10:00', {}, 'byProcedure');
    expect(outcomesAround('05-09 17:00', 'settledReply', open, settle)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });

  it.each([
    ['a plain week', '03-02 10:00', '03-09 17:00'],
    ['春节 and the Saturday that is worked before it', '02-13 10:00', '02-27 17:00'],
    ['a Saturday that is not worked', '03-07 10:00', '03-13 17:00'],
  ])('%s', (_when, known, due) => {
    expect(post(known, {}, 'byProcedure').due('settledReply')).toBe(at(due));
  });

  it('says which years it had to count without a list of holidays', () => {
    expect(post('04-29 10:00', {}, 'byProcedure').duty('settledReply')?.missingYears).toEqual([]);
    expect(post('12-30 10:00', {}, 'byProcedure').duty('settledReply')?.missingYears).toEqual([2027]);
  });
});

describe('P11 extension with reason, approver and a cap from the start', () => {
  const open = () => post('04-29 10:00', {}, 'byProcedure');
  const give = (opened: Case, when: string, to: string, role = 'unitHead') =>
    opened.give(when, role, extend('settledReply', to));

  it('南宁: up to ten working days in all, to the second', () => {
    const most = '05-15 17:00';
    expect(open().duty('settledReply')?.extendableTo).toBe(at(most));
    expect(
      around(most).map((to) =>
        open().give('05-08 10:00', 'unitHead', { ...extend('settledReply', most), to }),
      ),
    ).toEqual(['done', 'done', 'EXTENSION_TOO_LONG']);
  });

  it('twice within the cap, which counts from the start and not from the first extension', () => {
    const opened = open();
    expect(give(opened, '05-08 10:00', '05-12 10:00')).toBe('done');
    expect(give(opened, '05-11 10:00', '05-12 10:00')).toBe('EXTENSION_TOO_SHORT');
    expect(give(opened, '05-11 10:00', '05-15 10:00')).toBe('done');
    expect(give(opened, '05-14 10:00', '05-18 10:00')).toBe('EXTENSION_TOO_LONG');
    expect(opened.due('settledReply')).toBe(at('05-15 10:00'));
  });

  it('before the limit is over, to the second', () => {
    expect(around('05-09 17:00').map((when) => give(open(), when, '05-12 10:00'))).toEqual([
      'done',
      'done',
      'EXTENSION_TOO_LATE',
    ]);
  });

  it('by the head of the unit alone', () => {
    for (const role of ['unitLiaison', 'dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader'])
      expect(give(open(), '05-08 10:00', '05-12 10:00', role)).toBe('ROLE_NOT_ALLOWED');
    expect(give(open(), '05-08 10:00', '05-12 10:00')).toBe('done');
  });

  it('with a reason, which the log keeps', () => {
    const { reason: _, ...bare } = { ...extend('settledReply', '05-12 10:00'), reason: '' };
    expect(OfficeCommand.safeParse(bare).success).toBe(false);
    expect(OfficeCommand.safeParse({ ...bare, reason: ' ' }).success).toBe(false);
    expect(OfficeCommand.safeParse({ ...bare, reason: '等待检测' }).success).toBe(true);
    const opened = open();
    give(opened, '05-08 10:00', '05-12 10:00');
    expect(opened.events()).toContainEqual({
      type: 'DutyExtended',
      duty: 'settledReply',
      before: at('05-09 17:00'),
      to: at('05-12 10:00'),
      reason: '确需延长',
    });
  });

  it('of this limit and no other of the case', () => {
    const opened = open();
    expect(opened.give('04-29 10:10', 'unitHead', extend('firstReply', '04-30 10:00'))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
    expect(give(opened, '04-29 10:10', '05-12 10:00')).toBe('done');
  });
});
