import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, give, open, pushed } from '../../../readings/given.ts';
import { at, chief, head, leader, officer } from '../../../support/case-file.ts';

// What was done stays shown as done, whatever became of the level that asked for it.

const lower = (file: File, when: string, level: string): void => {
  const change: CaseCommand = { type: 'ChangeLevel', level, authority: 'change', reason: '舆情已趋平稳' };
  expect(give(file, when, head, change)).toBe('done');
  expect(give(file, when, leader, { type: 'ApproveLevelChange' })).toBe('done');
};
const telephoned = (to: readonly string[]): CaseCommand => ({
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: [...to],
});

describe('leizhou: 红 lowered to 橙', () => {
  const lowered = () => {
    const file = open({ level: 'red', when: '03-02 09:00' });
    give(file, '03-02 10:34', head, telephoned(['zhanjiang', 'cityCommittee', 'cityGovernment']));
    give(file, '03-02 10:35', head, { type: 'RecordAction', action: 'emergencyHandlingStarted' });
    return file;
  };

  it('what was reported at 红 stands as done, with its time, and with why nothing more is owed', () => {
    const file = lowered();
    expect(file.duty('reportThreeSuperiors')).toMatchObject({ status: 'fulfilled', reason: null });
    lower(file, '03-02 11:00', 'orange');
    expect(file.duty('reportThreeSuperiors')).toMatchObject({
      status: 'fulfilled',
      next: null,
      reason: '级别由红调整为橙,不再适用',
      current: { outcome: 'fulfilled', completedAt: at('03-02 10:34') },
    });
    const { cancelled } = file.schedule();
    expect(cancelled.map(({ duty }) => duty)).not.toContain('reportThreeSuperiors');
  });

  it('办法 第二十一条(二): the limit of 红 goes on at 橙, and says of which level it is', () => {
    const file = open({ level: 'red', when: '03-02 09:45', instants: { occurredAt: '03-02 09:30' } });
    expect(file.duty('publicResponse')?.limitLevel).toBeUndefined();
    lower(file, '03-02 11:00', 'orange');
    expect(file.duty('publicResponse')).toMatchObject({
      current: { due: at('03-02 14:30'), outcome: 'open' },
      limitLevel: 'red',
    });
  });

  it('what was not done is listed as not applying any more', () => {
    const file = open({ level: 'red', when: '03-02 09:00' });
    lower(file, '03-02 09:30', 'orange');
    expect(file.schedule().cancelled.map(({ duty }) => duty)).toContain('reportThreeSuperiors');
  });

  it('附件2 五(三)橙 决定: a report from before the decision, or without one, is not the one decided on', () => {
    const file = lowered();
    lower(file, '03-02 11:00', 'orange');
    expect(file.duty('reportUpDecided')).toMatchObject({
      status: 'notStarted',
      current: { outcome: 'open' },
    });
    const none: CaseCommand = { type: 'RecordDecision', decision: 'reportUp', outcome: '不上报', to: [] };
    expect(give(file, '03-02 11:10', chief, none)).toBe('done');
    expect(file.duty('reportUpDecided')).toMatchObject({
      status: 'notStarted',
      current: { outcome: 'open' },
    });
    const decided: CaseCommand = { ...none, outcome: '上报', to: ['zhanjiang'] };
    expect(give(file, '03-02 11:20', chief, decided)).toBe('done');
    expect(file.duty('reportUpDecided')).toMatchObject({ status: 'open' });
    give(file, '03-02 11:30', officer, telephoned(['zhanjiang']));
    expect(file.duty('reportUpDecided')).toMatchObject({
      status: 'fulfilled',
      current: { outcome: 'fulfilled', completedAt: at('03-02 11:30') },
    });
  });
});

describe('leizhou: 初判红 that was not adopted', () => {
  it('what was done under it stands as done, with why it is owed no more', () => {
    const file = pushed({ proposed: 'red', when: '03-02 09:00' });
    give(file, '03-02 09:10', head, { type: 'RecordAction', action: 'emergencyHandlingStarted' });
    expect(file.duty('emergencyHandling')).toMatchObject({ status: 'fulfilled' });
    const determine: CaseCommand = { type: 'ConfirmGrade', level: 'orange', reason: '旧闻' };
    expect(give(file, '03-02 09:20', officer, determine)).toBe('done');
    expect(give(file, '03-02 09:25', head, { type: 'ApproveLevelChange' })).toBe('done');
    expect(file.duty('emergencyHandling')).toMatchObject({
      status: 'fulfilled',
      next: null,
      reason: '初判红未采纳',
      current: { completedAt: at('03-02 09:10') },
    });
    expect(file.schedule().cancelled.map(({ duty }) => duty)).toContain('pressConference');
  });
});

describe('petition: 重大 lowered to 较大', () => {
  it('what was consulted at 重大 stands as done', () => {
    const facts = { flags: ['sensitive'] };
    const file = open({ bureau: 'petition', level: 'major', when: '03-02 09:00', by: leader, facts });
    expect(give(file, '03-02 09:10', officer, { type: 'RecordAction', action: 'consulted' })).toBe('done');
    lower(file, '03-02 09:30', 'larger');
    expect(file.duty('consult')).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 09:10') },
      reason: expect.stringMatching(/^级别由重大.*调整为较大.*不再适用$/),
    });
  });
});
