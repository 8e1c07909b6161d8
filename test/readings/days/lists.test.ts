import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../shared/case/events.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { settlement } from '../../../shared/rules/settle.ts';
import { at, caseFile, head, officer, system } from '../../support/case-file.ts';
import { assigned, eventsOf, type File, type Found, give, open, person } from '../given.ts';

/**
 * A case that was opened while the list of 2026 was not there: in it 01-01, 除夕 02-16 to 02-19 and the weekends are free. The
 * list frees 01-01 to 01-03 and 02-15 to 02-23 and has 01-04 (Sun), 02-14 and 02-28 (Sat) worked.
 */
const beforeTheList = (found: Found): File => {
  const [opening, ...rest] = open(found).log;
  const file = caseFile(regulations[found.bureau ?? 'leizhou']!);
  const events = opening!.events.map((event) =>
    event.type === 'CaseOpened' ? { ...event, holidayListsTo: 2025 } : event,
  );
  for (const entry of [{ ...opening!, events } satisfies LogEntry, ...rest]) file.take(entry);
  return file;
};
const post = (knownAt: string): File =>
  beforeTheList({
    bureau: 'nanning',
    level: 'pending',
    when: knownAt,
    instants: { detectedAt: knownAt, knownAt },
    facts: { flags: ['netizenPost', 'byProcedure'] },
  });
const unitHead = { ...person('unitHead'), unit: 'business' };
const answer: CaseCommand = { type: 'RecordAction', action: 'answerApproved' };
const learn = (file: File, when: string) => file.give(when, system, { type: 'LearnHolidayLists' });
const reply = (file: File): ScheduledDuty => file.duty('settledReply')!;
const settle = (due: string, reference: string | undefined = '国办发明电〔2025〕7号'): CaseCommand => ({
  type: 'SetDeadline',
  duty: 'settledReply',
  due: at(due),
  reason: '按通知调休上班',
  ...(reference === undefined ? {} : { reference }),
});

describe('a limit near a holiday of a year without its list', () => {
  it('is 暂定 (待放假通知) and says so; one far from any is law', () => {
    // Tue 6, Wed 7, Thu 8, Fri 9, Mon 12 January.
    const near = reply(post('01-05 10:00'));
    expect(near).toMatchObject({ missingYears: [2026], breachable: false, provisional: false });
    expect(near.current.due).toBe(at('01-12 17:00'));
    // 01-15 is the last day near New Year; 02-02 the first near 除夕 (02-16).
    expect(reply(post('01-14 10:00')).missingYears).toEqual([2026]);
    expect(reply(post('01-15 10:00'))).toMatchObject({ missingYears: [], breachable: true });
    expect(reply(post('01-23 10:00'))).toMatchObject({ missingYears: [], breachable: true });
    expect(reply(post('01-26 10:00')).missingYears).toEqual([2026]);
  });

  it('is told and chased when it passes, and never 逾期 by itself', () => {
    const file = post('01-05 10:00');
    file.runTo('01-20 10:00');
    expect(eventsOf(file, 'DutyFellDue', 'settledReply')).toMatchObject([{ provisional: true }]);
    expect(eventsOf(file, 'DutyReminded', 'settledReply').length).toBeGreaterThan(2);
    expect(eventsOf(file, 'DutyOverdue', 'settledReply')).toEqual([]);
    expect(file.state.passed).toEqual({});
    const planned = settlement({
      regulation: regulations.nanning!,
      before: null,
      after: post('01-05 10:00').schedule(),
      marks: {},
      decided: [],
    });
    expect(labelOf(regulations.nanning!, { type: 'DutiesSettled', settled: planned })).toContain(
      '确定答复意见(暂定时限1月12日17时,待放假通知)',
    );
  });

  it('is one in days too, where its last day may be, or not be, one of rest', () => {
    // 收到 Wed 02-04: the tenth day is Sat 02-14, then 除夕 to 初三, Fri 02-20. The list has that Saturday worked.
    const file = beforeTheList({
      level: 'blue',
      when: '02-04 09:00',
      sources: [assigned('02-04 09:00', '1号')],
    });
    expect(file.duty('zhanjiangWritten')).toMatchObject({
      missingYears: [2026],
      breachable: false,
      current: { due: at('02-21 00:00') },
    });
    learn(file, '02-10 09:00');
    expect(file.duty('zhanjiangWritten')).toMatchObject({
      missingYears: [],
      breachable: true,
      foundLate: null,
      current: { due: at('02-15 00:00') },
    });
  });
});

