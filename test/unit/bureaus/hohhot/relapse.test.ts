import { describe, expect, it } from 'vitest';
import { at } from '../../../support/case-file.ts';
import { concluding } from '../../../support/conclude.ts';
import {
  act,
  code,
  type File,
  feedback,
  group,
  head,
  issue,
  openFile,
  outcomeOf,
  person,
  rate,
} from './hohhot-file.ts';

const deputy = person('deputyLeader');

describe('hohhot C 后期4 解除/反复: calm and relapse', () => {
  const restarted = [
    'startPlan',
    'watch',
    'analyse',
    'reportUp',
    'respond',
    'bulletin',
    'warnUnits',
    'alertBodies',
    'meeting',
  ];
  const doAll = (file: File, when: string): void => {
    file.give(
      when,
      head,
      file.state.planStartedAt === null ? { type: 'StartPlan' } : act('mechanismStarted'),
    );
    for (const action of ['watching', 'responseBegun', 'jointAnalysis', 'ownUnitsOnly'])
      file.give(when, group, act(action));
    file.give(when, group, {
      type: 'FileReport',
      kind: 'bulletin',
      form: 'telephone',
      to: ['districtLeaders'],
    });
    file.give(when, group, { type: 'RecordMeeting' });
    file.release(when, group);
    file.runTo(when);
  };
  const calmed = (): File => {
    const file = openFile({ level: 'major' });
    file.give('03-02 20:35', group, rate('warning', 'orange'));
    doAll(file, '03-02 20:40');
    file.give('03-03 09:00', group, feedback);
    file.give('03-04 09:00', deputy, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-04 09:10', group, issue('warningLift'));
    return file;
  };
  const relapsed = (): File => {
    const file = calmed();
    file.give('03-05 09:00', group, {
      type: 'Rekindle',
      outbreakAt: at('03-05 08:40'),
      reason: '再次发酵',
    });
    return file;
  };

  it('owes all that was asked at once anew, from the relapse', () => {
    const file = calmed();
    expect(restarted.map((duty) => outcomeOf(file, duty))).toEqual(restarted.map(() => 'fulfilled'));
    const again = relapsed();
    for (const duty of restarted)
      expect(again.duty(duty), duty).toMatchObject({
        start: { instant: 'outbreakAt', at: at('03-05 08:40') },
        current: { occurrence: '2', outcome: 'open' },
      });
  });

  it('is answered only by what is done after it', () => {
    const file = relapsed();
    file.give('03-05 09:05', group, { type: 'RecordMeeting', madeAt: at('03-05 08:39:59') });
    expect(outcomeOf(file, 'meeting')).toBe('open');
    file.give('03-05 09:06', group, { type: 'RecordMeeting', madeAt: at('03-05 08:40') });
    expect(outcomeOf(file, 'meeting')).toBe('fulfilled');
    doAll(file, '03-05 09:10');
    expect(restarted.map((duty) => outcomeOf(file, duty))).toEqual(restarted.map(() => 'fulfilled'));
  });

  it('owes no second feedback without a new prompt, and a second lifting of the warning', () => {
    const file = relapsed();
    expect(outcomeOf(file, 'feedback')).toBe('fulfilled');
    expect(file.duty('liftWarning')).toMatchObject({ status: 'notStarted' });
    file.give('03-06 09:00', deputy, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-06 09:10', group, issue('warningLift'));
    expect(outcomeOf(file, 'liftWarning')).toBe('fulfilled');
  });

  it('is lifted before the case is concluded', () => {
    const file = relapsed();
    file.give('03-06 09:00', deputy, { type: 'DeclareCalm', reason: '平息' });
    const conclude = concluding(file.schedule().duties);
    file.give('03-06 09:01', deputy, { type: 'EndPlan', reason: '处置完毕' });
    expect(file.give('03-06 09:05', deputy, conclude).refusal).toMatchObject({
      code: 'CONCLUSION_NOT_CLEARED',
      message: expect.stringContaining('预警信息(解除)'),
    });
    file.give('03-06 09:10', group, issue('warningLift'));
    expect(file.give('03-06 09:11', deputy, conclude).refusal).toBeNull();
  });

  it('is declared by a leader, and only when there is something to end', () => {
    const file = openFile();
    expect(code(file.give('03-03 09:00', group, { type: 'DeclareCalm', reason: '平息' }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(code(file.give('03-03 09:00', group, { type: 'Rekindle', reason: '反复' }))).toBe('NOT_CALM');
    expect(code(file.give('03-03 09:00', deputy, { type: 'DeclareCalm', reason: '平息' }))).toBeUndefined();
    expect(code(file.give('03-03 09:01', deputy, { type: 'DeclareCalm', reason: '平息' }))).toBe(
      'ALREADY_CALM',
    );
  });
});
