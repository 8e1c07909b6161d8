import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { dutyOf } from '../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, group, leader, liaison, officer, opening } from '../../support/case-file.ts';

const SECOND = 1000;
const shifted = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * SECOND).toISOString();
const assigned = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }];
const occurred = { occurredAt: at('03-02 08:00') };

const report = (form: string, kind: string, ...to: string[]): CaseCommand => ({
  type: 'FileReport',
  kind,
  form,
  to,
});
const publish = (form: string): CaseCommand => ({ type: 'RecordPublication', form });
const approved: CaseCommand = { type: 'RecordAction', action: 'statementApproved' };
const calm: CaseCommand = { type: 'DeclareCalm', reason: '已平息', calmedAt: at('03-02 12:00') };

interface Limit {
  name: string;
  level: string;
  duty: string;
  due: string;
  meets: CaseCommand;
  by?: Actor;
  before?: [Actor, CaseCommand][];
}
const toLeaders = ['deputyLeader', 'officeHead'];
/** Every limit in numbers of 办法, its due instant for this case, and what meets it. */
const limits: Limit[] = [
  {
    name: '蓝 交办 10 日',
    level: 'blue',
    duty: 'zhanjiangWritten',
    due: '03-13 00:00',
    meets: report('oa', 'first', 'zhanjiang'),
  },
  {
    name: '蓝 续报 15 日',
    level: 'blue',
    duty: 'blueProgress',
    due: '03-18 00:00',
    meets: report('written', 'progress', 'zhanjiang'),
    by: officer,
  },
  {
    name: '黄 电话 12 小时',
    level: 'yellow',
    duty: 'zhanjiangTelephone',
    due: '03-02 22:00',
    meets: report('telephone', 'first', 'zhanjiang'),
  },
  {
    name: '黄 书面 24 小时',
    level: 'yellow',
    duty: 'zhanjiangWritten',
    due: '03-03 10:00',
    meets: report('written', 'first', 'zhanjiang'),
  },
  {
    name: '黄 平息后每周',
    level: 'yellow',
    duty: 'weeklyReport',
    due: '03-10 00:00',
    meets: report('written', 'progress', ...toLeaders),
    before: [[group, calm]],
  },
  ...['orange', 'red'].flatMap((level): Limit[] => [
    {
      name: `${level} 电话 3 小时`,
      level,
      duty: 'zhanjiangTelephone',
      due: '03-02 13:00',
      meets: report('telephone', 'first', 'zhanjiang'),
    },
    {
      name: `${level} 书面 12 小时`,
      level,
      duty: 'zhanjiangWritten',
      due: '03-02 22:00',
      meets: report('written', 'first', 'zhanjiang'),
    },
    {
      name: `${level} 每 24 小时`,
      level,
      duty: 'dailyReport',
      due: '03-03 08:00',
      meets: report('written', 'progress', ...toLeaders),
    },
    {
      name: `${level} 平息后每周`,
      level,
      duty: 'weeklyReport',
      due: '03-10 00:00',
      meets: report('written', 'final', ...toLeaders),
      before: [[group, calm]],
    },
  ]),
  {
    name: '橙 48 小时回应',
    level: 'orange',
    duty: 'publicResponse',
    due: '03-04 08:00',
    meets: publish('briefing'),
    by: officer,
    before: [[leader, approved]],
  },
  {
    name: '红 5 小时权威信息',
    level: 'red',
    duty: 'publicResponse',
    due: '03-02 13:00',
    meets: publish('authoritative'),
    by: officer,
    before: [[leader, approved]],
  },
  {
    name: '红 24 小时发布会',
    level: 'red',
    duty: 'pressConference',
    due: '03-03 08:00',
    meets: publish('pressConference'),
    by: officer,
    before: [[leader, approved]],
  },
];

const open = ({ level, before = [] }: Limit) => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level, sources: assigned, instants: occurred }));
  for (const [actor, command] of before) file.give('03-02 12:00', actor, command);
  return file;
};

