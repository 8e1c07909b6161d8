import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, group, head, leader, liaison, officer, system } from '../../../support/case-file.ts';
import { act, open, points, REVIEW_POINTS, report } from './given.ts';

describe('concluding', () => {
  const conclude = (acknowledgeUnmet?: string): CaseCommand => ({
    type: 'Conclude',
    summary: '已处置',
    ...(acknowledgeUnmet === undefined ? {} : { acknowledgeUnmet }),
  });

  it('with duties unmet is refused unless somebody answers for them by name', () => {
    const file = open('blue');
    const refused = file.give('03-02 11:00', head, conclude());
    expect(refused.refusal?.code).toBe('DUTIES_UNMET');
    expect(refused.refusal?.message).toContain('预警相关股室');
    const { events, rearms } = file.give('03-02 11:01', head, conclude('电话已告知'));
    expect(rearms).toBe(true);
    expect(events[0]).toMatchObject({
      type: 'CaseConcluded',
      unmet: ['warnUnits', 'reportGroup'],
      acknowledged: '电话已告知',
    });
    expect(events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []))).toContainEqual(
      expect.objectContaining({ duty: 'warnUnits', outcome: 'cancelled', reason: '已结报' }),
    );
  });

  it('with everything met needs no acknowledgement', () => {
    const file = open('blue');
    file.release('03-02 10:30');
    file.runTo('03-02 10:30');
    file.give('03-02 10:40', liaison, { ...report, to: ['chiefLeader'] } as CaseCommand);
    expect(file.give('03-02 11:00', head, conclude()).refusal).toBeNull();
  });

  it('an orange case has to have calmed; a pending lowering has to be decided', () => {
    const file = open('orange');
    expect(file.give('03-02 11:00', head, conclude('有数')).refusal?.code).toBe('NOT_CALM');
    file.give('03-02 11:00', group, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-02 11:01', officer, {
      type: 'ChangeLevel',
      level: 'blue',
      reason: '回落',
      authority: 'change',
    });
    expect(file.give('03-02 11:02', head, conclude('有数')).refusal?.code).toBe('LOWERING_PENDING');
    file.give('03-02 11:03', leader, { type: 'RejectLevelChange', reason: '直接结报' });
    expect(file.give('03-02 11:04', head, conclude('有数')).refusal).toBeNull();
  });

  it('stops every clock; afterwards only the file is completed', () => {
    const file = open('blue');
    file.give('03-02 11:00', head, conclude('有数'));
    expect(file.schedule().duties.every(({ next }) => next === null)).toBe(true);
    expect(
      file.give('03-02 11:01', officer, {
        type: 'ChangeLevel',
        level: 'red',
        reason: '扩散',
        authority: 'change',
      }).refusal?.code,
    ).toBe('CASE_CONCLUDED');
    expect(file.give('03-02 11:01', system, { type: 'ContinueClock', from: 1, reason: '满' })).toMatchObject({
      events: [],
      refusal: null,
    });
    expect(file.give('03-02 11:02', officer, act('aftermath')).refusal).toBeNull();
  });
});

describe('review and archive', () => {
  const concluded = (level: string) => {
    const file = open(level);
    file.give('03-02 11:00', group, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-02 11:10', head, { type: 'Conclude', summary: '完', acknowledgeUnmet: '有数' });
    return file;
  };

  it('a blue case is archived at once, and once', () => {
    const file = concluded('blue');
    expect(file.give('03-02 11:11', system, { type: 'Archive' }).events).toEqual([{ type: 'CaseArchived' }]);
    expect(file.state).toMatchObject({ status: 'archived', archivedAt: at('03-02 11:11') });
    expect(file.give('03-02 11:12', system, { type: 'Archive' }).events).toEqual([]);
  });

  it('an orange case waits for its review, which survives the conclusion', () => {
    const file = concluded('orange');
    expect(file.give('03-02 11:11', system, { type: 'Archive' }).events).toEqual([]);
    expect(file.duty('review')).toMatchObject({ status: 'listed', next: null });
    const { events } = file.give('03-05 10:00', officer, { type: 'FileReview', points });
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['ReviewFiled', 'CaseArchived']));
    expect(file.state).toMatchObject({ status: 'archived', reviewedAt: at('03-05 10:00') });
    expect(file.give('03-05 10:01', officer, { type: 'FileReview', points }).refusal?.code).toBe(
      'ALREADY_REVIEWED',
    );
  });

  it.each(REVIEW_POINTS)(
    'a review without %s keeps the case from the archive until it is filled in',
    (point) => {
      const { [point]: _, ...rest } = points;
      const file = concluded('orange');
      const { refusal } = file.give('03-05 10:00', officer, { type: 'FileReview', points: rest });
      expect(refusal).toBeNull();
      expect(file.state.status).toBe('concluded');
      const act = file.log.length;
      file.give('03-06 10:00', head, { type: 'CompleteAct', act, fields: { [point]: '补充' } });
      expect(file.state.status).toBe('archived');
    },
  );

  it('before calm there is nothing to review; filed before the conclusion it lets the archive follow', () => {
    const file = open('red');
    expect(file.give('03-02 11:00', officer, { type: 'FileReview', points }).refusal?.code).toBe('NOT_CALM');
    file.give('03-02 11:10', group, { type: 'DeclareCalm', reason: '平息' });
    expect(file.give('03-02 11:20', officer, { type: 'FileReview', points }).refusal).toBeNull();
    expect(file.state.status).toBe('open');
    file.give('03-02 11:30', head, { type: 'Conclude', summary: '完', acknowledgeUnmet: '有数' });
    expect(file.give('03-02 11:31', system, { type: 'Archive' }).events).toEqual([{ type: 'CaseArchived' }]);
  });
});
