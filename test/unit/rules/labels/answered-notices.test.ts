import { describe, expect, it } from 'vitest';
import { at, chief, head, leader, officer, system } from '../../../support/case-file.ts';
import { open } from '../commands/given.ts';
import { lastSaid } from './given.ts';

/** Somebody answers the pending or telephone notice of this template; what the file says of it. */
const answered = (file: ReturnType<typeof open>, when: string, template: string): string => {
  const { telephoneTasks, pendingNotices } = file.state;
  const notices = Object.values({ ...pendingNotices, ...telephoneTasks });
  const { key } = notices.findLast((each) => each.template === template)!;
  const how = key in telephoneTasks ? 'telephoned' : 'read';
  expect(file.give(when, officer, { type: 'AnswerNotice', notice: key, how }).refusal).toBeNull();
  return lastSaid(file);
};

describe('the answer to a notice names its role, whatever its key ends in', () => {
  it('about an act: a 代录 that waits for its person', () => {
    const file = open('orange', { flags: ['secret'] });
    // Who has acted stands in the roster.
    file.give('03-02 10:31', leader, { type: 'RecordInstruction', from: 'bureau', text: '速办' });
    const onBehalf = { person: leader.id, channel: '电话', at: at('03-02 10:40') };
    const approved = { type: 'RecordAction', action: 'statementApproved', text: '通报', onBehalf } as const;
    expect(file.give('03-02 10:45', head, approved).refusal).toBeNull();
    expect(answered(file, '03-02 10:50', 'confirm')).toBe('3月2日10时50分已电话告知分管局领导');
  });

  it('about a hold: with the duty', () => {
    const file = open('red', { flags: ['secret'] });
    file.give('03-02 10:35', leader, { type: 'HoldDuty', duty: 'publicResponse', reason: '先行救援' });
    file.give('03-03 08:00', system, { type: 'AskAgain' });
    expect(answered(file, '03-03 08:10', 'holdAsked')).toMatch(
      /^3月3日8时10分已电话告知[^:\w]+“发布权威信息”事项$/,
    );
  });

  it('read: a 批示 by its own words, a case by nothing more', () => {
    const file = open();
    file.give('03-02 11:00', chief, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '速办',
      task: '查清',
    });
    expect(answered(file, '03-02 11:10', 'instructed')).toBe(
      '3月2日11时10分责任股室负责人已读“落实批示:查清”事项',
    );
    expect(answered(file, '03-02 11:20', 'opened')).toMatch(/^3月2日11时20分\S+已读$/);
  });
});
