import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, chief, head, officer } from '../../../support/case-file.ts';
import { missingParts } from '../../../support/whole-acts.ts';
import {
  act,
  assign,
  codeOf,
  deadline,
  openFile,
  outcomeOf,
  petition,
  raise,
  statusOf,
  unitHead,
} from './petition-file.ts';

describe('petition D 第四条(四): periodic work, with that of 第九条 (X30)', () => {
  const report: CaseCommand = {
    type: 'FileReport',
    kind: 'riskReview',
    form: 'written',
    to: ['leadersAndDepartments'],
  };
  const open = (chosen: Record<string, string> = {}) =>
    openFile({
      level: 'periodic',
      source: 'periodic-work',
      by: head,
      regulation: withSettings(petition, chosen),
    });

  it('is asked for by two settings that nobody has filled in for the bureau', () => {
    expect(petition.settings.filter(({ required }) => required)).toMatchObject([
      { id: 'riskReviewEvery', value: null, register: 'X30' },
      { id: 'liaisonEvery', value: null, register: 'X30' },
    ]);
  });

  it('is listed without a clock while its period is not given', () => {
    const file = open();
    expect(file.duty('riskReview')).toMatchObject({
      status: 'listed',
      limitText: '定期(周期未填)',
      reason: '制度没有规定周期,须由本局填写“定期梳理上报周期”',
    });
    expect(file.duty('liaison')).toMatchObject({
      status: 'listed',
      reason: '制度没有规定周期,须由本局填写“与相关部门定期沟通周期”',
    });
    expect(statusOf(file, 'patrol')).toBe('listed');
    expect(file.runTo('06-02 09:00')).toEqual([]);
  });

  it('runs with the period of each, the other still listed', () => {
    const file = open({ riskReviewEvery: 'P1W' });
    expect(file.due('riskReview')).toBe(at('03-10 00:00'));
    expect(statusOf(file, 'liaison')).toBe('listed');
  });

  it.each([
    // The week from Monday 03-02 ends with Monday 03-09.
    ['03-09 23:59:59', 'fulfilled'],
    ['03-10 00:00', 'fulfilled'],
    ['03-10 00:00:01', 'fulfilledLate'],
  ])('reported at %s is %s', (when, outcome) => {
    const file = open({ riskReviewEvery: 'P1W' });
    file.give(when, head, report);
    expect(file.duty('riskReview')?.history[0]?.outcome).toBe(outcome);
    expect(file.due('riskReview')).toBe(at('03-17 00:00'));
  });

  it('reported early in its week is followed by one of the week after', () => {
    const file = open({ riskReviewEvery: 'P1W' });
    expect(file.duty('riskReview')?.current.countsFrom).toBeUndefined();
    file.give('03-03 09:00', head, report);
    expect(file.duty('riskReview')?.current).toMatchObject({
      countsFrom: at('03-10 00:00'),
      due: at('03-17 00:00'),
    });
  });

  it('that nobody does is missed when the next falls due', () => {
    const file = open({ liaisonEvery: 'P1W' });
    const given = file.runTo('03-17 00:00').filter((line) => line.includes('missed'));
    expect(given).toEqual([expect.stringMatching(/^03-17 00:00 liaison#1 missed/)]);
    file.give('03-17 10:00', head, act('liaisonHeld'));
    expect(file.duty('liaison')?.history.map(({ outcome }) => outcome)).toEqual([
      'missed',
      'fulfilledLate',
      'open',
    ]);
  });

  it('is neither graded nor raised, and a unit does not report it', () => {
    const file = open({ riskReviewEvery: 'P1W' });
    expect(codeOf(file, '03-02 10:00', head, raise('major'))).toBe('LEVEL_FIXED');
    file.give('03-02 10:01', chief, assign);
    expect(codeOf(file, '03-02 10:02', unitHead, report)).toBe('CONTACT_NOT_ALLOWED');
  });
});

describe('petition D 第六条 ②: a risk assessment before a decision', () => {
  const open = () => openFile({ level: 'decisionRisk', source: 'planned-decision', by: head });
  const fields = {
    拟实施的决策: '调整开放时间',
    可能引发的风险: '群众不知情',
    风险等级: '一般',
    处置预案: '提前公告',
  };
  const assessment = (given: Record<string, string>): CaseCommand => ({
    type: 'IssueDocument',
    document: 'riskAssessment',
    fields: given,
  });

  it('is due when the decision is carried out, once that is entered', () => {
    const file = open();
    expect(file.duty('assessRisk')).toMatchObject({
      status: 'listed',
      limitText: '决策实施前',
      reason: '拟实施决策的实施时间:须人工录入时限',
    });
    file.give('03-02 10:00', officer, deadline('03-10 09:00', 'assessRisk'));
    expect(file.due('assessRisk')).toBe(at('03-10 09:00'));
  });

  it.each([
    ['03-09 23:59:59', 'fulfilled'],
    ['03-10 09:00', 'fulfilled'],
    ['03-10 09:00:01', 'fulfilledLate'],
  ])('issued at %s is %s', (when, outcome) => {
    const file = open();
    file.give('03-02 10:00', officer, deadline('03-10 09:00', 'assessRisk'));
    file.give(when, head, assessment(fields));
    expect(outcomeOf(file, 'assessRisk')).toBe(outcome);
  });

  it('names the risk level and the schedule', () => {
    const { 处置预案: _, ...short } = fields;
    const file = open();
    expect(codeOf(file, '03-02 10:00', head, assessment(short))).toBeUndefined();
    expect(missingParts(petition, file.state)).toEqual(['处置预案']);
  });
});
