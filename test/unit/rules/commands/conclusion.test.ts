import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import type { CommandOf } from '../../../../shared/rules/refusing.ts';
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
  system,
} from '../../../support/case-file.ts';
import { concludeCase, concluding, SUMMARY } from '../../../support/conclude.ts';
import { act, open, points, REVIEW_POINTS, report } from './given.ts';

const conclude = (more: Partial<CommandOf<'Conclude'>> = {}): CommandOf<'Conclude'> => ({
  type: 'Conclude',
  summary: SUMMARY,
  ...more,
});
const REASON = '已由领导小组另行办理';
const approve = { type: 'ApproveConclusion' } as const;

describe('concluding', () => {
  it('asks a reason for each duty that is left undone, by its name or id, and then a second person', () => {
    const file = open('blue');
    const refused = file.give('03-02 11:00', head, conclude());
    expect(refused.refusal?.code).toBe('DUTIES_UNMET');
    expect(refused.refusal?.message).toContain('预警相关股室、向舆情领导小组报告');
    const { events } = file.give(
      '03-02 11:01',
      head,
      conclude({ unmet: { 预警相关股室: REASON, reportGroup: REASON } }),
    );
    expect(events[0]).toMatchObject({
      type: 'ConclusionProposed',
      unmet: [
        { duty: 'warnUnits', reason: REASON },
        { duty: 'reportGroup', reason: REASON },
      ],
    });
    // Who concludes and who may not agree at this level are not asked to.
    const told = events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    expect(told).toMatchObject([{ role: 'deputyLeader', template: 'secondPerson' }]);
    expect(file.state.status).toBe('open');
    const agreed = file.give('03-02 11:02', leader, approve);
    expect(agreed.rearms).toBe(true);
    expect(agreed.events[0]).toMatchObject({
      type: 'CaseConcluded',
      unmet: [
        { duty: 'warnUnits', reason: REASON },
        { duty: 'reportGroup', reason: REASON },
      ],
      proposedBy: { id: head.id },
    });
    expect(
      agreed.events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : [])),
    ).toContainEqual(
      expect.objectContaining({ duty: 'warnUnits', outcome: 'cancelled', reason: '案卷已结报' }),
    );
  });

  it('the second person is a leader from 黄 up, below it the head of the office, and never who concludes', () => {
    const yellow = open('yellow');
    yellow.give('03-02 11:00', leader, concluding(yellow.schedule().duties));
    expect(yellow.give('03-02 11:01', head, approve).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(yellow.give('03-02 11:02', leader, approve).refusal?.code).toBe('SECOND_PERSON_REQUIRED');
    const twice = { ...leader, role: 'chiefLeader' };
    expect(yellow.give('03-02 11:03', twice, approve).refusal?.code).toBe('SECOND_PERSON_REQUIRED');
    expect(yellow.give('03-02 11:04', chief, approve).refusal).toBeNull();
    const blue = open('blue');
    blue.give('03-02 11:00', leader, concluding(blue.schedule().duties));
    expect(blue.give('03-02 11:01', head, approve).refusal).toBeNull();
  });

  it('what fell due after the proposal needs its reason too', () => {
    const file = open('yellow');
    file.give('03-02 11:00', head, concluding(file.schedule().duties));
    file.give('03-02 11:01', leader, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '办',
      task: '再查一遍',
    });
    expect(file.give('03-02 11:02', chief, approve).refusal).toMatchObject({
      code: 'DUTIES_UNMET',
      message: expect.stringContaining('再查一遍'),
    });
  });

  it('with everything met needs nobody else, and without a proposal there is nothing to agree to', () => {
    const file = open('blue');
    file.release('03-02 10:30');
    file.runTo('03-02 10:30');
    file.give('03-02 10:40', liaison, { ...report, to: ['chiefLeader'] } as CaseCommand);
    expect(file.give('03-02 11:00', chief, approve).refusal?.code).toBe('NO_CONCLUSION_PENDING');
    expect(file.give('03-02 11:00', head, conclude()).events[0]?.type).toBe('CaseConcluded');
  });

  it('an orange case has to have calmed; a pending lowering has to be decided', () => {
    const file = open('orange');
    const all = () => concluding(file.schedule().duties);
    expect(file.give('03-02 11:00', head, all()).refusal?.code).toBe('NOT_CALM');
    file.give('03-02 11:00', group, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-02 11:01', officer, {
      type: 'ChangeLevel',
      level: 'blue',
      reason: '回落',
      authority: 'change',
    });
    expect(file.give('03-02 11:02', head, all()).refusal?.code).toBe('LOWERING_PENDING');
    file.give('03-02 11:03', leader, { type: 'RejectLevelChange', reason: '直接结报' });
    expect(concludeCase(file, '03-02 11:04', head).refusal).toBeNull();
  });

  it('is barred while the plan runs, a duty is held, or the level is undetermined', () => {
    const planned = open('orange');
    planned.give('03-02 11:00', group, { type: 'StartPlan' });
    planned.give('03-02 11:01', group, { type: 'DeclareCalm', reason: '平息' });
    const all = concluding(planned.schedule().duties);
    expect(planned.give('03-02 11:02', head, all).refusal).toMatchObject({
      code: 'CONCLUSION_NOT_CLEARED',
      message: expect.stringContaining('应急结束'),
    });
    planned.give('03-02 11:03', group, { type: 'EndPlan', reason: '处置完毕' });
    expect(planned.give('03-02 11:04', head, all).refusal).toBeNull();

    const guessed = caseFile();
    guessed.give('03-02 11:00', system, { ...opening({ level: undefined }), how: 'feed' });
    expect(guessed.state.provisional).toBe(true);
    expect(guessed.give('03-02 11:01', head, concluding(guessed.schedule().duties)).refusal).toMatchObject({
      code: 'CONCLUSION_NOT_CLEARED',
      message: expect.stringContaining('定级'),
    });
  });

  it('of a case that should not have been opened needs a second person, whatever is undone', () => {
    const file = open('orange');
    const mistaken = conclude({ mistaken: '经核实与本局职责无关' });
    expect(file.give('03-02 11:00', head, mistaken).events[0]?.type).toBe('ConclusionProposed');
    expect(file.give('03-02 11:01', leader, approve).events[0]).toMatchObject({
      type: 'CaseConcluded',
      mistaken: '经核实与本局职责无关',
    });
    const assigned = open('orange', {
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }],
    });
    expect(assigned.give('03-02 11:00', head, mistaken).refusal?.code).toBe('DUTIES_UNMET');
  });

  it('stops every clock; afterwards only the file is completed', () => {
    const file = open('blue');
    concludeCase(file, '03-02 11:00', head);
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

describe('呼和浩特: 向宣传网信部门反馈 after the conclusion', () => {
  const deputy = leader;
  const concluded = () => {
    const file = caseFile(regulations.hohhot!);
    const commandGroup = { id: 'p-command', name: '指挥小组', role: 'commandGroup' };
    const opened = opening({ level: 'medium', instants: { detectedAt: at('03-02 08:00') } });
    expect(file.give('03-02 08:00', commandGroup, { ...opened, unit: undefined }).refusal).toBeNull();
    const outcome = concludeCase(file, '03-02 12:00', head, deputy);
    expect(outcome.refusal).toBeNull();
    return file;
  };

  it('stays open with its clock', () => {
    const file = concluded();
    expect(file.state.status).toBe('concluded');
    expect(file.duty('feedback')).toMatchObject({ status: 'open', current: { due: at('03-03 08:00') } });
    expect(
      file
        .runTo('03-03 08:00')
        .filter((step) => step.includes('feedback'))
        .at(-1),
    ).toContain('due0');
    expect(file.give('03-03 08:01', system, { type: 'Archive' }).events).toEqual([]);
  });
});

describe('review and archive', () => {
  const concluded = (level: string) => {
    const file = open(level);
    file.give('03-02 11:00', group, { type: 'DeclareCalm', reason: '平息' });
    concludeCase(file, '03-02 11:10', head);
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
    concludeCase(file, '03-02 11:30', head);
    expect(file.give('03-02 11:31', system, { type: 'Archive' }).events).toEqual([{ type: 'CaseArchived' }]);
  });
});
