import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import {
  at,
  caseFile,
  chief,
  head,
  leader,
  liaison,
  officer,
  opening,
  suggestion,
} from '../../../support/case-file.ts';

const found = (level: string, facts: Parameters<typeof opening>[0] = {}) => {
  const file = caseFile();
  file.give('03-02 09:00', officer, opening({ level, ...facts }));
  file.release('03-02 09:01');
  return file;
};
const report = (kind: string, form: string, ...to: string[]): CaseCommand => ({
  type: 'FileReport',
  kind,
  form,
  to,
});
const outcome = (file: ReturnType<typeof caseFile>, duty: string) => file.duty(duty)?.current.outcome;
const statusOf = (file: ReturnType<typeof caseFile>, duty: string) => file.duty(duty)?.status;

describe('leizhou 办法 第十六条 ②: the unit reports to 主要负责人', () => {
  it('a report to the deputy alone does not do, nor the clerk’s', () => {
    const file = found('blue');
    file.give('03-02 09:10', liaison, report('first', 'telephone', 'deputyLeader'));
    file.give('03-02 09:11', officer, report('first', 'telephone', 'chiefLeader'));
    expect(statusOf(file, 'unitResponse')).toBe('open');
    file.give('03-02 09:12', liaison, report('first', 'telephone', 'chiefLeader'));
    expect(statusOf(file, 'unitResponse')).toBe('fulfilled');
  });

  it('one paper of the clerk meets neither the unit’s first report nor its daily one', () => {
    const file = found('orange', { instants: { outbreakAt: at('03-02 08:00') } });
    const toAll = report('progress', 'written', 'officeHead', 'deputyLeader', 'chiefLeader');
    file.give('03-02 09:30', officer, toAll);
    expect([outcome(file, 'unitResponse'), outcome(file, 'dailyReport')]).toEqual(['open', 'open']);
    file.give('03-02 09:31', liaison, toAll);
    expect(outcome(file, 'unitResponse')).toBe('fulfilled');
    expect(file.duty('dailyReport')?.history[0]?.outcome).toBe('fulfilled');
  });

  it('a new unit owes its own, at the same instant, and a unit that comes back does not owe it twice', () => {
    const file = found('blue');
    const drugs: Actor = { ...liaison, id: 'p-drugs', unit: 'drugs' };
    const due = file.due('unitResponse');
    file.give('03-02 09:10', liaison, report('first', 'telephone', 'chiefLeader'));
    file.give('03-02 10:00', officer, { type: 'AssignUnit', unit: 'drugs' });
    expect(file.duty('unitResponse')).toMatchObject({ status: 'open', current: { occurrence: '2', due } });
    file.runTo('03-02 10:14:59');
    expect(file.state.marks['unitResponse#2']).toMatchObject({ fellDue: true, reminded: 0 });
    file.runTo('03-02 10:15');
    expect(file.state.marks['unitResponse#2']).toMatchObject({ reminded: 1 });
    file.give('03-02 10:20', drugs, report('first', 'telephone', 'chiefLeader'));
    expect(outcome(file, 'unitResponse')).toBe('fulfilled');
    file.give('03-02 11:00', officer, { type: 'AssignUnit', unit: 'food' });
    expect(file.duty('unitResponse')).toMatchObject({ status: 'fulfilled', current: { occurrence: '1' } });
  });
});

describe('办法第二十二条: 局领导 and 办公室', () => {
  it('(一): one leader and the office, one after another; who is left is known', () => {
    const file = found('blue');
    expect(file.duty('unitReport')?.missingReceivers).toEqual([
      ['officeHead'],
      ['deputyLeader', 'chiefLeader'],
    ]);
    file.give('03-02 09:10', liaison, report('first', 'telephone', 'deputyLeader'));
    expect(file.duty('unitReport')).toMatchObject({ status: 'listed', missingReceivers: [['officeHead']] });
    file.give('03-02 09:20', liaison, report('first', 'telephone', 'officeHead'));
    expect(file.duty('unitReport')).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 09:20') },
      missingReceivers: [],
    });
  });

  it('(二) last sentence: of an assigned case 主要 and 分管 and the office', () => {
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 08:50') }];
    const file = found('yellow', { sources });
    file.give('03-02 09:10', liaison, report('first', 'telephone', 'deputyLeader', 'officeHead'));
    expect(file.duty('unitReport')).toMatchObject({ status: 'listed', missingReceivers: [['chiefLeader']] });
    file.give('03-02 09:11', liaison, report('first', 'telephone', 'chiefLeader'));
    expect(statusOf(file, 'unitReport')).toBe('fulfilled');
  });
});

