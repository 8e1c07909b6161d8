import { describe, expect, it } from 'vitest';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, leader, officer, opening } from '../../support/case-file.ts';
import { open, received, withSetting } from './opened.ts';

describe('limits that count from receipt', () => {
  it.each(['monitored', 'unit-found', 'city-prompted', 'bureau-instruction', 'superior-instruction'])(
    'are not owed at any level when the source is %s',
    (kind) => {
      for (const level of ['blue', 'yellow', 'orange', 'red']) {
        const file = open(level, kind);
        expect(file.duty('zhanjiangTelephone')).toBeUndefined();
        expect(file.duty('zhanjiangWritten')).toBeUndefined();
      }
    },
  );

  it.each([
    ['yellow', '03-02 22:00', '03-03 10:00'],
    ['orange', '03-02 13:00', '03-02 22:00'],
    ['red', '03-02 13:00', '03-02 22:00'],
  ])('are owed at %s when 湛江局 assigned it', (level, telephone, written) => {
    const file = open(level, 'zhanjiang-assigned');
    expect(file.due('zhanjiangTelephone')).toBe(at(telephone));
    expect(file.due('zhanjiangWritten')).toBe(at(written));
  });

  it('have no telephone report at blue, and the ten days only when 湛江局 assigned it (X8)', () => {
    expect(open('blue', 'zhanjiang-assigned').duty('zhanjiangTelephone')).toBeUndefined();
    expect(open('blue', 'zhanjiang-assigned').due('zhanjiangWritten')).toBe(at('03-13 00:00'));
  });

  it('are owed when 湛江局 prompted, unless the setting says otherwise (X51)', () => {
    expect(open('yellow', 'zhanjiang-prompted').due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
    const off = withSetting('promptCountsAsAssigned', false);
    expect(open('yellow', 'zhanjiang-prompted', off).duty('zhanjiangTelephone')).toBeUndefined();
    expect(open('yellow', 'zhanjiang-assigned', off).due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
  });

  it('count from the detection of a self-found case only when the bureau switches that on (X10)', () => {
    const on = withSetting('receiptLimitsForSelfFound', true);
    expect(open('orange', 'monitored').duty('zhanjiangTelephone')).toBeUndefined();
    expect(open('orange', 'monitored', on).due('zhanjiangTelephone')).toBe(at('03-02 12:00'));
    expect(open('orange', 'monitored', on).due('zhanjiangWritten')).toBe(at('03-02 21:00'));
    expect(open('blue', 'monitored', on).duty('zhanjiangWritten')).toBeUndefined();
  });

  it('wait for the instant of receipt, say so, and start when it comes', () => {
    const file = caseFile();
    file.give(
      '03-02 10:30',
      officer,
      opening({ level: 'orange', sources: [{ kind: 'zhanjiang-assigned' }] }),
    );
    expect(file.duty('zhanjiangTelephone')).toMatchObject({ status: 'notStarted', next: null });
    expect(file.duty('zhanjiangTelephone')?.reason).toContain('收到');
    const outcome = file.give('03-02 11:00', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: received },
    });
    expect(outcome.rearms).toBe(true);
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
  });
});

describe('handling by reference', () => {
  it.each(['zhanjiang-prompted', 'city-prompted'])('treats what %s as yellow', (kind) => {
    expect(open('routine', kind).state.handlingLevel).toBe('yellow');
    expect(open('blue', kind).state.handlingLevel).toBe('yellow');
    expect(open('red', kind).state.handlingLevel).toBe('red');
  });

  it('only passes on what the superior itself regards as routine (X7)', () => {
    expect(open('routine', 'zhanjiang-prompted', leizhou, 'routine').state.handlingLevel).toBe('routine');
    expect(open('routine', 'zhanjiang-prompted', leizhou, 'blue').state.handlingLevel).toBe('yellow');
  });

  it('raises a running case when a new source asks for it, and counts receipt from the receipt', () => {
    const file = caseFile();
    file.give('03-02 10:30', officer, opening({ level: 'routine' }));
    const outcome = file.give('03-02 12:00', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-prompted', receivedAt: received },
    });
    expect(outcome.rearms).toBe(true);
    expect(file.state).toMatchObject({ warningLevel: 'routine', handlingLevel: 'yellow', generation: 2 });
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
  });

  it('handles a superior’s instruction as blue without the ten days of an assignment (X8)', () => {
    const file = open('routine', 'superior-instruction');
    expect(file.state.handlingLevel).toBe('blue');
    expect(file.duty('zhanjiangWritten')).toBeUndefined();
    expect(file.duty('verifySource')?.next?.at).toBe(received);
  });

  it('follows the office’s own decision instead of the rule, never below the warning level', () => {
    const file = open('routine', 'city-prompted');
    file.give('03-02 11:00', leader, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '按橙色办',
      handleAs: 'orange',
    });
    expect(file.state).toMatchObject({ handlingLevel: 'orange', handlingOverride: 'orange' });
    expect(file.state.warningLevel).toBe('routine');
  });
});

describe('the first report to three superiors and the answer to an assignment (X50)', () => {
  it('both run for an assigned red case', () => {
    const file = open('red', 'zhanjiang-assigned');
    expect(file.duty('reportThreeSuperiors')?.status).toBe('open');
    expect(file.duty('zhanjiangTelephone')?.status).toBe('open');
  });

  it('needs all three receivers, in one report or in several (X6)', () => {
    const file = open('red', 'monitored');
    const report = (...to: string[]) => ({
      type: 'FileReport' as const,
      kind: 'first',
      form: 'telephone',
      to,
    });
    file.give('03-02 11:00', officer, report('zhanjiang', 'cityCommittee'));
    expect(file.duty('reportThreeSuperiors')?.status).toBe('open');
    file.give('03-02 11:10', officer, report('cityGovernment'));
    expect(file.duty('reportThreeSuperiors')).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 11:10') },
    });
  });

  it('is not answered by a report from before the assignment came', () => {
    const file = caseFile();
    file.give('03-02 08:00', officer, opening({ level: 'red' }));
    const report = { type: 'FileReport' as const, kind: 'first', form: 'telephone', to: ['zhanjiang'] };
    file.give('03-02 09:00', officer, report);
    file.give('03-02 10:30', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: received },
    });
    expect(file.duty('zhanjiangTelephone')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
    file.give('03-02 11:00', officer, { ...report, madeAt: received });
    expect(file.duty('zhanjiangTelephone')?.status).toBe('fulfilled');
  });
});
