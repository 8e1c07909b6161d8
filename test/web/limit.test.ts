import { describe, expect, it } from 'vitest';
import type { DutyReply } from '../../shared/contracts/replies/duty.ts';
import { limitRows, sumOf } from '../../web/model/limit.ts';
import { duty } from './case/duties.ts';

const told = (time: string): string => `2026-${time}+08:00`;
const now = Date.parse(told('03-03T01:08:00'));
/** 电话报告湛江市局, due at 01:50, of which nothing is said next. */
const dutyMade = (given: Partial<DutyReply> = {}): DutyReply => duty({ next: null, ...given });
const sum = (given: Partial<DutyReply>): string | null => sumOf(dutyMade(given), now);
const rows = (given: Partial<DutyReply>): Record<string, string> =>
  Object.fromEntries(limitRows(dutyMade(given), now).map(({ label, text }) => [label, text]));

describe('how a limit is reckoned', () => {
  it('is the sum of its beginning and its length', () => {
    expect(sum({})).toBe('3月2日22:50 + 3小时 = 3月3日01:50');
    expect(sum({ due: told('03-03T01:50:01') })).toBe('3月2日22:50 + 3小时 = 3月3日01:50');
    expect(sum({ limitText: '15分钟内', due: told('03-02T23:05:00') })).toBe(
      '3月2日22:50 + 15分钟 = 3月2日23:05',
    );
  });

  it('of a later period is so many times its length', () => {
    const every = { limitText: '每24小时,至舆情平息', limitKind: 'every' as const };
    expect(sum({ ...every, due: told('03-03T22:50:00') })).toBe('3月2日22:50 + 24小时 = 3月3日22:50');
    expect(sum({ ...every, due: told('03-05T22:50:00') })).toBe('3月2日22:50 + 24小时×3 = 3月5日22:50');
  });

  it('says no sum that is not true', () => {
    expect(sum({ due: told('03-03T02:00:00') })).toBeNull();
    expect(sum({ due: told('03-03T04:50:00') })).toBeNull();
    expect(sum({ start: null })).toBeNull();
    expect(sum({ due: null })).toBeNull();
    expect(sum({ limitKind: 'immediate', limitText: '立即' })).toBeNull();
    expect(sum({ limitKind: 'external', limitText: '决策实施前(时限由人工录入)' })).toBeNull();
  });

  it('counts days to the end of one, and says when a holiday has moved it', () => {
    const limitText = '10日内(至期满日24时,遇休息日顺延)';
    expect(sum({ limitText, due: told('03-13T00:00:00') })).toBe('从3月2日22:50起10日，到3月12日24时');
    expect(sum({ limitText, due: told('03-14T00:00:00') })).toBe(
      '从3月2日22:50起10日，到3月13日24时（遇休息日已顺延）',
    );
    expect(sum({ limitText: '1周内(至期满日24时,遇休息日顺延)', due: told('03-10T00:00:00') })).toBe(
      '从3月2日22:50起1周，到3月9日24时',
    );
    expect(sum({ limitText: '5个工作日内(至期满日下班17:00)', due: told('03-09T17:00:00') })).toBe(
      '从3月2日22:50起5个工作日，到3月9日17:00',
    );
  });
});

describe('what bears on a limit', () => {
  it('has by whom and to whom, in which duties of like names differ', () => {
    const receivers = [
      { id: 'leadingGroup', name: '舆情领导小组' },
      { id: 'unitHead', name: '责任股室负责人' },
    ];
    expect(rows({ receivers })).toMatchObject({
      责任: '局办公室值班员（舆情管理人员）',
      对象: '舆情领导小组、责任股室负责人',
    });
  });
  it('has limit, beginning, sum and end', () => {
    expect(rows({})).toEqual({
      时限: '3小时内',
      责任: '局办公室值班员（舆情管理人员）',
      起算: '收到，3月2日22:50',
      算法: '3月2日22:50 + 3小时 = 3月3日01:50',
      应于: '3月3日01:50前',
    });
  });

  it('says on what it rests where that is not the regulation as it stands', () => {
    expect(rows({})).not.toHaveProperty('依据');
    expect(rows({ basis: 'bureau', basisText: '本局自定' }).依据).toBe('本局自定');
  });

  it('says of which level it is, where that is not the present one', () => {
    const limitLevel = { id: 'red', name: '红色舆情', short: '红', colour: '红' };
    expect(rows({ limitLevel }).级别).toMatch(/^红色舆情时给出的时限。级别调整后照旧/);
    expect(rows({})).not.toHaveProperty('级别');
  });

  it('says what stands in for what nobody knows', () => {
    const start = dutyMade().start!;
    expect(rows({ start: { ...start, estimated: true } }).起算).toBe(
      '收到，3月2日22:50，没有更确切的时间，暂按此起算',
    );
    expect(rows({ start: { ...start, dateOnly: true } }).起算).toBe(
      '收到，3月2日22:50（只知日期，按当日24时起算）',
    );
    const revised = { by: '分管局领导', at: '2026-03-03T23:30:00+08:00', from: '2026-03-02T20:00:00+08:00' };
    const putOff = rows({ start: { ...start, revised } });
    expect(putOff.起算).toBe('收到，3月2日22:50（原为3月2日20:00，分管局领导于3月3日23:30改晚）');
    expect(putOff.应于).toBe('3月3日01:50前（起算已改晚）');
    expect(
      rows({ start: null, due: null, status: 'notStarted', reason: '总结尚未起算:缺少“舆情平息”时点' }).起算,
    ).toBe('尚未起算：缺少“舆情平息”时点');
  });

  it('立即 has no number', () => {
    const said = rows({ limitKind: 'immediate', limitText: '第一时间' });
    expect(said.时限).toBe('第一时间（没有写数字，不算逾期）');
    expect(said.应于).toBeUndefined();
    expect(said.应办).toBe('从3月3日01:50起');
  });

  it('tells of everything else that there is', () => {
    const said = rows({
      provisional: true,
      basisText: '办法规定(暂定,待定级)',
      softDue: told('03-03T00:50:00'),
      extendableTo: null,
      calendarMissing: [2027],
      holds: [{ from: told('03-02T23:00:00'), to: null, reason: '等待检验' }],
      foundLate: { how: 'discovery', text: '发现时已逾期', bySeconds: 5400 },
      untold: true,
      missingReceivers: [
        [{ id: 'a', name: '湛江市局' }],
        [
          { id: 'b', name: '市委' },
          { id: 'c', name: '市政府' },
        ],
      ],
      next: {
        stage: 'remind',
        stageText: '提醒',
        at: told('03-03T01:20:00'),
        to: { id: 'd', name: '值班员' },
      },
    });
    expect(said).toMatchObject({
      依据: '办法规定（暂定，待定级）',
      应于: '3月3日01:50前（暂定）',
      一般: '应在3月3日00:50前',
      延长: '可以，没有写最长到何时',
      放假: '2027年的放假通知还没有录入，时限暂定，不算逾期',
      暂缓: '3月2日23:00起，未定何时恢复：等待检验',
      说明: '发现时已逾期1小时30分',
      还须报: '湛江市局、市委或市政府',
      下一步: '01:20提醒：值班员',
    });
    expect(said.通知).toContain('通知中断');
    expect(rows({ extendableTo: told('03-04T00:00:00') }).延长).toBe('最长到3月3日24时');
    expect(rows({ completedAt: told('03-03T01:00:00'), statusText: '已完成' }).办理).toBe(
      '3月3日01:00，已完成',
    );
  });
});
