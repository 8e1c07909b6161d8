import { describe, expect, it } from 'vitest';
import { leadAcknowledgedAt } from '../../../../shared/case/units.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { consent } from '../../../support/approvals.ts';
import { at, group, head, leader, liaison, officer } from '../../../support/case-file.ts';
import { act, noticesOf, open, otherUnit, publish, report } from './given.ts';

describe('turning a case over to a unit', () => {
  it('tells the new unit, and moves neither the clock nor the record of the first 转办', () => {
    const file = open('yellow');
    file.give('03-02 10:31', liaison, { type: 'Acknowledge' });
    expect(file.due('unitResponse')).toBe(at('03-02 10:31'));
    const { events } = file.give('03-02 12:00', officer, { type: 'AssignUnit', unit: 'drugs' });
    expect(noticesOf(events)).toMatchObject([
      { template: 'assigned', role: 'unitLiaison', unit: 'drugs' },
      { template: 'assigned', role: 'unitHead', unit: 'drugs' },
      // And the first, that it is owed there no more.
      { template: 'handedOn', role: 'unitLiaison', unit: 'food' },
      { template: 'handedOn', role: 'unitHead', unit: 'food' },
    ]);
    expect(file.state).toMatchObject({
      unit: 'drugs',
      units: [
        { unit: 'food', part: null },
        { unit: 'drugs', part: 'lead', acknowledgedAt: null },
      ],
    });
    expect(file.duty('unitResponse')).toMatchObject({ status: 'open', current: { due: at('03-02 10:31') } });
    expect(file.duty('transferUnit')!.current.completedAt).toBe(at('03-02 10:30'));
    expect(file.give('03-02 12:10', otherUnit, { type: 'Acknowledge' }).refusal).toBeNull();
    expect(file.due('unitResponse')).toBe(at('03-02 10:31'));
    // Everybody signs for himself, also after the unit has.
    expect(file.give('03-02 12:11', { ...otherUnit, id: 'p-other' }, { type: 'Acknowledge' }).events).toEqual(
      [{ type: 'CaseAcknowledged' }],
    );
    expect(leadAcknowledgedAt(file.state)).toBe(at('03-02 12:10'));
  });

  it('needs a unit that is another one and exists', () => {
    const file = open();
    expect(file.give('03-02 11:00', officer, { type: 'AssignUnit', unit: 'food' }).refusal?.code).toBe(
      'UNIT_UNCHANGED',
    );
    expect(file.give('03-02 11:00', officer, { type: 'AssignUnit', unit: 'cars' }).refusal?.code).toBe(
      'UNIT_UNKNOWN',
    );
    expect(file.give('03-02 11:00', officer, { type: 'AssignUnit', unit: 'ip' }).refusal).toBeNull();
  });

  it('is chased until it is done, when the case has no unit', () => {
    const file = open('yellow', { unit: undefined });
    expect(file.duty('transferUnit')).toMatchObject({
      status: 'open',
      next: { stage: 'due', at: at('03-02 10:30') },
    });
    // Who is of no unit signs for himself alone.
    expect(
      file.give('03-02 10:40', { ...liaison, role: 'coordination' }, { type: 'Acknowledge' }).events,
    ).toEqual([{ type: 'CaseAcknowledged' }]);
    expect(leadAcknowledgedAt(file.state)).toBeNull();
    file.give('03-02 10:40', officer, { type: 'AssignUnit', unit: 'food' });
    expect(file.duty('transferUnit')).toMatchObject({
      status: 'fulfilled',
      current: { outcome: 'fulfilled' },
    });
  });

  it('acknowledging starts the unit’s report when the warning has not, and never makes it later', () => {
    const file = open('yellow');
    file.give('03-02 10:40', liaison, { type: 'Acknowledge' });
    expect(file.due('unitResponse')).toBe(at('03-02 10:40'));
    file.release('03-02 10:45');
    expect(file.due('unitResponse')).toBe(at('03-02 10:40'));
    const warned = open('yellow');
    warned.release('03-02 10:30');
    warned.give('03-02 10:40', liaison, { type: 'Acknowledge' });
    expect(warned.due('unitResponse')).toBe(at('03-02 10:30'));
  });
});

describe('the emergency plan', () => {
  it('is started once, ended once, and its verification clock stays where the first start put it', () => {
    const file = open('orange');
    expect(file.give('03-02 10:40', group, { type: 'EndPlan', reason: '结束' }).refusal?.code).toBe(
      'PLAN_NOT_STARTED',
    );
    file.give('03-02 11:00', group, { type: 'StartPlan' });
    expect(file.duty('emergencyPlan')!.status).toBe('fulfilled');
    expect(file.due('planVerification')).toBe(at('03-02 11:00'));
    expect(file.give('03-02 11:10', group, { type: 'StartPlan' }).refusal?.code).toBe('PLAN_ALREADY_STARTED');
    file.give('03-02 12:00', group, { type: 'EndPlan', reason: '得到控制' });
    expect(file.give('03-02 12:01', group, { type: 'EndPlan', reason: '再结束' }).refusal?.code).toBe(
      'PLAN_NOT_STARTED',
    );
    file.give('03-02 13:00', group, { type: 'StartPlan' });
    expect(file.state.planEndedAt).toBeNull();
    expect(file.due('planVerification')).toBe(at('03-02 11:00'));
    expect(file.duty('emergencyPlan')!.current.completedAt).toBe(at('03-02 11:00'));
  });
});

