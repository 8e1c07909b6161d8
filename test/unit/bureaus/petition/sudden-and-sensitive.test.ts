import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, chief, group, head, officer } from '../../../support/case-file.ts';
import {
  act,
  assign,
  codeOf,
  deadline,
  type File,
  openFile,
  outcomeOf,
  publication,
  statusOf,
  unitHead,
} from './petition-file.ts';

const flag = (...add: string[]): CaseCommand => ({ type: 'SetFlags', add, remove: [], reason: '研判' });

const idsOf = (file: File) => file.schedule().duties.map(({ duty }) => duty);

describe('petition D 第八条 ③: what is published of a sudden sensitive matter online (X42)', () => {
  it.each(['larger', 'major'])('is listed with its rule until somebody enters the limit, at %s', (level) => {
    const file = openFile({ level });
    expect(idsOf(file)).not.toContain('publishSudden');
    file.give('03-02 09:10', officer, flag('onlineSudden'));
    expect(file.duty('publishSudden')).toMatchObject({
      status: 'listed',
      next: null,
      reason: '区委办、政府办关于网上突发敏感舆情应急处置工作机制规定:须人工录入时限',
    });
    expect(idsOf(file)).not.toContain('respond');
  });

  it('is no matter of 一般', () => {
    const file = openFile({ flags: ['onlineSudden'] });
    expect(idsOf(file)).not.toContain('publishSudden');
    expect(idsOf(file)).toContain('respond');
  });

  it.each([
    ['03-02 11:59:59', 'fulfilled'],
    ['03-02 12:00', 'fulfilled'],
    ['03-02 12:00:01', 'fulfilledLate'],
  ])('published at %s is %s by the limit that was entered', (when, outcome) => {
    const file = openFile({ level: 'larger', flags: ['onlineSudden'] });
    expect(codeOf(file, '03-02 09:10', officer, deadline('03-02 12:00'))).toBeUndefined();
    file.give('03-02 09:20', chief, act('feedbackApproved'));
    file.give(when, head, publication);
    expect(outcomeOf(file, 'publishSudden')).toBe(outcome);
  });

  it('is pursued like any limit of the law', () => {
    const file = openFile({ level: 'larger', flags: ['onlineSudden'] });
    file.give('03-02 09:10', officer, deadline('03-02 12:00'));
    expect(file.runTo('03-02 12:30').filter((line) => line.includes('publishSudden'))).toEqual([
      '03-02 11:17 publishSudden#1 remind0',
      '03-02 11:45 publishSudden#1 remind1',
      '03-02 12:00 publishSudden#1 due0',
      '03-02 12:30 publishSudden#1 overdue0',
    ]);
  });

  it('may be brought forward by the clerk and put off only above him', () => {
    const file = openFile({ level: 'major', flags: ['onlineSudden'] });
    file.give('03-02 09:10', officer, deadline('03-02 12:00'));
    expect(codeOf(file, '03-02 09:11', officer, deadline('03-02 11:00'))).toBeUndefined();
    expect(codeOf(file, '03-02 09:12', officer, deadline('03-02 12:00'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 09:13', head, deadline('03-02 12:00'))).toBeUndefined();
    expect(file.due('publishSudden')).toBe(at('03-02 12:00'));
  });

  it('takes no limit from a unit', () => {
    const file = openFile({ level: 'major', flags: ['onlineSudden'] });
    file.give('03-02 09:06', chief, assign);
    expect(codeOf(file, '03-02 09:10', unitHead, deadline('03-02 12:00'))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('petition D 第六条 ③: 重大敏感舆情', () => {
  const chain: [Actor, string][] = [
    [head, 'consulted'],
    [group, 'opinionApproved'],
    [head, 'handedOver'],
  ];

  it.each(['sensitive', 'onlineSudden'])('goes through 会商, 报审, 交办 in this order (%s)', (mark) => {
    const file = openFile({ level: 'major', flags: [mark] });
    file.give('03-02 10:00', group, act('feedbackApproved'));
    expect(statusOf(file, 'consult')).toBe('listed');
    expect(statusOf(file, 'approveOpinion')).toBe('notStarted');
    expect(codeOf(file, '03-02 10:01', group, act('opinionApproved'))).toBe('APPROVAL_OUT_OF_ORDER');
    expect(codeOf(file, '03-02 10:01', head, act('handedOver'))).toBe('APPROVAL_OUT_OF_ORDER');
    for (const [who, action] of chain) {
      expect(codeOf(file, '03-02 10:02', officer, publication)).toBe('PUBLICATION_NOT_CLEARED');
      expect(codeOf(file, '03-02 10:03', who, act(action))).toBeUndefined();
    }
    for (const duty of ['consult', 'approveOpinion', 'handOver'])
      expect(outcomeOf(file, duty)).toBe('fulfilled');
    expect(codeOf(file, '03-02 10:04', officer, publication)).toBeUndefined();
  });

  it('is approved by the leading group, not by the office that proposes', () => {
    const file = openFile({ level: 'major', flags: ['sensitive'] });
    file.give('03-02 10:00', head, act('consulted'));
    expect(codeOf(file, '03-02 10:01', head, act('opinionApproved'))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each([
    ['major', []],
    ['larger', ['sensitive']],
    ['general', ['sensitive']],
  ])('is what is 重大 and sensitive: not %s with %j', (level, flags) => {
    const file = openFile({ level, flags });
    expect(idsOf(file)).not.toContain('consult');
    file.give('03-02 10:00', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:01', officer, publication)).toBeUndefined();
  });
});
