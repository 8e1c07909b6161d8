import { describe, expect, it } from 'vitest';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import { leftUndone } from '../../../../shared/rules/phases/unmet.ts';
import { tasksIn } from '../../../../shared/rules/tasks/tasks-of.ts';
import { notesOnUnits } from '../../../../shared/rules/trying/notes.ts';
import { give, person } from '../../../readings/given.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at } from '../../../support/case-file.ts';
import { giveBack, joint, lead, of, warned } from './given.ts';

const officer = person('dutyOfficer');
/** 食品股 leads, 药械股 has it beside it. */
const together = () => {
  const file = warned('leizhou', 'orange');
  expect(give(file, '03-02 10:10', officer, joint('drugs'))).toBe('done');
  return file;
};

describe('what several units owe', () => {
  it('is each one’s task, and names it where it has come up to others', () => {
    const file = together();
    file.runTo('03-02 11:30');
    const tasks = tasksIn(leizhou, file.state).filter(({ duty }) => duty === 'unitResponse');
    const own = tasks.filter(({ kind }) => kind === 'immediate');
    expect(own.map(({ to }) => to.posts)).toEqual([
      [{ role: 'unitLiaison', unit: 'food' }],
      [{ role: 'unitLiaison', unit: 'drugs' }],
    ]);
    const climbed = tasks.filter(({ kind }) => kind === 'climbed');
    expect(climbed.map(({ text }) => text)).toEqual([
      '食品安全监管股(股室舆情联络员)尚未办理:股室初报处置情况,请督促',
      '药械监管股(股室舆情联络员)尚未办理:股室初报处置情况,请督促',
    ]);
    // A head presses his own people alone.
    expect(climbed.map(({ to }) => to.posts.filter(({ role }) => role === 'unitHead'))).toEqual([
      [{ role: 'unitHead', unit: 'food' }],
      [{ role: 'unitHead', unit: 'drugs' }],
    ]);
    // The rest is the case’s, and the 主办’s.
    const meeting = tasksIn(leizhou, file.state).find(
      ({ duty, kind }) => duty === 'emergencyMeeting' && kind === 'immediate',
    )!;
    expect(meeting.to.posts).toEqual([{ role: 'unitHead', unit: 'food' }]);
  });

  it('is told apart in the log and at 结报', () => {
    const file = together();
    const begun = file.log.at(-1)!.events.map((event) => labelOf(leizhou, event));
    expect(begun.join()).toContain('股室初报处置情况(药械监管股)');
    const names = leftUndone({ regulation: leizhou, now: at('03-02 10:20') }, file.state).map(
      ({ name }) => name,
    );
    expect(names).toContain('股室初报处置情况(食品安全监管股)');
    expect(names).toContain('股室初报处置情况(药械监管股)');
  });

  it('of a single unit is named as it always was', () => {
    const file = warned('leizhou', 'orange');
    const names = leftUndone({ regulation: leizhou, now: at('03-02 10:20') }, file.state).map(
      ({ name }) => name,
    );
    expect(names).toContain('股室初报处置情况');
    expect(file.schedule().duties.filter(({ unit }) => unit !== undefined)).toEqual([]);
  });

  it('a 会办’s act meets what the case owes, and no third unit’s', () => {
    const file = together();
    const meeting = {
      type: 'RecordMeeting',
      participants: '药械股',
      conclusion: '配合核查药店许可',
    } as const;
    expect(give(file, '03-02 10:20', of('price', 'unitHead'), meeting)).toBe('NOT_YOUR_UNIT');
    expect(give(file, '03-02 10:21', of('drugs', 'unitHead'), meeting)).toBe('done');
    expect(file.duty('emergencyMeeting')).toMatchObject({ status: 'fulfilled' });
  });
});

describe('a 督办通知 by hand', () => {
  const draft = { type: 'DraftSupervisionOrder', reason: '逾期未报处置情况' } as const;
  it('goes to the 主办, or to the unit that it names', () => {
    const file = together();
    expect(give(file, '03-02 12:00', officer, { ...draft, duty: 'unitResponse' })).toBe('done');
    expect(give(file, '03-02 12:01', officer, { ...draft, duty: 'unitResponse', unit: 'drugs' })).toBe(
      'done',
    );
    expect(file.state.orders.map(({ unit, occurrence }) => [unit, occurrence])).toEqual([
      ['food', '1'],
      ['drugs', '2'],
    ]);
  });

  it('goes to no unit that has nothing of the case, nor to a 会办 about what the 主办 owes', () => {
    const file = together();
    expect(give(file, '03-02 12:00', officer, { ...draft, unit: 'price' })).toBe('NOT_YOUR_UNIT');
    expect(give(file, '03-02 12:01', officer, { ...draft, duty: 'emergencyMeeting', unit: 'drugs' })).toBe(
      'ORDER_UNFOUNDED',
    );
    expect(give(file, '03-02 12:02', officer, { ...draft, unit: 'drugs' })).toBe('done');
  });
});

describe('who chooses a unit is told first', () => {
  const notesOf = (command: Parameters<ReturnType<typeof together>['give']>[2], who = officer): string[] => {
    const file = together();
    const before = file.state;
    return notesOnUnits(leizhou, before, file.give('03-02 11:00', who, command).events);
  };
  it('who leads, whose the case will be no more, and that a 退回 stops nothing', () => {
    expect(notesOf(joint('price'))).toEqual(['价格监督检查股会办,主办单位仍为食品安全监管股']);
    expect(notesOf(lead('price'))).toEqual([
      '现由食品安全监管股承办,改转价格监督检查股后,食品安全监管股不再承办本案',
    ]);
    expect(notesOf(giveBack, of('drugs'))).toEqual([
      '退回只是请办公室决定:决定以前,药械监管股的时限照常计算',
    ]);
  });
});

describe('预案2.2.3: of several units the leading group determines which leads', () => {
  const setLead = { type: 'RecordAction', action: 'leadUnitSet', note: '食品安全监管股牵头' } as const;
  it('is owed once a second unit has the case, and no more with one', () => {
    const file = warned('leizhou', 'orange');
    expect(file.duty('setLeadUnit')).toBeUndefined();
    expect(give(file, '03-02 10:10', officer, joint('drugs'))).toBe('done');
    expect(file.duty('setLeadUnit')).toMatchObject({
      responsible: 'leadingGroup',
      status: 'listed',
      next: null,
      start: { knownAt: at('03-02 10:10') },
    });
    const mine = tasksIn(leizhou, file.state).find(({ duty }) => duty === 'setLeadUnit')!;
    expect(mine.commands).toEqual([{ type: 'RecordAction', carries: { action: 'leadUnitSet' } }]);
    const withdraw = { type: 'WithdrawUnit', unit: 'drugs', reason: '经核实与该单位的职责无关' } as const;
    expect(give(file, '03-02 10:30', officer, withdraw)).toBe('done');
    expect(file.duty('setLeadUnit')).toBeUndefined();
  });

  it('is met by the leading group’s word, and by nobody else’s', () => {
    const file = together();
    expect(give(file, '03-02 10:20', person('officeHead'), setLead)).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 10:40', person('chiefLeader'), setLead)).toBe('done');
    expect(file.duty('setLeadUnit')).toMatchObject({ status: 'fulfilled' });
  });
});
