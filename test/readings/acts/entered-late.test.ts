import { describe, expect, it } from 'vitest';
import { scheduleView } from '../../../functions/serve-desk/views/schedule.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { confirm, withdraw } from '../../support/approvals.ts';
import { at, head, liaison, officer } from '../../support/case-file.ts';
import { codeOf, openedAt, openedIn, person } from '../../unit/rules/confirmations/people.ts';
import { confirm as determine, type File, open, pushed } from '../given.ts';

// What is entered after its limit as done by then: what the schedule, the log and the API say of it.

const seen = (file: File, duty: string, now: string, bureau = 'leizhou') =>
  scheduleView(regulations[bureau]!, file.state, at(now)).duties.find((each) => each.duty === duty)!;
const lastSaid = (file: File, bureau = 'leizhou'): string =>
  (file.log.at(-1)?.events ?? []).map((event) => labelOf(regulations[bureau]!, event)).join('\n');
const local = (time: string) => `2026-${time.replace(' ', 'T')}:00+08:00`;

const telephoned = (madeAt: string, more: object = {}): CaseCommand => ({
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: ['zhanjiang'],
  madeAt: at(madeAt),
  ...more,
});
const source = (receivedAt = '03-02 09:00') => [
  { kind: 'zhanjiang-assigned', receivedAt: at(receivedAt), reference: '湛33号' },
];

describe('a late entry that somebody else has verified', () => {
  it('leizhou 办法 第二十一条(三): is 按时, with when it was entered and who has verified it', () => {
    const file = openedAt('red', { sources: source() });
    file.runTo('03-02 13:00');
    file.give('03-02 13:10', officer, telephoned('03-02 12:09'));
    const first = file.state.version;
    file.give('03-02 13:12', officer, withdraw(first));
    file.give('03-02 13:14', officer, telephoned('03-02 11:00'));
    const waiting = { enteredAt: local('03-02 13:14'), after: 'overdue', verified: null };
    expect(seen(file, 'zhanjiangTelephone', '03-02 13:15')).toMatchObject({
      outcome: 'lateEntry',
      lateEntry: waiting,
      history: [{ lateEntry: waiting }],
    });
    const verify = { ...confirm(file.state.version), reference: '湛收55号' };
    expect(codeOf(file.give('03-02 14:00', head, verify))).toBe('done');
    const verified = { ...waiting, verified: { by: head.name, at: local('03-02 14:00') } };
    for (const now of ['03-02 14:01', '03-05 14:01'])
      expect(seen(file, 'zhanjiangTelephone', now)).toMatchObject({
        outcome: 'fulfilled',
        lateEntry: verified,
        history: [{ lateEntry: verified }],
      });
    expect(lastSaid(file)).toContain('按时完成');
  });

  it.each([
    ['03-02 12:00:00', undefined],
    ['03-02 12:00:01', 'overdue'],
  ])('entered at %s, the limit being 12:00: %s', (when, after) => {
    const file = openedAt('red', { sources: source() });
    file.give(when, officer, telephoned('03-02 11:00'));
    expect(seen(file, 'zhanjiangTelephone', '03-02 13:15').lateEntry?.after).toBe(after);
  });

  it('petition D 第四条(三) 重大 30min: the same, by a leader', () => {
    const [clerk, boss, deputy] = [person('dutyOfficer'), person('officeHead'), person('deputyLeader')];
    const people = [clerk, boss];
    const file = openedIn('petition', { level: 'major', by: deputy, unit: 'visits', people });
    const told = { kind: 'circular', to: ['sections', 'affiliates'] };
    file.give('03-02 10:00', clerk, telephoned('03-02 09:20', told));
    expect(codeOf(file.give('03-02 10:11', deputy, confirm(file.state.version)))).toBe('done');
    expect(seen(file, 'notifyUnits', '03-02 10:12', 'petition')).toMatchObject({
      outcome: 'fulfilled',
      lateEntry: {
        enteredAt: local('03-02 10:00'),
        after: 'overdue',
        verified: { by: deputy.name, at: local('03-02 10:11') },
      },
    });
  });
});

describe('立即 has no limit in numbers, and says of what is entered long after that it was', () => {
  const met = (when: string) => {
    const file = open({ level: 'red', when: '03-02 09:00' });
    const held = { participants: '食品股全体', conclusion: '立即核查', madeAt: at('03-02 09:10') };
    expect(codeOf(file.give(when, liaison, { type: 'RecordMeeting', ...held }))).toBe('done');
    return seen(file, 'emergencyMeeting', '03-04 10:00').lateEntry;
  };
  it.each([
    ['03-02 09:40:00', undefined],
    ['03-02 09:40:01', 'none'],
    ['03-04 09:00:00', 'none'],
  ])('entered at %s as held at 09:10: %s', (when, after) => {
    expect(met(when)?.after).toBe(after);
  });
});

