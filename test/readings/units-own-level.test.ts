import { describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/case/events.ts';
import { at, head, leader, liaison, officer } from '../support/case-file.ts';
import { confirm, eventsOf, type File, give, item, open, pushed, UNITS } from './given.ts';

// Three duties of the unit rest on its own judgement of the level; a guess, or the office's mere proposal, makes none law.

const unit: Actor = { ...liaison, unit: UNITS.yinzhou! };
const MAJOR = { bureau: 'yinzhou', when: '03-02 10:00', instants: { detectedAt: '03-02 10:00' } };
const byMachine = () => pushed({ ...MAJOR, proposed: 'major' });
const overdue = (file: File) => eventsOf(file, 'DutyOverdue', 'oralReport');
const REPORTS = ['oralReport', 'writtenReport'];

describe('yinzhou E 四(二)3 口头15min: a level that the unit has not set breaks nothing', () => {
  const GUESSES: Record<string, () => File> = {
    'the machine proposed it': byMachine,
    'no unit could have been told': () => pushed({ ...MAJOR, proposed: 'major', facts: { unit: undefined } }),
    'the officer on duty opened with it, who may only propose': () =>
      open({ ...MAJOR, level: 'major', by: officer }),
    'the head of the office did': () => open({ ...MAJOR, level: 'major', by: head }),
    'the unit opened the case without a level': () =>
      open({ ...MAJOR, by: unit, proposed: 'major', facts: { level: undefined } }),
    'the unit held it to be less than the table does': () =>
      open({ ...MAJOR, by: unit, level: 'larger', proposed: 'major' }),
  };
  it.each(Object.entries(GUESSES))('%s: 暂定, told, and never overdue', (_, opened) => {
    const file = opened();
    expect(file.state).toMatchObject({ provisional: true, handlingLevel: 'major' });
    for (const duty of REPORTS)
      expect(file.duty(duty)).toMatchObject({ provisional: true, breachable: false });
    expect(file.duty('oralReport')?.current.due).toBe(at('03-02 10:15'));
    file.runTo('03-02 12:00');
    for (const duty of REPORTS) expect(eventsOf(file, 'DutyOverdue', duty)).toEqual([]);
    expect(eventsOf(file, 'DutyFellDue', 'oralReport')).toMatchObject([{ provisional: true }]);
  });

  it('is law once 分管领导 has determined it, from its own instants', () => {
    const file = byMachine();
    expect(give(file, '03-02 11:00', leader, confirm('major'))).toBe('done');
    file.runTo('03-02 11:00');
    expect(overdue(file)).toMatchObject([{ when: at('03-02 11:00'), lagMilliseconds: 45 * 60_000 }]);
  });
});

describe('yinzhou E 四(二)3 口头15min: owed at the unit’s own level, without 定级', () => {
  const byUnit = (when = '03-02 10:05') =>
    open({ ...MAJOR, level: 'major', by: unit, when, sources: [{ kind: 'unit-found' }] });

  it('is law though nobody has determined the level; what the level brings beside it is not', () => {
    const file = byUnit();
    expect(file.state.provisional).toBe(true);
    expect(file.duty('oralReport')).toMatchObject({ breachable: true, provisional: false });
    // It counts from the oral report's limit while there is none (X44), so it breaks nothing by itself.
    expect(file.duty('writtenReport')).toMatchObject({ breachable: false, provisional: false });
    expect(file.duty('confirmGrade')?.status).toBe('open');
    expect(file.duty('startOwnPlan')?.awaitsGrade).toBe(true);
    file.runTo('03-02 10:20');
    expect(overdue(file)).toHaveLength(1);
  });

  it('that was determined later counts from the unit’s own level on', () => {
    const file = byUnit();
    file.runTo('03-02 11:29');
    give(file, '03-02 11:30', leader, confirm('major'));
    file.runTo('03-02 11:30');
    expect(overdue(file)[0]).toMatchObject({ when: at('03-02 10:20') });
  });

  it.each([
    ['03-02 10:14:59', '03-02 10:20', null],
    ['03-02 10:15:00', '03-02 10:20', 'grading'],
    ['03-02 10:15:01', '03-02 10:15:01', 'grading'],
    ['03-02 10:30:00', '03-02 10:30', 'grading'],
    ['03-02 10:30:01', '03-02 10:30:01', null],
  ])('the unit signs for a guess of the machine at %s: law from then, overdue at %s', (when, from, how) => {
    const file = byMachine();
    expect(give(file, when, unit, { type: 'Acknowledge' })).toBe('done');
    expect(file.duty('oralReport')).toMatchObject({ breachable: true, provisional: false });
    expect(file.duty('oralReport')?.foundLate?.how ?? null).toBe(how);
    file.runTo('03-02 10:40');
    const [first] = overdue(file);
    expect(first).toMatchObject({ when: at(from) });
    expect(first).toEqual(
      how === null
        ? expect.not.objectContaining({ foundLate: expect.anything() })
        : expect.objectContaining({ foundLate: how }),
    );
  });

  it('what was signed for below is no judgement of what the table proposes later', () => {
    const file = pushed({ ...MAJOR, proposed: 'general' });
    give(file, '03-02 10:02', unit, { type: 'Acknowledge' });
    give(file, '03-02 10:05', officer, item('b', 'major'));
    expect(file.state).toMatchObject({ provisional: true, handlingLevel: 'major' });
    file.runTo('03-02 12:00');
    expect(overdue(file)).toEqual([]);
  });
});

describe('yinzhou E 五1 ①: a unit reports what it finds to the office, without 定级', () => {
  it.each([
    ['its own', { level: 'larger', by: unit }, false],
    ['the office’s proposal', { level: 'larger', by: officer }, true],
  ])('%s', (_, found, awaits) => {
    const file = open({ ...MAJOR, ...found, sources: [{ kind: 'unit-found' }] });
    expect(file.duty('reportOffice')?.awaitsGrade).toBe(awaits);
  });
});

describe('leizhou 办法 第二十一条(二)红 ②: what a unit sets or signs for is 初判 all the same', () => {
  it.each([
    ['opened by it', () => open({ level: 'red', by: liaison, instants: { publishedAt: '03-02 09:00' } })],
    ['signed for by it', () => pushed({ proposed: 'red', instants: { publishedAt: '03-02 09:00' } })],
  ])('%s', (_, opened) => {
    const file = opened();
    expect(give(file, '03-02 10:10', liaison, { type: 'Acknowledge' })).toBe('done');
    file.runTo('03-02 18:00');
    expect(file.duty('publicResponse')).toMatchObject({ provisional: true, breachable: false });
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')).toEqual([]);
  });
});
