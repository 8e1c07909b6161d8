import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { confirm } from '../../../support/approvals.ts';
import {
  at,
  caseFile,
  group,
  head,
  leader,
  liaison,
  officer,
  opening,
  suggestion,
  system,
} from '../../../support/case-file.ts';
import { act, open, publish, report } from './given.ts';

describe('the date of an act', () => {
  const dated = (madeAt: string): CaseCommand[] => [
    { ...report, madeAt: at(madeAt) } as CaseCommand,
    { type: 'RecordMeeting', madeAt: at(madeAt) },
    { ...publish('reply'), madeAt: at(madeAt) } as CaseCommand,
    { ...act('verified'), madeAt: at(madeAt) } as CaseCommand,
    { type: 'RecordDecision', decision: 'respondPublicly', outcome: '回应', madeAt: at(madeAt) },
    { type: 'RecordInstruction', from: 'superior', text: '速办', madeAt: at(madeAt) },
  ];

  it('may lie before now, when the act was made, and is what counts', () => {
    for (const command of dated('03-02 10:40'))
      expect(open().give('03-02 11:00', head, command).refusal).toBeNull();
    const file = open();
    file.give('03-02 11:00', liaison, { type: 'RecordMeeting', madeAt: at('03-02 10:40') });
    expect(file.duty('emergencyMeeting')!.current).toMatchObject({
      outcome: 'fulfilled',
      completedAt: at('03-02 10:40'),
    });
  });

  it('may be five minutes ahead, which is the clock of who sends it, and no second more', () => {
    for (const command of dated('03-02 11:05:00'))
      expect(open().give('03-02 11:00', head, command).refusal).toBeNull();
    for (const command of dated('03-02 11:05:01'))
      expect(open().give('03-02 11:00', head, command).refusal?.code).toBe('INSTANT_IN_FUTURE');
    expect(
      open().give('03-02 11:00', officer, {
        type: 'AddSource',
        source: { kind: 'city-prompted', receivedAt: at('03-02 11:05:01') },
      }).refusal?.code,
    ).toBe('INSTANT_IN_FUTURE');
    expect(
      open().give('03-02 11:00', group, { type: 'StartPlan', madeAt: at('03-02 11:05:01') }).refusal?.code,
    ).toBe('INSTANT_IN_FUTURE');
  });

  it('waits for the word of another when a report is entered after its limit as made before it', () => {
    const file = open('orange', { sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }] });
    file.runTo('03-02 14:00');
    file.give('03-02 14:05', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      madeAt: at('03-02 13:00'),
    });
    expect(file.duty('zhanjiangTelephone')!.current.outcome).toBe('lateEntry');
  });
});

