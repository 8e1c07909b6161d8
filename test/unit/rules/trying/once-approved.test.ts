import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { type CaseCommand, handle } from '../../../../shared/rules/decide.ts';
import { foretell } from '../../../../shared/rules/trying/foretell.ts';
import { at, caseFile, head, officer, opening, suggestion } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';

// Who asks for a lowering sees what it would end, as the one who approves it does.

describe.each([
  ['leizhou', 'red', 'orange', 'dutyOfficer', 'officeHead'],
  ['nanning', 'major', 'general', 'dutyOfficer', 'officeHead'],
] as const)('%s: a request to lower', (bureau, from, to, asks, approves) => {
  const regulation = regulations[bureau]!;
  const asker = { ...officer, role: asks, person: officer.id };
  const approver = { ...head, role: approves, person: head.id };
  const open = () => {
    const file = caseFile(regulation);
    const given = opening({ level: from, instants: { detectedAt: at('03-02 10:20') } });
    const opener = { ...officer, role: 'dutyOfficer' };
    const unit = regulation.units[0]!.id;
    expect(file.give('03-02 10:30', opener, { ...given, unit, grade: suggestion(from) }).refusal).toBe(null);
    if (file.state.provisional) file.give('03-02 10:31', approver, { type: 'ConfirmGrade', level: from });
    return file;
  };
  const told = (file: ReturnType<typeof open>, actor: Actor, command: CaseCommand) => {
    const context = { regulation, now: at('03-02 11:00'), actor, roster: rosterOf([asker, approver]) };
    const { events, refusal } = handle(context, file.state, command);
    expect(refusal).toBe(null);
    const { limits, onceApproved } = foretell(context, file.state, events);
    const words = (all: typeof limits) =>
      all.map(({ settled, scheduled }) => `${scheduled.duty} ${settled.outcome} ${settled.due}`);
    return { now: words(limits), then: words(onceApproved) };
  };
  const lower: CaseCommand = { type: 'ChangeLevel', level: to, reason: '已平稳', authority: 'change' };

  it('changes nothing yet, and says what its approval would', () => {
    const file = open();
    const { now, then } = told(file, asker, lower);
    expect(now).toEqual([]);
    expect(then.length).toBeGreaterThan(0);
    expect(file.give('03-02 11:00', asker, lower).refusal).toBe(null);
    const approval = told(file, approver, { type: 'ApproveLevelChange' });
    expect(then).toEqual(approval.now);
    expect(approval.then).toEqual([]);
  });

  it('what nobody has to approve foretells none', () => {
    const file = open();
    expect(told(file, asker, { type: 'Acknowledge' }).then).toEqual([]);
  });
});
