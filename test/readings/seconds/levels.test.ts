import { describe, expect, it } from 'vitest';
import { isOverdue } from '../../../shared/deadlines/breach.ts';
import { at, group, head, leader, liaison, officer, system } from '../../support/case-file.ts';
import { confirm, eventsOf, type File, flareUp, give, item, open, person, timesOf } from '../given.ts';

const calm = { type: 'DeclareCalm', reason: '传播平息' } as const;

describe('leizhou 办法 第二十一条(二)红 ②: opened low, the five hours until 14:00', () => {
  const low = () =>
    open({
      level: 'routine',
      proposed: 'red',
      instants: { publishedAt: '03-02 09:00', detectedAt: '03-02 10:00' },
    });

  it.each(['03-02 13:59:59', '03-02 14:00:00', '03-02 14:00:01'])(
    'agreed to by a second person at %s, they were never owed',
    (when) => {
      const file = low();
      file.runTo(when);
      expect(give(file, when, head, { type: 'ApproveLevelChange' })).toBe('done');
      file.runTo('03-02 18:00');
      expect(file.duty('publicResponse')).toBeUndefined();
      expect(eventsOf(file, 'DutyOverdue', 'publicResponse')).toEqual([]);
    },
  );

  it.each([
    ['03-02 13:59:59', false],
    ['03-02 14:00:00', false],
    ['03-02 14:00:01', true],
  ])('refused, and determined as proposed at %s: overdue %s', (when, is) => {
    const file = low();
    give(file, '03-02 13:00', head, { type: 'RejectLevelChange', reason: '不同意' });
    expect(give(file, when, officer, confirm('red'))).toBe('done');
    expect(isOverdue(file.duty('publicResponse')!, at(when))).toBe(is);
  });
});

describe.each<[string, string, string]>([
  ['leizhou', 'yellow', 'red'],
  ['nanning', 'general', 'major'],
  ['petition', 'general', 'major'],
])('%s: a graver item at 11:00 is to be answered by 11:30', (bureau, level, higher) => {
  it.each([
    ['03-02 11:29:59', 0],
    ['03-02 11:30:00', 1],
    ['03-02 11:30:01', 1],
  ])('by %s the target has passed %i times', (when, times) => {
    const file = open({ bureau, level, by: bureau === 'petition' ? leader : officer });
    give(file, '03-02 11:00', system, item('graver', higher));
    file.runTo(when);
    const passed = eventsOf(file, 'DutyFellDue', 'reviewGrade');
    expect(passed.filter(({ when: told }) => told > at('03-02 11:00'))).toHaveLength(times);
  });
});

/** Calm on 4 March, again in flames on the 6th at 18:00. */
const again = (file: File, by = group) => {
  give(file, '03-04 10:00', by, calm);
  flareUp(file);
  return file;
};

describe('leizhou 办法 第二十三条(二)②: after a re-kindling at 18:00', () => {
  const orange = () => again(open({ level: 'orange', when: '03-02 09:00' }));

  it.each([
    ['03-06 17:59:59', 'open'],
    ['03-06 18:00:00', 'fulfilled'],
    ['03-06 18:00:01', 'fulfilled'],
  ])('a meeting of %s meets it: %s', (madeAt, outcome) => {
    const file = orange();
    give(file, '03-06 18:10', liaison, { type: 'RecordMeeting', madeAt: at(madeAt) });
    expect(file.duty('emergencyMeeting')?.current.outcome).toBe(outcome);
  });

  it.each([
    ['03-07 17:59:59', 'fulfilled'],
    ['03-07 18:00:00', 'fulfilled'],
    ['03-07 18:00:01', 'fulfilledLate'],
  ])('the first daily report, made at %s: %s', (when, outcome) => {
    const file = orange();
    expect(file.due('dailyReport')).toBe(at('03-07 18:00'));
    give(file, when, liaison, { type: 'FileReport', kind: 'progress', form: 'written', to: ['officeHead'] });
    expect(timesOf(file, 'dailyReport')?.find(([occurrence]) => occurrence === '2.1')?.[1]).toBe(outcome);
  });
});

describe('hohhot C 后期4 解除/反复: after a re-kindling at 18:00', () => {
  it.each([
    ['03-06 17:59:59', 'open'],
    ['03-06 18:00:00', 'fulfilled'],
    ['03-06 18:00:01', 'fulfilled'],
  ])('a response started at %s meets it: %s', (madeAt, outcome) => {
    const by = person('commandGroup');
    const file = again(open({ bureau: 'hohhot', level: 'medium', by, when: '03-02 08:00' }), leader);
    give(file, '03-06 18:10', head, { type: 'StartPlan', madeAt: at(madeAt) });
    expect(file.duty('startPlan')?.current.outcome).toBe(outcome);
  });
});
