import { describe, expect, it } from 'vitest';
import { recipientsOf } from '../../shared/notices/recipients.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { act, openCase, report } from '../primitives/bureau-case.ts';
import { leizhou } from '../support/bureaus.ts';
import { done } from './clause-case.ts';

describe('leizhou 办法 第六条: what 市委、市政府’s monitoring shares', () => {
  const shared = {
    type: 'AddSource',
    source: { kind: 'city-prompted', receivedAt: '2026-03-02T00:30:00Z' },
  } as const;

  it('is a source of the case, by which it is handled as 黄 and verified at once', () => {
    const opened = openCase('leizhou', 'blue');
    expect(opened.duty('verifySource')).toBeUndefined();
    done(opened, '03-02 08:45', 'dutyOfficer', shared);
    expect(opened.file.state.handlingLevel).toBe('yellow');
    expect(opened.due('verifySource')).toBe('2026-03-02T00:30:00.000Z');
  });

  it('is entered by the office, not by a 股室', () => {
    expect(openCase('leizhou', 'blue').give('03-02 08:45', 'unitLiaison', shared)).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('leizhou 办法 第十七条 ②: whether 橙 is reported up', () => {
  const decision = { type: 'RecordDecision', decision: 'reportUp', outcome: '向湛江市局报告' } as const;

  it('is decided by the leaders, without a clock', () => {
    const opened = openCase('leizhou', 'orange');
    expect(opened.duty('decideReportUp')).toMatchObject({ status: 'listed', next: null });
    done(opened, '03-02 09:00', 'deputyLeader', decision);
    expect(opened.status('decideReportUp')).toBe('fulfilled');
  });

  it('is no decision of the clerk’s, nor of 黄 and 红', () => {
    expect(openCase('leizhou', 'orange').give('03-02 09:00', 'dutyOfficer', decision)).toBe(
      'ROLE_NOT_ALLOWED',
    );
    for (const level of ['yellow', 'red'])
      expect(openCase('leizhou', level).duty('decideReportUp')).toBeUndefined();
  });
});

describe('leizhou 办法 第二十二条(二)股室: on what 湛江市局 assigned the 股室 reports to both leaders and the office', () => {
  const opened = (source: string) => {
    const told = openCase('leizhou', 'yellow', { sources: { [source]: '03-02 08:00' } });
    done(told, '03-02 08:05', 'unitLiaison', { type: 'Acknowledge' });
    return told;
  };
  const tell = (...to: string[]) => report('first', 'telephone', ...to);

  it('one leader is not enough, and the two reports count together', () => {
    const told = opened('zhanjiang-assigned');
    expect(told.duty('unitReport')).toMatchObject({ status: 'listed', next: null });
    done(told, '03-02 09:00', 'unitLiaison', tell('deputyLeader', 'officeHead'));
    expect(told.duty('unitReport')).toMatchObject({ status: 'listed', missingReceivers: [['chiefLeader']] });
    done(told, '03-02 09:30', 'unitLiaison', tell('chiefLeader'));
    expect(told.outcome('unitReport')).toBe('fulfilled');
  });

  it('where nobody assigned it, one leader and the office are', () => {
    const told = opened('monitored');
    done(told, '03-02 09:00', 'unitLiaison', tell('deputyLeader', 'officeHead'));
    expect(told.outcome('unitReport')).toBe('fulfilled');
  });
});

describe('leizhou 附件2 六(一): in a special period the 股室 carries the handling out', () => {
  it('and reports of it to the leaders all the way, without a clock', () => {
    const opened = openCase('leizhou', 'yellow', { flags: ['specialPeriod'] });
    expect(opened.duty('trackHandling')).toMatchObject({
      status: 'listed',
      responsible: 'unitHead',
      next: null,
    });
    done(opened, '03-02 09:00', 'unitHead', report('progress', 'telephone', 'deputyLeader'));
    expect(openCase('leizhou', 'yellow').duty('trackHandling')).toBeUndefined();
  });

  it('and a matter that meets the grades of an event is handed to the plan for it', () => {
    const opened = openCase('leizhou', 'yellow', { flags: ['specialPeriod'] });
    done(opened, '03-02 09:00', 'officeHead', act('externalPlanLinked'));
    expect(opened.file.state.actions.map(({ id }) => id)).toEqual(['externalPlanLinked']);
  });
});

describe('leizhou 预案 7.2: 协调与应急股, which holds the drills', () => {
  const person = (id: string) => ({ id, name: id, mobile: `+86138000000${id}`, available: true });

  it('is told under its own name, and through the office while nobody holds it', () => {
    const office = { officeHead: [person('01')] };
    const held = { roles: { ...office, coordination: [person('02')] } };
    expect(recipientsOf(leizhou, held, 'coordination', undefined)?.reachedRole).toBe('coordination');
    expect(recipientsOf(leizhou, { roles: office }, 'coordination', undefined)?.reachedRole).toBe(
      'officeHead',
    );
  });
});

describe('nanning B 四(一) ②: what was published is kept as evidence', () => {
  it('及时, without a number: listed until it is recorded', () => {
    const opened = openCase('nanning', 'general');
    expect(opened.duty('preserveEvidence')).toMatchObject({ status: 'listed', next: null });
    done(opened, '03-02 09:00', 'dutyOfficer', act('evidencePreserved'));
    expect(opened.status('preserveEvidence')).toBe('fulfilled');
  });
});

describe('yinzhou E 通知: the plan as it was issued', () => {
  it('is the one that a case is opened under, and keeps', () => {
    const [opened] = openCase('yinzhou', 'general').events();
    expect(opened).toMatchObject({
      type: 'CaseOpened',
      regulation: { id: 'yinzhou', version: '2024-08-26' },
    });
    const { title, issuedOn, clauses } = regulations.yinzhou!;
    expect(issuedOn).toBe('2024-08-26');
    expect(clauses['E 通知']).toContain('2024年8月26日');
    for (const part of ['舆情应急处置预案', '鄞民〔2024〕74号']) {
      expect(title).toContain(part);
      expect(clauses['E 通知']).toContain(part);
    }
  });
});
