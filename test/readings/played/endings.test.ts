import { describe, expect, it } from 'vitest';
import { leizhou } from '../../support/bureaus.ts';
import { at } from '../../support/case-file.ts';
import { concluding, SUMMARY } from '../../support/conclude.ts';
import { missingParts } from '../../support/whole-acts.ts';
import { eventsOf, owed } from '../given.ts';
import { approved, chasesOf, does, entryOf, opens, type Played, play, published, report } from './playing.ts';

// Situations played through the machines and the handlers: what one person cannot do alone, and how a case ends.

const food = { title: '某食品厂问题产品流入周边市场', unit: 'food', level: 'orange' };
const assigned = (receivedAt: string) => [
  { kind: 'zhanjiang-assigned', receivedAt: at(receivedAt), reference: '1号' },
];
const outcomesOf = (played: Played, duty: string) => owed(played, duty).map(([, outcome]) => outcome);

describe('one clerk alone', () => {
  const opened = opens('03-07 02:30', 'dutyOfficer', {
    title: '某小区电梯坠落,视频全网传播',
    level: 'red',
    unit: 'equipment',
    instants: { occurredAt: at('03-07 02:00') },
  });
  const publishes = published('authoritative');
  const word = { person: 'deputy-1', channel: '电话', at: at('03-07 02:33'), text: approved.text };
  const entered = (onBehalf: Partial<typeof word>) => ({
    type: 'RecordAction',
    action: 'statementApproved',
    onBehalf,
  });
  const concludes = { type: 'Conclude', summary: SUMMARY };
  const alone = [
    opened,
    does('03-07 02:31', 'dutyOfficer', approved, 'ROLE_NOT_ALLOWED'),
    does('03-07 02:32', 'dutyOfficer', publishes, 'PUBLICATION_NOT_CLEARED'),
    does('03-07 02:33', 'dutyOfficer', entered({ person: 'deputy-1' }), 'ON_BEHALF_INCOMPLETE'),
    does('03-07 02:34', 'dutyOfficer', entered(word)),
    does('03-07 02:35', 'dutyOfficer', publishes),
    does('03-07 02:36', 'dutyOfficer', {
      type: 'RecordPublication',
      form: 'pressConference',
      title: approved.text,
    }),
    does('03-07 02:37', 'dutyOfficer', {
      type: 'FileReport',
      kind: 'progress',
      form: 'written',
      to: ['officeHead', 'deputyLeader', 'chiefLeader'],
    }),
    does('03-07 02:38', 'dutyOfficer', { type: 'RecordMeeting' }),
    does('03-07 02:39', 'dutyOfficer', {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['cityCommittee', 'cityGovernment', 'zhanjiang'],
    }),
    does('03-07 02:40', 'dutyOfficer', concludes, 'ROLE_NOT_ALLOWED'),
    does('03-07 02:41', 'officeHead', concludes, 'ACTS_UNCONFIRMED'),
  ];

  it('leizhou 附件2 五(三)红 5h: publishes on a 代录, and is in time only by the leader’s own word', async () => {
    const played = await play('03-08 06:00', alone);
    expect(owed(played, 'publicResponse')).toEqual([[at('03-07 07:00'), 'unconfirmed']]);
    expect(chasesOf(played, 'publicResponse')).toEqual([]);
    const asked = played.texts.filter(({ template }) => template === 'SX27');
    expect(asked[0]).toMatchObject({ at: at('03-07 02:34'), to: 'deputyLeader' });
    const act = entryOf(played, 'RecordAction');
    const confirms = { type: 'ConfirmAct', act, agree: true };
    const later = await play('03-07 12:00', [
      ...alone,
      does('03-07 09:00', 'dutyOfficer', confirms, 'NOT_YOURS_TO_CONFIRM'),
      does('03-07 10:00', 'deputyLeader', confirms),
    ]);
    expect(owed(later, 'publicResponse')).toEqual([[at('03-07 07:00'), 'fulfilled']]);
  });

  it('leizhou 办法 第二十四条 ②: ticks without content are asked for, and meet nobody else’s duties', async () => {
    const played = await play('03-08 06:00', alone);
    expect(missingParts(leizhou, played.state)).toEqual([
      '链接或发布地点或平台',
      '文号或正文',
      '参会人员',
      '研究的应对措施',
      '接听人姓名或对方接听人的单位和职务',
      '报告的情况',
    ]);
    const done = played.schedule().duties.filter(({ current }) => current.outcome === 'fulfilled');
    // What the texts of the system and his own opening meet, and the office's own call.
    expect(done.map(({ duty }) => duty)).toEqual([
      'reportGroup',
      'reportLeaders',
      'transferUnit',
      'confirmGrade',
      'reportThreeSuperiors',
    ]);
  });

  it('leizhou 办法 第二十七条(一): what went out without approval is told at once, and never in time', async () => {
    const played = await play('03-07 14:00', [
      opened,
      does('03-07 02:31', 'dutyOfficer', publishes, 'PUBLICATION_NOT_CLEARED'),
      does('03-07 02:32', 'dutyOfficer', {
        ...publishes,
        happened: { reason: '转发时误点了发布,已不能撤回' },
      }),
    ]);
    expect(owed(played, 'publicResponse')).toEqual([[at('03-07 07:00'), 'unapproved']]);
    expect(chasesOf(played, 'publicResponse')).toEqual([]);
    const told = played.texts.filter(({ template }) => template === 'SX31');
    // The chief is the head of the leading group: one text each.
    expect(told.map(({ at: when, to }) => [when, to])).toEqual([
      [at('03-07 02:32'), 'deputyLeader'],
      [at('03-07 02:32'), 'leadingGroup'],
    ]);
  });
});

