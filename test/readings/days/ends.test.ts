import { describe, expect, it } from 'vitest';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import { settingsOf } from '../../../shared/regulations/lookup.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, chief, head, liaison, officer } from '../../support/case-file.ts';
import { assigned, type File, give, open, person } from '../given.ts';

const unitHead = { ...person('unitHead'), unit: 'business' };
const report = (kind: string, ...to: string[]): CaseCommand => ({
  type: 'FileReport',
  kind,
  form: 'written',
  to,
});
const answer: CaseCommand = { type: 'RecordAction', action: 'answerApproved' };

const blue = (settings: ChosenSettings = {}, when = '03-02 09:00'): File =>
  open({ level: 'blue', when, sources: [assigned(when, '1号')], settings });
const calmed = (settings: ChosenSettings = {}): File => {
  const file = open({ level: 'orange', when: '03-02 10:00', settings });
  give(file, '03-09 10:00', chief, { type: 'DeclareCalm', reason: '已平息' });
  return file;
};
const request = (): File =>
  open({ level: 'monitoringRequest', when: '03-02 10:00', sources: [{ kind: 'request-risk' }] });
const post = (knownAt: string, settings: ChosenSettings = {}): File =>
  open({
    bureau: 'nanning',
    level: 'pending',
    when: knownAt,
    instants: { detectedAt: knownAt, knownAt },
    settings,
    facts: { flags: ['netizenPost', 'byProcedure'] },
  });
const extended = (): File => {
  const file = post('03-02 10:00');
  const extend: CaseCommand = {
    type: 'ExtendDuty',
    duty: 'settledReply',
    to: at('03-16 17:00'),
    reason: '待检',
  };
  expect(give(file, '03-06 10:00', unitHead, extend)).toBe('done');
  return file;
};

// By hand, in 2026. March begins on a Sunday; 24:00 of a day is written 00:00 of the next.
describe.each<[string, () => File, string, string, (file: File, when: string) => void]>([
  [
    // 收到 Mon 03-02; the tenth day after it is Thu 03-12.
    'leizhou 办法 第二十二条(二)蓝/批办: 10日',
    blue,
    'zhanjiangWritten',
    '03-13 00:00',
    (file, when) => give(file, when, officer, report('first', 'zhanjiang')),
  ],
  [
    // 收到 Wed 03-04; the tenth day is Sat 03-14, so Mon 03-16.
    'leizhou 办法 第二十二条(二)蓝/批办: 10日 that end on a Saturday',
    () => blue({}, '03-04 09:00'),
    'zhanjiangWritten',
    '03-17 00:00',
    (file, when) => give(file, when, officer, report('first', 'zhanjiang')),
  ],
  [
    // 定级 Mon 03-02; the fifteenth day after it is Tue 03-17.
    'leizhou 办法 第二十三条(一)①: 15日',
    blue,
    'blueProgress',
    '03-18 00:00',
    (file, when) => give(file, when, officer, report('progress', 'zhanjiang')),
  ],
  [
    // 平息 Mon 03-09; a week after it is Mon 03-16.
    'leizhou 办法 第二十三条(二)③: 每周',
    calmed,
    'weeklyReport',
    '03-17 00:00',
    (file, when) => give(file, when, liaison, report('progress', 'deputyLeader', 'officeHead')),
  ],
  [
    // 申请 Mon 03-02; a week after it is Mon 03-09.
    'leizhou 附件3 三: 一周',
    request,
    'monitoringInterval',
    '03-10 00:00',
    (file, when) => give(file, when, officer, { type: 'RecordAction', action: 'monitoringClosed' }),
  ],
  [
    // 知晓 Mon 03-02; Tue 3, Wed 4, Thu 5, Fri 6, Mon 9.
    'nanning B 五(二) ⑦ 5wd: 5个工作日',
    () => post('03-02 10:00'),
    'settledReply',
    '03-09 17:00',
    (file, when) => give(file, when, unitHead, answer),
  ],
  [
    // And Tue 10, Wed 11, Thu 12, Fri 13, Mon 16.
    'nanning B 五(二) ⑧ 10wd: 10个工作日',
    extended,
    'settledReply',
    '03-16 17:00',
    (file, when) => give(file, when, unitHead, answer),
  ],
])('%s', (_, begun, duty, due, meet) => {
  it.each([
    [-1, 'fulfilled'],
    [0, 'fulfilled'],
    [1, 'fulfilledLate'],
  ])('done %i seconds after its end is %s', (seconds, outcome) => {
    const file = begun();
    expect(file.due(duty)).toBe(at(due));
    meet(file, new Date(Date.parse(at(due)) + seconds * 1000).toISOString());
    expect(file.duty(duty)?.history[0]?.outcome).toBe(outcome);
  });
});

