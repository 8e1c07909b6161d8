import { describe, expect, it } from 'vitest';
import { act, type Bureau, type Case, openCase, publish, report } from './bureau-case.ts';

describe('P21 satisfied by any of several acts, or by one required form', () => {
  it.each([
    ['authoritative', 'fulfilled', 'fulfilled'],
    ['pressConference', 'fulfilled', 'open'],
    ['briefing', 'fulfilled', 'open'],
    ['interview', 'fulfilled', 'open'],
    ['newsRelease', 'open', 'open'],
  ])('雷州: a publication as %s leaves the response at 橙 %s, at 红 %s', (form, orange, red) => {
    const outcomes = ['orange', 'red'].map((level) => {
      const opened = openCase('leizhou', level, { instants: { occurredAt: '03-02 07:30' } });
      opened.give('03-02 08:10', 'deputyLeader', act('statementApproved'));
      expect(opened.give('03-02 08:20', 'officeHead', publish(form))).toBe('done');
      return opened.status('publicResponse');
    });
    expect(outcomes).toEqual([orange, red]);
  });

  it.each<[Bureau, string, string, string, [string, string][]]>([
    [
      'leizhou',
      'red',
      'reportThreeSuperiors',
      'officeHead',
      [
        ['first', 'cityCommittee'],
        ['first', 'cityGovernment'],
        ['first', 'zhanjiang'],
      ],
    ],
    [
      'petition',
      'major',
      'notifyUnits',
      'officeHead',
      [
        ['circular', 'sections'],
        ['circular', 'affiliates'],
      ],
    ],
    [
      'yinzhou',
      'larger',
      'reportLeaders',
      'unitLiaison',
      [
        ['first', 'deputyLeader'],
        ['first', 'chiefLeader'],
        ['first', 'officeHead'],
      ],
    ],
  ])('%s at %s: %s by %s reaches each of %o before it is met', (bureau, level, duty, role, reports) => {
    const opened = openCase(bureau, level);
    for (const [kind, to] of reports) {
      expect(opened.outcome(duty)).toBe('open');
      expect(opened.give('03-02 08:10', role, report(kind, 'written', to))).toBe('done');
    }
    expect(opened.outcome(duty)).toBe('fulfilled');
  });

  it.each<[string, string, Parameters<Case['give']>[2]]>([
    ['jointAnalysis', 'commandGroup', act('jointAnalysis')],
    ['unitAnalysis', 'unitHead', act('unitAnalysis')],
  ])('呼和浩特: the analysis is met by %s of %s', (_way, role, command) => {
    const opened = openCase('hohhot', 'medium', { by: 'unitHead', determined: false });
    expect(opened.status('analyse')).toBe('open');
    expect(opened.give('03-02 08:10', role, command)).toBe('done');
    expect(opened.status('analyse')).toBe('fulfilled');
  });
});
