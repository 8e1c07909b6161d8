import { describe, expect, it } from 'vitest';
import { foresee } from '../../../../shared/case/evolve.ts';
import { isOverdue } from '../../../../shared/deadlines/breach.ts';
import { scheduleCase } from '../../../../shared/deadlines/schedule.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { type CaseCommand, handle } from '../../../../shared/rules/decide.ts';
import { foretell } from '../../../../shared/rules/trying/foretell.ts';
import { at, caseFile, head, leader, officer, opening, suggestion } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';

// What is overdue as soon as an act stands is said before it is done.

const BUREAUS = [
  // 办法第二十一条(二)橙 ②: 48 hours from 发生, 08:00.
  { bureau: 'leizhou', level: 'orange', duty: 'publicResponse', due: '03-04 08:00', by: head, ends: head },
  // 预案五(二): 24 hours from 发现, 08:00.
  { bureau: 'nanning', level: 'major', duty: 'publishOnline', due: '03-03 08:00', by: head, ends: leader },
] as const;
const secondBefore = (instant: string): string => new Date(Date.parse(instant) - 1000).toISOString();
const secondAfter = (instant: string): string => new Date(Date.parse(instant) + 1000).toISOString();

describe.each(BUREAUS)('$bureau: a limit that has passed', ({ bureau, level, duty, due, by, ends }) => {
  const regulation = regulations[bureau]!;
  const facts = {
    ...opening({ instants: { occurredAt: at('03-02 08:00'), detectedAt: at('03-02 08:00') } }),
    unit: regulation.units[0]!.id,
    grade: suggestion(level),
  };
  const roster = rosterOf([by, officer, leader]);
  const proposed = () => {
    const file = caseFile(regulation);
    expect(file.give('03-02 08:05', officer, facts).refusal).toBe(null);
    expect(file.state.provisional).toBe(true);
    return file;
  };
  const lateBy = (
    file: ReturnType<typeof proposed> | null,
    now: string,
    command: CaseCommand,
    actor = by,
  ) => {
    const context = { regulation, now, actor, roster };
    const { events, refusal } = handle(context, file?.state ?? null, command);
    expect(refusal).toBe(null);
    const { late, state } = foretell(context, file?.state ?? null, events);
    const overdue = scheduleCase(regulation, state).duties.filter((each) => isOverdue(each, now));
    return { late: late.map((each) => `${each.duty} ${each.current.due}`), overdue: overdue.length };
  };
  const confirm: CaseCommand = { type: 'ConfirmGrade', level };
  const it_ = `${duty} ${at(due)}`;

  it('breaks nothing while the level is proposed, and is told before it is determined', () => {
    expect(lateBy(proposed(), secondBefore(at(due)), confirm).late).not.toContain(it_);
    expect(lateBy(proposed(), at(due), confirm).late).not.toContain(it_);
    const { late, overdue } = lateBy(proposed(), secondAfter(at(due)), confirm);
    expect(late).toContain(it_);
    expect(late).toHaveLength(overdue);
  });

  it('is told before a case is opened at a level that is determined with it', () => {
    const open = { ...facts, level };
    expect(lateBy(null, at(due), open).late).not.toContain(it_);
    const { late, overdue } = lateBy(null, secondAfter(at(due)), open);
    expect(late).toHaveLength(overdue);
    const [first] = late;
    // At 南宁 another has to determine it: it breaks nothing yet.
    expect(first === undefined).toBe(overdue === 0);
  });

  it('is not told again by what does not make it so', () => {
    const file = proposed();
    file.give('03-02 08:06', by, confirm);
    expect(file.state.provisional).toBe(false);
    const now = secondAfter(at(due));
    const add = [regulation.flags[0]!.id];
    const again: CaseCommand = { type: 'SetFlags', add, remove: [], reason: '核实' };
    const { late, overdue } = lateBy(file, now, again);
    expect(overdue).toBeGreaterThan(0);
    expect(late).not.toContain(it_);
  });

  it('that 结报 had ended is told before the case is opened again', () => {
    const file = proposed();
    file.give('03-02 08:06', by, confirm);
    const now = secondAfter(at(due));
    const concluded = foresee(file.state, [{ type: 'CaseConcluded', summary: '办结', unmet: [] }], {
      ...{ at: at('03-02 09:00'), actor: by, version: file.state.version + 1 },
    });
    const reopened = { ...file, state: concluded };
    const command: CaseCommand = { type: 'Reopen', reason: '结报后当事人提出新的证据' };
    expect(lateBy(reopened, at(due), command, ends).late).not.toContain(it_);
    expect(lateBy(reopened, now, command, ends).late).toContain(it_);
  });
});