describe('a late entry for another (代录)', () => {
  const daily = (made: string): CaseCommand => ({
    type: 'FileReport',
    kind: 'progress',
    form: 'written',
    to: ['officeHead'],
    onBehalf: { person: liaison.id, channel: '电话', at: at(made) },
  });
  const periodOf = (file: File, now: string) =>
    seen(file, 'dailyReport', now).history.find(({ due }) => due === local('03-03 08:00'));

  it('leizhou 办法 第二十三条(二)②: it says at once that it is late, and its person’s word does not make it 按时', () => {
    const file = openedAt('red');
    file.runTo('03-03 08:30');
    file.give('03-03 08:40', officer, daily('03-03 06:00'));
    const act = file.state.version;
    expect(periodOf(file, '03-03 08:41')).toMatchObject({
      outcome: 'unconfirmed',
      lateEntry: { enteredAt: local('03-03 08:40'), after: 'overdue', verified: null },
    });
    expect(lastSaid(file)).toContain('每日书面报告已办·待确认;逾期后补录(时限3月3日8时)');
    expect(codeOf(file.give('03-03 08:50', liaison, confirm(act)))).toBe('done');
    expect(periodOf(file, '03-03 08:51')).toMatchObject({ outcome: 'lateEntry' });
  });

  it('entered in time it is 已办·待确认 alone', () => {
    const file = openedAt('red');
    file.runTo('03-03 07:30');
    file.give('03-03 08:00', officer, daily('03-03 06:00'));
    const period = periodOf(file, '03-03 08:00');
    expect(period).toMatchObject({ outcome: 'unconfirmed' });
    expect(period).not.toHaveProperty('lateEntry');
    expect(lastSaid(file)).toContain('每日书面报告已办·待确认(时限');
  });

  it('yinzhou E 四(二)3 口头15min: the same, also in the state that the list shows', () => {
    const unit = person('unitLiaison', 'welfareHome');
    const [clerk, boss] = [person('dutyOfficer'), person('officeHead')];
    const people = [unit, clerk];
    const file = openedIn('yinzhou', { level: 'major', by: boss, unit: 'welfareHome', people });
    expect(codeOf(file.give('03-02 09:01', unit, { type: 'Acknowledge' }))).toBe('done');
    const oral: CaseCommand = {
      type: 'FileReport',
      kind: 'first',
      form: 'oral',
      to: ['deputyLeader', 'chiefLeader'],
      onBehalf: { person: unit.id, channel: '电话', at: at('03-02 09:10') },
    };
    expect(codeOf(file.give('03-02 10:00', clerk, oral))).toBe('done');
    expect(seen(file, 'oralReport', '03-02 10:01', 'yinzhou')).toMatchObject({
      outcome: 'unconfirmed',
      statusText: '已办·待确认;逾期后补录',
      lateEntry: { after: 'overdue', verified: null },
    });
  });
});

describe('while the level is only proposed (初判), nothing is 按时 on one person’s word', () => {
  const CASES = [
    {
      bureau: 'leizhou',
      duty: 'zhanjiangTelephone',
      file: () => pushed({ proposed: 'orange', when: '03-02 09:00', sources: source() }),
      done: telephoned('03-02 11:00'),
      inTime: '03-02 12:00',
      late: '03-02 13:00',
      level: 'orange',
      by: officer,
    },
    {
      bureau: 'petition',
      duty: 'notifyUnits',
      file: () =>
        pushed({
          bureau: 'petition',
          proposed: 'major',
          when: '03-02 09:00',
          sources: [{ kind: 'monitored' }],
          instants: { detectedAt: '03-02 09:00' },
          facts: { unit: undefined },
        }),
      done: telephoned('03-02 09:20', { kind: 'circular', to: ['sections', 'affiliates'] }),
      inTime: '03-02 09:30',
      late: '03-02 09:40',
      level: 'major',
      by: person('deputyLeader'),
    },
  ];

  it.each(CASES)('$bureau: entered after the limit it is 已办,已过时限后补录', (each) => {
    const file = each.file();
    expect(codeOf(file.give(each.late, person('dutyOfficer'), each.done))).toBe('done');
    expect(seen(file, each.duty, each.late, each.bureau)).toMatchObject({
      outcome: 'fulfilled',
      provisional: true,
      lateEntry: { after: 'passed', verified: null },
    });
    expect(lastSaid(file, each.bureau)).toContain('已办(已过时限后补录)');
    expect(lastSaid(file, each.bureau)).not.toContain('按时');
    const graded = new Date(Date.parse(at(each.late)) + 600_000 + 8 * 3_600_000).toISOString();
    const when = `${graded.slice(5, 10)} ${graded.slice(11, 16)}`;
    expect(codeOf(file.give(when, each.by, determine(each.level)))).toBe('done');
    expect(seen(file, each.duty, when, each.bureau)).toMatchObject({
      outcome: 'lateEntry',
      lateEntry: { after: 'overdue', verified: null },
    });
    expect(lastSaid(file, each.bureau)).toContain('逾期后补录,待核实');
  });

  it.each(CASES)('$bureau: entered by then it is 按时', (each) => {
    const file = each.file();
    expect(codeOf(file.give(each.inTime, person('dutyOfficer'), each.done))).toBe('done');
    const view = seen(file, each.duty, each.inTime, each.bureau);
    expect(view).toMatchObject({ outcome: 'fulfilled' });
    expect(view).not.toHaveProperty('lateEntry');
    expect(lastSaid(file, each.bureau)).toContain('按时完成');
  });
});
