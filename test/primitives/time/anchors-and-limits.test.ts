import { describe, expect, it } from 'vitest';
import { at } from '../../support/case-file.ts';
import {
  type Act,
  act,
  around,
  type Bureau,
  type Facts,
  IN_TIME_UP_TO_THE_LIMIT,
  openCase,
  outcomesAround,
  publish,
  rate,
  report,
} from '../bureau-case.ts';
import { anyhow, assigned, byPhone, done, found, onPaper, orally, toUnits, upwards } from './filing.ts';

/** The publication of 雷州 or 南宁, once it is approved. */
const publishing =
  (form: string): Act =>
  (opened, when) => {
    const approvals =
      opened.regulation.id === 'leizhou'
        ? { deputyLeader: 'statementApproved' }
        : { officeHead: 'onlineReviewed', unitHead: 'unitHeadReviewed', leadingGroup: 'groupApproved' };
    for (const [role, action] of Object.entries(approvals)) done(opened, '03-02 10:30', role, act(action));
    done(opened, when, 'dutyOfficer', publish(form));
  };

const occurred: Facts = { opened: '03-02 08:30', instants: { occurredAt: '03-02 08:20' } };
const happened: Facts = { opened: '03-02 08:30', instants: { eventAt: '03-02 08:20' } };

describe('P1 fixed duration from a named case event', () => {
  it.each<[string, Bureau, string, Facts, string, string, Act]>([
    ['5小时', 'leizhou', 'red', occurred, 'publicResponse', '03-02 13:20', publishing('authoritative')],
    ['24小时', 'leizhou', 'red', occurred, 'pressConference', '03-03 08:20', publishing('pressConference')],
    ['48小时', 'leizhou', 'orange', occurred, 'publicResponse', '03-04 08:20', publishing('briefing')],
    ['3小时', 'leizhou', 'orange', assigned, 'zhanjiangTelephone', '03-02 13:00', byPhone],
    ['12小时', 'leizhou', 'red', assigned, 'zhanjiangWritten', '03-02 22:00', onPaper],
    ['12小时', 'leizhou', 'yellow', assigned, 'zhanjiangTelephone', '03-02 22:00', byPhone],
    ['24小时', 'leizhou', 'yellow', assigned, 'zhanjiangWritten', '03-03 10:00', onPaper],
    ['10日', 'leizhou', 'blue', assigned, 'zhanjiangWritten', '03-13 00:00', anyhow],
    ['4小时', 'nanning', 'major', found, 'reportImportant', '03-02 13:00', upwards],
    ['24小时', 'nanning', 'major', found, 'publishOnline', '03-03 09:00', publishing('online')],
    ['24小时', 'petition', 'general', found, 'notifyUnits', '03-03 09:00', toUnits],
    ['30分钟', 'petition', 'major', found, 'notifyUnits', '03-02 09:30', toUnits],
    ['15分钟', 'yinzhou', 'major', happened, 'oralReport', '03-02 08:35', orally],
  ])('%s in %s at %s', (_length, bureau, level, facts, duty, due, meet) => {
    const open = () => openCase(bureau, level, facts);
    expect(outcomesAround(due, duty, open, meet)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });

  it('runs through nights and holidays: two hours of 南宁 for what is 特别重大, on New Year’s Eve', () => {
    const open = () => {
      const opened = openCase('nanning', 'major', { opened: '02-16 23:00' });
      opened.give('02-16 23:01', 'chiefLeader', rate('sensitivity', 'grave'));
      return opened;
    };
    expect(outcomesAround('02-17 01:00', 'reportGrave', open, upwards)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });
});

const correct = (instant: 'eventAt' | 'occurredAt' | 'publishedAt', to: string) =>
  ({ type: 'CorrectInstant', instant, at: at(to), reason: '核实' }) as const;

describe('P2 many anchors per case, with fallbacks and estimates', () => {
  it('three clocks of one 雷州 case count from 发生, 收到 and 爆发, each its own', () => {
    const opened = openCase('leizhou', 'orange', {
      opened: '03-02 10:30',
      sources: { 'zhanjiang-assigned': '03-02 10:00' },
      instants: { occurredAt: '03-02 07:00', outbreakAt: '03-02 08:00' },
    });
    const dues = () => ['publicResponse', 'zhanjiangTelephone', 'dailyReport'].map(opened.due);
    expect(dues()).toEqual([at('03-04 07:00'), at('03-02 13:00'), at('03-03 08:00')]);
    expect(opened.give('03-02 10:31', 'dutyOfficer', correct('occurredAt', '03-02 06:00'))).toBe('done');
    expect(dues()).toEqual([at('03-04 06:00'), at('03-02 13:00'), at('03-03 08:00')]);
  });

  it.each<[Bureau, string, string, Record<string, string>, string, string]>([
    ['leizhou', 'red', 'publicResponse', { detectedAt: '03-02 07:00' }, 'detectedAt', '03-02 12:00'],
    [
      'yinzhou',
      'major',
      'oralReport',
      { publishedAt: '03-02 07:50', detectedAt: '03-02 08:00' },
      'publishedAt',
      '03-02 08:05',
    ],
    ['yinzhou', 'major', 'oralReport', { detectedAt: '03-02 08:00' }, 'detectedAt', '03-02 08:15'],
  ])(
    '%s %s %s without 发生 or 事发 counts from what stands in, as an estimate',
    (bureau, level, duty, instants, instant, due) => {
      const anchor = bureau === 'yinzhou' ? 'eventAt' : 'occurredAt';
      const opened = openCase(bureau, level, { instants });
      expect(opened.duty(duty)).toMatchObject({
        start: { instant, estimated: true },
        current: { due: at(due) },
      });
      opened.give('03-02 08:01', 'officeHead', correct(anchor, '03-02 06:30'));
      expect(opened.duty(duty)?.start).toEqual(
        expect.objectContaining({ instant: anchor, at: at('03-02 06:30'), estimated: false }),
      );
    },
  );

  it.each<[Bureau, string, string, string]>([
    ['leizhou', 'red', 'publicResponse', '03-02 13:00'],
    ['yinzhou', 'major', 'oralReport', '03-02 08:15'],
  ])('%s %s %s counts from the opening where nothing else is known', (bureau, level, duty, due) => {
    const opened = openCase(bureau, level, { instants: {} });
    expect(opened.duty(duty)).toMatchObject({
      status: 'open',
      breachable: true,
      start: { instant: 'openedAt', estimated: true },
      current: { due: at(due) },
    });
  });

  it('waits with the reason where the instant has no other to stand in', () => {
    expect(openCase('leizhou', 'orange').duty('weeklyReport')).toMatchObject({
      status: 'notStarted',
      next: null,
      reason: expect.stringContaining('尚未起算:缺少“舆情平息”'),
    });
  });

  it('counts each of two receipts by itself', () => {
    const opened = openCase('leizhou', 'orange', {
      opened: '03-02 10:30',
      sources: { 'zhanjiang-assigned': '03-02 10:00', 'zhanjiang-prompted': '03-02 09:00' },
    });
    expect(
      opened.file
        .schedule()
        .duties.filter(({ duty }) => duty === 'zhanjiangTelephone')
        .map(({ start, current, isOwn }) => [start?.at, current.due, isOwn]),
    ).toEqual([
      [at('03-02 10:00'), at('03-02 13:00'), false],
      // 提示关注 is only read like an assignment (参照).
      [at('03-02 09:00'), at('03-02 12:00'), true],
    ]);
  });

  it('is not answered by what was done before 收到, to the second', () => {
    const statuses = around('03-02 10:00').map((madeAt) => {
      const opened = openCase('leizhou', 'orange', assigned);
      opened.give('03-02 10:40', 'dutyOfficer', { ...report('first', 'telephone', 'zhanjiang'), madeAt });
      return opened.status('zhanjiangTelephone');
    });
    expect(statuses).toEqual(['open', 'fulfilled', 'fulfilled']);
  });

  it('is put off only by whom the regulation lets, and never into the future', () => {
    const opened = openCase('leizhou', 'red', occurred);
    expect(opened.give('03-02 08:31', 'dutyOfficer', correct('occurredAt', '03-02 08:20:01'))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(opened.give('03-02 08:31', 'dutyOfficer', correct('occurredAt', '03-02 08:19:59'))).toBe('done');
    // Nor by who has stated it himself: the opener, or who has put it off once.
    expect(opened.give('03-02 08:32', 'officeHead', correct('occurredAt', '03-02 08:20:01'))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(opened.give('03-02 08:32', 'chiefLeader', correct('occurredAt', '03-02 08:20:01'))).toBe('done');
    expect(opened.give('03-02 08:33', 'chiefLeader', correct('occurredAt', '03-02 08:33'))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    // A clock that goes five minutes fast is no future.
    expect(opened.give('03-02 08:33', 'deputyLeader', correct('occurredAt', '03-02 08:38:01'))).toBe(
      'INSTANT_IN_FUTURE',
    );
    expect(opened.give('03-02 08:33', 'deputyLeader', correct('occurredAt', '03-02 08:33'))).toBe('done');
    expect(opened.due('publicResponse')).toBe(at('03-02 13:33'));
  });
});
