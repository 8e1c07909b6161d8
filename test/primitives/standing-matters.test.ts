import { describe, expect, it } from 'vitest';
import { regulations } from '../../shared/regulations/index.ts';
import { consent } from '../support/approvals.ts';
import { at } from '../support/case-file.ts';
import { createOffice } from '../support/office.ts';
import { caseIn, scheduleIn } from '../support/told.ts';
import {
  act,
  around,
  type Case,
  conclude,
  extend,
  IN_TIME_UP_TO_THE_LIMIT,
  issue,
  openCase,
  outcomesAround,
  publish,
  setDeadline,
  setFlags,
} from './bureau-case.ts';

describe('P23 external trigger, external reference', () => {
  it.each(['blue', 'yellow'])(
    '雷州 %s: the bureau’s own emergency plan (Ⅱ级以上) starts this one at the same time',
    (level) => {
      const opened = openCase('leizhou', level);
      expect(opened.duty('emergencyPlan')).toBeUndefined();
      opened.give('03-02 09:00', 'officeHead', setFlags('externalEmergency'));
      expect(opened.duty('emergencyPlan')).toMatchObject({
        status: 'open',
        limitText: '同时启动',
        cite: ['预案 4.1'],
      });
      expect(opened.steps('03-02 09:15', 'emergencyPlan')[0]).toMatch(/^03-02 09:00#1 /);
      expect(opened.give('03-02 09:20', 'unitHead', { type: 'StartPlan' })).toBe('ROLE_NOT_ALLOWED');
      expect(opened.give('03-02 09:20', 'leadingGroup', { type: 'StartPlan' })).toBe('done');
      expect(opened.outcome('emergencyPlan')).toBe('fulfilled');
    },
  );

  const sudden = (deadline?: string): Case => {
    const opened = openCase('petition', 'larger', { flags: ['onlineSudden'] });
    if (deadline !== undefined)
      opened.give('03-02 08:10', 'dutyOfficer', setDeadline('publishSudden', deadline));
    return opened;
  };

  it('信访: another office’s rule gives the limit: listed with its name until a person enters the instant', () => {
    expect(sudden().duty('publishSudden')).toMatchObject({
      status: 'listed',
      next: null,
      reason: '区委办、政府办关于网上突发敏感舆情应急处置工作机制规定:须人工录入时限',
    });
    expect(sudden().steps('04-02 08:00', 'publishSudden')).toEqual([]);
    expect(sudden().told('03-03 08:00', 'officeHead', conclude)).toContain('网上突发敏感舆情信息发布');
  });

  it('信访: once entered it is kept like any limit, to the second', () => {
    const meet = (opened: Case, when: string) => {
      opened.give('03-02 08:20', 'chiefLeader', act('feedbackApproved'));
      expect(opened.give(when, 'officeHead', publish('online'))).toBe('done');
    };
    expect(outcomesAround('03-02 12:00', 'publishSudden', () => sudden('03-02 12:00'), meet)).toEqual(
      IN_TIME_UP_TO_THE_LIMIT,
    );
    expect(sudden('03-02 12:00').steps('03-02 12:30', 'publishSudden')).toEqual([
      '03-02 11:02#1 remind0',
      '03-02 11:45#1 remind1',
      '03-02 12:00#1 due0',
      '03-02 12:30#1 overdue0',
    ]);
  });

  it('信访: it may be brought forward by the office and put off only above the clerk; no other duty takes one', () => {
    const enter = (role: string, due: string, duty = 'publishSudden') =>
      sudden('03-02 12:00').give('03-02 08:20', role, setDeadline(duty, due));
    expect(enter('dutyOfficer', '03-02 11:59:59')).toBe('done');
    expect(enter('dutyOfficer', '03-02 12:00')).toBe('DEADLINE_UNCHANGED');
    expect(enter('dutyOfficer', '03-02 12:00:01')).toBe('ROLE_NOT_ALLOWED');
    expect(enter('officeHead', '03-02 12:00:01')).toBe('done');
    expect(enter('unitHead', '03-02 11:00')).toBe('ROLE_NOT_ALLOWED');
    expect(enter('officeHead', '03-02 11:00', 'notifyUnits')).toBe('DEADLINE_NOT_OPEN');
  });

  it('信访: a decision’s own date is the limit of its risk assessment', () => {
    const open = () => {
      const opened = openCase('petition', 'decisionRisk', { sources: { 'planned-decision': null } });
      expect(opened.duty('assessRisk')?.reason).toBe('拟实施决策的实施时间:须人工录入时限');
      opened.give('03-02 08:10', 'officeHead', setDeadline('assessRisk', '04-01 00:00'));
      return opened;
    };
    const fields = regulations.petition!.documents.find(({ id }) => id === 'riskAssessment')!.fields;
    const assess = (opened: Case, when: string) =>
      opened.give(when, 'officeHead', issue('riskAssessment', fields));
    expect(outcomesAround('04-01 00:00', 'assessRisk', open, assess)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });
});

describe('P24 special period overlay', () => {
  const opened = async () => {
    const office = await createOffice();
    const open = async (level: string, more: object = {}): Promise<string> =>
      caseIn(
        await office.as('officeHead')('POST', '/v1/cases', {
          title: level,
          key: level,
          level,
          sources: [{ kind: 'monitored' }],
          ...more,
        }),
      ).case;
    const occurredAt = '2026-03-02T07:00:00+08:00';
    const story = await open('orange', { unit: 'food', instants: { occurredAt } });
    const give = (id: string, role: string, command: object) =>
      office.as(role)('POST', `/v1/cases/${id}/commands`, command);
    const duty = async (name: string) =>
      scheduleIn(await office.as('officeHead')('GET', `/v1/cases/${story}/schedule`)).duties.find(
        (each) => each.duty === name,
      );
    const period = () => open('specialPeriod', { sources: [{ kind: 'period-decided' }] });
    return { office, story, give, duty, period };
  };

  it('雷州: while it is open the sweep lays it over every case of 舆情: form of the duty and who carries out', async () => {
    const { office, story, give, duty, period } = await opened();
    expect(await duty('publicResponse')).toMatchObject({
      name: '对外回应',
      due: '2026-03-04T07:00:00+08:00',
    });
    expect(await duty('trackHandling')).toBeUndefined();
    await period();
    expect(await office.sweep()).toMatchObject({ overlaid: [story] });
    expect(await duty('publicResponse')).toMatchObject({
      name: '发布权威信息',
      due: '2026-03-04T07:00:00+08:00',
    });
    expect(await duty('trackHandling')).toMatchObject({ responsible: { id: 'unitHead' } });
    await give(story, 'deputyLeader', { ...act('statementApproved'), text: '情况通报' });
    await give(story, 'deputyLeader', consent('superiorConsent', 'zhanjiang', '03-02 07:30'));
    await give(story, 'officeHead', { ...publish('briefing'), title: '情况通报' });
    expect(await duty('publicResponse')).toMatchObject({ status: 'open' });
    await give(story, 'officeHead', { ...publish('authoritative'), title: '情况通报' });
    expect(await duty('publicResponse')).toMatchObject({ status: 'fulfilled' });
  });

  it('雷州: after it nothing is laid over any more', async () => {
    const { office, give, period } = await opened();
    const id = await period();
    expect((await give(id, 'officeHead', conclude)).status).toBe(200);
    expect(await office.sweep()).toMatchObject({ overlaid: [] });
  });

  it('雷州: in it monitoring goes on without a break, until its end, which the head of the office is asked about', () => {
    const period = openCase('leizhou', 'specialPeriod', { sources: { 'period-decided': null } });
    expect(period.duty('continuousMonitoring')).toMatchObject({ status: 'listed', limitText: '不间断' });
    expect(period.give('03-02 08:10', 'dutyOfficer', setDeadline('periodEnd', '03-16 00:00'))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(period.give('03-02 08:10', 'officeHead', setDeadline('periodEnd', '03-16 00:00'))).toBe('done');
    expect(period.steps('03-17 08:00', 'periodEnd')).toEqual([
      // It ends with a Sunday, and nobody is asked at night.
      '03-13 08:30#1 remind0',
      '03-15 08:30#1 remind1',
      '03-16 00:00#1 due0',
      '03-17 08:00#1 remind2',
    ]);
    expect(period.duty('periodEnd')?.basis).toBe('bureau');
  });
});

describe('P25 time-limited monitoring request, extended without a maximum', () => {
  const request = () => openCase('leizhou', 'monitoringRequest', { sources: { 'request-risk': null } });
  const close = (opened: Case, when: string) =>
    expect(opened.give(when, 'dutyOfficer', act('monitoringClosed'))).toBe('done');

  it('雷州: a week from the request, to the second', () => {
    expect(request().duty('monitoringInterval')).toMatchObject({
      limitText: '1周内(至期满日24时,遇休息日顺延),可延长',
      extendableTo: null,
    });
    expect(outcomesAround('03-10 00:00', 'monitoringInterval', request, close)).toEqual(
      IN_TIME_UP_TO_THE_LIMIT,
    );
  });

  it('雷州: again and again, however far, by the office and not by the unit', () => {
    const opened = request();
    const to = (when: string, role: string, until: string) =>
      opened.give(when, role, extend('monitoringInterval', until));
    expect(to('03-08 08:00', 'unitLiaison', '03-16 08:00')).toBe('ROLE_NOT_ALLOWED');
    expect(to('03-08 08:00', 'dutyOfficer', '03-10 00:00')).toBe('EXTENSION_TOO_SHORT');
    expect(to('03-08 08:00', 'dutyOfficer', '03-16 08:00')).toBe('done');
    expect(to('03-15 08:00', 'officeHead', '12-31 23:59:59')).toBe('done');
    expect(opened.due('monitoringInterval')).toBe(at('12-31 23:59:59'));
  });

  it('雷州: not once the week is over, to the second', () => {
    expect(
      around('03-10 00:00').map((when) =>
        request().give(when, 'dutyOfficer', extend('monitoringInterval', '03-16 08:00')),
      ),
    ).toEqual(['done', 'done', 'EXTENSION_TOO_LATE']);
  });
});
