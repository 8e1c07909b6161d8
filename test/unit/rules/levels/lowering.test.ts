import { describe, expect, it } from 'vitest';
import { at, caseFile, head, leader, officer, opening } from '../../../support/case-file.ts';
import { change, grow, lower, open } from './given.ts';

describe('lowering a level', () => {
  it('waits for a second person and changes nothing meanwhile', () => {
    const file = open('red');
    const before = file.schedule();
    const { events, rearms } = file.give('03-02 11:00', officer, change('orange'));
    expect(events[0]).toMatchObject({ type: 'LoweringProposed', to: 'orange' });
    expect(rearms).toBe(false);
    expect(file.schedule().duties).toEqual(before.duties);
    expect(file.give('03-02 11:05', officer, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(file.give('03-02 11:06', head, { type: 'ApproveLevelChange' }).refusal).toBeNull();
    expect(file.state.handlingLevel).toBe('orange');
  });

  it('is not approved by the one who proposed it', () => {
    const file = open('red');
    file.give('03-02 11:00', head, change('orange'));
    expect(file.give('03-02 11:05', head, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(
      file.give('03-02 11:05', { ...leader, id: head.id }, { type: 'ApproveLevelChange' }).refusal?.code,
    ).toBe('SECOND_PERSON_REQUIRED');
    expect(file.give('03-02 11:06', leader, { type: 'ApproveLevelChange' }).refusal).toBeNull();
  });

  it('can be rejected; then there is nothing left to approve', () => {
    const file = open('red');
    file.give('03-02 11:00', officer, change('yellow'));
    expect(file.give('03-02 11:01', officer, change('blue')).refusal?.code).toBe('LOWERING_PENDING');
    file.give('03-02 11:05', leader, { type: 'RejectLevelChange', reason: '仍在扩散' });
    expect(file.state).toMatchObject({ handlingLevel: 'red', lowering: null });
    expect(file.give('03-02 11:06', leader, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'NO_LOWERING_PENDING',
    );
    expect(file.give('03-02 11:07', leader, { type: 'RejectLevelChange', reason: '无' }).refusal?.code).toBe(
      'NO_LOWERING_PENDING',
    );
  });

  it('keeps the earlier due instant and shows the clause that set it', () => {
    const file = open('red');
    lower(file, '03-02 11:00', 'orange');
    const scheduled = file.duty('publicResponse')!;
    expect(scheduled.current.due).toBe(at('03-02 13:00'));
    expect(scheduled.limitText).toBe('5小时内');
    expect(scheduled.cite).toEqual(
      expect.arrayContaining(['办法 第二十一条(二)红 ②', '办法 第二十一条(二)橙 ②']),
    );
    expect(file.duty('pressConference')).toBeUndefined();
  });

  it('wakes the clocks even when every duty waits for the same as before', () => {
    const file = open('red');
    file.runTo('03-02 10:30');
    file.give('03-02 10:40', leader, { type: 'RecordAction', action: 'statementApproved' });
    file.give('03-02 10:41', head, { type: 'RecordAction', action: 'emergencyHandlingStarted' });
    file.give('03-02 10:42', officer, { type: 'RecordPublication', form: 'pressConference' });
    file.give('03-02 10:43', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'oa',
      to: ['zhanjiang', 'cityCommittee', 'cityGovernment'],
    });
    file.give('03-02 10:44', officer, { type: 'RecordPublication', form: 'authoritative' });
    const waits = () => file.schedule().duties.flatMap(({ duty, next }) => (next === null ? [] : [duty]));
    const before = waits();
    const { rearms } = lower(file, '03-02 11:00', 'orange');
    expect(waits()).toEqual(before);
    expect(file.state.generation).toBe(2);
    expect(rearms).toBe(true);
  });

  it('owes an each-level duty anew after a raise again, under a name of its own', () => {
    const file = open('orange');
    file.release('03-02 10:30');
    lower(file, '03-02 11:00', 'yellow');
    expect(file.duty('warnUnits')).toMatchObject({ status: 'fulfilled', current: { occurrence: '1' } });
    file.give('03-02 12:00', officer, change('red'));
    expect(file.duty('warnUnits')).toMatchObject({ status: 'open', current: { occurrence: '3' } });
  });

  it('owes no daily report for the days at a level without one', () => {
    const file = open('orange');
    file.runTo('03-02 12:00');
    lower(file, '03-02 12:00', 'yellow');
    grow(file, '03-05 12:00', 'orange');
    expect(file.duty('dailyReport')!.history).toMatchObject([
      { occurrence: '1.4', due: at('03-06 08:00'), outcome: 'open', completedAt: null },
    ]);
    expect(file.runTo('03-05 12:00').filter((line) => line.includes('dailyReport'))).toEqual([]);
  });

  it('records as missed a daily report that was overdue before the lowering, once the level is raised again', () => {
    const file = open('orange');
    file.runTo('03-03 09:00');
    lower(file, '03-03 09:00', 'yellow');
    grow(file, '03-05 12:00', 'orange');
    const seen = file.runTo('03-05 12:00').filter((line) => line.includes('dailyReport'));
    expect(seen.at(-1)).toContain('dailyReport#1.1 missed');
    expect(file.duty('dailyReport')!.current).toMatchObject({ occurrence: '1.4', due: at('03-06 08:00') });
  });

  it('of the warning level with a higher handling level is a raise of the clocks, approved by two', () => {
    const file = open('yellow');
    file.give('03-02 11:00', officer, change('blue', 'red'));
    expect(file.state.lowering).not.toBeNull();
    file.give('03-02 11:05', head, { type: 'ApproveLevelChange' });
    expect(file.state.segments.at(-1)).toMatchObject({ level: 'red', kind: 'corrected' });
    expect(file.duty('warnUnits')).toMatchObject({ status: 'open', current: { occurrence: '2' } });
  });
});

describe('who is told of a lowering', () => {
  it.each([
    ['nothing else holds', [], { from: '红', level: '橙' }],
    [
      'a superior has assigned it as 红, and it is handled so (办法第二十二条(二))',
      [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:30'), regardedAs: 'red' }],
      { from: '红', level: '橙,按红处置' },
    ],
  ])('hears which level became which: %s', (_, sources, variables) => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', sources }));
    file.give('03-02 10:30', officer, {
      type: 'ChangeLevel',
      level: 'orange',
      reason: '影响有限',
      authority: 'change',
    });
    const { events } = file.give('03-02 10:40', leader, { type: 'ApproveLevelChange' });
    const told = events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    expect(told.find(({ template }) => template === 'levelLowered')?.variables).toEqual(variables);
  });
});