describe('a limit in days', () => {
  it('is not over at the clock time that it began at', () => {
    const file = blue();
    file.runTo('03-12 16:00');
    expect(give(file, '03-12 16:00', officer, report('first', 'zhanjiang'))).toBe('done');
    expect(file.duty('zhanjiangWritten')?.current).toMatchObject({
      due: at('03-13 00:00'),
      outcome: 'fulfilled',
    });
  });

  it('counts each week from the calm, and not from a day that a week has moved to', () => {
    const file = open({ level: 'orange', when: '03-02 10:00' });
    give(file, '03-07 10:00', chief, { type: 'DeclareCalm', reason: '已平息' });
    // Saturdays 03-14, 03-21, 03-28: each with the Monday after it.
    file.runTo('03-31 00:00');
    expect(file.duty('weeklyReport')?.history.map(({ due }) => due)).toEqual([
      at('03-17 00:00'),
      at('03-24 00:00'),
      at('03-31 00:00'),
    ]);
    expect(file.state.missed).toEqual(expect.arrayContaining([`weeklyReport#1.1#${at('03-17 00:00')}`]));
  });

  it('joins the days of rest that move to one working day: one report is owed for them', () => {
    const file = open({ bureau: 'nanning', level: 'periodic', by: head, settings: { browseEvery: 'P1D' } });
    // #1 Tue 3 … #4 Fri 6; Saturday, Sunday and Monday are #7; #8 Tue 10.
    for (const day of ['03', '04', '05', '06', '09', '10'])
      give(file, `03-${day} 16:00`, officer, { type: 'RecordAction', action: 'mediaBrowsed' });
    expect(
      file.duty('browseMedia')?.history.map(({ occurrence, due, outcome }) => [occurrence, due, outcome]),
    ).toEqual([
      ...['1', '2', '3', '4'].map((name, index) => [name, at(`03-0${index + 4} 00:00`), 'fulfilled']),
      ['7', at('03-10 00:00'), 'fulfilled'],
      ['8', at('03-11 00:00'), 'fulfilled'],
      ['9', at('03-12 00:00'), 'open'],
    ]);
  });

  it('says how it ends, by the reading that is on', () => {
    const written = (settings: ChosenSettings) => blue(settings).duty('zhanjiangWritten')?.limitText;
    expect(written({})).toBe('10日内(至期满日24时,遇休息日顺延)');
    expect(written({ restDay: 'stays' })).toBe('10日内(至期满日24时)');
    expect(written({ dayEnd: 'clock', restDay: 'stays' })).toBe('10日内(至期满日同一时刻)');
    const settled = (settings: ChosenSettings) =>
      post('03-02 10:00', settings).duty('settledReply')?.limitText;
    expect(settled({})).toBe('5个工作日内(至期满日下班17:00),可延长至最长10个工作日');
    expect(settled({ officeHours: '08:30-12:00' })).toBe(
      '5个工作日内(至期满日下班12:00),可延长至最长10个工作日',
    );
    expect(settled({ workingDayEnd: 'midnight' })).toBe('5个工作日内(至期满日24时),可延长至最长10个工作日');
    expect(settled({ workingDayEnd: 'clock' })).toBe('5个工作日内(至期满日同一时刻),可延长至最长10个工作日');
    expect(calmed().duty('weeklyReport')?.limitText).toBe('每1周(每期至期满日24时,遇休息日顺延)');
    expect(calmed().duty('dailyReport')?.limitText).toBe('每24小时');
  });

  it('ends by the other readings where the bureau has chosen them', () => {
    expect(blue({ dayEnd: 'clock' }).due('zhanjiangWritten')).toBe(at('03-12 09:00'));
    expect(blue({ restDay: 'stays' }, '03-04 09:00').due('zhanjiangWritten')).toBe(at('03-15 00:00'));
    expect(post('03-02 10:00', { workingDayEnd: 'clock' }).due('settledReply')).toBe(at('03-09 10:00'));
    expect(post('03-02 10:00', { workingDayEnd: 'midnight' }).due('settledReply')).toBe(at('03-10 00:00'));
    expect(post('03-02 10:00', { officeHours: '08:30-12:00' }).due('settledReply')).toBe(at('03-09 12:00'));
  });

  it('keeps the reading that its case was opened under', () => {
    const [before, after] = [blue(), blue({ dayEnd: 'clock' })];
    expect(settingsOf(regulationOfCase(before.state)).dayEnd).toBe('midnight');
    expect(settingsOf(regulationOfCase(after.state)).dayEnd).toBe('clock');
    expect(before.due('zhanjiangWritten')).toBe(at('03-13 00:00'));
    expect(after.due('zhanjiangWritten')).toBe(at('03-12 09:00'));
  });
});
