import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../../shared/case/units.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import { give, open, UNITS } from '../../../readings/given.ts';
import { at } from '../../../support/case-file.ts';
import { noticesOf } from '../commands/given.ts';
import { acknowledge, FIRST, FIRST_REPORTS, joint, lead, of, office, owedBy, warned } from './given.ts';

describe.each(FIRST_REPORTS)('several units at $bureau', (which) => {
  const { bureau, level, duty, others, report } = which;
  const regulation = regulations[bureau]!;
  const first = FIRST(which);
  const [second, third] = others;
  const giver = office(regulation);
  const together = () => {
    const file = warned(bureau, level);
    expect(give(file, '03-02 10:10', giver, joint(second))).toBe('done');
    return file;
  };

  it('the 会办 is told of the case, and the 主办 of nothing', () => {
    const file = warned(bureau, level);
    const { events } = file.give('03-02 10:10', giver, joint(second));
    const told = noticesOf(events).filter(({ template }) => template === 'assigned');
    expect(told.map(({ role, unit }) => [role, unit])).toEqual([
      ['unitLiaison', second],
      ['unitHead', second],
    ]);
    expect(noticesOf(events).filter(({ unit }) => unit === first)).toEqual([]);
    expect(labelOf(regulation, events[0]!)).toMatch(/^转.+会办$/);
    expect(file.state.unit).toBe(first);
    expect(unitsOf(file.state)).toEqual([first, second]);
  });

  it('each owes its own first report, and one’s report meets its own alone', () => {
    const file = together();
    file.give('03-02 10:11', of(first), acknowledge);
    expect(owedBy(file, duty)).toEqual([
      [first, '1', 'open'],
      [second, '2', 'open'],
    ]);
    expect(give(file, '03-02 10:20', of(second), report)).toBe('done');
    expect(owedBy(file, duty)).toEqual([
      [first, '1', 'open'],
      [second, '2', 'fulfilled'],
    ]);
    expect(give(file, '03-02 10:30', of(first, 'unitHead'), report)).toBe('done');
    expect(owedBy(file, duty)).toEqual([
      [first, '1', 'fulfilled'],
      [second, '2', 'fulfilled'],
    ]);
  });

  it('the reminders of each go to its own people, and the ladder names the unit that is late', () => {
    const file = together();
    file.give('03-02 10:11', of(first), acknowledge);
    expect(give(file, '03-02 10:12', of(first), report)).toBe('done');
    const from = file.log.length;
    file.runTo('03-02 14:00');
    const told = file.log
      .slice(from)
      .flatMap(({ events }) => noticesOf(events))
      .filter((notice) => notice.duty === duty);
    expect(told.length).toBeGreaterThan(2);
    // What the 主办 has done nobody is asked for again.
    expect(new Set(told.map(({ occurrence }) => occurrence))).toEqual(new Set(['2']));
    const ofUnits = told.filter(({ role }) => role === 'unitLiaison' || role === 'unitHead');
    expect(new Set(ofUnits.map(({ unit }) => unit))).toEqual(new Set([second]));
    const above = told.filter(({ template }) => template === 'chaseAbove');
    const name = regulation.units.find(({ id }) => id === second)!.name;
    expect(above.length).toBeGreaterThan(0);
    for (const { variables } of above) expect(variables.person).toBe(name);
  });

  it('is told to each unit that the matter is calm', () => {
    const file = together();
    const routed = regulation.routing.find(({ id }) => id === 'calmed')!.to;
    const { events, refusal } = file.give(
      '03-02 11:00',
      { id: 'p-chief', name: '局长', role: 'chiefLeader' },
      {
        type: 'DeclareCalm',
        reason: '检验结果公布,已无新增讨论',
      },
    );
    expect(refusal).toBeNull();
    expect(routed).toContain('unitLiaison');
    const calmed = noticesOf(events).filter(
      ({ template, role }) => template === 'calmed' && role === 'unitLiaison',
    );
    expect(calmed.map(({ unit, beside }) => [unit, beside])).toEqual([
      [first, undefined],
      [second, true],
    ]);
    expect(new Set(calmed.map(({ key }) => key)).size).toBe(2);
  });

  it('each signs for itself, and the clock began with whoever was first', () => {
    const file = together();
    expect(file.give('03-02 10:20', of(second), acknowledge).events).toEqual([
      { type: 'CaseAcknowledged', unit: second },
    ]);
    expect(file.state.units).toMatchObject([
      { unit: first, part: 'lead', acknowledgedAt: null },
      { unit: second, part: 'joint', acknowledgedAt: at('03-02 10:20') },
    ]);
    expect(file.give('03-02 10:30', of(first), acknowledge).events).toEqual([
      { type: 'CaseAcknowledged', unit: first },
    ]);
    expect(file.state.firstAcknowledgedAt).toBe(at('03-02 10:20'));
    // A third unit that has nothing of it signs for nobody.
    expect(give(file, '03-02 10:40', of(third), acknowledge)).toBe('NOT_YOUR_UNIT');
  });

  it('a change of 主办 leaves what was done, and owes the new one’s own report', () => {
    const file = warned(bureau, level);
    file.give('03-02 10:11', of(first), acknowledge);
    expect(give(file, '03-02 10:20', of(first), report)).toBe('done');
    const due = file.due(duty);
    expect(give(file, '03-02 11:00', giver, lead(third))).toBe('done');
    expect(owedBy(file, duty)).toEqual([
      [undefined, '2', 'open'],
      [first, '1', 'fulfilled'],
    ]);
    // At the instant from which it was owed before: nobody gains by handing on.
    expect(file.due(duty)).toBe(due);
    expect(give(file, '03-02 11:10', of(first), report)).toBe('NOT_YOUR_UNIT');
    expect(give(file, '03-02 11:10', of(third), report)).toBe('done');
    expect(owedBy(file, duty)).toEqual([
      [undefined, '2', 'fulfilled'],
      [first, '1', 'fulfilled'],
    ]);
  });

  it('a 会办 that is to lead has done what it has done, and what it signed it has signed', () => {
    const file = together();
    file.give('03-02 10:20', of(second), acknowledge);
    expect(give(file, '03-02 10:30', of(second), report)).toBe('done');
    const { events } = file.give('03-02 11:00', giver, lead(second));
    expect(file.state.units).toMatchObject([
      { unit: first, part: null },
      { unit: second, part: 'lead', acknowledgedAt: at('03-02 10:20') },
    ]);
    expect(owedBy(file, duty)).toEqual([[undefined, '2', 'fulfilled']]);
    expect(noticesOf(events).map(({ template, unit }) => [template, unit])).toContainEqual([
      'handedOn',
      first,
    ]);
  });

  it('one 会办 less: it owes nothing more, and what it did stays', () => {
    const file = together();
    expect(give(file, '03-02 10:12', giver, joint(third))).toBe('done');
    expect(give(file, '03-02 10:20', of(third), report)).toBe('done');
    for (const unit of [second, third]) {
      const { events, refusal } = file.give('03-02 10:30', giver, {
        type: 'WithdrawUnit',
        unit,
        reason: '经核实与该单位的职责无关',
      });
      expect(refusal).toBeNull();
      expect(noticesOf(events).map((notice) => [notice.template, notice.unit])).toEqual([
        ['jointOver', unit],
        ['jointOver', unit],
      ]);
    }
    expect(owedBy(file, duty)).toEqual([
      [undefined, '1', expect.anything()],
      [third, '3', 'fulfilled'],
    ]);
    expect(give(file, '03-02 10:40', of(second), acknowledge)).toBe('NOT_YOUR_UNIT');
  });

  it('refuses what makes no sense of it', () => {
    const file = open({ bureau, level, facts: { unit: undefined } });
    const reason = '经核实与该单位的职责无关';
    expect(give(file, '03-02 10:10', giver, joint(second))).toBe('UNIT_NOT_ASSIGNED');
    expect(give(file, '03-02 10:11', giver, lead(first))).toBe('done');
    expect(give(file, '03-02 10:12', giver, joint(first))).toBe('UNIT_LEADS');
    expect(give(file, '03-02 10:13', giver, joint('nothing'))).toBe('UNIT_UNKNOWN');
    expect(give(file, '03-02 10:14', giver, joint(second))).toBe('done');
    expect(give(file, '03-02 10:15', giver, joint(second))).toBe('UNIT_UNCHANGED');
    expect(give(file, '03-02 10:16', giver, { type: 'WithdrawUnit', unit: first, reason })).toBe(
      'UNIT_LEADS',
    );
    expect(give(file, '03-02 10:17', giver, { type: 'WithdrawUnit', unit: third, reason })).toBe(
      'UNIT_NOT_JOINT',
    );
    // Nor is it a unit's to choose who has the case.
    expect(give(file, '03-02 10:18', of(first), joint(third))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 10:19', of(first), { type: 'WithdrawUnit', unit: second, reason })).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });
});

describe('of a bureau whose text asks no first report of a unit', () => {
  it.each(['nanning', 'hohhot', 'petition'])(
    '%s: the 会办 signs, acts and sees as the 主办 does',
    (bureau) => {
      const regulation = regulations[bureau]!;
      const level = regulation.scales[0]!.levels.at(-1)!.id;
      const file = open({ bureau, level, facts: { unit: undefined } });
      expect(give(file, '03-02 10:05', office(regulation), lead(UNITS[bureau]!))).toBe('done');
      const unit = regulation.units.map(({ id }) => id).find((id) => id !== UNITS[bureau])!;
      const before = file.schedule().duties.map((each) => each.duty);
      expect(give(file, '03-02 10:10', office(regulation), joint(unit))).toBe('done');
      expect(file.schedule().duties.map((each) => each.duty)).toEqual(before);
      expect(file.give('03-02 10:20', of(unit), acknowledge).events).toEqual([
        { type: 'CaseAcknowledged', unit },
      ]);
    },
  );
});
