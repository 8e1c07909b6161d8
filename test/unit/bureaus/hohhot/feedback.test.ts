import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import { at } from '../../../support/case-file.ts';
import { act, clerk, feedback, group, head, hohhot, openFile, outcomeOf } from './hohhot-file.ts';

describe('hohhot C 反馈 12–24h: written feedback to 宣传网信部门', () => {
  it('has its target at 12 hours and its limit at 24 hours from the prompt', () => {
    const file = openFile();
    expect(file.duty('feedback')).toMatchObject({
      start: { instant: 'receivedAt', at: at('03-02 20:00') },
      soft: at('03-03 08:00'),
      current: { due: at('03-03 20:00') },
      limitText: '一般12小时,最迟24小时内',
    });
  });

  it.each([
    ['03-03 19:59:59', 'fulfilled'],
    ['03-03 20:00:00', 'fulfilled'],
    ['03-03 20:00:01', 'fulfilledLate'],
  ])('given at %s is %s', (when, outcome) => {
    const file = openFile();
    file.give(when, group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe(outcome);
  });

  it('is spoken of at the target, before the limit, at the limit, and then up the ladder', () => {
    const file = openFile();
    for (const action of ['watching', 'responseBegun']) file.give('03-02 20:31', group, act(action));
    file.give('03-02 20:31', head, { type: 'StartPlan' });
    file.give('03-02 20:31', group, {
      type: 'FileReport',
      kind: 'information',
      form: 'telephone',
      to: ['districtCommittee'],
    });
    const steps = file.runTo('03-03 21:00').filter((step) => step.includes('feedback'));
    expect(steps).toEqual([
      // A quarter of what is left from 20:30 to the target, the target, and the same to the limit.
      '03-03 05:07 feedback#1 remind0',
      '03-03 08:00 feedback#1 remind1',
      '03-03 14:07 feedback#1 remind2',
      '03-03 19:00 feedback#1 remind3',
      '03-03 19:45 feedback#1 remind4',
      '03-03 20:00 feedback#1 due0',
      '03-03 20:30 feedback#1 overdue0',
      '03-03 21:00 feedback#1 overdue1',
    ]);
  });

  it.each([
    ['by telephone', { ...feedback, form: 'telephone' }],
    ['to another receiver', { ...feedback, to: ['districtGovernment'] }],
    ['of another kind', { ...feedback, kind: 'material' }],
  ])('is not met %s', (_how, report) => {
    const file = openFile();
    file.give('03-03 09:00', group, report);
    expect(outcomeOf(file, 'feedback')).toBe('open');
  });

  it.each(['medium', 'major'])('is owed at %s', (level) => {
    expect(openFile({ level }).due('feedback')).toBe(at('03-03 20:00'));
  });

  it('counts when it comes before the twelfth hour', () => {
    const file = openFile();
    file.give('03-02 21:00', group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe('fulfilled');
  });

  it.each([
    ['03-03 07:59:59', 'open'],
    ['03-03 08:00:00', 'fulfilled'],
    ['03-03 08:00:01', 'fulfilled'],
  ])('at %s is %s where the bureau reads 12小时后 as a bar (X36)', (when, outcome) => {
    const file = openFile({ regulation: withSettings(hohhot, { earliestBlocks: true }) });
    file.give(when, group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe(outcome);
    expect(file.due('feedback')).toBe(at('03-03 20:00'));
  });

  it('is not answered by what was written before the prompt came', () => {
    const file = openFile();
    file.give('03-02 20:40', group, { ...feedback, madeAt: at('03-02 19:59:59') });
    expect(outcomeOf(file, 'feedback')).toBe('open');
  });

  it.each([['monitored'], ['public-reported']])(
    'counts from 监看发现 for %s, by an assumption (X38)',
    (kind) => {
      const file = openFile({ sources: [{ kind }] });
      expect(file.duty('feedback')).toMatchObject({
        start: { instant: 'detectedAt' },
        soft: at('03-03 08:20'),
        current: { due: at('03-03 20:20') },
      });
      expect(hohhot.settings.find(({ register }) => register === 'X38')).toMatchObject({
        value: true,
        note: expect.stringContaining('假设'),
      });
    },
  );

  it('is owed for prompted matters alone where the bureau switches that off', () => {
    const regulation = withSettings(hohhot, { feedbackForOtherSources: false });
    expect(openFile({ sources: [{ kind: 'monitored' }], regulation }).duty('feedback')).toBeUndefined();
    expect(openFile({ regulation }).due('feedback')).toBe(at('03-03 20:00'));
  });

  it('counts from the prompt once there is one, and what was fed back before does not answer it', () => {
    const file = openFile({ sources: [{ kind: 'monitored' }] });
    file.give('03-03 09:00', group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe('fulfilled');
    file.give('03-03 10:05', clerk, {
      type: 'AddSource',
      source: { kind: 'cac-prompted', receivedAt: at('03-03 10:00') },
    });
    expect(outcomeOf(file, 'feedback')).toBe('open');
    expect(file.due('feedback')).toBe(at('03-04 10:00'));
  });
});
