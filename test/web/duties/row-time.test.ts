import { describe, expect, it } from 'vitest';
import { textOf } from '../../../web/model/duration.ts';
import { countedFrom, rowTime, stepOf } from '../../../web/model/duties/row-time.ts';
import { isOverdue } from '../../../web/model/limit-marks.ts';
import { at, taskMade, told } from './made-task.ts';

const SECOND = 1000;
const HOUR = 3_600_000;
const limit = at('03T01:50:00');
const withLimit = taskMade({ due: told('03T01:50:00') });
/** What a row says so long before its limit; the server answered just before. */
const saying = (milliseconds: number, task = withLimit): string => {
  const now = Date.parse(task.due!) - milliseconds;
  const { runs, at: by, tone } = rowTime(task, now);
  return `${textOf(runs)} ${by}${tone === '' ? '' : ` ${tone}`}`;
};

describe('the time of a row', () => {
  it.each([
    ['one second before the last minute begins', 60 * SECOND + SECOND, '剩1分 01:50前'],
    ['as it begins', 60 * SECOND, '剩1分 01:50前'],
    ['one second after', 60 * SECOND - SECOND, '剩59秒 01:50前'],
    ['in the last second', SECOND, '剩1秒 01:50前'],
    ['at the limit itself, which is still in time', 0, '剩0秒 01:50前'],
    ['one second over', -SECOND, '逾期不足1分 应于01:50前 late'],
    ['one second before a minute over', -(59 * SECOND), '逾期不足1分 应于01:50前 late'],
    ['one minute over', -(60 * SECOND), '逾期1分 应于01:50前 late'],
    ['one second before the last hour', HOUR + SECOND, '剩1小时 01:50前'],
    ['as the last hour begins', HOUR, '剩1小时 01:50前'],
    ['one second in it', HOUR - SECOND, '剩59分 01:50前'],
    ['one hour over', -HOUR, '逾期1小时 应于01:50前 late'],
    ['one second less', -(HOUR - SECOND), '逾期59分 应于01:50前 late'],
    ['a day and a second before', 24 * HOUR + SECOND, '剩1天 明日01:50前'],
    ['a day before', 24 * HOUR, '剩1天 明日01:50前'],
    ['a second less than a day before', 24 * HOUR - SECOND, '剩23小时59分 明日01:50前'],
    ['two days and a second before', 48 * HOUR + SECOND, '剩2天 3月3日01:50前'],
    ['two days before', 48 * HOUR, '剩2天 3月3日01:50前'],
    ['a second less than two days', 48 * HOUR - SECOND, '剩1天23小时 3月3日01:50前'],
    ['two days and three hours over', -(51 * HOUR), '逾期2天3小时 应于3月3日01:50前 late'],
  ])('says %s', (_when, milliseconds, said) => {
    expect(saying(milliseconds)).toBe(said);
  });

  it('ends a day at 24时', () => {
    const midnight = taskMade({ due: told('04T00:00:00') });
    expect(saying(22 * HOUR, midnight)).toBe('剩22小时 24时前');
    expect(saying(SECOND, midnight)).toBe('剩1秒 24时前');
    expect(saying(-SECOND, midnight)).toBe('逾期不足1分 应于昨日24时前 late');
    expect(saying(25 * HOUR, midnight)).toBe('剩1天1小时 明日24时前');
    const later = taskMade({ due: told('10T00:00:00') });
    expect(saying(6 * 24 * HOUR + HOUR, later)).toBe('剩6天 3月9日24时前');
  });

  it('counts 立即 up, and never calls it overdue', () => {
    const now = taskMade({ kind: 'immediate', since: told('03T01:02:00') });
    const say = (time: string): string => {
      const { runs, at: from, tone } = rowTime(now, at(time));
      return `${textOf(runs)} ${from} ${tone}`;
    };
    expect(say('03T01:02:59')).toBe('已过不足1分 01:02起 warn');
    expect(say('03T01:03:00')).toBe('已过1分 01:02起 warn');
    expect(say('06T01:02:00')).toBe('已过3天 3月3日01:02起 warn');
    expect(isOverdue(now, at('06T01:02:00'))).toBe(false);
  });

  it('says 暂定, 参照 and what the office has set itself, which cannot be overdue', () => {
    const provisional = { ...withLimit, provisional: true, breachable: false };
    expect(saying(42 * 60 * SECOND, provisional)).toBe('剩42分 01:50前，暂定');
    expect(saying(-SECOND, provisional)).toBe('已过不足1分 应于01:50前，暂定 warn');
    expect(saying(-SECOND, { ...withLimit, byReference: true, breachable: false })).toBe(
      '已过不足1分 应于01:50前，参照 warn',
    );
    const own = {
      ...withLimit,
      breachable: false,
      basis: 'bureau' as const,
      basisText: '本局提示(非办法规定)',
    };
    expect(saying(-SECOND, own)).toBe('已过不足1分 应于01:50前，本局自定 warn');
    // The law has the duty and no number: when it is asked for the office has set.
    const none = { ...withLimit, limitText: '及时', breachable: false };
    expect(saying(-SECOND, none)).toBe('已过不足1分 应于01:50前，本局自定 warn');
  });

  it('says 暂定 of a limit of the law that counts from what is not done yet', () => {
    const early = { ...withLimit, breachable: false, provisional: true };
    expect(saying(42 * 60 * SECOND, early)).toBe('剩42分 01:50前，暂定');
  });

  it('is broken only after the limit, and only where it can be', () => {
    expect(isOverdue(withLimit, limit - SECOND)).toBe(false);
    expect(isOverdue(withLimit, limit)).toBe(false);
    expect(isOverdue(withLimit, limit + SECOND)).toBe(true);
    expect(isOverdue({ ...withLimit, breachable: false }, limit + SECOND)).toBe(false);
  });

  it('has the word of the law for what has no number', () => {
    const say = (given: Parameters<typeof taskMade>[0]): string => {
      const { runs, at: said } = rowTime(taskMade(given), limit);
      return `${textOf(runs)} ${said}`;
    };
    expect(say({ limitText: '持续' })).toBe('未定时限 持续');
    expect(say({ limitText: '未规定时限' })).toBe('未定时限 ');
    expect(say({ limitText: '根据最新舆情发展趋势' })).toBe('未定时限 ');
    expect(say({ limitText: null, since: told('03T01:02:00') })).toBe('未定时限 01:02起');
  });

  it('has a step that changes at least as often as its words do', () => {
    const tasks = [
      withLimit,
      { ...withLimit, provisional: true, breachable: false },
      taskMade({ due: told('04T00:00:00') }),
      taskMade({ kind: 'immediate', since: told('03T01:02:00') }),
      taskMade({ kind: 'complete', since: told('03T01:02:00') }),
      taskMade({ limitText: '持续' }),
    ];
    const spans = [
      ['03T00:58:00', '03T02:55:00'],
      ['03T23:57:00', '04T00:03:00'],
      ['04T23:58:00', '05T00:02:00'],
    ] as const;
    for (const task of tasks)
      for (const [from, to] of spans) {
        let [step, words] = ['', ''];
        for (let now = at(from); now < at(to); now += SECOND) {
          const nextStep = stepOf(countedFrom(task), now);
          const nextWords = JSON.stringify(rowTime(task, now));
          if (nextStep === step) expect(nextWords).toBe(words);
          [step, words] = [nextStep, nextWords];
        }
      }
  });
});
