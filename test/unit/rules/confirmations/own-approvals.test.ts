import { describe, expect, it } from 'vitest';
import { approval, confirm, enteredFor } from '../../../support/approvals.ts';
import { group } from '../../../support/case-file.ts';
import { codeOf, openedAt, openedIn, outcomeOf, person, unitHead } from './people.ts';

describe('who publishes does not approve', () => {
  it('hohhot C 组织 小组职责: 口径 is the leaders’, entered by the command group until confirmed', () => {
    const [deputy, command] = [person('deputyLeader'), person('commandGroup')];
    const file = openedIn('hohhot', { level: 'medium', by: command, unit: 'services', people: [deputy] });
    expect(codeOf(file.give('03-02 10:00', command, approval('statementSet')))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:00', command, enteredFor(deputy, '03-02 09:50', 'statementSet', '口径'));
    const act = file.state.version;
    file.give('03-02 10:10', command, { type: 'RecordPublication', form: 'officialNotice', title: '口径' });
    expect(outcomeOf(file, 'setStatement')).toBe('unconfirmed');
    file.give('03-02 10:20', deputy, confirm(act));
    expect(outcomeOf(file, 'setStatement')).toBe('fulfilled');
  });

  it('nanning B 三(二)1 办公室: what the head of the office has reviewed, somebody else puts online', () => {
    const [clerk, boss] = [person('dutyOfficer'), person('officeHead')];
    const deputy = person('deputyLeader');
    const gr = person('leadingGroup');
    const file = openedIn('nanning', {
      level: 'general',
      by: clerk,
      unit: 'business',
      people: [boss, deputy, gr],
    });
    for (const [giver, action] of [
      [boss, 'onlineReviewed'],
      [deputy, 'newsLeaderApproved'],
      [gr, 'publicationAuthorised'],
    ] as const)
      expect(codeOf(file.give('03-02 10:00', giver, approval(action)))).toBe('done');
    const online = { type: 'RecordPublication', form: 'online' } as const;
    expect(codeOf(file.give('03-02 10:10', boss, online))).toBe('OWN_APPROVAL');
    expect(codeOf(file.give('03-02 10:11', clerk, online))).toBe('done');
  });

  it('yinzhou E 四(二)1 一般 处置: the two leaders’ reviews are theirs, one after the other, each confirmed', () => {
    const [deputy, boss, clerk] = [person('deputyLeader'), person('chiefLeader'), person('dutyOfficer')];
    const unit = person('unitHead', 'welfareHome');
    const file = openedIn('yinzhou', {
      level: 'general',
      by: clerk,
      unit: 'welfareHome',
      people: [deputy, boss, unit],
    });
    const text = '口径';
    expect(
      codeOf(file.give('03-02 09:30', clerk, enteredFor(boss, '03-02 09:20', 'deputyReviewed', text))),
    ).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:31', clerk, enteredFor(deputy, '03-02 09:20', 'deputyReviewed', text));
    file.give('03-02 09:32', clerk, enteredFor(boss, '03-02 09:25', 'chiefReviewed', text));
    const [first, second] = [file.state.version - 1, file.state.version];
    expect(
      codeOf(file.give('03-02 09:40', unit, { type: 'RecordPublication', form: 'reply', title: text })),
    ).toBe('done');
    expect(outcomeOf(file, 'respond')).toBe('unconfirmed');
    file.give('03-02 09:50', deputy, confirm(first));
    expect(outcomeOf(file, 'respond')).toBe('unconfirmed');
    file.give('03-02 09:51', boss, confirm(second));
    expect(outcomeOf(file, 'respond')).toBe('fulfilled');
  });

  it('petition D 第四条(二): the content is approved by the leading group’s heads, for that text alone', () => {
    const [clerk, deputy] = [person('dutyOfficer'), person('deputyLeader')];
    const file = openedIn('petition', { level: 'general', by: deputy, unit: 'visits', people: [clerk] });
    expect(codeOf(file.give('03-02 10:00', clerk, approval('feedbackApproved')))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:01', clerk, enteredFor(deputy, '03-02 09:50', 'feedbackApproved', '反馈稿'));
    const act = file.state.version;
    file.give('03-02 10:02', clerk, { type: 'RecordPublication', form: 'online', title: '反馈稿' });
    expect(file.state.publications[0]).toMatchObject({ approvals: [act] });
    file.give('03-02 10:03', deputy, confirm(act, false, '稿件不是这一份'));
    expect(
      codeOf(file.give('03-02 10:04', clerk, { type: 'RecordPublication', form: 'online', title: '反馈稿' })),
    ).toBe('PUBLICATION_NOT_CLEARED');
  });

  it('nanning B 三(二)3 各单位: who issued the draft does not sign it, under whichever id', () => {
    const unit = person('unitHead', 'business');
    const file = openedIn('nanning', {
      level: 'general',
      by: person('dutyOfficer'),
      unit: 'business',
      people: [unit],
    });
    const fields = { 答复内容: '略' };
    file.give('03-02 10:00', unit, { type: 'IssueDocument', document: 'replyDraft', fields });
    expect(codeOf(file.give('03-02 10:01', unit, approval('replySigned')))).toBe('OWN_APPROVAL');
  });

  it('领导小组 decides through its 组长 or 副组长, not through whoever stands in its list', () => {
    const member = { ...unitHead, role: 'leadingGroup', unit: undefined };
    const file = openedAt('red');
    const { refusal } = file.give('03-02 09:40', member, { type: 'StartPlan' });
    expect(refusal?.code).toBe('GROUP_HEAD_REQUIRED');
    expect(refusal?.message).toContain('局主要负责人或分管局领导');
    expect(codeOf(file.give('03-02 09:41', group, { type: 'StartPlan' }))).toBe('done');
  });
});
