import { describe, expect, it } from 'vitest';
import { isTrue } from '../../../shared/regulations/conditions.ts';
import { settingsOf } from '../../../shared/regulations/lookup.ts';
import { leizhou } from '../../support/bureaus.ts';

const may = (command: string, role: string, level = 'yellow') =>
  leizhou.authorities.some(
    (each) => each.command === command && each.roles.includes(role) && (each.levels?.includes(level) ?? true),
  );
const levels = ['routine', 'blue', 'yellow', 'orange', 'red'];
const commands = `OpenCase AttachItem AddSource CorrectInstant ConfirmGrade ChangeLevel ApproveLevelChange
  RejectLevelChange SetResponseLevel SetFlags AssignUnit Acknowledge FileReport RecordPublication RecordMeeting
  WithdrawUnit ReturnCase DecideReturn RequestPlan StartPlan EndPlan RecordInstruction RecordDecision RecordAction HoldDuty ResumeDuty PurgeContent DeclareCalm
  Rekindle Conclude ApproveConclusion ReleaseDuty ConfirmRelease FileReview DraftSupervisionOrder
  SignSupervisionOrder ChargeSigner VoidOrder AcknowledgeOrder AnswerNotice IssueDocument ExtendDuty SetDeadline
  SettleLimit PostponeInstant ConfirmAct WithdrawAct EnterForAnother Countersign ConfirmLateEntry WithdrawOthers EditRoster WriteFirstRoster
  CompleteAct CompleteForOthers ReleaseWarning ReadCases ReadSecretCases ReadRoster ReadNumbers ReadRefusals`.split(
  /\s+/,
);

/** What can be done with a matter that is no 舆情; it is never graded. */
const standing = ['specialPeriod', 'monitoringRequest', 'periodic'];
const onStanding = `OpenCase AttachItem SetFlags AssignUnit FileReport RecordAction RecordInstruction Conclude
  ApproveConclusion DraftSupervisionOrder AnswerNotice IssueDocument ExtendDuty SetDeadline PostponeInstant`.split(
  /\s+/,
);

describe('who may give a command', () => {
  it('is written for every command, and for no other', () => {
    expect([...new Set(leizhou.authorities.map(({ command }) => command))].sort()).toEqual(
      [...commands].sort(),
    );
  });

  it.each(commands)('%s can be given by somebody at every level', (command) => {
    for (const level of levels) expect(leizhou.roles.some(({ id }) => may(command, id, level))).toBe(true);
  });

  it.each(onStanding)('%s can be given by somebody in a matter that is no 舆情', (command) => {
    for (const level of standing) expect(leizhou.roles.some(({ id }) => may(command, id, level))).toBe(true);
  });

  it.each([
    // 办法第十四条: the office grades; a unit does not.
    ['ConfirmGrade', 'dutyOfficer', 'unitHead', 'yellow'],
    ['ApproveLevelChange', 'officeHead', 'dutyOfficer', 'yellow'],
    // 预案2.1.3, 4.4: the leading group starts the schedule and sets its level.
    ['StartPlan', 'leadingGroup', 'officeHead', 'orange'],
    ['SetResponseLevel', 'chiefLeader', 'deputyLeader', 'orange'],
    // X16: a deputy leader declares calm up to yellow; above, the leading group.
    ['DeclareCalm', 'deputyLeader', 'officeHead', 'yellow'],
    ['DeclareCalm', 'leadingGroup', 'deputyLeader', 'orange'],
    ['EndPlan', 'chiefLeader', 'deputyLeader', 'red'],
    // 预案1.6 ④: a leader may hold a publication; the office may not.
    ['HoldDuty', 'deputyLeader', 'officeHead', 'red'],
    // 办法第二十七条(二)②: everything public goes through the office.
    ['RecordPublication', 'officeHead', 'unitHead', 'red'],
    ['RequestPlan', 'unitHead', 'deputyLeader', 'orange'],
    ['DraftSupervisionOrder', 'dutyOfficer', 'unitLiaison', 'blue'],
    // 办法第三十三条: the office's, signed by its head.
    ['SignSupervisionOrder', 'officeHead', 'dutyOfficer', 'blue'],
    ['ApproveConclusion', 'deputyLeader', 'officeHead', 'yellow'],
    ['ApproveConclusion', 'officeHead', 'dutyOfficer', 'blue'],
    ['OpenCase', 'unitLiaison', 'operator', 'blue'],
    // 附件2一: a special period is declared for the whole bureau; 附件3一: a unit asks for monitoring.
    ['OpenCase', 'officeHead', 'unitLiaison', 'specialPeriod'],
    ['OpenCase', 'unitLiaison', 'deputyLeader', 'monitoringRequest'],
    ['OpenCase', 'dutyOfficer', 'unitLiaison', 'periodic'],
    // 附件3三: the unit asks, the office extends.
    ['ExtendDuty', 'dutyOfficer', 'unitLiaison', 'monitoringRequest'],
    ['SetDeadline', 'officeHead', 'dutyOfficer', 'specialPeriod'],
    ['PostponeInstant', 'officeHead', 'dutyOfficer', 'specialPeriod'],
  ])('%s: %s may, %s may not (at %s)', (command, allowed, refused, level) => {
    expect(may(command, allowed, level)).toBe(true);
    expect(may(command, refused, level)).toBe(false);
  });
});

describe('what a publication waits for', () => {
  const closed = (level: string, form: string, ...flags: string[]) =>
    leizhou.gates
      .filter(({ on }) => on.includes('RecordPublication'))
      .filter((gate) => !gate.whilePlan && (gate.publications?.includes(form) ?? true))
      .filter((gate) => gate.levels?.includes(level) ?? true)
      .filter((gate) =>
        isTrue(gate.when, { sources: [], flags, warningLevel: level, settings: settingsOf(leizhou) }),
      )
      .map(({ id }) => id);

  it.each([
    ['yellow', 'authoritative', [], []],
    ['orange', 'authoritative', [], ['leaderApproval']],
    ['orange', 'publicWarning', [], ['publicWarningConsent']],
    ['yellow', 'publicWarning', [], ['publicWarningConsent']],
    ['red', 'results', [], ['leaderApproval', 'resultsConsent']],
    ['yellow', 'results', [], []],
    ['yellow', 'results', ['majorSensitive'], ['flaggedResultsConsent']],
    ['orange', 'results', ['majorSensitive'], ['leaderApproval', 'resultsConsent']],
    // 第二十九条 and 预案4.3 speak of 处置结果, 附件2八(三) of whatever is published in a 特护期.
    ['blue', 'authoritative', ['crossRegion'], []],
    ['blue', 'results', ['crossRegion'], ['peersFirst']],
    ['blue', 'authoritative', ['crossRegion', 'specialPeriod'], ['specialPeriodPeers']],
    ['orange', 'briefing', ['specialPeriod'], ['leaderApproval', 'specialPeriodConsent']],
    ['yellow', 'reply', ['specialPeriod'], []],
    ['yellow', 'reply', ['specialPeriod', 'majorSensitive'], ['specialPeriodFlaggedConsent']],
    ['blue', 'authoritative', ['political'], ['guidanceFirst']],
    ['blue', 'authoritative', ['ideologySign'], ['guidanceFirst']],
    ['blue', 'authoritative', ['ideologyError'], ['guidanceFirst']],
  ] as const)('at %s, publishing %s with flags %j: %j', (level, form, flags, gates) => {
    expect(closed(level, form, ...flags)).toEqual(gates);
  });
});
