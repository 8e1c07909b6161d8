import { describe, expect, it } from 'vitest';
import { outcomeInChinese } from '../../../../shared/deadlines/occurrences/outcome-words.ts';
import { assigned, pushed } from '../../../readings/given.ts';
import { at, leader, liaison, officer } from '../../../support/case-file.ts';
import { open } from '../commands/given.ts';
import { lastSaid } from './given.ts';

describe('what became of a limit that breaks nothing', () => {
  const report = (to: string, madeAt: string) => ({
    type: 'FileReport' as const,
    kind: 'progress',
    form: 'telephone',
    to: [to],
    madeAt: at(madeAt),
  });

  it.each([
    ['03-02 13:00', '按时完成'],
    ['03-02 13:00:01', '已办(已过时限)'],
    ['03-02 14:30', '已办(已过时限)'],
  ])('办法 第二十二条(二): at 初判, with 3 hours from 10:00, a report of %s is %s', (when, word) => {
    const file = pushed({ proposed: 'orange', sources: [assigned('03-02 10:00')] });
    file.give(when, officer, report('zhanjiang', when));
    expect(lastSaid(file)).toMatch(new RegExp(`电话报告[^;]*${word.replace(/[()]/g, '\\$&')}`));
  });

  it.each([
    ['03-03 10:00', '按时完成(时限3月3日10时)'],
    ['03-05 10:00', '已办(已过时限)(时限3月3日10时)'],
  ])('a 批示 with a limit that is answered at %s', (when, word) => {
    const file = open();
    const deadline = at('03-03 10:00');
    file.give('03-02 11:00', leader, { type: 'RecordInstruction', from: 'bureau', text: '速办', deadline });
    const answers = [String(file.state.instructions[0]!.entry)];
    file.give(when, liaison, { ...report('deputyLeader', when), form: 'written', answers });
    expect(lastSaid(file)).toContain(`落实批示:速办${word}`);
  });

  it('says of whatever was made past the limit that it was, and says once of what is late that it is', () => {
    const times = { due: at('03-03 10:00'), at: at('03-03 10:01') };
    expect(outcomeInChinese('unconfirmed', times)).toBe('已办·待确认(已过时限)');
    expect(outcomeInChinese('unapproved', times)).toBe('未经审定发布(已过时限)');
    expect(outcomeInChinese('fulfilledLate', times)).toBe('逾期完成');
    expect(outcomeInChinese('unconfirmed', { ...times, at: times.due })).toBe('已办·待确认');
  });
});
