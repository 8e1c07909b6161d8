import { describe, expect, it } from 'vitest';
import { figuresOf, groupsOf, notesOf, resultOf, tallyOf, timesOf } from '../../../web/model/case/limits.ts';
import { nextStepOf, otherwiseOf } from '../../../web/model/case/next-step.ts';
import { textOf } from '../../../web/model/duration.ts';
import { rowTime } from '../../../web/model/duties/row-time.ts';
import { clause, duty, head, immediate, task } from './duties.ts';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const NOW = at('2026-03-03T01:08:00');
const said = (each: Parameters<typeof figuresOf>[0], now = NOW): string[] => {
  const { left, due, tone } = figuresOf(each, now);
  return [textOf(left), due, tone];
};

describe('the limits of a case', () => {
  it('stand open first: 立即, then by limit; what is done after, as it was done', () => {
    const later = duty({ duty: 'written', due: '2026-03-03T10:50:00+08:00' });
    const none = duty({ duty: 'none', limitKind: 'prompt', status: 'listed', due: null });
    const begun = duty({ duty: 'later', status: 'notStarted', start: null, due: null });
    const done = (id: string, completedAt: string) =>
      duty({ duty: id, status: 'fulfilled', outcome: 'fulfilled', completedAt });
    const groups = groupsOf([
      done('second', '2026-03-02T23:12:00+08:00'),
      later,
      none,
      duty(),
      begun,
      done('first', '2026-03-02T23:05:00+08:00'),
      immediate(),
    ]);
    const ids = (list: readonly { duty: string }[]) => list.map((each) => each.duty);
    expect(ids(groups.open)).toEqual(['emergencyMeeting', 'zhanjiangTelephone', 'written']);
    expect(ids(groups.done)).toEqual(['first', 'second']);
    expect(ids(groups.unset)).toEqual(['none']);
    expect(ids(groups.notStarted)).toEqual(['later']);
  });
  it('say what is left, to the second around the limit', () => {
    expect(said(duty())).toEqual(['剩42分', '01:50前', '']);
    expect(said(duty(), at('2026-03-03T01:49:59'))).toEqual(['剩1秒', '01:50前', '']);
    // At the limit itself it is still in time.
    expect(said(duty(), at('2026-03-03T01:50:00'))).toEqual(['已过不足1分', '应于01:50前', 'warn']);
    // The clock runs on between two answers, and while none comes.
    expect(said(duty({ overdue: false }), at('2026-03-03T01:50:01'))).toEqual([
      '逾期不足1分',
      '应于01:50前',
      'late',
    ]);
    expect(said(duty({ overdue: true }), at('2026-03-03T02:13:00'))).toEqual([
      '逾期23分',
      '应于01:50前',
      'late',
    ]);
  });
  it('never call 立即, 暂定 or 参照 overdue', () => {
    expect(said(immediate())).toEqual(['已过2小时8分', '应立即办', 'warn']);
    expect(said(immediate({ limitText: '第一时间' }))[1]).toBe('第一时间');
    expect(said(immediate({ due: '2026-03-03T01:26:00+08:00' }))).toEqual(['01:26起', '应立即办', 'warn']);
    expect(said(duty({ provisional: true, breachable: false }), at('2026-03-03T02:00:00'))).toEqual([
      '已过10分',
      '应于01:50前，暂定',
      'warn',
    ]);
    expect(said(duty({ byReference: true }))[1]).toBe('01:50前，参照');
    expect(said(duty({ calendarMissing: [2027] }))[1]).toBe('01:50前，暂定');
    expect(said(duty({ start: { ...duty().start!, estimated: true } }))[1]).toBe('01:50前，暂定');
  });
  it('say of what the law sets no number for what the list of duties says', () => {
    const ownDue = '2026-03-03T08:59:00+08:00';
    const own = { duty: 'grading', limitKind: 'prompt' as const, limitText: '未规定时限' };
    const [count, until] = said(duty({ ...own, due: null, ownDue }));
    const row = rowTime(task({ due: ownDue, breachable: false }), NOW);
    expect([count, until]).toEqual([textOf(row.runs), row.at]);
    expect(until).toBe('08:59前，本局自定');
    expect(said(duty({ ...own, due: null }))[0]).toBe('未定时限');
    const soft = duty({ basis: 'bureau', due: ownDue });
    expect(said(soft)[1]).toBe('08:59前，本局自定');
    expect(said(duty({ basis: 'bureau', byReference: true, due: ownDue }))[1]).toBe('08:59前，参照');
    expect(timesOf(duty({ ...own, due: null, ownDue }), NOW)?.due).toBe(Date.parse(ownDue));
    expect(nextStepOf({ duties: [duty({ ...own, due: null, ownDue })] }, [], NOW)?.until).toBe(
      '08:59前，本局自定',
    );
  });
  it('end a day at 24时', () => {
    expect(said(duty({ due: '2026-03-10T00:00:00+08:00' }))).toEqual(['剩6天', '3月9日24时前', '']);
  });
  it('say how what is done was done', () => {
    const done = (over: Parameters<typeof duty>[0]) =>
      said(duty({ status: 'fulfilled', completedAt: '2026-03-03T00:50:00+08:00', ...over }));
    expect(done({ outcome: 'fulfilled' })).toEqual(['✓ 00:50', '按时', '']);
    expect(done({ outcome: 'fulfilledLate', completedAt: '2026-03-03T02:32:00+08:00' })).toEqual([
      '✓ 02:32',
      '逾期42分',
      'late',
    ]);
    expect(done({ outcome: 'unconfirmed' })[1]).toBe('已办，待确认');
    expect(done({ outcome: 'lateEntry' })[1]).toBe('逾期后补录，待核实');
    expect(done({ outcome: 'unapproved' })).toEqual(['✓ 00:50', '未经审定发布', 'late']);
    expect(done({ outcome: 'fulfilled', limitKind: 'immediate' })[1]).toBe('已办');
    expect(done({ outcome: 'fulfilled', basis: 'bureau' })[1]).toBe('已办');
    expect(done({ outcome: 'fulfilled', byReference: true })[1]).toBe('已办');
    // 暂定 when it passed: nobody is late, and nothing was in time.
    expect(done({ outcome: 'fulfilled', completedAt: '2026-03-03T02:00:00+08:00' })[1]).toBe(
      '已办，已过时限',
    );
    expect(said(duty({ status: 'ended', outcome: 'ended' }))).toEqual(['已终止', '', '']);
  });
  it('count how the periods of a report went', () => {
    const daily = duty({ limitKind: 'every', limitText: '每24小时' });
    const period = (
      outcome: 'fulfilled' | 'missed' | 'fulfilledLate',
      due: string,
      completedAt: string | null,
    ) => ({
      occurrence: due,
      due,
      outcome,
      completedAt,
      entry: null,
    });
    const periods = [
      period('fulfilled', '2026-03-03T22:00:00+08:00', '2026-03-03T21:00:00+08:00'),
      period('missed', '2026-03-04T22:00:00+08:00', null),
      period('fulfilledLate', '2026-03-05T22:00:00+08:00', '2026-03-05T22:10:00+08:00'),
      period('fulfilled', '2026-03-06T22:00:00+08:00', '2026-03-06T20:00:00+08:00'),
    ];
    expect(tallyOf(daily, periods)).toBe('按时2次，缺报1次，逾期1次');
    expect(resultOf(daily, periods[2]!)).toBe('逾期10分');
    expect(resultOf(duty(), { ...periods[1]! })).toBe('逾期未办');
  });
  it('say what bears on a limit', () => {
    const notes = (over: Parameters<typeof duty>[0]) => notesOf(duty(over), NOW);
    expect(notes({})).toEqual([]);
    expect(notes({ foundLate: { how: 'discovery', text: '发现时已逾期', bySeconds: 60 } })).toEqual([
      '发现时已逾期',
    ]);
    expect(notes({ untold: true })[0]).toContain('通知中断');
    expect(notes({ calendarMissing: [2027] })).toEqual(['待2027年放假通知，时限可能变动']);
    expect(notes({ extendableTo: '2026-03-09T00:00:00+08:00' })).toEqual(['最长可延至3月8日24时']);
    expect(notes({ extendableTo: null })).toEqual(['可申请延长']);
    expect(notes({ holds: [{ from: '2026-03-03T00:30:00+08:00', to: null, reason: '等检验结果' }] })).toEqual(
      ['暂缓，00:30起：等检验结果'],
    );
    expect(notes({ status: 'fulfilled', extendableTo: null, outcome: 'fulfilled' })).toEqual([]);
  });
  it('are on the axis from when they have begun', () => {
    expect(timesOf(duty({ start: null }), NOW)).toBeNull();
    expect(timesOf(immediate(), NOW)).toMatchObject({ isImmediate: true, done: null, isBreach: false });
    expect(
      timesOf(
        duty({ status: 'fulfilled', completedAt: '2026-03-03T02:00:00+08:00', fulfilledLate: true }),
        NOW,
      ),
    ).toMatchObject({ done: at('2026-03-03T02:00:00'), isBreach: true });
  });
});