describe.each(limits)('the limit $name', (limit) => {
  const due = at(limit.due);

  it('falls due at its instant and cites its clause', () => {
    const scheduled = open(limit).duty(limit.duty)!;
    expect(scheduled.current.due).toBe(due);
    expect(scheduled.cite.length).toBeGreaterThan(0);
    expect(scheduled.limitText).toMatch(/\d/);
  });

  it.each([
    [-1, 'fulfilled'],
    [0, 'fulfilled'],
    [1, 'fulfilledLate'],
  ])('filed %i seconds after it is %s', (seconds, outcome) => {
    const file = open(limit);
    expect(
      file.give(
        shifted(due, seconds),
        limit.by ?? (limit.duty.startsWith('zhanjiang') ? officer : liaison),
        limit.meets,
      ).refusal,
    ).toBeNull();
    const met = file.duty(limit.duty)!.history[0]!;
    expect(met).toMatchObject({ due, outcome, completedAt: shifted(due, seconds) });
    const settled = file.log
      .at(-1)!
      .events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []));
    const { name } = file.duty(limit.duty)!;
    expect(settled).toContainEqual({
      duty: limit.duty,
      occurrence: met.occurrence,
      // By its term's own name, where it has one.
      ...(name === dutyOf(leizhou, limit.duty).name ? {} : { name }),
      outcome,
      due,
      at: shifted(due, seconds),
      // What was met in time stays met by that act.
      ...(outcome === 'fulfilled' ? { entry: file.log.length } : {}),
    });
  });

  it('is checked at the instant and not a second before', () => {
    const file = open(limit);
    for (let index = 0; file.duty(limit.duty)!.next!.stage === 'remind'; index += 1) {
      const { at: when } = file.duty(limit.duty)!.next!;
      expect(when < due).toBe(true);
      file.give(when, officer, enforce(file.duty(limit.duty)!, index));
    }
    const scheduled = file.duty(limit.duty)!;
    expect(scheduled.next).toMatchObject({ stage: 'due', at: due });
    expect(file.give(shifted(due, -1), officer, enforce(scheduled, 0)).events).toEqual([]);
    expect(file.give(due, officer, enforce(scheduled, 0)).events[0]).toMatchObject({
      type: 'DutyFellDue',
      duty: limit.duty,
    });
    expect(file.give(shifted(due, 1), officer, enforce(scheduled, 0)).events).toEqual([]);
  });
});

const enforce = (
  scheduled: {
    duty: string;
    current: { occurrence: string; due: string | null };
    next: { stage: 'remind' | 'due' | 'overdue' } | null;
  },
  index: number,
): CaseCommand => ({
  type: 'EnforceStage',
  duty: scheduled.duty,
  occurrence: scheduled.current.occurrence,
  stage: scheduled.next!.stage,
  index,
  due: scheduled.current.due!,
});

describe('limits that are not in numbers', () => {
  const file = caseFile();
  file.give(
    '03-02 10:30',
    officer,
    opening({
      level: 'red',
      sources: assigned,
      instants: { ...occurred, detectedAt: at('03-02 09:00') },
      flags: ['specificFacts'],
    }),
  );
  const soft = file.schedule().duties.filter(({ limit }) => !['within', 'every'].includes(limit.kind));

  it('show the regulation’s own word and never a number', () => {
    expect(soft.length).toBeGreaterThan(8);
    for (const { limitText } of soft) expect(limitText).not.toMatch(/\d/);
  });

  it('have no clock when the word is 及时 or 随时 and the office set no target', () => {
    for (const scheduled of soft.filter(({ limit }) => limit.kind !== 'immediate')) {
      expect(scheduled).toMatchObject({ next: null, current: { due: null } });
    }
  });

  it('never become overdue, never issue an order and are never late', () => {
    file.runTo('03-06 10:30');
    file.give('03-06 10:30', liaison, { type: 'RecordMeeting' });
    const names = new Set(soft.map(({ duty }) => duty));
    const events = file.log.flatMap((entry) => entry.events);
    expect(events.some((event) => event.type === 'DutyReminded' && names.has(event.duty))).toBe(true);
    expect(events.some((event) => event.type === 'DutyOverdue' && names.has(event.duty))).toBe(false);
    expect(
      events.some((event) => event.type === 'SupervisionOrderDrafted' && names.has(event.duty ?? '')),
    ).toBe(false);
    expect(file.duty('emergencyMeeting')!.current.outcome).toBe('fulfilled');
    for (const { duty } of soft) expect(file.duty(duty)!.foundLate).toBeNull();
  });
});