describe('leizhou 办法 第二十三条(一)①: the 续报 of 蓝', () => {
  const progress = (...to: string[]) => report('progress', 'telephone', ...to);

  it('goes to 湛江局 where it assigned the case', () => {
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:00') }];
    const file = found('blue', { sources });
    file.give('03-03 09:00', officer, report('first', 'written', 'zhanjiang'));
    expect(file.due('blueProgress')).toBe(at('03-19 00:00'));
    file.give('03-10 09:00', liaison, progress('deputyLeader', 'officeHead'));
    expect(file.due('blueProgress')).toBe(at('03-19 00:00'));
    expect(file.duty('blueProgress')?.receivers).toEqual(['zhanjiang']);
    file.give('03-18 09:00', officer, progress('zhanjiang'));
    expect(file.duty('blueProgress')?.history[0]?.outcome).toBe('fulfilled');
  });

  it('goes to a leader and the office where nobody assigned it', () => {
    const file = found('blue');
    file.give('03-03 09:00', liaison, progress('deputyLeader'));
    expect(file.duty('blueProgress')?.missingReceivers).toEqual([['officeHead']]);
    file.give('03-04 09:00', liaison, progress('officeHead'));
    expect(file.duty('blueProgress')?.history[0]).toMatchObject({
      outcome: 'fulfilled',
      completedAt: at('03-04 09:00'),
    });
  });
});

describe('asking, deciding, opening', () => {
  it('leizhou 办法 第二十四条 ③: asking for the plan meets 报请, the office’s asking does not', () => {
    const file = found('orange');
    const ask: CaseCommand = { type: 'RequestPlan', reason: '达到橙色' };
    file.give('03-02 09:04', head, ask);
    expect(statusOf(file, 'emergencyPlan')).toBe('open');
    file.give('03-02 09:05', liaison, ask);
    expect(statusOf(file, 'emergencyPlan')).toBe('fulfilled');
    expect(file.runTo('03-02 12:00').filter((line) => line.includes('emergencyPlan'))).toEqual([]);
  });

  it('leizhou 办法 第十七条 ②: a decision to report up is owed at once to the bodies decided', () => {
    const file = found('orange');
    const decide = (to?: string[]): CaseCommand => ({
      type: 'RecordDecision',
      decision: 'reportUp',
      outcome: '上报',
      ...(to === undefined ? {} : { to }),
    });
    expect(statusOf(file, 'reportUpDecided')).toBe('notStarted');
    file.give('03-02 09:10', officer, report('first', 'telephone', 'zhanjiang'));
    file.give('03-02 09:30', chief, decide(['zhanjiang', 'cityGovernment']));
    expect(file.duty('reportUpDecided')).toMatchObject({
      status: 'open',
      breachable: false,
      start: { at: at('03-02 09:30') },
      missingReceivers: [['zhanjiang'], ['cityGovernment']],
    });
    file.give('03-02 09:40', officer, report('first', 'telephone', 'zhanjiang'));
    expect(file.duty('reportUpDecided')?.missingReceivers).toEqual([['cityGovernment']]);
    file.give('03-02 09:41', officer, report('first', 'telephone', 'cityGovernment'));
    expect(statusOf(file, 'reportUpDecided')).toBe('fulfilled');
    const silent = found('orange');
    silent.give('03-02 09:30', chief, decide([]));
    expect(statusOf(silent, 'reportUpDecided')).toBe('notStarted');
    const vague = found('orange');
    vague.give('03-02 09:30', leader, decide());
    expect(statusOf(vague, 'reportUpDecided')).toBe('open');
  });

  it('who opens a case has it, and has told the office', () => {
    const file = caseFile();
    const { unit: _, ...facts } = opening({ level: 'orange', sources: [{ kind: 'unit-found' }] });
    file.give('03-02 09:00', liaison, facts);
    expect(file.state.unit).toBe('food');
    expect(file.duty('unitFoundReport')?.current.outcome).toBe('fulfilled');
    const own = caseFile(regulations.yinzhou);
    own.give(
      '03-02 09:00',
      { ...liaison, unit: 'welfareHome' },
      {
        ...facts,
        level: 'larger',
        grade: suggestion('larger'),
      },
    );
    expect(own.state.unit).toBe('welfareHome');
    expect(own.duty('reportOffice')?.current.outcome).toBe('fulfilled');
  });

  it('yinzhou E 四(二)3 上报: decided, it is owed to the bodies decided', () => {
    const file = caseFile(regulations.yinzhou);
    file.give('03-02 09:00', officer, opening({ level: 'major', unit: 'welfareHome' }));
    file.give('03-02 09:30', head, {
      type: 'RecordDecision',
      decision: 'reportUp',
      outcome: '报告市民政局',
      to: ['municipalBureau'],
    });
    expect(statusOf(file, 'reportUpDecided')).toBe('open');
    file.give('03-02 09:31', officer, report('upward', 'oral', 'municipalBureau'));
    expect(statusOf(file, 'reportUpDecided')).toBe('fulfilled');
  });
});
