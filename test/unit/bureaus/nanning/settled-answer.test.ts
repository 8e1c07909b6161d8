import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at } from '../../../support/case-file.ts';
import {
  act,
  businessLeader,
  chief,
  clerk,
  codeOf,
  group,
  head,
  newsLeader,
  openPost,
  outcomeOf,
  publish,
  unitClerk,
  unitHead,
} from './nanning-file.ts';

describe('nanning B 五(二) ⑦ 5wd: the settled answer', () => {
  const procedure = { flags: ['byProcedure'] };
  const extend = (to: string): CaseCommand => ({
    type: 'ExtendDuty',
    duty: 'settledReply',
    to: at(to),
    reason: '等待检测',
  });

  it('is owed only where the matter takes a procedure, from 知晓', () => {
    const file = openPost('03-06 16:30');
    expect(file.duty('settledReply')).toBeUndefined();
    file.give('03-09 10:00', clerk, { type: 'SetFlags', add: ['byProcedure'], remove: [], reason: '投诉' });
    expect(file.due('settledReply')).toBe(at('03-13 17:00'));
  });

  it('is due five working days after 知晓, to the second, across a holiday and its made-up Saturday', () => {
    const outcomes = ['05-09 16:59:59', '05-09 17:00:00', '05-09 17:00:01'].map((time) => {
      const file = openPost('04-29 10:00', procedure);
      expect(file.due('settledReply')).toBe(at('05-09 17:00'));
      file.give(time, unitHead, act('answerApproved'));
      return outcomeOf(file, 'settledReply');
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it('is decided by the approval, and then owed to the netizen without a number', () => {
    const file = openPost('04-29 10:00', procedure);
    expect(file.duty('answerNetizen')).toMatchObject({ status: 'notStarted' });
    file.give('05-08 09:00', unitHead, act('answerApproved'));
    expect(outcomeOf(file, 'settledReply')).toBe('fulfilled');
    expect(file.duty('answerNetizen')).toMatchObject({ status: 'listed', current: { due: null } });
    expect(file.runTo('05-20 10:00').filter((line) => /settledReply|answerNetizen/.test(line))).toEqual([]);
    file.give('05-20 10:00', unitClerk, publish('settledReply'));
    expect(outcomeOf(file, 'answerNetizen')).toBe('fulfilled');
  });

  it('is not given before 部门领导 has approved it', () => {
    const file = openPost('03-06 16:30', procedure);
    file.give('03-09 09:00', unitHead, act('replySigned'));
    expect(codeOf(file.give('03-10 09:00', unitClerk, publish('settledReply')))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-10 09:01', unitHead, act('answerApproved'));
    expect(codeOf(file.give('03-10 09:02', unitClerk, publish('settledReply')))).toBeNull();
  });

  it('given within three hours is the first reply too', () => {
    const file = openPost('03-03 09:00', procedure);
    file.give('03-03 10:00', unitHead, act('answerApproved'));
    file.give('03-03 10:01', unitClerk, publish('settledReply'));
    expect([outcomeOf(file, 'firstReply'), outcomeOf(file, 'settledReply')]).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('nanning B 五(二) ⑧ 10wd: may be extended up to ten working days from 知晓 in all, and not by a second more', () => {
    const file = openPost('04-29 10:00', procedure);
    expect(codeOf(file.give('05-08 10:00', unitHead, extend('05-15 17:00:01')))).toBe('EXTENSION_TOO_LONG');
    expect(codeOf(file.give('05-08 10:01', unitHead, extend('05-15 17:00:00')))).toBeNull();
    expect(file.due('settledReply')).toBe(at('05-15 17:00'));
    expect(codeOf(file.give('05-14 10:00', unitHead, extend('05-18 10:00')))).toBe('EXTENSION_TOO_LONG');
  });

  it('may be extended twice within the ten days, never to an earlier instant', () => {
    const file = openPost('04-29 10:00', procedure);
    file.give('05-08 10:00', unitHead, extend('05-12 10:00'));
    expect(codeOf(file.give('05-11 10:00', unitHead, extend('05-12 09:59:59')))).toBe('EXTENSION_TOO_SHORT');
    expect(codeOf(file.give('05-11 10:01', unitHead, extend('05-14 10:00')))).toBeNull();
    expect(file.due('settledReply')).toBe(at('05-14 10:00'));
  });

  it('may be extended at its limit, and no more a second later', () => {
    const file = openPost('04-29 10:00', procedure);
    expect(codeOf(file.give('05-09 17:00:01', unitHead, extend('05-12 10:00')))).toBe('EXTENSION_TOO_LATE');
    const other = openPost('04-29 10:00', procedure);
    expect(codeOf(other.give('05-09 17:00:00', unitHead, extend('05-12 10:00')))).toBeNull();
  });

  it.each([unitClerk, clerk, head, newsLeader, businessLeader, chief, group])(
    'is not extended by $role: 部门领导 is the head of the unit (X35)',
    (actor) => {
      const file = openPost('04-29 10:00', procedure);
      expect(codeOf(file.give('05-08 10:00', actor, extend('05-12 10:00')))).toBe('ROLE_NOT_ALLOWED');
    },
  );

  it('is the only limit that may be extended', () => {
    const file = openPost('03-03 09:00', { level: 'major' });
    for (const duty of ['reportImportant', 'publishOnline', 'firstReply'])
      expect(
        codeOf(
          file.give('03-03 09:30', unitHead, {
            type: 'ExtendDuty',
            duty,
            to: at('03-05 09:00'),
            reason: '来不及',
          }),
        ),
      ).toBe('EXTENSION_NOT_ALLOWED');
  });
});
