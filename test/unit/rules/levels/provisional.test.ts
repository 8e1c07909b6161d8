import { describe, expect, it } from 'vitest';
import type { ScheduledDuty } from '../../../../shared/deadlines/scheduled-duty.ts';
import {
  at,
  caseFile,
  chief,
  head,
  liaison,
  officer,
  opening,
  suggestion,
  system,
} from '../../../support/case-file.ts';
import { assigned, item, open } from './given.ts';

describe('a provisional level', () => {
  const provisional = (level: string) => {
    const file = caseFile();
    file.give('03-02 10:30', system, {
      ...opening({ level, how: 'feed', sources: [assigned], instants: { occurredAt: at('03-02 08:00') } }),
      level: undefined,
    });
    return file;
  };

  /** What the determination of the level changes of a clock: it is law now. */
  const asProposed = (duties: readonly ScheduledDuty[]) =>
    duties
      .filter(({ duty }) => duty !== 'confirmGrade')
      .map(({ breachable: _, provisional: __, awaitsGrade: ___, next, ...rest }) => ({
        ...rest,
        next: next && { ...next, orders: false },
      }));

  it('starts the clocks as 暂定, and determining it moves nothing but makes them law', () => {
    const file = provisional('orange');
    expect(file.state.provisional).toBe(true);
    const before = asProposed(file.schedule().duties);
    expect(file.duty('publicResponse')).toMatchObject({ provisional: true, breachable: false });
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'orange' });
    expect(asProposed(file.schedule().duties)).toEqual(before);
    expect(file.duty('publicResponse')).toMatchObject({ provisional: false, breachable: true });
    expect(file.state).toMatchObject({ provisional: false, generation: 1 });
    expect(file.give('03-02 10:46', officer, { type: 'ConfirmGrade', level: 'orange' }).refusal?.code).toBe(
      'GRADE_ALREADY_CONFIRMED',
    );
  });

  it('confirmed higher counts receipt from the receipt: it is one first grading', () => {
    const file = provisional('yellow');
    file.give('03-02 12:00', officer, { type: 'ConfirmGrade', level: 'orange' });
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
  });

  it('is confirmed lower by two persons only', () => {
    const file = provisional('orange');
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'yellow' });
    expect(file.state).toMatchObject({ provisional: true, handlingLevel: 'orange' });
    file.give('03-02 10:50', head, { type: 'ApproveLevelChange' });
    expect(file.state).toMatchObject({ provisional: false, handlingLevel: 'yellow' });
    expect(file.duty('confirmGrade')?.status).toBe('fulfilled');
    // 初判未采纳: the three hours of the level that nobody determined bind nobody.
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
  });

  it('is raised by a graver item by itself, and never lowered by a lighter one', () => {
    const file = provisional('yellow');
    const up = file.give('03-02 11:00', system, item('1', 'red'));
    expect(up.rearms).toBe(true);
    expect(file.state).toMatchObject({ warningLevel: 'red', handlingLevel: 'red', provisional: true });
    file.give('03-02 11:10', system, item('2', 'blue'));
    expect(file.state).toMatchObject({ warningLevel: 'red', handlingLevel: 'red' });
    expect(file.give('03-02 11:11', system, item('2', 'blue')).events).toEqual([]);
  });

  it('once confirmed is not raised by an item; the office is told', () => {
    const file = open('yellow');
    const { events } = file.give('03-02 11:00', system, item('1', 'red'));
    expect(file.state.handlingLevel).toBe('yellow');
    expect(events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))).toMatchObject([
      { template: 'hotter', role: 'dutyOfficer', byTelephone: false },
      { template: 'hotter', role: 'officeHead', byTelephone: false },
    ]);
  });

  it('raised by an item withdraws a lowering that was proposed on the facts before it', () => {
    const file = provisional('orange');
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'blue' });
    file.give('03-02 10:50', system, item('1', 'red'));
    expect(file.give('03-02 10:55', head, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'NO_LOWERING_PENDING',
    );
    expect(file.state.handlingLevel).toBe('red');
  });

  it('keeps the handling level that an instruction has set when it is confirmed', () => {
    const file = provisional('blue');
    file.give('03-02 10:40', chief, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '按橙色办',
      handleAs: 'orange',
    });
    expect(file.state).toMatchObject({ handlingLevel: 'orange', provisional: true });
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'blue' });
    expect(file.state).toMatchObject({ handlingLevel: 'orange', provisional: false, lowering: null });
  });

  it('cannot be put below the suggestion by a unit that opens the case, only above', () => {
    const file = caseFile();
    file.give('03-02 10:30', liaison, { ...opening({ grade: suggestion('orange') }), level: 'routine' });
    expect(file.state).toMatchObject({ warningLevel: 'orange', provisional: true });
    const higher = caseFile();
    higher.give('03-02 10:30', liaison, { ...opening({ grade: suggestion('blue') }), level: 'yellow' });
    expect(higher.state).toMatchObject({ warningLevel: 'yellow', provisional: true });
    const office = caseFile();
    office.give('03-02 10:30', officer, { ...opening({ grade: suggestion('orange') }), level: 'blue' });
    // Opened low by who may grade is lowering too: until a second person agrees the table's level stands as 初判.
    expect(office.state).toMatchObject({
      warningLevel: 'orange',
      provisional: true,
      lowering: { to: 'blue' },
    });
    expect(office.give('03-02 10:31', officer, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'ROLE_NOT_ALLOWED',
    );
    office.give('03-02 10:32', head, { type: 'ApproveLevelChange' });
    expect(office.state).toMatchObject({ warningLevel: 'blue', provisional: false, lowering: null });
  });
});
