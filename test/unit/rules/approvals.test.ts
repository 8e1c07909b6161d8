import { describe, expect, it } from 'vitest';
import {
  at,
  caseFile,
  chief,
  group,
  head,
  leader,
  liaison,
  officer,
  opening,
} from '../../support/case-file.ts';

const orange = () => {
  const file = caseFile();
  file.give(
    '03-02 08:00',
    officer,
    opening({ level: 'orange', instants: { occurredAt: at('03-02 07:00') } }),
  );
  return file;
};

describe('approvals that open a publication', () => {
  it('a unit cannot record the approval of its own statement', () => {
    const file = orange();
    const own = file.give('03-02 08:10', liaison, { type: 'RecordAction', action: 'statementApproved' });
    expect(own.refusal).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(
      file.give('03-02 08:11', leader, { type: 'RecordAction', action: 'statementApproved' }).refusal,
    ).toBeNull();
    expect(
      file.give('03-02 08:12', head, { type: 'RecordPublication', form: 'authoritative' }).refusal,
    ).toBeNull();
  });

  it('an interview needs the leading group too while the emergency plan runs, and only then', () => {
    const file = orange();
    file.give('03-02 08:11', leader, { type: 'RecordAction', action: 'statementApproved' });
    expect(
      file.give('03-02 08:12', head, { type: 'RecordPublication', form: 'interview' }).refusal,
    ).toBeNull();
    file.give('03-02 08:20', group, { type: 'StartPlan' });
    const early = file.give('03-02 08:21', head, { type: 'RecordPublication', form: 'interview' });
    expect(early.refusal).toMatchObject({ code: 'PUBLICATION_NOT_CLEARED' });
    expect(
      file.give('03-02 08:22', head, { type: 'RecordAction', action: 'interviewApproved' }).refusal?.code,
    ).toBe('ROLE_NOT_ALLOWED');
    expect(
      file.give('03-02 08:23', chief, { type: 'RecordAction', action: 'interviewApproved' }).refusal,
    ).toBeNull();
    expect(
      file.give('03-02 08:24', head, { type: 'RecordPublication', form: 'interview' }).refusal,
    ).toBeNull();
  });

  it('keeps in the file at which level an instruction wants the case handled', () => {
    const file = orange();
    file.give('03-02 09:00', officer, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '按黄色办理',
      handleAs: 'yellow',
    });
    expect(file.log.at(-1)?.events[0]).toMatchObject({ type: 'InstructionRecorded', handleAs: 'yellow' });
    expect(file.state.handlingLevel).toBe('orange');
  });
});

describe('a lowering that waits for the second person', () => {
  it('does not keep anybody from raising the level, which makes it void', () => {
    const file = orange();
    file.give('03-02 08:10', officer, {
      type: 'ChangeLevel',
      level: 'yellow',
      reason: '热度回落',
      authority: 'change',
    });
    expect(file.state.lowering).not.toBeNull();
    const again = file.give('03-02 08:11', head, {
      type: 'ChangeLevel',
      level: 'blue',
      reason: '热度回落',
      authority: 'change',
    });
    expect(again.refusal).toMatchObject({ code: 'LOWERING_PENDING' });
    const raised = file.give('03-02 08:12', officer, {
      type: 'ChangeLevel',
      level: 'red',
      reason: '境外媒体关注',
      authority: 'change',
    });
    expect(raised.refusal).toBeNull();
    expect(file.state).toMatchObject({ handlingLevel: 'red', lowering: null });
    expect(file.give('03-02 08:13', chief, { type: 'ApproveLevelChange' }).refusal).toMatchObject({
      code: 'NO_LOWERING_PENDING',
    });
  });
});
