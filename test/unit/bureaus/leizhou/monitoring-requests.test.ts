import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, head, liaison, officer, type opening } from '../../../support/case-file.ts';
import { opened } from './opened.ts';

const code = (outcome: { refusal: { code: string } | null }): string | undefined => outcome.refusal?.code;
const close: CaseCommand = { type: 'RecordAction', action: 'monitoringClosed' };

describe('leizhou 附件3 三: a monitoring request', () => {
  const request = (more: Parameters<typeof opening>[0] = {}) =>
    opened('monitoringRequest', liaison, { sources: [{ kind: 'request-risk' }], ...more });

  it.each([
    ['04-08 23:59:59', 'fulfilled'],
    ['04-09 00:00', 'fulfilled'],
    ['04-09 00:00:01', 'fulfilledLate'],
  ])('runs a week from the request: ended at %s it is %s', (when, outcome) => {
    const file = request();
    expect(file.due('monitoringInterval')).toBe(at('04-09 00:00'));
    file.give(when, officer, close);
    expect(file.duty('monitoringInterval')?.current.outcome).toBe(outcome);
  });

  it('is met by the report to the unit too', () => {
    const file = request();
    const report = { type: 'FileReport', kind: 'monitoring', form: 'oa' } as const;
    file.give('04-07 09:00', officer, { ...report, to: ['officeHead'] });
    expect(file.duty('monitoringInterval')?.status).toBe('open');
    file.give('04-08 09:00', officer, { ...report, to: ['unitLiaison'] });
    expect(file.duty('monitoringInterval')?.status).toBe('fulfilled');
  });

  it('is extended by the office as far as the unit asks, again and again, but not once the week is over', () => {
    const file = request();
    const extend = (when: string, by: Actor, to: string) =>
      file.give(when, by, {
        type: 'ExtendDuty',
        duty: 'monitoringInterval',
        to: at(to),
        reason: '申请股室要求',
      });
    expect(code(extend('04-07 10:00', liaison, '04-20 09:30'))).toBe('ROLE_NOT_ALLOWED');
    expect(code(extend('04-07 10:00', officer, '04-09 00:00'))).toBe('EXTENSION_TOO_SHORT');
    expect(code(extend('04-07 10:00', officer, '04-20 09:30'))).toBeUndefined();
    expect(code(extend('04-19 10:00', head, '12-31 09:30'))).toBeUndefined();
    expect(file.due('monitoringInterval')).toBe(at('12-31 09:30'));
    const late = request();
    const outcome = late.give('04-09 00:00:01', officer, {
      type: 'ExtendDuty',
      duty: 'monitoringInterval',
      to: at('04-20 09:30'),
      reason: '申请股室要求',
    });
    expect(code(outcome)).toBe('EXTENSION_TOO_LATE');
  });

  it('leizhou 附件3 四: asks for the note of risks, but not for what the bureau publishes itself', () => {
    const file = request();
    expect(file.duty('riskNote')).toMatchObject({ status: 'listed', limit: { kind: 'prompt' } });
    file.give('04-01 10:00', liaison, {
      type: 'IssueDocument',
      document: 'riskNote',
      fields: {
        '填报单位(盖章)': '食品安全监管股',
        填报日期: '2026-04-01',
        监测内容: '整治政策',
        可能引发舆情的节点: '搬迁期限',
      },
    });
    expect(file.duty('riskNote')?.status).toBe('fulfilled');
    expect(request({ flags: ['ownRelease'] }).duty('riskNote')).toBeUndefined();
  });

  it('has a target for the note when the bureau sets one', () => {
    const regulation = withSettings(leizhou, { targetRiskNote: 'P1D' });
    const file = opened('monitoringRequest', liaison, { sources: [{ kind: 'request-risk' }] }, regulation);
    expect(file.duty('riskNote')?.next).toMatchObject({
      stage: 'remind',
      at: at('04-02 08:30'),
      due: at('04-02 09:30'),
    });
  });

  it('is not concluded with the week still running unless somebody answers for it', () => {
    const file = request();
    const conclude = { type: 'Conclude', summary: '特护期工作已结束' } as const;
    expect(code(file.give('04-02 10:00', head, conclude))).toBe('DUTIES_UNMET');
    file.give('04-02 11:00', officer, close);
    expect(code(file.give('04-02 12:00', head, conclude))).toBeUndefined();
  });

  it('owes nothing of what a case of 舆情 owes', () => {
    expect(
      request()
        .schedule()
        .duties.map(({ duty }) => duty),
    ).toEqual(['riskNote', 'monitoringInterval']);
  });
});
