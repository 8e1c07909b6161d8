import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/case/events.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, officer } from '../../support/case-file.ts';
import { assigned, eventsOf, type File, give, open, owed, person } from '../given.ts';

const report = (form: string, more: { answers?: string[]; madeAt?: string } = {}): CaseCommand => ({
  type: 'FileReport',
  kind: 'first',
  form,
  to: ['zhanjiang'],
  ...more,
});
const add = (file: File, when: string, source: Source) =>
  give(file, when, officer, { type: 'AddSource', source });

describe('leizhou 办法 第二十一条(三): 提示关注 is read like an assignment, and is none', () => {
  const prompted = (level: string) =>
    open({
      level,
      when: '03-02 09:05',
      sources: [{ kind: 'zhanjiang-prompted', receivedAt: at('03-02 09:00'), reference: '1号' }],
    });
  it('is shown as 参照, reminded, never overdue, and brings no order', () => {
    const file = prompted('yellow');
    expect(file.duty('zhanjiangTelephone')).toMatchObject({
      isOwn: true,
      breachable: false,
      current: { due: at('03-02 21:00') },
    });
    file.runTo('03-04 12:00');
    expect(eventsOf(file, 'DutyReminded', 'zhanjiangTelephone').length).toBeGreaterThan(2);
    expect(eventsOf(file, 'DutyOverdue', 'zhanjiangTelephone')).toEqual([]);
    expect(eventsOf(file, 'SupervisionOrderIssued', 'zhanjiangTelephone')).toEqual([]);
  });

  it('is answered after its limit without being late', () => {
    const file = prompted('orange');
    file.give('03-02 12:00:01', officer, report('telephone'));
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 12:00'), 'fulfilled']]);
  });

  it('answered at 09:30 leaves a 交办 of 10:00 owed: both its limits run from 10:00, as law', () => {
    const file = prompted('yellow');
    give(file, '03-02 09:30', officer, report('telephone'));
    give(file, '03-02 09:31', officer, report('written'));
    add(file, '03-02 10:05', assigned('03-02 10:00', '2号'));
    for (const [duty, due] of [
      ['zhanjiangTelephone', '03-02 22:00'],
      ['zhanjiangWritten', '03-03 10:00'],
    ] as const)
      expect(
        file
          .schedule()
          .duties.filter((each) => each.duty === duty)
          .map(({ isOwn, breachable, current }) => [isOwn, breachable, current.due, current.outcome])[1],
      ).toEqual([false, true, at(due), 'open']);
  });

  it('has no 12 and 24 hours where the bureau has switched them off', () => {
    const file = open({
      level: 'yellow',
      settings: { promptCountsAsAssigned: false },
      sources: [{ kind: 'zhanjiang-prompted', receivedAt: at('03-02 09:00') }],
    });
    expect(owed(file, 'zhanjiangTelephone')).toEqual([]);
  });
});

describe('hohhot C 反馈 12–24h: each 提示 has hours of its own', () => {
  const group = person('commandGroup');
  const prompt = (local: string, reference: string) => ({
    kind: 'cac-prompted',
    receivedAt: at(local),
    reference,
  });
  const feedback: CaseCommand = {
    type: 'FileReport',
    kind: 'feedback',
    form: 'written',
    to: ['propagandaCyberspace'],
  };
  const prompted = (level = 'medium') =>
    open({
      bureau: 'hohhot',
      level,
      by: group,
      when: '03-02 20:05',
      sources: [prompt('03-02 20:00', '1号')],
    });

  it('the second is owed though the first was fed back', () => {
    const file = prompted();
    give(file, '03-03 09:00', group, feedback);
    expect(
      give(file, '03-03 10:05', group, { type: 'AddSource', source: prompt('03-03 10:00', '2号') }),
    ).toBe('done');
    expect(owed(file, 'feedback')).toEqual([
      [at('03-03 20:00'), 'fulfilled'],
      [at('03-04 10:00'), 'open'],
    ]);
  });

  it.each([
    ['03-04 09:59:59', 'fulfilled'],
    ['03-04 10:00:00', 'fulfilled'],
    ['03-04 10:00:01', 'fulfilledLate'],
  ])('fed back at %s, the second is %s', (when, outcome) => {
    const file = prompted();
    give(file, '03-03 09:00', group, feedback);
    give(file, '03-03 10:05', group, { type: 'AddSource', source: prompt('03-03 10:00', '2号') });
    give(file, when, group, feedback);
    expect(owed(file, 'feedback')[1]?.[1]).toBe(outcome);
  });

  it.each([
    ['03-03 19:00', null, 'remind'],
    ['03-03 19:59:59', null, 'due'],
    ['03-03 20:00:00', 'raise', 'due'],
    ['03-03 20:00:01', 'raise', 'overdue'],
    ['03-03 21:00', 'raise', 'overdue'],
  ])('raised to 中级 at %s, the 24 hours still end at 20:00: %s, %s', (when, how, stage) => {
    const file = prompted('minor');
    expect(
      give(file, when, group, { type: 'ChangeLevel', level: 'medium', reason: '扩散', authority: 'change' }),
    ).toBe('done');
    expect(owed(file, 'feedback')).toEqual([[at('03-03 20:00'), 'open']]);
    expect(file.duty('feedback')?.foundLate?.how ?? null).toBe(how);
    expect(file.duty('feedback')?.next?.stage).toBe(stage);
  });

  it('before any prompt the 24 hours are the office’s own: never overdue, and a prompt starts its own', () => {
    const file = open({
      bureau: 'hohhot',
      level: 'medium',
      by: group,
      when: '03-02 08:00',
      instants: { detectedAt: '03-02 08:00' },
    });
    expect(file.duty('feedback')).toMatchObject({ isOwn: true, breachable: false });
    file.runTo('03-03 12:00');
    expect(eventsOf(file, 'DutyOverdue', 'feedback')).toEqual([]);
    give(file, '03-03 12:05', group, { type: 'AddSource', source: prompt('03-03 12:00', '1号') });
    expect(owed(file, 'feedback')).toEqual([[at('03-04 12:00'), 'open']]);
    expect(file.duty('feedback')).toMatchObject({ isOwn: false, breachable: true });
  });
});
