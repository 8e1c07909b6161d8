import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { head, leader } from '../../../support/case-file.ts';
import { missingParts } from '../../../support/whole-acts.ts';
import {
  act,
  codeOf,
  openFile,
  outcomeOf,
  person,
  report,
  statusOf,
  unitHead,
  WITH_OFFICE,
  yinzhou,
} from './yinzhou-file.ts';

describe('yinzhou E 四(三) 未完: tracking before and after 处置完毕', () => {
  const calm: CaseCommand = { type: 'DeclareCalm', reason: '处置完毕' };

  it.each(['general', 'larger', 'major'])('%s: office and unit each name a person', (level) => {
    const file = openFile({ level });
    expect(codeOf(file, '03-02 10:00', head, act('unitTrackerNamed'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:00', head, act('officeTrackerNamed'));
    expect(outcomeOf(file, 'officeTracker')).toBe('fulfilled');
    expect(outcomeOf(file, 'unitTracker')).toBe('open');
    file.give('03-02 10:01', person, act('unitTrackerNamed'));
    expect(outcomeOf(file, 'unitTracker')).toBe('fulfilled');
  });

  it('owes 续报, which a 续报 meets, and has the unit watch afterwards', () => {
    const file = openFile({ level: 'larger' });
    file.give('03-02 12:00', person, report('written', WITH_OFFICE, 'progress'));
    expect(file.duty('progress')).toMatchObject({ status: 'fulfilled', limitText: '及时' });
    expect(statusOf(openFile({ level: 'larger' }), 'progress')).toBe('listed');
    expect(file.duty('watch')).toMatchObject({
      status: 'notStarted',
      reason: '处置后动态跟踪尚未起算:缺少“处置完毕”时点',
    });
    file.give('03-03 10:00', head, calm);
    expect(statusOf(file, 'progress')).toBe('fulfilled');
    expect(file.duty('watch')).toMatchObject({ status: 'listed', limitText: '适时' });
  });

  it('begins anew when the crisis comes again', () => {
    const file = openFile({ level: 'larger' });
    file.give('03-03 10:00', head, calm);
    file.give('03-05 10:00', person, { type: 'Rekindle', reason: '再次转发' });
    expect(statusOf(file, 'progress')).toBe('listed');
    expect(statusOf(file, 'watch')).toBe('notStarted');
    file.give('03-06 10:00', head, calm);
    expect(statusOf(file, 'progress')).toBe('fulfilled');
    expect(statusOf(file, 'watch')).toBe('listed');
  });

  it('ends with the conclusion', () => {
    const file = openFile({ level: 'general' });
    file.give('03-03 10:00', head, calm);
    file.give('03-09 10:00', head, { type: 'Conclude', summary: '舆情没有出现反复' });
    expect(statusOf(file, 'watch')).toBe('ended');
    expect(statusOf(file, 'feedback')).toBe('ended');
  });

  it('is not for the unit to declare over', () => {
    const file = openFile({ level: 'general' });
    expect(codeOf(file, '03-03 10:00', unitHead, calm)).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-03 10:00', unitHead, { type: 'Conclude', summary: '舆情已经处置完毕' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });

  it('yinzhou E 五3: the feedback says all four things', () => {
    const file = openFile();
    const fields = { 原因: '电路', 变化动态: '平稳', 应急措施: '疏散' };
    const feedback = (given: Record<string, string>): CaseCommand => ({
      type: 'IssueDocument',
      document: 'feedback',
      fields: given,
    });
    expect(codeOf(file, '03-02 10:00', person, feedback(fields))).toBeUndefined();
    expect(missingParts(yinzhou, file.state)).toEqual(['处置结果']);
    expect(codeOf(file, '03-02 10:00', person, feedback({ ...fields, 处置结果: '无伤亡' }))).toBeUndefined();
    expect(file.duty('feedback')).toMatchObject({ status: 'listed', limitText: '随时' });
  });
});

describe('yinzhou E 四(四): 复盘', () => {
  const points = {
    '责任科室(单位)': '福利院',
    参加的相关部门和专家: '消防部门',
    处置过程复盘: '十五分钟内报告',
    工作成效总结评估: '无反复',
  };
  const ended = () => {
    const file = openFile({ level: 'general' });
    file.give('03-03 10:00', head, { type: 'DeclareCalm', reason: '处置完毕' });
    file.give('03-09 10:00', head, { type: 'Conclude', summary: '舆情没有出现反复' });
    return file;
  };

  it.each(['general', 'larger', 'major'])('%s: begins with 处置完毕', (level) => {
    const file = openFile({ level });
    expect(statusOf(file, 'review')).toBe('notStarted');
    file.give('03-03 10:00', head, { type: 'DeclareCalm', reason: '处置完毕' });
    expect(file.duty('review')).toMatchObject({ status: 'listed', limitText: '及时' });
  });

  it('is still owed after the conclusion, and archives the case', () => {
    const file = ended();
    expect(file.state.status).toBe('concluded');
    expect(statusOf(file, 'review')).toBe('listed');
    expect(codeOf(file, '03-10 10:00', head, { type: 'FileReview', points })).toBeUndefined();
    expect(file.state.status).toBe('archived');
  });

  it('begins with the conclusion when nobody declared 处置完毕', () => {
    const file = openFile({ level: 'general' });
    file.give('03-09 10:00', head, { type: 'Conclude', summary: '经核实,属于误报信息' });
    expect(statusOf(file, 'review')).toBe('listed');
  });

  it('is the office’s, and complete', () => {
    const file = ended();
    const { 工作成效总结评估: _, ...partly } = points;
    expect(codeOf(file, '03-10 10:00', unitHead, { type: 'FileReview', points })).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-10 10:00', head, { type: 'FileReview', points: partly })).toBeUndefined();
    expect(missingParts(yinzhou, file.state)).toEqual(['工作成效总结评估']);
    expect(file.state.status).toBe('concluded');
  });

  it('yinzhou E 七 序: blame may be recorded afterwards, by the leaders', () => {
    const file = ended();
    expect(codeOf(file, '03-10 10:00', unitHead, act('breachNoted'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-10 10:00', head, act('referredToJustice'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-10 10:00', leader, act('criticised'))).toBeUndefined();
  });
});
