import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { chief, group, head, leader, officer } from '../../../support/case-file.ts';
import {
  act,
  assign,
  circular,
  clerk,
  codeOf,
  openFile,
  outcomeOf,
  publication,
  raise,
  unitHead,
} from './petition-file.ts';

const team: Actor = { id: 'p-team', name: '处置回应工作小组', role: 'responseGroup' };

describe('who decides', () => {
  it('petition D 第四条(一): which 科室 answers is for the leading group and its heads, nobody else', () => {
    for (const who of [officer, head, unitHead, clerk, team])
      expect(codeOf(openFile(), '03-02 09:10', who, assign)).toBe('ROLE_NOT_ALLOWED');
    for (const who of [leader, group, chief]) {
      const file = openFile();
      expect(codeOf(file, '03-02 09:10', who, assign)).toBeUndefined();
      expect(outcomeOf(file, 'assignUnit')).toBe('fulfilled');
    }
  });

  it('petition D 第四条(二): what is fed back is for the leading group', () => {
    const file = openFile();
    file.give('03-02 09:06', chief, assign);
    expect(codeOf(file, '03-02 10:00', unitHead, publication)).toBe('PUBLICATION_NOT_CLEARED');
    for (const who of [officer, head, unitHead])
      expect(codeOf(file, '03-02 10:01', who, act('feedbackApproved'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:02', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:03', unitHead, publication)).toBeUndefined();
  });

  it('that 谁主管、谁发声: the 科室 and the group that handles it publish, a leader does not', () => {
    const file = openFile();
    file.give('03-02 09:06', chief, assign);
    file.give('03-02 10:02', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:03', team, publication)).toBeUndefined();
    expect(codeOf(file, '03-02 10:04', clerk, publication)).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:05', chief, publication)).toBe('ROLE_NOT_ALLOWED');
  });

  it('petition D 第八条 ①: what touches other agencies is confirmed by them first', () => {
    const file = openFile({ flags: ['otherAgencies'] });
    file.give('03-02 10:00', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:01', officer, publication)).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 10:02', officer, act('agenciesConfirmed'));
    expect(codeOf(file, '03-02 10:03', officer, publication)).toBeUndefined();
  });

  it('petition D 第十条: information goes out by one door', () => {
    const file = openFile();
    file.give('03-02 09:06', chief, assign);
    const submission: CaseCommand = {
      type: 'FileReport',
      kind: 'submission',
      form: 'written',
      to: ['departments'],
    };
    expect(codeOf(file, '03-02 10:00', unitHead, submission)).toBe('CONTACT_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:01', officer, submission)).toBeUndefined();
    expect(outcomeOf(file, 'submitInfo')).toBe('fulfilled');
  });

  it('that a lower level needs a second person', () => {
    const file = openFile({ level: 'major' });
    expect(codeOf(file, '03-02 09:10', head, raise('general'))).toBeUndefined();
    expect(codeOf(file, '03-02 09:11', head, { type: 'ApproveLevelChange' })).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file, '03-02 09:12', officer, { type: 'ApproveLevelChange' })).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 09:13', leader, { type: 'ApproveLevelChange' })).toBeUndefined();
    expect(file.state.handlingLevel).toBe('general');
  });
});

it('texts nothing of a 涉密 case, which only a leader may release', () => {
  const file = openFile({ level: 'major', flags: ['secret'] });
  const made = file.log.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])),
  );
  expect(made.length).toBeGreaterThan(0);
  const texted = made.filter(({ byTelephone }) => !byTelephone);
  expect(texted.map(({ template }) => template)).toEqual(['urgentPaper']);
  const release: CaseCommand = {
    type: 'SetFlags',
    add: [],
    remove: ['secret'],
    reason: '已公开',
    reference: '1号',
  };
  expect(codeOf(file, '03-02 09:10', officer, release)).toBe('ROLE_NOT_ALLOWED');
  expect(codeOf(file, '03-02 09:11', head, release)).toBe('ROLE_NOT_ALLOWED');
  expect(codeOf(file, '03-02 09:12', chief, release)).toBeUndefined();
});

it('ends with what is owed named and answered for', () => {
  const file = openFile({ level: 'major' });
  const end: CaseCommand = { type: 'Conclude', summary: '已经答复来信人员' };
  expect(file.give('03-02 10:00', officer, end).refusal?.code).toBe('ROLE_NOT_ALLOWED');
  const { refusal } = file.give('03-02 10:00', head, end);
  expect(refusal?.code).toBe('DUTIES_UNMET');
  expect(refusal?.message).toContain('向相关股室、直属二级单位通报情况');
  file.give('03-02 10:01', officer, circular());
  expect(codeOf(file, '03-02 10:02', head, end)).toBeUndefined();
  expect(file.state.status).toBe('concluded');
});
