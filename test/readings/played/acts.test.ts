import { describe, expect, it } from 'vitest';
import { at } from '../../support/case-file.ts';
import { eventsOf, owed } from '../given.ts';
import { approved, chasesOf, does, historyOf, opens, play, published, report } from './playing.ts';

// Situations played through the machines and the handlers: whose act it is, and to whom.

const occurredAt = (local: string) => ({ instants: { occurredAt: at(local) } });
const food = { title: '某食品厂问题产品流入周边市场', unit: 'food' };
const assigned = (receivedAt: string) => [
  { kind: 'zhanjiang-assigned', receivedAt: at(receivedAt), reference: '1号' },
];

describe('the right person, and the right receiver', () => {
  it('leizhou 办法 第二十四条 ③: 报请 by the unit meets 报请', async () => {
    const played = await play('03-02 12:00', [
      opens('03-02 09:00', 'dutyOfficer', { ...food, level: 'orange', ...occurredAt('03-02 08:00') }),
      does('03-02 09:05', 'unitHead@food', { type: 'RequestPlan', reason: '达到橙色' }),
    ]);
    expect(owed(played, 'emergencyPlan').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
    expect(chasesOf(played, 'emergencyPlan', at('03-02 09:06'))).toEqual([]);
  });

  it('leizhou 办法 第二十三条(一)①: 续报 of what 湛江局 assigned is not met by a call to the deputy', async () => {
    const played = await play('04-01 12:00', [
      opens('03-02 09:00', 'dutyOfficer', {
        title: '计量投诉',
        unit: 'quality',
        level: 'blue',
        sources: assigned('03-02 09:00'),
      }),
      does('03-03 09:00', 'dutyOfficer', report('first', 'written', ['zhanjiang'])),
      does('03-10 09:00', 'unitLiaison@quality', report('progress', 'telephone', ['deputyLeader'])),
    ]);
    expect(historyOf(played, 'blueProgress')[0]).toEqual([at('03-19 00:00'), 'open']);
    expect(eventsOf(played, 'DutyOverdue', 'blueProgress')).not.toEqual([]);
  });

  it('leizhou 办法 第十六条 ②: a first report of the 股室 to the deputy alone leaves it open', async () => {
    const blue = [
      opens('03-02 09:00', 'dutyOfficer', { title: '计量投诉', unit: 'quality', level: 'blue' }),
      does('03-02 09:12', 'unitLiaison@quality', report('first', 'telephone', ['deputyLeader'])),
    ];
    const played = await play('03-02 12:00', blue);
    expect(owed(played, 'unitResponse').map(([, outcome]) => outcome)).toEqual(['open']);
    const toTheChief = await play('03-02 12:00', [
      ...blue,
      does('03-02 09:20', 'unitLiaison@quality', report('first', 'telephone', ['chiefLeader'])),
    ]);
    expect(owed(toTheChief, 'unitResponse').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
  });

  it('leizhou 办法 第二十二条(二)股室: one 续报 of the clerk is neither the 股室’s first report nor its daily', async () => {
    const played = await play('03-08 12:00', [
      opens('03-07 08:00', 'dutyOfficer', { ...food, level: 'orange', ...occurredAt('03-07 07:00') }),
      does(
        '03-07 08:15',
        'dutyOfficer',
        report('progress', 'written', ['officeHead', 'deputyLeader', 'chiefLeader']),
      ),
    ]);
    for (const duty of ['unitResponse', 'unitReport', 'dailyReport'])
      expect(
        historyOf(played, duty).map(([, outcome]) => outcome),
        duty,
      ).not.toContain('fulfilled');
    expect(eventsOf(played, 'DutyFellDue', 'dailyReport')).toMatchObject([{ when: at('03-08 07:00') }]);
  });

  it('leizhou 办法 第十七条 ②: 决定上报 brings the duty to report', async () => {
    const decided = [
      opens('03-02 10:00', 'dutyOfficer', { ...food, level: 'orange', ...occurredAt('03-02 08:00') }),
      does('03-02 10:30', 'chiefLeader', {
        type: 'RecordDecision',
        decision: 'reportUp',
        outcome: '决定向湛江市局报告',
        to: ['zhanjiang'],
      }),
    ];
    const played = await play('03-02 14:00', decided);
    expect(owed(played, 'reportUpDecided')).toEqual([[at('03-02 10:30'), 'open']]);
    expect(chasesOf(played, 'reportUpDecided')).not.toEqual([]);
    const told = await play('03-02 14:00', [
      ...decided,
      does('03-02 10:40', 'dutyOfficer', report('first', 'telephone', ['zhanjiang'])),
    ]);
    expect(owed(told, 'reportUpDecided').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
  });

  it('nanning B 五(二) ⑦ 5wd: five working days end with the approved answer, not with its publication', async () => {
    const answered = { type: 'RecordAction', action: 'answerApproved', text: '情况通报第一稿' };
    const played = await play(
      '03-10 12:00',
      [
        opens('03-02 10:00', 'dutyOfficer', {
          title: '网民投诉办事窗口',
          instants: { detectedAt: at('03-02 10:00'), knownAt: at('03-02 10:00') },
          flags: ['netizenPost', 'byProcedure'],
          unit: 'business',
          level: 'pending',
        }),
        does('03-05 10:00', 'unitHead@business', answered),
        does('03-10 10:00', 'unitLiaison@business', published('settledReply')),
      ],
      'nanning',
    );
    expect(owed(played, 'settledReply').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
    expect(chasesOf(played, 'settledReply', at('03-05 10:01'))).toEqual([]);
  });

  it('leizhou 办法 第二十九条 ②: the first statement goes out before the peers are told of any result', async () => {
    const played = await play('03-02 14:00', [
      opens('03-02 09:00', 'dutyOfficer', {
        title: '爆燃',
        unit: 'equipment',
        level: 'red',
        flags: ['crossRegion'],
        ...occurredAt('03-02 08:00'),
      }),
      does('03-02 10:00', 'deputyLeader', approved),
      does('03-02 10:05', 'officeHead', published('results'), 'PUBLICATION_NOT_CLEARED'),
      does('03-02 10:10', 'officeHead', published('authoritative')),
    ]);
    expect(owed(played, 'publicResponse')).toEqual([[at('03-02 13:00'), 'fulfilled']]);
  });
});
