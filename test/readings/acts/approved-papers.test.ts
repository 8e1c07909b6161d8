import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { approval, confirm, enteredFor } from '../../support/approvals.ts';
import { at, chief, group, head, leader, officer } from '../../support/case-file.ts';
import { codeOf, openedAt, openedIn, person, toldBy } from '../../unit/rules/confirmations/people.ts';

// 审定 and 批准 of what is issued and of what warns the public are their persons’, as those of a statement are.

const TITLE = '某超市食品问题引发关注';
const hotReport = (title = TITLE, more: object = {}): CaseCommand => ({
  type: 'IssueDocument',
  document: 'hotReport',
  fields: {
    年度: '2026',
    期号: '1',
    办公室: '局办公室',
    日期: '3月2日',
    标题: title,
    正文: '略',
    呈送局领导: '局领导',
    编辑: '值班员',
  },
  ...more,
});
const checked = approval('hotReportChecked', TITLE);
const signedOff = approval('hotReportApproved', TITLE);

describe('leizhou 办法 附件1: a 热点舆情报告 is issued when it has been 核稿 and 审定', () => {
  it('not before, and not on words in its fields', () => {
    const file = openedAt('blue');
    const { refusal } = file.give('03-02 10:00', officer, hotReport());
    expect(refusal).toMatchObject({ code: 'PUBLICATION_NOT_CLEARED' });
    expect(refusal?.message).toContain('制发前须先记录“热点舆情报告核稿”、“热点舆情报告审定”');
    const ticked = { ...hotReport(), fields: { 标题: TITLE, 审定: '张局长' } } as CaseCommand;
    expect(codeOf(file.give('03-02 10:00', officer, ticked))).toBe('DOCUMENT_FIELD_UNKNOWN');
  });

  it('each step in its order, of this text, and each for one issue', () => {
    const file = openedAt('blue');
    expect(codeOf(file.give('03-02 10:00', leader, signedOff))).toBe('APPROVAL_OUT_OF_ORDER');
    expect(codeOf(file.give('03-02 10:00', head, checked))).toBe('done');
    expect(codeOf(file.give('03-02 10:01', leader, approval('hotReportApproved', '另一期')))).toBe(
      'APPROVAL_OUT_OF_ORDER',
    );
    expect(codeOf(file.give('03-02 10:02', officer, hotReport()))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(file.give('03-02 10:03', leader, signedOff))).toBe('done');
    expect(codeOf(file.give('03-02 10:04', officer, hotReport('另一期')))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(file.give('03-02 10:04', officer, hotReport()))).toBe('done');
    expect(file.state.documents[0]).toMatchObject({ approvals: [3, 6], happened: false });
    expect(codeOf(file.give('03-02 10:05', officer, hotReport()))).toBe('PUBLICATION_NOT_CLEARED');
  });

  it.each([
    ['03-02 10:02:59', 'PUBLICATION_NOT_CLEARED'],
    ['03-02 10:03:00', 'done'],
    ['03-02 10:03:01', 'done'],
  ])('one that was issued at %s, when 审定 came at 10:03: %s', (madeAt, code) => {
    const file = openedAt('blue');
    file.give('03-02 10:00', head, checked);
    file.give('03-02 10:03', leader, signedOff);
    expect(codeOf(file.give('03-02 10:04', officer, hotReport(TITLE, { madeAt: at(madeAt) })))).toBe(code);
  });

  it.each([
    ['the duty officer does not approve it', officer, signedOff, 'ROLE_NOT_ALLOWED'],
    ['no leader checks it for the office', leader, checked, 'ROLE_NOT_ALLOWED'],
  ])('%s', (_, giver, command, code) => {
    expect(codeOf(openedAt('blue').give('03-02 10:00', giver, command))).toBe(code);
  });

  it('who approved it does not issue it', () => {
    const file = openedAt('blue');
    file.give('03-02 10:00', head, checked);
    file.give('03-02 10:01', head, signedOff);
    const { refusal } = file.give('03-02 10:02', head, hotReport());
    expect(refusal).toMatchObject({ code: 'OWN_APPROVAL' });
    expect(refusal?.message).toContain('制发人不能审定自己制发的内容,请由他人制发');
    expect(codeOf(file.give('03-02 10:03', officer, hotReport()))).toBe('done');
  });

  it('the leader’s word by telephone (代录) lets that text go; his denial makes it 未经审定', () => {
    const file = openedAt('blue');
    file.give('03-02 10:00', head, checked);
    file.give('03-02 10:10', officer, enteredFor(leader, '03-02 10:05', 'hotReportApproved', TITLE));
    const act = file.state.version;
    expect(toldBy(file)).toEqual([['confirm', leader.id]]);
    expect(codeOf(file.give('03-02 10:11', officer, hotReport()))).toBe('done');
    file.give('03-02 10:20', leader, confirm(act, false, '没有看过'));
    expect(toldBy(file).map(([template]) => template)).toEqual([
      'denied',
      'denied',
      'denied',
      'unapproved',
      'unapproved',
    ]);
  });

  it('one that went out without is recorded with the reason, and the leaders are told at once', () => {
    const file = openedAt('blue');
    const happened = { happened: { reason: '值班员误发' } };
    expect(codeOf(file.give('03-02 10:00', officer, hotReport(TITLE, happened)))).toBe('done');
    expect(file.state.documents[0]).toMatchObject({ happened: true, approvals: [] });
    expect(toldBy(file)).toEqual([
      ['unapproved', 'deputyLeader'],
      ['unapproved', 'chiefLeader'],
    ]);
  });
});

