import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { approval, consent } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, head, leader, liaison, officer, opening } from '../../../support/case-file.ts';

const code = (outcome: { refusal: { code: string } | null }): string | undefined => outcome.refusal?.code;
const opened = (level: string, by: Actor, more: Parameters<typeof opening>[0] = {}, regulation = leizhou) => {
  const file = caseFile(regulation);
  const { refusal } = file.give('04-01 09:30', by, opening({ ...more, level }));
  expect(refusal).toBeNull();
  return file;
};
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

describe('leizhou 附件2 一 特护期定义: the flag of a special period', () => {
  const flagged = (level: string) =>
    opened(level, officer, { flags: ['specialPeriod'], instants: { occurredAt: at('04-01 08:00') } });
  const publish = (form: string): CaseCommand => ({ type: 'RecordPublication', form });

  it.each(['briefing', 'pressConference', 'interview'])(
    'leizhou 附件2 五(三)橙 48h: takes no %s for the response at 橙',
    (form) => {
      for (const [flags, status] of [
        [[], 'fulfilled'],
        [['specialPeriod'], 'open'],
      ] as const) {
        const file = opened('orange', officer, {
          flags: [...flags],
          instants: { occurredAt: at('04-01 08:00') },
        });
        file.give('04-01 10:00', leader, approval('statementApproved'));
        file.give('04-01 10:30', officer, consent('superiorConsent', 'zhanjiang', '04-01 10:00'));
        file.give('04-01 11:00', head, publish(form));
        expect(file.duty('publicResponse')?.status).toBe(status);
      }
    },
  );

  it.each([
    ['04-03 07:59:59', 'fulfilled'],
    ['04-03 08:00', 'fulfilled'],
    ['04-03 08:00:01', 'fulfilledLate'],
  ])('leaves the 48 hours as they are: a statement at %s is %s', (when, outcome) => {
    const file = flagged('orange');
    file.give('04-01 10:00', leader, approval('statementApproved'));
    const consented = file.give(
      '04-01 10:30',
      leader,
      consent('superiorConsent', 'zhanjiang', '04-01 10:00'),
    );
    expect(consented.refusal).toBeNull();
    file.give(when, head, publish('authoritative'));
    expect(file.duty('publicResponse')).toMatchObject({
      name: '发布权威信息',
      current: { due: at('04-03 08:00'), outcome },
    });
  });

  it.each(['blue', 'yellow', 'orange', 'red'])(
    'leizhou 附件2 六(一): names the unit that carries it out, at %s too',
    (level) => {
      expect(flagged(level).duty('trackHandling')).toMatchObject({
        status: 'listed',
        responsible: 'unitHead',
        cite: ['附件2 六(一)', '附件2 八(一)'],
      });
      expect(opened(level, officer).duty('trackHandling')).toBeUndefined();
    },
  );
});

describe('leizhou 附件2 一 特护期定义: a special period', () => {
  const source = { sources: [{ kind: 'period-decided' }] };
  const end = (due: string): CaseCommand => ({
    type: 'SetDeadline',
    duty: 'periodEnd',
    due: at(due),
    reason: '预定区间',
  });

  it('leizhou 附件2 二 监测范围: is monitored without a break, which has no number', () => {
    const file = opened('specialPeriod', head, source);
    for (const duty of ['continuousMonitoring', 'specialMonitoring'])
      expect(file.duty(duty)).toMatchObject({ status: 'listed', limit: { kind: 'ongoing' }, next: null });
  });

  it('is prompted a day before the end that was entered and at it, then daily, as the office’s own prompt', () => {
    const file = opened('specialPeriod', head, source);
    file.give('04-01 10:00', head, end('04-05 18:00'));
    expect(file.runTo('04-07 20:00')).toEqual([
      '04-04 18:00 periodEnd#1 remind0',
      '04-05 18:00 periodEnd#1 due0',
      '04-06 18:00 periodEnd#1 remind1',
      '04-07 18:00 periodEnd#1 remind2',
    ]);
    expect(file.state.orders).toEqual([]);
    expect(
      code(file.give('04-08 09:00', head, { type: 'Conclude', summary: '特护期到期,各项解除' })),
    ).toBeUndefined();
  });

  it('is prolonged by the head of the office, and its end confirmed by nobody below', () => {
    const file = opened('specialPeriod', head, source);
    file.give('04-01 10:00', head, end('04-05 18:00'));
    expect(code(file.give('04-05 19:00', officer, end('04-09 18:00')))).toBe('ROLE_NOT_ALLOWED');
    file.give('04-05 19:00', head, end('04-09 18:00'));
    expect(file.due('periodEnd')).toBe(at('04-09 18:00'));
    const confirm: CaseCommand = { type: 'RecordAction', action: 'periodEndConfirmed' };
    expect(code(file.give('04-09 18:00', officer, confirm))).toBe('ROLE_NOT_ALLOWED');
    file.give('04-09 18:00', head, confirm);
    expect(file.duty('periodEnd')?.status).toBe('fulfilled');
  });
});

describe('periodic duties (register X30)', () => {
  const source = { sources: [{ kind: 'monitored' }] };
  const bulletin: CaseCommand = {
    type: 'IssueDocument',
    document: 'bulletin',
    fields: Object.fromEntries(
      leizhou.documents.find(({ id }) => id === 'bulletin')!.fields.map((field) => [field, '无']),
    ),
  };

  it('have no period of ours: without the bureau’s they are listed and say what is missing', () => {
    const file = opened('periodic', head, source);
    expect(file.duty('bulletin')).toMatchObject({
      status: 'listed',
      next: null,
      reason: '办法没有规定周期,须由本局填写“舆情定期报告周期”',
    });
    expect(file.duty('supervisionCircular')?.reason).toContain('督查督办定时通报周期');
  });

  it.each([
    ['04-08 23:59:59', 'fulfilled'],
    ['04-09 00:00', 'fulfilled'],
    ['04-09 00:00:01', 'fulfilledLate'],
  ])('run by the bureau’s own: the bulletin of %s is %s', (when, outcome) => {
    const file = opened('periodic', head, source, withSettings(leizhou, { bulletinEvery: 'P1W' }));
    file.give(when, officer, bulletin);
    expect(file.duty('bulletin')?.history[0]).toMatchObject({ due: at('04-09 00:00'), outcome });
    expect(file.due('bulletin')).toBe(at('04-16 00:00'));
    expect(file.duty('supervisionCircular')?.status).toBe('listed');
  });

  it('end with the matter alone', () => {
    const file = opened('periodic', head, source, withSettings(leizhou, { circularEvery: 'P30D' }));
    file.give('04-20 09:00', head, {
      type: 'FileReport',
      kind: 'circular',
      form: 'written',
      to: ['unitHead'],
    });
    // From 04-01 the second thirty days end on Sunday 05-31: with Monday 06-01.
    expect(file.due('supervisionCircular')).toBe(at('06-02 00:00'));
    file.give('05-02 09:00', head, { type: 'Conclude', summary: '年度更换,另开新案' });
    expect(file.schedule().duties.flatMap(({ next }) => next ?? [])).toEqual([]);
  });
});
