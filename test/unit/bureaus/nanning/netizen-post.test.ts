import { describe, expect, it } from 'vitest';
import { handlingLevel } from '../../../../shared/grading/handling.ts';
import { settingsOf } from '../../../../shared/regulations/lookup.ts';
import { at } from '../../../support/case-file.ts';
import {
  act,
  clerk,
  codeOf,
  group,
  nanning,
  openPost,
  outcomeOf,
  person,
  publish,
  statusOf,
  unitClerk,
  unitHead,
} from './nanning-file.ts';

describe('nanning B 五(二) ⑥ 3h: a netizen’s post', () => {
  it('runs on the clocks of 一般 without its duties of a crisis', () => {
    const file = openPost('03-03 09:00');
    expect(file.state).toMatchObject({ warningLevel: 'pending', handlingLevel: 'general' });
    expect(file.schedule().duties.map(({ duty }) => duty)).toEqual([
      'confirmGrade',
      'informUnit',
      'acceptPost',
      'firstReply',
    ]);
  });

  it('that a feed flags gets its case at once', () => {
    const { level } = handlingLevel(nanning, {
      warningLevel: 'pending',
      sources: [],
      flags: ['netizenPost'],
      settings: settingsOf(nanning),
    });
    expect(level).toBe('general');
  });

  it('in a case of any level owes the same reply', () => {
    const file = openPost('03-03 09:00', { level: 'major' });
    expect(file.due('firstReply')).toBe(at('03-03 12:00'));
    expect(file.due('reportImportant')).toBe(at('03-03 13:00'));
  });

  it.each([
    ['count', '03-09 11:30:00'],
    ['shiftEnd', '03-09 09:00:00'],
    ['shiftStart', '03-06 19:30:00'],
  ])('known on Friday at 16:30 is answered by %s until %s, to the second (X34)', (netizenDeferral, due) => {
    const times = [-1, 0, 1].map((seconds) => new Date(Date.parse(at(due)) + seconds * 1000).toISOString());
    const outcomes = times.map((time) => {
      const file = openPost('03-06 16:30', { settings: { netizenDeferral } });
      expect(file.due('firstReply')).toBe(at(due));
      file.give('03-06 16:40', unitHead, act('replySigned'));
      file.give(time, unitClerk, publish('firstReply'));
      return outcomeOf(file, 'firstReply');
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it.each([
    ['known before the office opens', '03-02 08:00', ['03-02 12:00', '03-02 11:00', '03-02 12:00']],
    ['known over noon', '03-02 12:30', ['03-02 16:00', '03-02 15:30', '03-02 16:00']],
    ['known on Saturday', '03-07 10:00', ['03-09 12:00', '03-09 09:00', '03-09 12:00']],
    // 2026-02-28 is a Saturday on which offices work, for the Spring Festival.
    ['known on a Saturday that is worked', '02-28 10:00', ['02-28 14:00', '02-28 13:00', '02-28 13:00']],
    ['known on the eve of a holiday', '04-30 16:00', ['05-06 11:00', '05-06 09:00', '04-30 19:00']],
  ])('%s: the three readings', (_when, known, dues) => {
    const readings = ['count', 'shiftEnd', 'shiftStart'].map((netizenDeferral) =>
      openPost(known, { settings: { netizenDeferral } }).due('firstReply'),
    );
    expect(readings).toEqual(dues.map((due) => at(due)));
  });

  it('follows the office hours that the bureau gives', () => {
    const file = openPost('03-06 16:30', { settings: { officeHours: '08:00-12:00 15:00-18:00' } });
    expect(file.due('firstReply')).toBe(at('03-09 09:30'));
  });

  it('is not answered without the signature of the unit’s head', () => {
    const file = openPost('03-03 09:00');
    expect(codeOf(file.give('03-03 09:30', unitClerk, publish('firstReply')))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-03 09:31', unitHead, act('replySigned'));
    expect(codeOf(file.give('03-03 09:32', unitClerk, publish('firstReply')))).toBeNull();
  });

  it('is not answered without the group’s authorisation where the bureau wants it', () => {
    const file = openPost('03-03 09:00', { settings: { repliesNeedAuthorisation: true } });
    file.give('03-03 09:31', unitHead, act('replySigned'));
    expect(codeOf(file.give('03-03 09:32', unitClerk, publish('firstReply')))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-03 09:33', group, act('replyAuthorised'));
    expect(codeOf(file.give('03-03 09:34', unitClerk, publish('firstReply')))).toBeNull();
  });

  it('is not answered by another unit', () => {
    const file = openPost('03-03 09:00');
    file.give('03-03 09:31', unitHead, act('replySigned'));
    const other = person('unitLiaison', 'branch');
    expect(codeOf(file.give('03-03 09:32', other, publish('firstReply')))).toBe('NOT_YOUR_UNIT');
  });

  it('that turns out to be a crisis is graded, with all the duties of its level', () => {
    const file = openPost('03-03 09:00');
    file.give('03-03 09:30', clerk, {
      type: 'ChangeLevel',
      level: 'general',
      authority: 'change',
      reason: '引起关注',
    });
    expect(statusOf(file, 'officeReportsLeader')).toBe('listed');
    expect(file.due('firstReply')).toBe(at('03-03 12:00'));
  });
});