describe('correcting an instant', () => {
  const correct = (instant: 'occurredAt' | 'outbreakAt' | 'publishedAt', when: string): CaseCommand => ({
    type: 'CorrectInstant',
    instant,
    at: at(when),
    reason: '核实',
  });

  it('to later is not the duty officer’s, to earlier is', () => {
    const facts = { instants: { occurredAt: at('03-02 08:00') } };
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 08:00:01')).refusal?.code,
    ).toBe('ROLE_NOT_ALLOWED');
    expect(
      open('red', facts).give('03-02 11:00', head, correct('occurredAt', '03-02 08:00:01')).refusal,
    ).toBeNull();
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 07:59:59')).refusal,
    ).toBeNull();
    expect(
      open('red', facts).give('03-02 11:00', head, correct('occurredAt', '03-02 08:00')).refusal?.code,
    ).toBe('INSTANT_UNCHANGED');
    expect(
      open('red', facts).give('03-02 11:00', head, correct('occurredAt', '03-02 11:05:01')).refusal?.code,
    ).toBe('INSTANT_IN_FUTURE');
  });

  it('that was estimated counts as later when it is later than the estimate', () => {
    const facts = { instants: { publishedAt: at('03-02 08:00') } };
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 08:00:01')).refusal?.code,
    ).toBe('ROLE_NOT_ALLOWED');
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('outbreakAt', '03-02 08:00:01')).refusal?.code,
    ).toBe('ROLE_NOT_ALLOWED');
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 07:00')).refusal,
    ).toBeNull();
    expect(open('red').give('03-02 11:00', officer, correct('occurredAt', '03-02 10:00')).refusal).toBeNull();
  });

  it('to later is not for whoever has let a limit of his own pass; what was put off is told with its start', () => {
    const file = open('red', { instants: { occurredAt: at('03-02 08:00') } });
    file.runTo('03-02 13:30');
    const refused = file.give('03-02 13:30', head, correct('occurredAt', '03-02 09:00')).refusal;
    expect(refused).toMatchObject({ code: 'SECOND_PERSON_REQUIRED' });
    expect(refused!.message).toContain('“发布权威信息”由你负责,已经逾期');
    // Nor in another post of his.
    const asLeader = { ...head, role: 'deputyLeader' };
    expect(file.give('03-02 13:30', asLeader, correct('occurredAt', '03-02 09:00')).refusal?.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(file.give('03-02 13:31', leader, correct('occurredAt', '03-02 09:00')).refusal).toBeNull();
    expect(file.duty('publicResponse')!.start?.revised).toMatchObject({
      at: at('03-02 13:31'),
      from: at('03-02 08:00'),
      by: { id: leader.id },
    });
    expect(file.give('03-02 13:32', officer, correct('occurredAt', '03-02 08:30')).refusal).toBeNull();
    expect(file.duty('publicResponse')!.start).not.toHaveProperty('revised');
  });

  it('收到 is put later by nobody whose limit has passed, in whatever post he comes', () => {
    const source = { kind: 'zhanjiang-assigned', receivedAt: at('03-02 07:00'), reference: '1号' };
    const file = caseFile();
    file.give('03-02 07:30', officer, opening({ level: 'orange', sources: [source] }));
    const both = { ...leader, id: 'p-both' };
    // As long as nothing of his has passed, and then not.
    file.give('03-02 07:40', { ...both, role: 'dutyOfficer' }, { type: 'RecordMeeting' });
    file.runTo('03-02 10:40');
    const later: CaseCommand = {
      ...{ type: 'CorrectInstant', instant: 'receivedAt', at: at('03-02 07:20') },
      ...{ reason: '来电记录', reference: '1号', source: '1号' },
    } as CaseCommand;
    const refused = file.give('03-02 10:41', both, later).refusal;
    expect(refused).toMatchObject({ code: 'SECOND_PERSON_REQUIRED' });
    expect(refused!.message).toContain('“电话报告湛江市局”由你负责,已经逾期');
    expect(file.give('03-02 10:42', leader, later).refusal).toBeNull();
  });

  it('to earlier is free though a limit has passed whose late entry was found to be kept', () => {
    const received = { sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 07:00') }] };
    const file = open('orange', { ...received, instants: { detectedAt: at('03-02 07:00') } });
    file.runTo('03-02 10:40');
    file.give('03-02 10:40', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      madeAt: at('03-02 09:30'),
    });
    const report = file.state.reports.at(-1)!.entry;
    expect(file.duty('zhanjiangTelephone')!.current.outcome).toBe('lateEntry');
    expect(
      file.give('03-02 10:45', leader, { ...confirm(report), reference: '通话记录' }).refusal,
    ).toBeNull();
    expect(file.duty('zhanjiangTelephone')!.current.outcome).toBe('fulfilled');
    expect(file.give('03-02 10:50', officer, correct('occurredAt', '03-02 05:30')).refusal).toBeNull();
  });

  it('takes the earlier publication of an item that joins the case', () => {
    const file = open('red', { instants: { publishedAt: at('03-02 08:00') } });
    const { rearms } = file.give('03-02 11:00', system, {
      type: 'AttachItem',
      item: { feed: 'f', id: '1', title: '首发', publishedAt: at('03-02 07:00') },
      grade: suggestion('blue'),
      flags: [],
    });
    expect(rearms).toBe(true);
    expect(file.due('publicResponse')).toBe(at('03-02 12:00'));
  });
});
