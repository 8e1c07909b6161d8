import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { approval, consent } from '../../../support/approvals.ts';
import { at, head, leader, officer } from '../../../support/case-file.ts';
import { opened } from './opened.ts';

const code = (outcome: { refusal: { code: string } | null }): string | undefined => outcome.refusal?.code;

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
