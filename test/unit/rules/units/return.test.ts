import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import { tasksIn } from '../../../../shared/rules/tasks/tasks-of.ts';
import { type File, give, open, UNITS } from '../../../readings/given.ts';
import { noticesOf } from '../commands/given.ts';
import { acknowledge, giveBack, joint, lead, of, office, REASON } from './given.ts';

const BUREAUS = Object.keys(UNITS);
const KEPT = '按职责分工仍由该单位办理';

describe.each(BUREAUS)('退回 at %s', (bureau) => {
  const regulation = regulations[bureau]!;
  const giver = office(regulation);
  const unit = UNITS[bureau]!;
  const [other, third] = regulation.units.map(({ id }) => id).filter((id) => id !== unit) as [string, string];
  const level = regulation.scales[0]!.levels.at(-1)!.id;
  /** A case that its unit has had since 10:05. */
  const had = (): File => {
    const file = open({ bureau, level, facts: { unit: undefined } });
    expect(give(file, '03-02 10:05', giver, lead(unit))).toBe('done');
    return file;
  };
  const returned = (): File => {
    const file = had();
    expect(give(file, '03-02 10:20', of(unit), giveBack)).toBe('done');
    return file;
  };
  const entryOf = ({ state }: File): number => state.returns.at(-1)!.entry;
  const deciding = ({ schedule }: Pick<File, 'schedule'>) =>
    schedule().duties.filter(({ duty }) => duty.startsWith('return-'));

  it('moves no clock, and leaves the case where it is', () => {
    const file = had();
    const clocks = (): unknown =>
      file
        .schedule()
        .duties.filter(({ isOfCase }) => !isOfCase)
        .map(({ duty, current, next, status }) => [duty, current, next, status]);
    const before = clocks();
    const { events } = file.give('03-02 10:20', of(unit), giveBack);
    expect(events[0]).toEqual({ type: 'UnitReturned', unit, reason: REASON });
    expect(clocks()).toEqual(before);
    expect(file.state.unit).toBe(unit);
  });

  it('asks whoever hands cases to units to decide at once, and goes on asking', () => {
    const file = returned();
    expect(deciding(file)).toMatchObject([
      {
        responsible: giver.role,
        status: 'open',
        basis: 'bureau',
        limit: { kind: 'immediate' },
        current: { due: null },
      },
    ]);
    const from = file.log.length;
    file.runTo('03-02 12:00');
    const told = file.log
      .slice(from)
      .flatMap(({ events }) => noticesOf(events))
      .filter(({ duty }) => duty === `return-${entryOf(file)}`);
    expect(told[0]).toMatchObject({ template: 'returned', role: giver.role });
    // And whoever stands above him, soon.
    expect(told.some(({ template }) => template === 'chaseAbove')).toBe(true);
    const task = tasksIn(regulation, file.state).find(({ duty }) => duty?.startsWith('return-'))!;
    expect(task.commands).toEqual([{ type: 'DecideReturn', carries: { act: entryOf(file) } }]);
    expect(task.to.posts).toEqual([{ role: giver.role }]);
  });

  it('not agreed to: the unit keeps it, hears so, and cannot say it again', () => {
    const file = returned();
    const act = entryOf(file);
    expect(give(file, '03-02 10:30', giver, { type: 'DecideReturn', act, agree: false })).toBe(
      'REASON_REQUIRED',
    );
    const { events } = file.give('03-02 10:31', giver, {
      type: 'DecideReturn',
      act,
      agree: false,
      reason: KEPT,
    });
    expect(noticesOf(events).map((notice) => [notice.template, notice.unit])).toContainEqual([
      'returnKept',
      unit,
    ]);
    expect(deciding(file)).toMatchObject([{ status: 'fulfilled' }]);
    expect(labelOf(regulation, events[0]!)).toMatch(/^不同意.+退回,仍由其办理/);
    expect(give(file, '03-02 10:40', of(unit), giveBack)).toBe('RETURN_DECIDED');
    expect(give(file, '03-02 10:41', of(unit), acknowledge)).toBe('done');
    // The same decision again is one with it; another is too late.
    const again = file.give('03-02 10:42', giver, { type: 'DecideReturn', act, agree: false, reason: KEPT });
    expect([again.refusal, again.events]).toEqual([null, []]);
    expect(give(file, '03-02 10:43', giver, { type: 'DecideReturn', act, agree: true, to: other })).toBe(
      'RETURN_DECIDED',
    );
  });

  it('agreed to: another unit has it at once', () => {
    const file = returned();
    const act = entryOf(file);
    expect(give(file, '03-02 10:30', giver, { type: 'DecideReturn', act, agree: true })).toBe(
      'RETURN_NEEDS_UNIT',
    );
    expect(give(file, '03-02 10:31', giver, { type: 'DecideReturn', act, agree: true, to: unit })).toBe(
      'UNIT_UNCHANGED',
    );
    const { events } = file.give('03-02 10:32', giver, { type: 'DecideReturn', act, agree: true, to: other });
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['ReturnDecided', 'UnitAssigned']));
    expect(file.state.unit).toBe(other);
    expect(deciding(file)).toMatchObject([{ status: 'fulfilled' }]);
    expect(give(file, '03-02 10:40', of(unit), acknowledge)).toBe('NOT_YOUR_UNIT');
  });

  it('is agreed to as well by handing the case on', () => {
    const file = returned();
    expect(give(file, '03-02 10:30', giver, lead(other))).toBe('done');
    expect(file.state.returns).toMatchObject([{ unit, ended: { how: 'agreed' } }]);
    expect(deciding(file)).toMatchObject([{ status: 'fulfilled' }]);
    // Had again, it may be given back again.
    expect(give(file, '03-02 10:40', giver, lead(unit))).toBe('done');
    expect(give(file, '03-02 10:50', of(unit), giveBack)).toBe('done');
  });

  it('is over once the unit signs after all', () => {
    const file = returned();
    expect(give(file, '03-02 10:25', of(unit), acknowledge)).toBe('done');
    expect(file.state.returns).toMatchObject([{ ended: { how: 'signed' } }]);
    expect(deciding(file)).toMatchObject([{ status: 'ended', reason: '该单位已签收' }]);
    const act = entryOf(file);
    expect(give(file, '03-02 10:30', giver, { type: 'DecideReturn', act, agree: true, to: other })).toBe(
      'RETURN_DECIDED',
    );
  });

  it('of a 会办 is decided without another unit, and the 主办 goes on', () => {
    const file = had();
    expect(give(file, '03-02 10:10', giver, joint(other))).toBe('done');
    expect(give(file, '03-02 10:20', of(other), giveBack)).toBe('done');
    const act = entryOf(file);
    expect(give(file, '03-02 10:29', giver, { type: 'DecideReturn', act, agree: true, to: third })).toBe(
      'UNIT_NOT_LEAD',
    );
    const { events } = file.give('03-02 10:30', giver, { type: 'DecideReturn', act, agree: true });
    expect(noticesOf(events).map((notice) => [notice.template, notice.unit])).toContainEqual([
      'jointOver',
      other,
    ]);
    expect(file.state.units).toMatchObject([
      { unit, part: 'lead' },
      { unit: other, part: null },
    ]);
  });

  it('is refused after 签收, to whom the case is not, and without words', () => {
    const file = had();
    expect(give(file, '03-02 10:10', of(other), giveBack)).toBe('NOT_YOUR_UNIT');
    expect(give(file, '03-02 10:11', giver, giveBack)).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 10:12', of(unit), acknowledge)).toBe('done');
    expect(give(file, '03-02 10:12:01', of(unit, 'unitHead'), giveBack)).toBe('UNIT_ACKNOWLEDGED');
    expect(give(file, '03-02 10:13', giver, { type: 'DecideReturn', act: 1, agree: true })).toBe(
      'ACT_UNKNOWN',
    );
  });

  it('said twice before it is decided is said once', () => {
    const file = returned();
    const again = file.give('03-02 10:21', of(unit, 'unitHead'), giveBack);
    expect([again.refusal, again.events]).toEqual([null, []]);
  });
});