describe('the gates before a publication', () => {
  it('an orange statement needs the leaders’ approval first', () => {
    const file = open('orange', { instants: { occurredAt: at('03-02 08:00') } });
    const refused = file.give('03-02 11:00', officer, publish('authoritative'));
    expect(refused.refusal?.code).toBe('PUBLICATION_NOT_CLEARED');
    expect(refused.refusal?.message).toContain('(《舆情监测及处置管理办法》第二十七条(一))');
    file.give('03-02 11:10', leader, act('responseSchemeApproved'));
    expect(file.give('03-02 11:20', officer, publish('authoritative')).refusal).toBeNull();
    expect(file.duty('publicResponse')!.status).toBe('fulfilled');
  });

  it('a yellow statement needs none', () => {
    expect(open('yellow').give('03-02 11:00', officer, publish('authoritative')).refusal).toBeNull();
  });

  it('results need the superior’s consent at orange, and below only with the flag 重大敏感', () => {
    const file = open('orange');
    file.give('03-02 11:00', leader, act('statementApproved'));
    expect(file.give('03-02 11:01', officer, publish('results')).refusal?.code).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-02 11:02', leader, consent('superiorConsent', 'zhanjiang'));
    expect(file.give('03-02 11:03', officer, publish('results')).refusal).toBeNull();
    expect(open('yellow').give('03-02 11:00', officer, publish('results')).refusal).toBeNull();
    const flagged = open('yellow', { flags: ['majorSensitive'] });
    expect(flagged.give('03-02 11:00', officer, publish('results')).refusal?.code).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    flagged.give('03-02 11:01', officer, consent('propagandaConsent', 'propaganda'));
    expect(flagged.give('03-02 11:02', officer, publish('results')).refusal).toBeNull();
  });

  it.each([
    ['crossRegion', 'results', act('peersInformed')],
    ['political', 'reply', consent('guidanceObtained', 'propaganda')],
    ['ideologySign', 'reply', consent('guidanceObtained', 'propaganda')],
    ['ideologyError', 'reply', consent('guidanceObtained', 'propaganda')],
  ])('the flag %s asks, before %s, for %o', (flag, form, cleared) => {
    const file = open('blue', { flags: [flag] });
    expect(file.give('03-02 11:00', officer, publish(form)).refusal?.code).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 11:01', officer, cleared);
    expect(file.give('03-02 11:02', officer, publish(form)).refusal).toBeNull();
  });

  it('an unknown form is refused before any gate', () => {
    expect(open('orange').give('03-02 11:00', officer, publish('song')).refusal?.code).toBe(
      'PUBLICATION_FORM_UNKNOWN',
    );
  });
});

describe('words that the regulation does not have', () => {
  it.each<[CaseCommand, string]>([
    [{ ...report, kind: 'odd' } as CaseCommand, 'REPORT_KIND_UNKNOWN'],
    [{ ...report, form: 'odd' } as CaseCommand, 'REPORT_FORM_UNKNOWN'],
    [{ ...report, to: ['deputyLeader', 'odd'] } as CaseCommand, 'RECEIVER_UNKNOWN'],
    [{ ...report, channel: 'odd' } as CaseCommand, 'CHANNEL_UNKNOWN'],
    [act('odd'), 'ACTION_UNKNOWN'],
    [{ type: 'RecordDecision', decision: 'odd', outcome: '是' }, 'DECISION_UNKNOWN'],
    [{ type: 'AddSource', source: { kind: 'odd' } }, 'SOURCE_UNKNOWN'],
    [{ type: 'SetFlags', add: ['odd'], remove: [], reason: '试' }, 'FLAG_UNKNOWN'],
    [{ type: 'SetFlags', add: [], remove: ['secret'], reason: '试' }, 'FLAGS_UNCHANGED'],
    [{ type: 'RecordInstruction', from: 'bureau', text: '办', handleAs: 'purple' }, 'LEVEL_UNKNOWN'],
    [{ type: 'AnswerNotice', notice: 'odd', how: 'telephoned' }, 'NOTICE_UNKNOWN'],
    [{ type: 'DraftSupervisionOrder', duty: 'odd', reason: '办理不力' }, 'DUTY_UNKNOWN'],
  ])('%o is refused with %s', (command, code) => {
    expect(open().give('03-02 11:00', head, command).refusal?.code).toBe(code);
  });
});
