import { describe, expect, it } from 'vitest';
import { at } from '../../../support/case-file.ts';
import {
  act,
  chief,
  clerk,
  codeOf,
  type File,
  group,
  head,
  newsLeader,
  openFile,
  outcomeOf,
  publish,
  rate,
  report,
  statusOf,
  unitClerk,
  unitHead,
} from './nanning-file.ts';

/** What the chain of approvals of each level asks for before authoritative information goes online. */
const clear = (file: File, when: string): void => {
  for (const [actor, action] of [
    [unitHead, 'unitHeadReviewed'],
    [group, 'groupApproved'],
    [head, 'onlineReviewed'],
    [newsLeader, 'newsLeaderApproved'],
    [group, 'publicationAuthorised'],
  ] as const)
    expect(codeOf(file.give(when, actor, act(action)))).toBeNull();
};

describe('nanning B 五(二) ④ 24h: authoritative information online', () => {
  it.each(['important', 'grave'])('of %s is due 24 hours after 发现, to the second', (level) => {
    const outcomes = ['08:59:59', '09:00:00', '09:00:01'].map((time) => {
      const file = openFile({ level: 'major' });
      if (level === 'grave') file.give('03-02 09:30', chief, rate(level));
      expect(file.due('publishOnline')).toBe(at('03-03 09:00'));
      clear(file, '03-02 20:00');
      file.give(`03-03 ${time}`, clerk, publish('online'));
      return outcomeOf(file, 'publishOnline');
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it('is not met by an interview or another channel: 通过网络', () => {
    const file = openFile({ level: 'major' });
    clear(file, '03-02 10:00');
    file.give('03-02 10:05', group, act('interviewAuthorised'));
    expect(codeOf(file.give('03-02 10:10', clerk, publish('otherChannels')))).toBeNull();
    expect(codeOf(file.give('03-02 10:11', head, publish('interview')))).toBeNull();
    expect(statusOf(file, 'publishOnline')).toBe('open');
  });

  it('is owed for 特别重大 alone where the bureau reads it so (X33)', () => {
    const file = openFile({ level: 'major', settings: { publishForBothClasses: false } });
    expect(file.duty('publishOnline')).toBeUndefined();
    file.give('03-02 09:30', chief, rate('grave'));
    expect(file.due('publishOnline')).toBe(at('03-03 09:00'));
  });

  it('counts from the report where the bureau reads it so, until then from its limit (X33)', () => {
    const file = openFile({ level: 'major', settings: { publishFromDiscovery: false } });
    expect(file.due('publishOnline')).toBe(at('03-03 13:00'));
    file.give('03-02 10:30', clerk, report('superior'));
    expect(file.due('publishOnline')).toBe(at('03-03 10:30'));
  });
});

describe('nothing is published', () => {
  it('nanning B 四(四) ② 一般: not without the office’s review, the news leader’s approval and the group’s authorisation', () => {
    const file = openFile();
    const missing = [
      [head, 'onlineReviewed'],
      [newsLeader, 'newsLeaderApproved'],
      [group, 'publicationAuthorised'],
    ] as const;
    for (const [actor, action] of missing) {
      expect(codeOf(file.give('03-02 10:00', clerk, publish('online')))).toBe('PUBLICATION_NOT_CLEARED');
      file.give('03-02 10:01', actor, act(action));
    }
    expect(codeOf(file.give('03-02 10:02', clerk, publish('online')))).toBeNull();
  });

  it('nanning B 四(四) ③ 重大: not unless the unit’s head has reviewed it before the group approves', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 10:00', head, act('onlineReviewed'));
    file.give('03-02 10:00', newsLeader, act('newsLeaderApproved'));
    file.give('03-02 10:00', group, act('publicationAuthorised'));
    expect(codeOf(file.give('03-02 10:01', group, act('groupApproved')))).toBe('APPROVAL_OUT_OF_ORDER');
    expect(codeOf(file.give('03-02 10:02', clerk, publish('online')))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(file.give('03-02 10:03', unitHead, act('unitHeadReviewed')))).toBeNull();
    expect(codeOf(file.give('03-02 10:04', clerk, publish('online')))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(file.give('03-02 10:05', group, act('groupApproved')))).toBeNull();
    expect(codeOf(file.give('03-02 10:06', clerk, publish('online')))).toBeNull();
  });

  it('by an approval that somebody else records', () => {
    const file = openFile();
    for (const [actor, action] of [
      [clerk, 'newsLeaderApproved'],
      [head, 'groupApproved'],
      [newsLeader, 'publicationAuthorised'],
      [newsLeader, 'interviewAuthorised'],
      [unitClerk, 'unitHeadReviewed'],
      [unitClerk, 'replySigned'],
      [unitHead, 'onlineReviewed'],
      [head, 'answerApproved'],
    ] as const)
      expect(codeOf(file.give('03-02 10:00', actor, act(action)))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each(['interview', 'partyInterview'])('as %s without the group’s own authorisation', (form) => {
    const file = openFile({ level: 'major' });
    clear(file, '03-02 10:00');
    expect(codeOf(file.give('03-02 10:01', head, publish(form)))).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 10:02', group, act('interviewAuthorised'));
    expect(codeOf(file.give('03-02 10:03', head, publish(form)))).toBeNull();
  });
});
