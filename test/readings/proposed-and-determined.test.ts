import { describe, expect, it } from 'vitest';
import { at, chief, head, leader, officer } from '../support/case-file.ts';
import { assigned, confirm, eventsOf, type File, give, owed, person, pushed } from './given.ts';

/** Found at 10:00 on what was first published then; the table says 红: five hours. */
const red = (publishedAt: string, when = '03-02 10:00') =>
  pushed({ proposed: 'red', when, instants: { publishedAt, detectedAt: when } });
const howOf = (file: File, duty = 'publicResponse') => file.duty(duty)?.foundLate?.how ?? null;
const toldOf = (file: File, duty: string) =>
  file.log.flatMap(({ at: when, events }) =>
    events.flatMap((event) =>
      event.type === 'NoticesMade'
        ? event.notices.filter((notice) => notice.duty === duty).map(({ role }) => `${when} ${role}`)
        : [],
    ),
  );

describe('leizhou 办法 第二十一条(二)红 ②: a level that is only proposed breaks nothing', () => {
  it('tells and climbs, is never overdue, and brings no order', () => {
    const file = red('03-02 09:00');
    expect(file.duty('publicResponse')).toMatchObject({
      provisional: true,
      breachable: false,
      current: { due: at('03-02 14:00') },
    });
    file.runTo('03-03 12:00');
    expect(eventsOf(file, 'DutyReminded', 'publicResponse').length).toBeGreaterThan(3);
    expect(eventsOf(file, 'DutyFellDue', 'publicResponse')).toHaveLength(1);
    expect(file.log.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain('DutyOverdue');
    expect(file.state.orders).toEqual([]);
    expect(new Set(toldOf(file, 'publicResponse').map((line) => line.split(' ')[1]))).toContain(
      'chiefLeader',
    );
  });

  it('is law from its own instants once it is determined, which is not back-dated', () => {
    const file = red('03-02 09:00');
    expect(give(file, '03-02 10:20', officer, confirm('red'))).toBe('done');
    expect(file.state.confirmedAt).toBe(at('03-02 10:20'));
    expect(file.duty('publicResponse')).toMatchObject({
      provisional: false,
      breachable: true,
      current: { due: at('03-02 14:00') },
    });
    file.runTo('03-02 14:30');
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')).toMatchObject([{ when: at('03-02 14:30') }]);
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')[0]).not.toHaveProperty('foundLate');
  });

  it.each([
    ['03-02 04:59:59', 'discovery'],
    ['03-02 05:00:00', 'discovery'],
    ['03-02 05:00:01', 'grading'],
    ['03-02 05:20:00', 'grading'],
    ['03-02 05:20:01', null],
  ])('published at %s, found at 10:00, determined at 10:20: %s', (publishedAt, how) => {
    const file = red(publishedAt);
    give(file, '03-02 10:20', officer, confirm('red'));
    expect(howOf(file)).toBe(how);
  });

  it.each([
    ['03-02 10:30:00', 'grading'],
    ['03-02 10:30:01', null],
  ])('due at 10:15 and determined at %s, the office’s target being 10:30: %s', (when, how) => {
    const file = red('03-02 05:15');
    give(file, when, officer, confirm('red'));
    expect(howOf(file)).toBe(how);
    file.runTo(when);
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')).toMatchObject([{ when: at(when) }]);
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')[0]).toEqual(
      how === null
        ? expect.not.objectContaining({ foundLate: expect.anything() })
        : expect.objectContaining({ foundLate: how }),
    );
  });

  it('a night without 定级 is plainly overdue, with the full lag, from the determination on', () => {
    const file = red('03-02 21:00', '03-02 22:00');
    file.runTo('03-03 08:00');
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')).toEqual([]);
    give(file, '03-03 08:00', officer, confirm('red'));
    file.runTo('03-03 08:00');
    const [first] = eventsOf(file, 'DutyOverdue', 'publicResponse');
    expect(first).toMatchObject({ when: at('03-03 08:00'), lagMilliseconds: 6 * 3600_000 });
    expect(first).not.toHaveProperty('foundLate');
  });

  it('what was done after its limit while nobody had determined the level is late once somebody has', () => {
    const file = red('03-02 09:00');
    give(file, '03-02 10:10', leader, { type: 'RecordAction', action: 'statementApproved' });
    give(file, '03-02 14:00:01', head, { type: 'RecordPublication', form: 'authoritative' });
    expect(owed(file, 'publicResponse')[0]?.[1]).toBe('fulfilled');
    give(file, '03-02 15:00', officer, confirm('red'));
    expect(owed(file, 'publicResponse')[0]?.[1]).toBe('fulfilledLate');
  });

  it('what was done in time stays so', () => {
    const file = red('03-02 09:00');
    give(file, '03-02 10:10', leader, { type: 'RecordAction', action: 'statementApproved' });
    give(file, '03-02 14:00:00', head, { type: 'RecordPublication', form: 'authoritative' });
    give(file, '03-02 15:00', officer, confirm('red'));
    expect(owed(file, 'publicResponse')).toEqual([[at('03-02 14:00'), 'fulfilled']]);
  });

  it('determined lower by two persons, the higher level’s limits end as 初判未采纳', () => {
    const file = red('03-02 08:30');
    give(file, '03-02 10:10', officer, { ...confirm('orange'), reason: '旧闻' } as ReturnType<
      typeof confirm
    >);
    expect(file.state).toMatchObject({ provisional: true, handlingLevel: 'red' });
    expect(give(file, '03-02 10:15', head, { type: 'ApproveLevelChange' })).toBe('done');
    expect(owed(file, 'publicResponse')).toEqual([[at('03-04 08:30'), 'open']]);
    expect(file.schedule().cancelled).toContainEqual(
      expect.objectContaining({ duty: 'pressConference', reason: '初判红未采纳' }),
    );
    file.runTo('03-02 16:00');
    for (const type of ['DutyFellDue', 'DutyOverdue', 'SupervisionOrderIssued'])
      expect(eventsOf(file, type, 'publicResponse')).toEqual([]);
  });
});

