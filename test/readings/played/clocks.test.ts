import { describe, expect, it } from 'vitest';
import { at } from '../../support/case-file.ts';
import { eventsOf, owed } from '../given.ts';
import {
  approved,
  chasesOf,
  does,
  entryOf,
  historyOf,
  opens,
  play,
  published,
  pushes,
  report,
} from './playing.ts';

// Situations played through the machines and the handlers, from the first call to the last reminder.

const assigned = (receivedAt: string, reference: string) => ({
  kind: 'zhanjiang-assigned',
  receivedAt: at(receivedAt),
  reference,
});
const red = { level: 'red', unit: 'equipment' };
const food = { title: '某超市销售过期食品', unit: 'food' };

describe('when a clock starts', () => {
  it('leizhou 办法 第二十一条(二)红 ②: of a red matter told by telephone nothing is known but that it was found', async () => {
    const played = await play('03-03 12:00', [
      opens('03-02 10:00', 'dutyOfficer', { ...red, instants: { detectedAt: at('03-02 10:00') } }),
    ]);
    expect(owed(played, 'publicResponse')).toEqual([[at('03-02 15:00'), 'open']]);
    expect(owed(played, 'pressConference')).toEqual([[at('03-03 10:00'), 'open']]);
    expect(eventsOf(played, 'DutyFellDue', 'publicResponse')).toMatchObject([{ when: at('03-02 15:00') }]);
    expect(eventsOf(played, 'DutyOverdue', 'pressConference')).not.toEqual([]);
  });

  it('leizhou 附件2 五(三)红 5h: found in time and entered after the limit is late, and found late it was not', async () => {
    const played = await play('03-02 14:00', [
      opens('03-02 12:00', 'dutyOfficer', {
        ...red,
        instants: { occurredAt: at('03-02 06:00'), detectedAt: at('03-02 10:30') },
      }),
    ]);
    const [overdue] = eventsOf(played, 'DutyOverdue', 'publicResponse');
    expect(overdue).toMatchObject({ due: at('03-02 11:00'), when: at('03-02 12:00') });
    expect(overdue).not.toHaveProperty('foundLate');
  });

  it('leizhou 办法 第二条: an event of the night is no 舆情 before the first post', async () => {
    const played = await play('03-02 16:00', [
      pushes('03-02 09:30', { publishedAt: at('03-02 09:00'), eventAt: at('03-02 02:00') }),
    ]);
    expect(owed(played, 'publicResponse')).toEqual([[at('03-02 14:00'), 'open']]);
    expect(played.state.instants).toMatchObject({
      eventAt: at('03-02 02:00'),
      publishedAt: at('03-02 09:00'),
    });
  });

  it('leizhou 办法 第二十二条(二)黄 书面: a second 交办 is owed its own answers', async () => {
    const played = await play('03-08 12:00', [
      opens('03-02 08:05', 'dutyOfficer', {
        ...food,
        level: 'yellow',
        sources: [assigned('03-02 08:00', '1号')],
      }),
      does('03-02 09:00', 'dutyOfficer', report('first', 'telephone', ['zhanjiang'])),
      does('03-02 09:30', 'dutyOfficer', report('first', 'written', ['zhanjiang'])),
      does('03-06 09:05', 'dutyOfficer', { type: 'AddSource', source: assigned('03-06 09:00', '2号') }),
    ]);
    expect(owed(played, 'zhanjiangTelephone')).toEqual([
      [at('03-02 20:00'), 'fulfilled'],
      [at('03-06 21:00'), 'open'],
    ]);
    expect(owed(played, 'zhanjiangWritten')).toEqual([
      [at('03-03 08:00'), 'fulfilled'],
      [at('03-07 09:00'), 'open'],
    ]);
    expect(eventsOf(played, 'DutyOverdue', 'zhanjiangTelephone').map(({ when }) => when)[0]).toBe(
      at('03-06 21:30'),
    );
  });

  it('leizhou 办法 第二十二条(二)橙+ 电话: a receipt typed wrong is put right, with its number, by the head', async () => {
    const right = (reference?: string) => ({
      type: 'CorrectInstant',
      instant: 'receivedAt',
      at: at('03-02 10:00'),
      reason: '笔误,来电记录为10时',
      ...(reference === undefined ? {} : { reference }),
    });
    const played = await play('03-02 15:00', [
      opens('03-02 10:30', 'dutyOfficer', {
        ...food,
        level: 'orange',
        sources: [assigned('03-02 08:00', '1号')],
        instants: { occurredAt: at('03-02 08:00') },
      }),
      does('03-02 10:35', 'dutyOfficer', right('1号'), 'ROLE_NOT_ALLOWED'),
      does('03-02 10:36', 'officeHead', right(), 'REFERENCE_REQUIRED'),
      does('03-02 10:40', 'officeHead', right('1号')),
    ]);
    expect(owed(played, 'zhanjiangTelephone')).toEqual([[at('03-02 13:00'), 'open']]);
    expect(eventsOf(played, 'DutyFellDue', 'zhanjiangTelephone')).toMatchObject([
      { when: at('03-02 13:00') },
    ]);
  });

  it('hohhot C 反馈 12–24h: the hours run from the prompt, at whatever level they are found out', async () => {
    const played = await play(
      '03-05 12:00',
      [
        opens('03-02 20:00', 'commandGroup', {
          title: '公证收费引发讨论',
          sources: [{ kind: 'cac-prompted', receivedAt: at('03-02 20:00') }],
          unit: 'services',
          level: 'minor',
        }),
        does('03-03 19:00', 'commandGroup', {
          type: 'ChangeLevel',
          level: 'medium',
          authority: 'change',
          reason: '本地媒体跟进报道',
        }),
      ],
      'hohhot',
    );
    expect(owed(played, 'feedback')).toEqual([[at('03-03 20:00'), 'open']]);
    expect(eventsOf(played, 'DutyFellDue', 'feedback')).toMatchObject([{ when: at('03-03 20:00') }]);
  });

  it('yinzhou E 四(二)3 口头15min: a first publication that a clerk adds moves nothing', async () => {
    const played = await play(
      '03-02 12:00',
      [
        opens('03-02 10:05', 'unitLiaison@welfareHome', {
          title: '福利院厨房起火',
          sources: [{ kind: 'unit-found' }],
          instants: { detectedAt: at('03-02 10:00') },
          unit: 'welfareHome',
          level: 'major',
        }),
        does('03-02 10:14', 'dutyOfficer', {
          type: 'CorrectInstant',
          instant: 'publishedAt',
          at: at('03-02 10:14'),
          reason: '网上首次出现',
        }),
      ],
      'yinzhou',
    );
    expect(owed(played, 'oralReport')).toEqual([[at('03-02 10:15'), 'open']]);
    expect(eventsOf(played, 'DutyFellDue', 'oralReport')).toMatchObject([{ when: at('03-02 10:15') }]);
  });

  it('leizhou 附件2 五(三)橙 48h: a 特护期 that is flagged later breaks nothing that was met', async () => {
    const played = await play('03-06 12:00', [
      opens('03-01 09:00', 'dutyOfficer', {
        ...food,
        level: 'orange',
        instants: { occurredAt: at('03-01 08:00') },
      }),
      does('03-02 09:00', 'deputyLeader', approved),
      does('03-02 10:00', 'officeHead', published('briefing')),
      does('03-05 09:00', 'dutyOfficer', { type: 'SetFlags', add: ['specialPeriod'], reason: '3·15' }),
    ]);
    expect(owed(played, 'publicResponse')).toEqual([[at('03-03 08:00'), 'fulfilled']]);
    expect(chasesOf(played, 'publicResponse')).not.toContain('DutyOverdue');
  });
});