describe('the next step', () => {
  const duties = [duty(), immediate()];
  it('is mine where something is mine', () => {
    const step = nextStepOf({ duties }, [task()], NOW)!;
    expect(step.title).toBe('下一步：电话报告湛江市局');
    expect(textOf(step.count)).toBe('剩42分');
    expect(step.until).toBe('01:50前');
    expect(step.otherwise).toBe('未办则02:20报局办公室负责人');
    expect(step.duty?.clauses).toEqual([clause]);
  });
  it('says what kind of word is asked for', () => {
    const step = nextStepOf(
      { duties },
      [
        task({
          kind: 'confirm',
          kindText: '待确认',
          text: '代录的审定',
          due: null,
          since: '2026-03-03T00:37:00+08:00',
          next: null,
        }),
      ],
      NOW,
    )!;
    expect(step.title).toBe('下一步：待确认，代录的审定');
    expect(textOf(step.count)).toBe('已过31分');
    expect(step.otherwise).toBe('');
  });
  it('says what is to be approved, and what waits for it', () => {
    const step = nextStepOf(
      { duties },
      [
        task({
          kind: 'confirm',
          kindText: '待确认',
          text: '请办理“回应口径经局领导审定”;此后才能办理“对外回应”',
          commands: [{ type: 'RecordAction', carries: { action: 'statementApproved' } }],
          due: null,
          since: '2026-03-03T00:37:00+08:00',
          next: null,
        }),
      ],
      NOW,
    )!;
    expect(step.title).toBe('下一步：审定回应口径');
    expect(step.otherwise).toBe('审定后才能办理“对外回应”');
  });
  it('begins with signing for the case', () => {
    const received = task({
      kind: 'acknowledge',
      kindText: '待签收',
      text: '请签收案卷',
      due: null,
      since: '2026-03-03T00:37:00+08:00',
      next: null,
    });
    const step = nextStepOf({ duties }, [task(), received], NOW)!;
    expect([step.title, step.task]).toEqual(['下一步：请签收案卷', received]);
  });
  it('is overdue as soon as its limit is over, between two answers too', () => {
    const passed = at('2026-03-03T01:51:30');
    const step = (over: Parameters<typeof task>[0]) => nextStepOf({ duties }, [task(over)], passed)!;
    expect([textOf(step({}).count), step({}).until, step({}).tone]).toEqual([
      '逾期1分',
      '应于01:50前',
      'late',
    ]);
    expect(textOf(step({ provisional: true, breachable: false }).count)).toBe('已过1分');
  });
  it('is somebody else’s where nothing is mine, without an act', () => {
    const step = nextStepOf({ duties }, [], NOW)!;
    expect(step.title).toBe('等责任股室负责人召开紧急会议，01:15报局主要负责人');
    expect(step.task).toBeUndefined();
    expect(textOf(step.count)).toBe('已过2小时8分');
  });
  it('is none where nothing is open', () => {
    expect(nextStepOf({ duties: [duty({ status: 'fulfilled' })] }, [], NOW)).toBeUndefined();
  });
  it('says who hears of it, unless it is he whose it is', () => {
    const next = { stage: 'remind', stageText: '提醒', at: '2026-03-03T01:20:00+08:00', to: head } as const;
    expect(otherwiseOf(next, ['officeHead'], NOW)).toBe('01:20提醒');
    expect(otherwiseOf({ ...next, stage: 'overdue' }, ['officeHead'], NOW)).toBe('未办则01:20再提醒');
    expect(otherwiseOf(next, ['dutyOfficer'], NOW)).toBe('未办则01:20报局办公室负责人');
    expect(otherwiseOf(null, [], NOW)).toBe('');
  });
});
