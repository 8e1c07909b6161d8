import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { chief, head, leader } from '../../../support/case-file.ts';
import { missingParts } from '../../../support/whole-acts.ts';
import { act, codeOf, openFile, outcomeOf, person, refusalOf, unitHead, yinzhou } from './yinzhou-file.ts';

describe('yinzhou E 四(二)1 一般 处置: the statement and its review', () => {
  const reply: CaseCommand = { type: 'RecordPublication', form: 'reply' };
  const wechat: CaseCommand = { type: 'RecordPublication', form: 'superiorWechat' };

  it('一般: no reply and no response before 分管领导 and then 主要领导 have reviewed it', () => {
    const file = openFile({ level: 'general' });
    expect(codeOf(file, '03-02 10:00', person, reply)).toBe('PUBLICATION_NOT_CLEARED');
    expect(refusalOf(file, '03-02 10:01', chief, act('chiefReviewed'))).toMatchObject({
      code: 'APPROVAL_OUT_OF_ORDER',
      message: expect.stringContaining('《宁波市鄞州区民政局舆情应急处置预案》四(二)1'),
    });
    expect(codeOf(file, '03-02 10:02', leader, act('deputyReviewed'))).toBeUndefined();
    expect(codeOf(file, '03-02 10:03', person, { type: 'RecordPublication', form: 'response' })).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    expect(codeOf(file, '03-02 10:04', chief, act('chiefReviewed'))).toBeUndefined();
    expect(codeOf(file, '03-02 10:05', person, reply)).toBeUndefined();
    expect(outcomeOf(file, 'respond')).toBe('fulfilled');
  });

  it('is no unit’s own word, and no leader’s for the other', () => {
    const file = openFile({ level: 'general' });
    expect(codeOf(file, '03-02 10:00', unitHead, act('deputyReviewed'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:00', chief, act('deputyReviewed'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:01', leader, act('deputyReviewed'));
    expect(codeOf(file, '03-02 10:02', leader, act('chiefReviewed'))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each(['larger', 'major'])('%s: the office publishes, and the unit does not', (level) => {
    const file = openFile({ level });
    expect(codeOf(file, '03-02 10:00', person, wechat)).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:00', head, wechat)).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 10:01', leader, act('deputyReviewed'));
    file.give('03-02 10:02', chief, act('chiefReviewed'));
    expect(codeOf(file, '03-02 10:03', head, wechat)).toBeUndefined();
  });

  it('above 一般 the bureau may do without the review, which the schedule does not ask for there', () => {
    const free = withSettings(yinzhou, { reviewAtAllLevels: false });
    expect(
      codeOf(openFile({ level: 'major', regulation: free }), '03-02 10:00', head, wechat),
    ).toBeUndefined();
    expect(codeOf(openFile({ level: 'general', regulation: free }), '03-02 10:00', head, reply)).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
  });

  it('较大: 视情 is answered by a decision or by publishing, by the head of the office', () => {
    const decision: CaseCommand = {
      type: 'RecordDecision',
      decision: 'guideOpinion',
      outcome: '暂不发布',
    };
    const file = openFile({ level: 'larger' });
    expect(file.duty('guideOpinion')).toMatchObject({ status: 'listed', limitText: '视情' });
    expect(codeOf(file, '03-02 10:00', person, decision)).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:00', head, decision);
    expect(outcomeOf(file, 'guideOpinion')).toBe('fulfilled');
  });

  it('is a document with the facts and the wording', () => {
    const file = openFile();
    expect(
      refusalOf(file, '03-02 10:00', unitHead, {
        type: 'IssueDocument',
        document: 'statement',
        fields: { 发布口径: '正在核查' },
      }),
    ).toBeNull();
    expect(missingParts(yinzhou, file.state)).toEqual(['事件真实情况']);
    expect(outcomeOf(file, 'draftStatement')).toBe('fulfilled');
  });
});