describe('what is proposed, and what a raise keeps', () => {
  it('leizhou 附件2 五(三)红 5h: a 红 of the table that two persons determine as 橙 broke nothing', async () => {
    const played = await play('03-02 16:00', [
      pushes('03-02 09:00', { publishedAt: at('03-02 08:30'), eventAt: at('03-02 08:00') }),
      does('03-02 09:30', 'dutyOfficer', { type: 'ConfirmGrade', level: 'orange', reason: '旧闻重发' }),
      does('03-02 09:40', 'officeHead', { type: 'ApproveLevelChange' }),
    ]);
    expect(owed(played, 'publicResponse')).toEqual([[at('03-04 08:30'), 'open']]);
    const words = played.log.flatMap(({ events }) => events.map(({ type }) => type));
    expect(words).not.toContain('DutyOverdue');
    expect(words).not.toContain('SupervisionOrderDrafted');
    expect(chasesOf(played, 'publicResponse')).toEqual([]);
  });

  it('leizhou 办法 第二十五条(二): 责成核实 of 蓝 is still owed at 黄', async () => {
    const played = await play('03-06 12:00', [
      opens('03-02 09:00', 'dutyOfficer', {
        title: '计量投诉',
        unit: 'quality',
        level: 'blue',
        sources: [assigned('03-02 09:00', '1号')],
      }),
      does('03-02 09:30', 'officeHead', {
        type: 'ChangeLevel',
        level: 'yellow',
        authority: 'change',
        reason: '转发增多',
      }),
    ]);
    expect(owed(played, 'verifySource')).toEqual([[at('03-02 09:00'), 'open']]);
    expect(chasesOf(played, 'verifySource', at('03-03 00:00'))).not.toEqual([]);
  });

  it('leizhou 办法 第二十三条(二)②: raised to 橙 after a calm that may not be declared there, daily reports run', async () => {
    const raise = { type: 'ChangeLevel', level: 'orange', authority: 'change', reason: '央媒报道' };
    const before = [
      opens('03-02 09:00', 'dutyOfficer', {
        ...food,
        level: 'yellow',
        instants: { occurredAt: at('03-02 08:00') },
      }),
      does('03-04 10:00', 'deputyLeader', { type: 'DeclareCalm', reason: '传播已得到控制' }),
      does('03-06 09:50', 'officeHead', raise, 'NEW_FACT_REQUIRED'),
      does('03-06 09:55', 'dutyOfficer', {
        type: 'AddSource',
        source: { kind: 'city-prompted', receivedAt: at('03-06 09:54'), reference: '3号' },
      }),
    ];
    const newFact = entryOf(await play('03-06 09:56', before), 'AddSource');
    const played = await play('03-10 12:00', [
      ...before,
      does('03-06 10:00', 'officeHead', { ...raise, newFact }),
    ]);
    expect(played.state.handlingLevel).toBe('orange');
    expect(historyOf(played, 'dailyReport').map(([due]) => due)).toEqual(
      ['03-07', '03-08', '03-09', '03-10'].map((day) => at(`${day} 08:00`)),
    );
    expect(eventsOf(played, 'DutyFellDue', 'dailyReport').map(({ when }) => when)[0]).toBe(at('03-07 08:00'));
  });
});