describe('leizhou 预案 3.3.3: a warning to the public is approved by the leading group’s leaders', () => {
  const warning = (more: object = {}): CaseCommand => ({
    type: 'RecordPublication',
    form: 'publicWarning',
    title: '消费提示',
    ...more,
  });
  it.each(['yellow', 'orange', 'red'])('at %s: no statement’s approval is enough', (level) => {
    const file = openedAt(level);
    file.give('03-02 10:00', leader, approval('statementApproved', '消费提示'));
    const { refusal } = file.give('03-02 10:01', officer, warning());
    expect(refusal?.message).toContain('“向社会发布预警经领导小组批准”');
    for (const giver of [officer, head, leader])
      expect(codeOf(file.give('03-02 10:02', giver, approval('publicWarningApproved', '消费提示')))).toBe(
        'ROLE_NOT_ALLOWED',
      );
    file.give('03-02 10:03', group, approval('publicWarningApproved', '消费提示'));
    expect(codeOf(file.give('03-02 10:04', officer, warning({ title: '另一篇' })))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    expect(codeOf(file.give('03-02 10:04', officer, warning()))).toBe('done');
  });

  it('it is no response: what 办法 第二十一条(二)红 asks for is still owed', () => {
    const file = openedAt('red');
    file.give('03-02 10:00', chief, approval('publicWarningApproved', '消费提示'));
    file.give('03-02 10:01', officer, warning());
    expect(file.duty('publicResponse')?.current.outcome).toBe('open');
    expect(codeOf(file.give('03-02 10:02', officer, warning({ form: 'authoritative' })))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
  });
});

describe('in other bureaus a signature is no field of a form either', () => {
  it('leizhou 办法 第三十三条 ①: a 督办通知 is not issued as a document, whoever is named as its signer', () => {
    const order: CaseCommand = {
      type: 'IssueDocument',
      document: 'supervisionOrder',
      fields: { 签发人: '办公室负责人' },
    };
    const { refusal } = openedAt('blue').give('03-02 10:00', officer, order);
    expect(refusal).toMatchObject({ code: 'ORDER_NOT_ISSUED' });
    expect(refusal?.message).toContain('先拟稿,由有权签发的人签发');
  });

  it('nanning B 三(二)3 各单位: the head of the unit signs the answer by an act of his own', () => {
    const unit = person('unitLiaison', 'business');
    const signer = person('unitHead', 'business');
    const file = openedIn('nanning', {
      level: 'general',
      by: person('dutyOfficer'),
      unit: 'business',
      people: [unit, signer],
    });
    const draft = (fields: Record<string, string>): CaseCommand => ({
      type: 'IssueDocument',
      document: 'replyDraft',
      fields,
    });
    const ticked = draft({ 答复内容: '略', 单位主要负责人签署意见: '同意' });
    expect(codeOf(file.give('03-02 10:00', unit, ticked))).toBe('DOCUMENT_FIELD_UNKNOWN');
    expect(codeOf(file.give('03-02 10:00', unit, draft({ 答复内容: '略' })))).toBe('done');
    expect(codeOf(file.give('03-02 10:01', unit, approval('replySigned', '答复')))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 10:01', signer, approval('replySigned', '答复')))).toBe('done');
  });
});