describe('the list, once it is there', () => {
  it('is an entry of the case, once, from which on its limits count by it', () => {
    // Thu 12, Fri 13, then Fri 20, Mon 23, Tue 24; by the list Sat 14, Tue 24, Wed 25.
    const file = post('02-11 10:00');
    expect(file.due('settledReply')).toBe(at('02-24 17:00'));
    const { events } = learn(file, '02-12 09:00');
    expect(events[0]).toEqual({ type: 'HolidayListsLearned', to: 2026 });
    expect(labelOf(regulations.nanning!, events[0]!)).toBe('2026年放假安排已录入,据以确定有关时限');
    expect(reply(file)).toMatchObject({
      missingYears: [],
      breachable: true,
      current: { due: at('02-25 17:00') },
    });
    expect(learn(file, '02-13 09:00').events).toEqual([]);
    expect(learn(open({ bureau: 'nanning', level: 'pending' }), '03-02 11:00').events).toEqual([]);
    // Read again up to any entry, the log gives the same schedule.
    const again = caseFile(regulations.nanning!);
    again.take(file.log[0]!);
    expect(again.due('settledReply')).toBe(at('02-24 17:00'));
  });

  // Tue 24, Wed 25, Thu 26, Fri 27, Mon 03-02; by the list Sat 02-28.
  it.each([
    ['02-28 16:59:59', null],
    ['02-28 17:00:00', 'list'],
    ['02-28 17:00:01', 'list'],
  ])('at %s leaves a limit of 17:00: %s', (when, how) => {
    const file = post('02-23 10:00');
    expect(file.due('settledReply')).toBe(at('03-02 17:00'));
    learn(file, when);
    expect(file.due('settledReply')).toBe(at('02-28 17:00'));
    file.runTo('03-03 17:00');
    expect(reply(file).foundLate?.how ?? null).toBe(how);
    const overdue = eventsOf(file, 'DutyOverdue', 'settledReply');
    expect(overdue[0]).toMatchObject(how === null ? { due: at('02-28 17:00') } : { foundLate: how });
    expect(Object.keys(file.state.passed)).toEqual(how === null ? ['settledReply#1'] : []);
  });

  it('makes what had passed as 暂定 名单到时已逾期 and nothing worse, chased from then on', () => {
    const file = post('01-05 10:00');
    file.runTo('01-13 09:00');
    learn(file, '01-13 09:00');
    expect(reply(file)).toMatchObject({
      breachable: true,
      foundLate: { how: 'list', lagMilliseconds: 16 * 3600_000 },
      next: { stage: 'overdue', at: at('01-13 09:00') },
    });
    file.runTo('01-14 09:00');
    const [overdue] = eventsOf(file, 'DutyOverdue', 'settledReply');
    expect(labelOf(regulations.nanning!, overdue!)).toContain('名单到时已逾期');
    expect(file.state.passed).toEqual({});
    give(file, '01-14 10:00', unitHead, answer);
    expect(reply(file)).toMatchObject({ current: { outcome: 'fulfilledLate' }, foundLate: { how: 'list' } });
  });

  it('undoes nothing that was done in time by what was known', () => {
    const file = post('02-23 10:00');
    // Sunday, after the Saturday that proves to have been the last day.
    give(file, '03-01 12:00', unitHead, answer);
    expect(reply(file).current.outcome).toBe('fulfilled');
    learn(file, '03-01 18:00');
    expect(reply(file).current.outcome).toBe('fulfilled');
    expect(file.runTo('03-09 09:00').filter((line) => line.includes('settledReply'))).toEqual([]);
  });
});

describe('one limit settled by hand, with the announcement’s number', () => {
  it.each([
    ['an officer', officer, settle('02-28 17:00'), 'ROLE_NOT_ALLOWED'],
    ['the head of the office without the number', head, settle('02-28 17:00', ''), 'REFERENCE_REQUIRED'],
    ['to the same instant', head, settle('03-02 17:00'), 'DEADLINE_UNCHANGED'],
    ['further than a holiday reaches', head, settle('03-16 17:00:01'), 'DEADLINE_TOO_FAR'],
    ['by the head of the office', head, settle('02-28 17:00'), 'done'],
  ])('%s', (_who, who, command, outcome) => {
    const { reference, ...bare } = command as Extract<CaseCommand, { type: 'SetDeadline' }>;
    const given = reference === '' ? bare : { ...bare, reference };
    expect(give(post('02-23 10:00'), '02-26 10:00', who, given as CaseCommand)).toBe(outcome);
  });

  it('is law from then on, and broken when it passes', () => {
    const file = post('02-23 10:00');
    give(file, '02-26 10:00', head, settle('02-28 17:00'));
    expect(reply(file)).toMatchObject({ breachable: true, missingYears: [], foundLate: null });
    expect(
      eventsOf(file, 'LimitSettled', 'settledReply').map((event) => labelOf(regulations.nanning!, event)),
    ).toEqual([
      '按放假通知(国办发明电〔2025〕7号)确定“确定答复意见”时限2月28日17时(原暂定3月2日17时):按通知调休上班',
    ]);
    file.runTo('03-01 17:00');
    expect(eventsOf(file, 'DutyOverdue', 'settledReply')[0]).not.toHaveProperty('foundLate');
    learn(file, '03-02 09:00');
    expect(Object.keys(file.state.passed)).toEqual(['settledReply#1']);
  });

  it('gives way to the list: what had passed by a wrong word is not counted', () => {
    const file = post('02-23 10:00');
    give(file, '02-24 10:00', head, settle('02-27 17:00'));
    file.runTo('02-28 09:00');
    give(file, '02-28 09:00', officer, { type: 'SetFlags', add: [], remove: ['byProcedure'], reason: '无' });
    expect(Object.keys(file.state.passed)).toEqual(['settledReply#1']);
    learn(file, '02-28 10:00');
    expect(file.state.passed).toEqual({});
  });

  it('is not for a limit that no list moves', () => {
    const file = open({
      bureau: 'nanning',
      level: 'pending',
      instants: { knownAt: '03-02 10:00' },
      facts: { flags: ['netizenPost', 'byProcedure'] },
    });
    expect(give(file, '03-02 11:00', head, settle('03-10 17:00'))).toBe('DEADLINE_NOT_OPEN');
  });
});
