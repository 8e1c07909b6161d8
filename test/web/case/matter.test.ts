import { describe, expect, it } from 'vitest';
import { amount } from '../../../shared/contracts/desk/amount.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import {
  awaitedOf,
  callText,
  instantsOf,
  saidAt,
  saidInFull,
  saidWithDay,
  sourceText,
  spreadOf,
} from '../../../web/model/case/matter.ts';
import { orderActsOf, orderText } from '../../../web/model/case/orders.ts';
import { duty } from './duties.ts';
import { found, order } from './found.ts';

const NOW = Date.parse('2026-03-03T01:08:00+08:00');
const say = saidAt(NOW);

describe('what it is about', () => {
  it('says sources, calls, counts and growth', () => {
    const source = {
      id: 'x',
      name: '湛江市局交办',
      receivedAt: '2026-03-02T22:50:00+08:00',
      reference: '湛市监舆交〔2026〕33号',
    };
    expect(sourceText(source, say)).toBe('湛江市局交办，湛市监舆交〔2026〕33号，昨日22:50收到');
    expect(sourceText({ ...source, receivedAt: null }, say)).toBe('湛江市局交办，湛市监舆交〔2026〕33号');
    expect(callText({ caller: '某家长', at: '2026-03-03T01:00:00+08:00' }, say)).toBe('01:00来电，某家长');
    expect([999, 9999, 10_000, 86_000, 86_999, 1_000_000, 120_000_000].map(amount)).toEqual([
      '999',
      '9999',
      '1万',
      '8.6万',
      '8.6万',
      '100万',
      '1.2亿',
    ]);
    const readings = [
      { at: '2026-03-02T23:00:00+08:00', counters: { reposts: 200 } },
      { at: '2026-03-03T00:05:00+08:00', counters: { reposts: 410 } },
      { at: '2026-03-03T01:05:00+08:00', counters: { reposts: 1200, views: 86_000 } },
    ];
    expect(spreadOf(readings, say)).toEqual({
      counts: '转发1200，阅读8.6万',
      growth: '01:05更新，00:05为转发410',
    });
    expect(spreadOf(readings.slice(0, 1), say)?.growth).toBe('昨日23:00更新');
    expect(spreadOf([], say)).toBeNull();
    expect(saidWithDay('2026-03-02T23:00:00+08:00')('2027-01-01T08:00:00+08:00')).toBe('2027年1月1日08:00');
    expect(saidInFull('2026-03-02T23:00:00+08:00')).toBe('2026年3月2日23:00');
  });
  it('says what is not sure of an instant', () => {
    const found = {
      instants: { openedAt: '2026-03-02T23:00:00+08:00', confirmedAt: null } as CaseReply['instants'],
      dateOnly: [{ id: 'eventAt', name: '事发' }],
      unread: [{ instant: { id: 'publishedAt', name: '最早公开时间' }, text: '昨天' }],
      doubts: [{ id: 'occurredAt', name: '舆情发生' }],
    };
    expect(instantsOf(found, say)).toEqual({
      known: ['立案昨日23:00'],
      unsure: [
        '事发只知道日期，按当日24时计',
        '最早公开时间写作“昨天”，读不出时刻，须问清',
        '舆情发生存疑，核实之前不起算时限',
      ],
    });
  });
});

describe('督办通知', () => {
  const acts = ['SignSupervisionOrder', 'VoidOrder', 'AcknowledgeOrder'].map((type) => ({
    type,
    name: type,
    may: type !== 'VoidOrder',
    reason: null,
    duties: [],
  }));
  it('says what it is about and how far it is', () => {
    expect(orderText(order, [duty()], NOW)).toBe('电话报告湛江市局未办，致食品安全监管股，01:02拟稿，待签发');
    const issued = { ...order, state: 'issued', issuedAt: '2026-03-03T01:04:00+08:00' } as const;
    expect(orderText(issued, [], NOW)).toBe('逾期未办，致食品安全监管股，01:04签发，尚未签收');
  });
  it('is signed as a draft, acknowledged once when issued', () => {
    const types = (over: Partial<typeof order>) =>
      orderActsOf({ ...order, ...over }, acts).map(({ type }) => type);
    expect(types({})).toEqual(['SignSupervisionOrder']);
    expect(types({ state: 'issued' })).toEqual(['AcknowledgeOrder']);
    expect(types({ state: 'issued', acknowledgedAt: order.draftedAt })).toEqual([]);
    expect(types({ state: 'lapsed' })).toEqual([]);
    expect(types({ state: 'voided' })).toEqual([]);
  });
});

it('says what waits for somebody’s word', () => {
  const waiting = found({
    question: {
      at: '2026-03-03T00:40:00+08:00',
      level: { id: 'red', name: '特别重大舆情', short: '红' },
      text: '3月3日0时至0时40分出现5条不同信息',
    },
    awaitingSecondPerson: {
      to: { id: 'yellow', name: '敏感舆情', short: '黄' },
      reason: '未再扩散',
      by: '办公室负责人',
      at: '2026-03-03T01:00:00+08:00',
    },
    incompleteActs: [
      {
        act: 3,
        name: '电话初报',
        madeAt: '2026-03-03T00:50:00+08:00',
        by: '值班员甲',
        missing: ['下一步打算'],
      },
    ],
  });
  expect(awaitedOf(waiting, say)).toEqual([
    '是否升为特别重大舆情待研判：00:40提出，3月3日0时至0时40分出现5条不同信息',
    '降为敏感舆情待第二人审核：办公室负责人01:00提出，未再扩散',
    '要件待补：值班员甲00:50的电话初报，还缺下一步打算',
    '逾期后补录，待核实：1件',
  ]);
});
