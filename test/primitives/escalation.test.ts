import { describe, expect, it } from 'vitest';
import { at } from '../support/case-file.ts';
import { around, type Bureau, type Case, type Facts, openCase, report } from './bureau-case.ts';

const assigned: Facts = { opened: '03-02 10:00', sources: { 'zhanjiang-assigned': '03-02 10:00' } };
const prompted: Facts = { sources: { 'cac-prompted': '03-02 08:00' } };
const happened: Facts = { opened: '03-02 08:01', instants: { eventAt: '03-02 08:00' } };
/** What the notices about a duty say to whom. */
const toldOf = (opened: Case, duty: string): string[] =>
  opened
    .events()
    .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
    .filter((notice) => notice.duty === duty)
    .map(({ template, role }) => `${template} ${role}`);
const ordersOf = (opened: Case, duty: string) =>
  opened.events().filter((event) => event.type === 'SupervisionOrderDrafted' && event.duty === duty);
/** The stages of a duty until thirty hours after its due instant, in minutes from it. */
const stagesOf = (opened: Case, duty: string, due: string): string[] => {
  const end = new Date(Date.parse(at(due)) + 30 * 3600_000).toISOString();
  opened.file.runTo(end);
  return opened.file.log.flatMap(({ at: when, events }) =>
    events.flatMap((event) => {
      if (!('duty' in event) || event.duty !== duty || !('index' in event)) return [];
      return [`${event.type} ${(Date.parse(when) - Date.parse(at(due))) / 60_000}`];
    }),
  );
};
const stages = (reminders: number[], overdue: number[]): string[] => [
  ...reminders.map((minutes) => `DutyReminded ${minutes}`),
  'DutyFellDue 0',
  ...overdue.map((minutes) => `DutyOverdue ${minutes}`),
];

describe('P22 escalation: reminders before, the check, the climb, the order', () => {
  it.each<[Bureau, string, Facts, string, string, string[]]>([
    [
      'leizhou',
      'orange',
      assigned,
      'zhanjiangTelephone',
      '03-02 13:00',
      stages([-45, -15], [30, 60, 90, 1530]),
    ],
    ['nanning', 'major', {}, 'reportImportant', '03-02 12:00', stages([-60, -15], [15, 30, 45, 1485])],
    [
      'hohhot',
      'medium',
      prompted,
      'feedback',
      '03-03 08:00',
      stages([-900, -720, -360, -60, -15], [30, 60, 90, 1530]),
    ],
    [
      'petition',
      'major',
      {},
      'notifyUnits',
      '03-02 08:30',
      stages([-7.5, -5], [5, 10, 15, 375, 735, 1095, 1455]),
    ],
    [
      'yinzhou',
      'major',
      happened,
      'oralReport',
      '03-02 08:15',
      stages([-5], [5, 10, 15, 20, 380, 740, 1100, 1460]),
    ],
  ])('%s at %s, %o: %s, due at %s, rings at minutes %o', (bureau, level, facts, duty, due, expected) => {
    expect(stagesOf(openCase(bureau, level, facts), duty, due)).toEqual(expected);
  });

  it.each<[Bureau, string, Facts, string, string[]]>([
    [
      'leizhou',
      'orange',
      assigned,
      'zhanjiangTelephone',
      ['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader'],
    ],
    ['nanning', 'major', {}, 'reportImportant', ['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader']],
    [
      'hohhot',
      'medium',
      prompted,
      'feedback',
      ['commandGroup', 'officeHead', 'deputyLeader', 'leadingGroup'],
    ],
    ['petition', 'major', {}, 'notifyUnits', ['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader']],
    [
      'yinzhou',
      'major',
      happened,
      'oralReport',
      ['unitLiaison', 'unitHead', 'officeHead', 'deputyLeader', 'chiefLeader'],
    ],
  ])(
    '%s at %s, %o: %s climbs %o, each told together with who has to act',
    (bureau, level, facts, duty, rungs) => {
      const opened = openCase(bureau, level, facts);
      opened.file.runTo('03-03 09:30');
      const [own, above, ...higher] = rungs;
      const told = toldOf(opened, duty);
      const expected = [
        // 鄞州's 科室 may act on what is only proposed (暂定), and hears again once it is determined.
        ...Array.from({ length: bureau === 'yinzhou' ? 2 : 1 }, () => `begins ${own}`),
        `due ${own}`,
        `dueAbove ${above}`,
        `overdueAbove ${above}`,
        `overdue ${own}`,
        // 雷州's orders go to units: of the office's own miss its leaders hear at once.
        ...(bureau === 'leizhou' ? higher.map((role) => `overdueAbove ${role}`) : []),
        ...higher.flatMap((role) => [`overdueAbove ${role}`, `overdue ${own}`]),
      ];
      expect(told.filter((line) => !/remind|soft/i.test(line)).slice(0, expected.length)).toEqual(expected);
      expect(ordersOf(opened, duty)).toEqual([]);
    },
  );

  it('is not a second early', () => {
    const steps = (until: string) =>
      openCase('leizhou', 'orange', assigned).steps(until, 'zhanjiangTelephone').length;
    for (const stage of ['03-02 12:15', '03-02 12:45', '03-02 13:00', '03-02 13:30', '03-02 14:00']) {
      const [before, sharp, after] = around(stage).map(steps);
      expect([sharp! - before!, after! - sharp!], stage).toEqual([1, 0]);
    }
  });

  it('falls silent as soon as the duty is met, and is overdue at once when it was found late', () => {
    const opened = openCase('yinzhou', 'major', happened);
    opened.file.runTo('03-02 08:21');
    opened.give('03-02 08:21', 'unitLiaison', report('first', 'oral', 'deputyLeader', 'chiefLeader'));
    expect(opened.steps('03-04 08:00', 'oralReport')).toEqual([]);
    const late = openCase('yinzhou', 'major', { ...happened, opened: '03-02 10:00' });
    expect(late.steps('03-02 10:05', 'oralReport')).toEqual([
      '03-02 10:00#1 overdue0',
      '03-02 10:05#1 overdue1',
    ]);
    expect(late.duty('oralReport')?.foundLate?.lagMilliseconds).toBe(105 * 60_000);
  });

  it('鄞州: what counts from another’s due instant is chased without an order of its own (X44)', () => {
    const opened = openCase('yinzhou', 'major', happened);
    opened.file.runTo('03-02 12:00');
    expect(toldOf(opened, 'writtenReport').filter((line) => /order|overdue/.test(line))).toEqual([]);
    expect(toldOf(opened, 'writtenReport')).toContain('chaseAbove chiefLeader');
    expect(ordersOf(opened, 'writtenReport')).toEqual([]);
  });
});