describe('leizhou 办法 第十四条 ①: 定级 has the office’s own target', () => {
  it('is reminded of a quarter before, asked for after thirty minutes, and up to the chief', () => {
    const file = red('03-02 09:00');
    file.runTo('03-02 11:20');
    expect(toldOf(file, 'confirmGrade').map((line) => line.replace(/^.*T(\d\d:\d\d).* /, '$1 '))).toEqual([
      '02:22 dutyOfficer',
      '02:30 dutyOfficer',
      '02:45 officeHead',
      '02:45 dutyOfficer',
      '03:00 deputyLeader',
      '03:00 dutyOfficer',
      '03:15 chiefLeader',
      '03:15 dutyOfficer',
    ]);
  });

  it('counts from 收到 where that came before 发现, day and night', () => {
    const file = pushed({
      proposed: 'orange',
      when: '03-02 23:00',
      instants: { detectedAt: '03-02 23:00' },
      sources: [assigned('03-02 22:50')],
    });
    expect(file.duty('confirmGrade')?.next?.due).toBe(at('03-02 23:20'));
  });

  it.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])('%s has it', (bureau) => {
    const file = pushed({
      bureau,
      proposed: { leizhou: 'red' }[bureau] ?? (bureau === 'hohhot' ? 'medium' : 'general'),
      instants: { detectedAt: '03-02 10:00' },
    });
    expect(file.duty('confirmGrade')?.next?.due).toBe(at('03-02 10:30'));
    file.runTo('03-02 11:30');
    const leaders = toldOf(file, 'confirmGrade').map((line) => line.split(' ')[1]);
    expect(leaders).toContain('chiefLeader');
  });
});

describe('petition D 第四条(三) 重大 30min: proposed, the thirty minutes break nothing', () => {
  const major = () =>
    pushed({
      bureau: 'petition',
      proposed: 'major',
      when: '03-02 08:00',
      instants: { detectedAt: '03-02 08:00' },
    });
  it.each([
    ['03-02 08:29:59', null, 'due'],
    ['03-02 08:30:00', 'grading', 'due'],
    ['03-02 08:30:01', null, 'overdue'],
  ])('determined at %s: %s', (when, how, stage) => {
    const file = major();
    file.runTo('03-02 08:29');
    expect(give(file, when, officer, confirm('major'))).toBe('done');
    expect(owed(file, 'notifyUnits')).toEqual([[at('03-02 08:30'), 'open']]);
    expect(howOf(file, 'notifyUnits')).toBe(how);
    expect(file.duty('notifyUnits')?.next?.stage).toBe(stage);
  });
  it('nobody is late while nobody determined it', () => {
    const file = major();
    file.runTo('03-03 08:00');
    expect(eventsOf(file, 'DutyOverdue', 'notifyUnits')).toEqual([]);
  });
});

describe('nanning B 五(二) ② 4h: proposed, the four hours break nothing', () => {
  it('are plainly overdue after an undetermined morning', () => {
    const file = pushed({
      bureau: 'nanning',
      proposed: 'major',
      when: '03-02 08:00',
      instants: { detectedAt: '03-02 08:00' },
    });
    file.runTo('03-02 13:00');
    expect(eventsOf(file, 'DutyOverdue', 'reportImportant')).toEqual([]);
    give(file, '03-02 13:00', officer, confirm('major'));
    file.runTo('03-02 13:00');
    expect(eventsOf(file, 'DutyOverdue', 'reportImportant')).toMatchObject([{ lagMilliseconds: 3600_000 }]);
    expect(howOf(file, 'reportImportant')).toBeNull();
  });
});

describe('hohhot C 反馈 12–24h: proposed, the 24 hours break nothing', () => {
  it('and are law once the command group has determined the category', () => {
    const file = pushed({
      bureau: 'hohhot',
      proposed: 'medium',
      when: '03-02 08:00',
      sources: [{ kind: 'cac-prompted', receivedAt: at('03-02 08:00') }],
    });
    file.runTo('03-03 09:00');
    expect(eventsOf(file, 'DutyOverdue', 'feedback')).toEqual([]);
    give(file, '03-03 09:00', person('commandGroup'), confirm('medium'));
    file.runTo('03-03 09:00');
    expect(eventsOf(file, 'DutyOverdue', 'feedback')).toMatchObject([{ lagMilliseconds: 3600_000 }]);
  });
});

describe('a proposal that grows', () => {
  it('is raised by itself, and nothing at the higher level is broken either', () => {
    const file = pushed({
      proposed: 'yellow',
      when: '03-02 10:00',
      instants: { publishedAt: '03-02 04:00' },
    });
    give(file, '03-02 10:30', person('system', 'system'), {
      type: 'AttachItem',
      item: { feed: 'f', id: 'b', title: '转载' },
      grade: { level: 'red', score: 90, values: {}, reasons: [] },
      flags: [],
    });
    expect(file.state).toMatchObject({ provisional: true, handlingLevel: 'red' });
    file.runTo('03-02 12:00');
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')).toEqual([]);
    expect(give(file, '03-02 12:00', chief, confirm('red'))).toBe('ROLE_NOT_ALLOWED');
  });
});
