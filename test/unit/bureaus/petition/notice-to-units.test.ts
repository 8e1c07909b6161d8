import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import { at, chief, group, head, leader, officer } from '../../../support/case-file.ts';
import {
  assign,
  circular,
  clerk,
  codeOf,
  deadline,
  levels,
  openFile,
  outcomeOf,
  petition,
  raise,
  unitHead,
} from './petition-file.ts';

describe('petition D 第四条(三) 重大 30min: the notice to 股室 and 二级单位, in 24 hours at 一般', () => {
  it.each([
    ['general', '03-03 09:00', '03-03 08:59:59', '03-03 09:00', '03-03 09:00:01'],
    ['major', '03-02 09:30', '03-02 09:29:59', '03-02 09:30', '03-02 09:30:01'],
  ])('at %s is due at %s, counted from the discovery', (level, due, before, sharp, after) => {
    expect(openFile({ level }).due('notifyUnits')).toBe(at(due));
    for (const [when, outcome] of [
      [before, 'fulfilled'],
      [sharp, 'fulfilled'],
      [after, 'fulfilledLate'],
    ] as const) {
      const file = openFile({ level });
      file.give(when, officer, circular());
      expect(outcomeOf(file, 'notifyUnits')).toBe(outcome);
    }
  });

  it.each([
    ['officer', officer],
    ['office head', head],
    ['deputy leader', leader],
    ['leading group', group],
    ['chief', chief],
  ])('counts from whoever of the leading group and its office gives it: %s', (_, who) => {
    const file = openFile({ level: 'major' });
    expect(codeOf(file, '03-02 09:20', who, circular())).toBeUndefined();
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('is not a unit’s to give', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 09:06', chief, assign);
    for (const who of [unitHead, clerk])
      expect(codeOf(file, '03-02 09:20', who, circular())).toBe('CONTACT_NOT_ALLOWED');
  });

  it('has to reach both, at the later of two times', () => {
    const file = openFile();
    file.give('03-02 10:00', officer, circular(['sections']));
    expect(outcomeOf(file, 'notifyUnits')).toBe('open');
    file.give('03-02 11:00', officer, circular(['affiliates']));
    expect(file.duty('notifyUnits')?.current.completedAt).toBe(at('03-02 11:00'));
  });

  it.each(levels)('reaches the 股室 alone where the office says so at %s', (level) => {
    const file = openFile({ level, flags: ['noAffiliate'] });
    file.give('03-02 09:20', officer, circular(['sections']));
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('is not what the system texts, nor what is reported to others', () => {
    const file = openFile({ level: 'major' });
    file.runTo('03-02 09:29');
    file.give('03-02 09:29', officer, {
      type: 'FileReport',
      kind: 'submission',
      form: 'telephone',
      to: ['departments'],
    });
    expect(outcomeOf(file, 'notifyUnits')).toBe('open');
  });

  it('climbs every five minutes at 重大, half-hourly at 一般', () => {
    const own = (level: string, until: string) =>
      openFile({ level })
        .runTo(until)
        .filter((line) => line.includes('notifyUnits'));
    expect(own('major', '03-02 15:46')).toEqual([
      '03-02 09:23 notifyUnits#1 remind0',
      '03-02 09:25 notifyUnits#1 remind1',
      '03-02 09:30 notifyUnits#1 due0',
      '03-02 09:35 notifyUnits#1 overdue0',
      '03-02 09:40 notifyUnits#1 overdue1',
      '03-02 09:45 notifyUnits#1 overdue2',
      '03-02 15:45 notifyUnits#1 overdue3',
    ]);
    expect(own('general', '03-03 09:30')).toEqual([
      '03-03 03:01 notifyUnits#1 remind0',
      '03-03 08:00 notifyUnits#1 remind1',
      '03-03 08:45 notifyUnits#1 remind2',
      '03-03 09:00 notifyUnits#1 due0',
      '03-03 09:30 notifyUnits#1 overdue0',
    ]);
    expect(openFile({ level: 'major' }).duty('notifyUnits')?.rungs).toEqual([
      'dutyOfficer',
      'officeHead',
      'deputyLeader',
      'chiefLeader',
    ]);
  });
});

describe('较大 (X41)', () => {
  const larger = petition.scales[0]!.levels.find(({ id }) => id === 'larger')!;

  it('says why it has no number', () => {
    expect(larger.unlimited).toContain('没有规定较大舆情的时限');
    expect(petition.scales[0]!.levels.filter(({ unlimited }) => unlimited !== undefined)).toEqual([larger]);
  });

  it('owes the notice without a clock', () => {
    const file = openFile({ level: 'larger' });
    expect(file.duty('notifyUnits')).toMatchObject({
      status: 'listed',
      next: null,
      limitText: '未规定时限',
      reason: '制度未规定时限',
    });
    expect(file.runTo('04-02 09:00').filter((line) => !line.includes('tellLeadingGroup'))).toEqual([]);
    file.give('04-02 10:00', officer, circular());
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('takes no number from a person either', () => {
    const file = openFile({ level: 'larger' });
    expect(codeOf(file, '03-02 09:10', chief, deadline('03-02 12:00', 'notifyUnits'))).toBe(
      'DEADLINE_NOT_OPEN',
    );
  });

  it('buys no time: the limit that 一般 gave goes on', () => {
    const file = openFile();
    file.give('03-02 12:00', head, raise('larger'));
    expect(file.due('notifyUnits')).toBe(at('03-03 09:00'));
    file.give('03-03 09:00:01', officer, circular());
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilledLate');
  });
});

describe('a rise to 重大', () => {
  it.each([false, true])(
    'after the half hour is overdue at the raise, with its lag; flagged before: %s',
    (flagged) => {
      const file = openFile();
      if (flagged)
        file.give('03-02 11:00', officer, {
          type: 'SetFlags',
          add: ['noAffiliate'],
          remove: [],
          reason: '只涉及督查科',
        });
      file.give('03-02 12:00', head, raise('major'));
      expect(file.duty('notifyUnits')).toMatchObject({
        current: { due: at('03-02 09:30') },
        foundLate: { how: 'raise', lagMilliseconds: 2.5 * 3_600_000 },
      });
    },
  );

  it('leaves what was done in time as it was', () => {
    const file = openFile();
    file.give('03-02 10:00', officer, circular());
    file.give('03-02 12:00', head, raise('major'));
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('counts from the rise where the bureau reads the clause so', () => {
    const file = openFile({ regulation: withSettings(petition, { notifyFromLevel: true }) });
    expect(file.due('notifyUnits')).toBe(at('03-03 09:05'));
    file.give('03-02 12:00', head, raise('major'));
    expect(file.due('notifyUnits')).toBe(at('03-02 12:30'));
    expect(file.duty('notifyUnits')?.foundLate).toBeNull();
  });

  it('is told to the leading group anew, as the office’s own prompt', () => {
    const file = openFile();
    const told = () => file.runTo('03-02 12:00').filter((line) => line.includes('tellLeadingGroup'));
    expect(told()).toEqual(['03-02 09:05 tellLeadingGroup#1 due0']);
    file.give('03-02 12:00', head, raise('major'));
    expect(told()).toEqual(['03-02 12:00 tellLeadingGroup#2 due0']);
    expect(file.duty('tellLeadingGroup')?.basis).toBe('bureau');
  });
});