describe('what is entered after its limit', () => {
  it('leizhou 办法 第二十二条(二)橙+ 电话: the late person makes nothing 按时 of it, another may', async () => {
    const late = [
      opens('03-02 23:00', 'dutyOfficer', { ...food, sources: assigned('03-02 22:50') }),
      does('03-03 03:30', 'dutyOfficer', report('first', 'telephone', ['zhanjiang'], '03-03 01:30')),
      does('03-03 03:40', 'dutyOfficer', report('first', 'written', ['zhanjiang'], '03-02 12:00')),
    ];
    const played = await play('03-03 12:00', late);
    expect(eventsOf(played, 'DutyOverdue', 'zhanjiangTelephone')).not.toEqual([]);
    expect(owed(played, 'zhanjiangTelephone')).toEqual([[at('03-03 01:50'), 'lateEntry']]);
    expect(outcomesOf(played, 'zhanjiangWritten')).toEqual(['open']);
    expect(chasesOf(played, 'zhanjiangTelephone', at('03-03 03:31'))).toEqual([]);
    const act = played.log.find(({ command }) => command === 'FileReport')!.version;
    const confirms = { type: 'ConfirmAct', act, agree: true, reference: '湛江市局值班室收文17号' };
    const confirmed = await play('03-03 12:00', [
      ...late,
      does('03-03 09:00', 'dutyOfficer', confirms, 'SECOND_PERSON_REQUIRED'),
      does('03-03 09:10', 'officeHead', confirms),
    ]);
    expect(outcomesOf(confirmed, 'zhanjiangTelephone')).toEqual(['fulfilled']);
  });
});

describe('the end of a case', () => {
  const reasons = Object.fromEntries(leizhou.duties.map(({ id }) => [id, '已由上级部门另行统一办理']));

  it('leizhou 预案 4.5: not while the plan runs', async () => {
    const running = { type: 'Conclude', summary: SUMMARY, unmet: reasons };
    const steps = [
      opens('03-02 09:00', 'dutyOfficer', { ...food, instants: { occurredAt: at('03-02 08:00') } }),
      does('03-02 09:10', 'leadingGroup', { type: 'StartPlan' }),
      does('03-04 10:00', 'leadingGroup', { type: 'DeclareCalm', reason: '传播已得到控制' }),
      does('03-04 10:10', 'officeHead', running, 'CONCLUSION_NOT_CLEARED'),
      does('03-04 11:00', 'leadingGroup', { type: 'EndPlan', reason: '应急结束' }),
    ];
    // The drafts that wait for a signature need a reason each.
    const { duties } = (await play('03-04 11:09', steps)).schedule();
    const played = await play('03-05 12:00', [
      ...steps,
      does('03-04 11:10', 'officeHead', concluding(duties)),
    ]);
    expect(played.state.status).toBe('open');
    expect(played.state.conclusion).not.toBeNull();
  });

  it('leizhou 办法 第二十二条(二)橙+ 书面: ends no answer to 湛江局, and is no one’s with a 。', async () => {
    const played = await play('03-08 12:00', [
      opens('03-07 08:00', 'dutyOfficer', {
        ...food,
        sources: assigned('03-07 08:00'),
        instants: { occurredAt: at('03-07 07:00') },
      }),
      does('03-07 08:20', 'leadingGroup', { type: 'DeclareCalm', reason: '。' }, 'INVALID'),
      does('03-07 08:25', 'leadingGroup', { type: 'DeclareCalm', reason: '传播已得到控制' }),
      does('03-07 08:30', 'officeHead', { type: 'Conclude', summary: '。。。。。。。。' }, 'INVALID'),
      does('03-07 08:31', 'officeHead', { type: 'Conclude', summary: SUMMARY }, 'DUTIES_UNMET'),
      does('03-07 08:32', 'officeHead', { type: 'Conclude', summary: SUMMARY, unmet: reasons }),
      does('03-07 08:33', 'officeHead', { type: 'ApproveConclusion' }, 'ROLE_NOT_ALLOWED'),
      does('03-07 08:40', 'deputyLeader', { type: 'ApproveConclusion' }),
    ]);
    expect(played.state.status).toBe('concluded');
    expect(owed(played, 'zhanjiangTelephone')).toEqual([[at('03-07 11:00'), 'open']]);
    expect(eventsOf(played, 'DutyOverdue', 'zhanjiangTelephone')).not.toEqual([]);
    expect(eventsOf(played, 'DutyFellDue', 'zhanjiangWritten')).toMatchObject([{ when: at('03-07 20:00') }]);
  });
});
