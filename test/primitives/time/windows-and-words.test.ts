import { describe, expect, it } from 'vitest';
import { scheduleView } from '../../../functions/serve-desk/views/schedule.ts';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { clockedDuties } from '../../../shared/deadlines/clocks.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { clockedLevels, settingsOf } from '../../../shared/regulations/lookup.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { dutyStateNames, machineName } from '../../../statemachines/state-names.ts';
import { at } from '../../support/case-file.ts';
import {
  act,
  BUREAUS,
  type Bureau,
  type Case,
  IN_TIME_UP_TO_THE_LIMIT,
  openCase,
  outcomesAround,
  report,
} from '../bureau-case.ts';

describe('P8 window with soft and hard limit', () => {
  const prompted = (settings = {}) =>
    openCase('hohhot', 'medium', {
      opened: '03-02 20:30',
      sources: { 'cac-prompted': '03-02 20:00' },
      settings,
    });
  const feedback = (opened: Case, when: string) =>
    expect(opened.give(when, 'commandGroup', report('feedback', 'written', 'propagandaCyberspace'))).toBe(
      'done',
    );

  it('呼和浩特 中级 prompted at 20:00: 一般 08:00 next day, 最迟 20:00, to the second', () => {
    expect(prompted().duty('feedback')).toMatchObject({
      soft: at('03-03 08:00'),
      limitText: '一般12小时,最迟24小时内',
    });
    expect(outcomesAround('03-03 20:00', 'feedback', prompted, feedback)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });

  it('is spoken of at the soft limit, and overdue after the hard one only', () => {
    expect(prompted().steps('03-03 20:30', 'feedback')).toEqual([
      // Told at 20:30: before the target as before the limit, when a quarter is left, and at the target.
      '03-03 05:07#1 remind0',
      '03-03 08:00#1 remind1',
      '03-03 14:07#1 remind2',
      '03-03 19:00#1 remind3',
      '03-03 19:45#1 remind4',
      '03-03 20:00#1 due0',
      '03-03 20:30#1 overdue0',
    ]);
  });

  it.each([
    [false, ['fulfilled', 'fulfilled', 'fulfilled']],
    [true, ['open', 'fulfilled', 'fulfilled']],
  ])('what comes around the twelfth hour, with earliestBlocks %s (X36): %s', (earliestBlocks, expected) => {
    const outcomes = ['03-03 07:59:59', '03-03 08:00', '03-03 08:00:01'].map((when) => {
      const opened = prompted({ earliestBlocks });
      feedback(opened, when);
      return opened.outcome('feedback');
    });
    expect(outcomes).toEqual(expected);
  });
});

const RINGING = ['within', 'every', 'immediate', 'external'];

describe('P12 non-numeric immediacy, and an office target apart from the law', () => {
  const isBroken = (opened: Case): boolean =>
    opened.events().some(({ type }) => type === 'DutyOverdue' || type === 'SupervisionOrderIssued');

  it('立即 is chased up the ladder from its instant, and never overdue', () => {
    const opened = openCase('leizhou', 'yellow');
    expect(opened.steps('03-02 08:50', 'emergencyMeeting')).toEqual([
      '03-02 08:00#1 due0',
      '03-02 08:15#1 remind0',
      '03-02 08:30#1 remind1',
      '03-02 08:45#1 remind2',
    ]);
    expect(opened.duty('emergencyMeeting')?.limitText).toBe('立即');
    expect(isBroken(opened)).toBe(false);
    opened.give('03-03 09:00', 'unitHead', { type: 'RecordMeeting' });
    expect(opened.outcome('emergencyMeeting')).toBe('fulfilled');
  });

  it.each<[Bureau, string, string, string, string]>([
    ['leizhou', 'orange', 'prepareStatement', '及时组织', '办法只写“及时组织”'],
    ['leizhou', 'orange', 'phoneProgress', '随时', '办法只写“随时”'],
    ['nanning', 'general', 'preserveEvidence', '及时', '预案只写“及时”'],
    ['hohhot', 'medium', 'realHandling', '及时', '预案只写“及时”'],
    ['petition', 'general', 'submitInfo', '及时有效', '制度只写“及时有效”'],
    ['yinzhou', 'major', 'containSituation', '及时', '预案只写“及时”'],
  ])('%s %s %s: %s has no clock and no number', (bureau, level, duty, limitText, reason) => {
    const opened = openCase(bureau, level);
    expect(opened.duty(duty)).toMatchObject({
      status: 'listed',
      limitText,
      reason,
      next: null,
      current: { due: null },
    });
    expect(opened.steps('03-05 08:00', duty)).toEqual([]);
  });

  it.each(BUREAUS)(
    '%s: a level’s machine has a branch for each number and each 立即, and none for 及时 and 随时',
    async (bureau) => {
      const regulation = regulations[bureau]!;
      const machines = await loadDefinitions(bureau);
      for (const { id } of clockedLevels(regulation)) {
        const branches = machines[machineName(bureau, id)]!.States.处置中!.Branches!.slice(1, -1);
        const clocked = clockedDuties(regulation, id);
        expect(branches.map(({ StartAt }) => StartAt)).toEqual(
          clocked.map((each) => dutyStateNames(regulation, each).take),
        );
        // What has no number of the law rings for the office's own target, where it has set one.
        for (const { duty, term } of clocked.filter((each) => !RINGING.includes(each.term.limit.kind)))
          expect([term.limit.kind, typeof settingsOf(regulation)[duty.ownTarget!]]).toEqual([
            'prompt',
            'string',
          ]);
      }
    },
  );

  it('an office target is a branch of its own, called what it is', () => {
    const regulation = withSettings(regulations.nanning!, { targetEvidence: 'PT30M' });
    const of = (each: typeof regulation) =>
      clockedDuties(each, 'general').find(({ duty }) => duty.id === 'preserveEvidence');
    expect(of(regulations.nanning!)).toBeUndefined();
    expect(dutyStateNames(regulation, of(regulation)!).waitForDue).toContain('等待本局目标(30分钟)');
  });

  it('an office target rings to the second, and stands beside the law as no limit at all', () => {
    const opened = openCase('nanning', 'general', { settings: { targetEvidence: 'PT30M' } });
    const shown = () =>
      scheduleView(opened.regulation, opened.file.state, at('03-02 12:00')).duties.find(
        ({ duty }) => duty === 'preserveEvidence',
      );
    expect(opened.duty('preserveEvidence')).toMatchObject({
      limitText: '及时',
      current: { due: null },
      next: { stage: 'remind', at: at('03-02 08:22:30'), due: at('03-02 08:30') },
    });
    expect(shown()).toMatchObject({ limitText: '及时', due: null, overdue: false, statusText: '待办' });
    expect(opened.steps('03-02 08:22:29', 'preserveEvidence')).toEqual([]);
    expect(opened.steps('03-02 09:30', 'preserveEvidence')).toEqual([
      '03-02 08:22#1 remind0',
      '03-02 08:30#1 due0',
      '03-02 09:30#1 remind1',
    ]);
    expect(shown()).toMatchObject({ due: null, overdue: false });
    expect(isBroken(opened)).toBe(false);
    opened.give('03-02 12:00', 'dutyOfficer', act('evidencePreserved'));
    expect(opened.outcome('preserveEvidence')).toBe('fulfilled');
  });
});
