import { beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../shared/case/events.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { consent } from '../support/approvals.ts';
import { concludeByDesk } from '../support/conclude.ts';
import { createOffice, grave, type Office } from '../support/office.ts';
import { caseIn, caseOf, refusalIn, scheduleIn } from '../support/told.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let table: Table;
let office: Office;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});

const open = async (more: Record<string, unknown>, role = 'officeHead'): Promise<string> => {
  const told = await office.as(role)('POST', '/v1/cases', {
    title: '群众来电',
    sources: [{ kind: 'monitored' }],
    ...more,
  });
  return caseIn(told).case;
};
const orange = (key = 'orange'): Promise<string> =>
  open({ key, level: 'orange', unit: 'food', instants: { occurredAt: '2026-03-02T07:00:00+08:00' } });
const period = (): Promise<string> =>
  open({
    key: 'period',
    title: '消费者权益日前后',
    sources: [{ kind: 'period-decided' }],
    level: 'specialPeriod',
  });
const give = (caseId: string, role: string, command: Record<string, unknown>) =>
  office.as(role)('POST', `/v1/cases/${caseId}/commands`, command);
const load = async (caseId: string): Promise<CaseState> => (await office.system.cases.load(caseId))!;
const flagsOf = async (caseId: string): Promise<string[]> => (await load(caseId)).flags;
const dutyOf = async (caseId: string, id: string) =>
  scheduleIn(await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/schedule`)).duties.find(
    ({ duty }) => duty === id,
  );
const brief = async (caseId: string): Promise<void> => {
  await give(caseId, 'deputyLeader', { type: 'RecordAction', action: 'statementApproved', text: '情况通气' });
  // 附件2 八(三)①: in the special period the superior is asked before anything is published.
  await give(caseId, 'deputyLeader', consent('superiorConsent', 'zhanjiang', '03-02 07:30'));
  await give(caseId, 'officeHead', { type: 'RecordPublication', form: 'briefing', title: '情况通气' });
};
const flagEvents = (log: LogEntry[]) =>
  log.flatMap(({ events, actor }) =>
    events.flatMap((event) => (event.type === 'FlagsChanged' ? [{ ...event, by: actor.role }] : [])),
  );

describe('while a special period is open', () => {
  it('the sweep puts its flag on every open case, once, and says why', async () => {
    const [first, second] = [await orange('a'), await open({ key: 'b', level: 'blue', unit: 'drugs' })];
    const periodId = await period();
    expect(await office.sweep()).toMatchObject({ overlaid: [first, second] });
    expect(await flagsOf(first)).toEqual(['specialPeriod']);
    expect(flagEvents(await office.system.cases.log(first))).toEqual([
      {
        type: 'FlagsChanged',
        added: ['specialPeriod'],
        removed: [],
        reason: `处于特护期(${periodId}),自动标记`,
        by: 'system',
      },
    ]);
    expect(await office.sweep()).toMatchObject({ overlaid: [] });
    expect(flagEvents(await office.system.cases.log(first))).toHaveLength(1);
  });

  it('a case that is opened meanwhile gets it from the next sweep, from a feed too', async () => {
    await period();
    await office.sweep();
    const byHand = await orange();
    const pushed = caseOf(await office.push([grave('a')]));
    expect(await flagsOf(byHand)).toEqual([]);
    const { overlaid } = await office.sweep();
    expect(new Set(overlaid as string[])).toEqual(new Set([byHand, pushed]));
  });

  it('matters that are no 舆情 do not get it, nor does a case that is over', async () => {
    const over = await open({ key: 'over', level: 'blue', unit: 'food' });
    expect(await concludeByDesk(office, over)).toBe(200);
    const request = await open(
      { key: 'r', level: 'monitoringRequest', unit: 'food', sources: [{ kind: 'request-risk' }] },
      'unitLiaison',
    );
    const periodId = await period();
    expect(await office.sweep()).toMatchObject({ overlaid: [] });
    for (const each of [over, request, periodId]) expect(await flagsOf(each)).toEqual([]);
  });

  it('the response within 48 hours is the statement alone; a briefing does not meet it', async () => {
    const caseId = await orange();
    await period();
    await office.sweep();
    await brief(caseId);
    expect(await dutyOf(caseId, 'publicResponse')).toMatchObject({
      name: '发布权威信息',
      status: 'open',
      due: '2026-03-04T07:00:00+08:00',
    });
    await give(caseId, 'officeHead', { type: 'RecordPublication', form: 'authoritative', title: '情况通气' });
    expect(await dutyOf(caseId, 'publicResponse')).toMatchObject({ status: 'fulfilled' });
  });

  it('the unit is named as the one who carries the handling out, and the lead stays with the level', async () => {
    const caseId = await orange();
    expect(await dutyOf(caseId, 'trackHandling')).toBeUndefined();
    await period();
    await office.sweep();
    expect(await dutyOf(caseId, 'trackHandling')).toMatchObject({
      status: 'listed',
      responsible: { id: 'unitHead' },
    });
    expect(caseIn(await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}`)).lead?.id).toBe('zhanjiang');
  });

  it('what was done before it began stays done', async () => {
    const caseId = await orange();
    await brief(caseId);
    office.pass(HOUR);
    await period();
    expect(await office.sweep()).toMatchObject({ overlaid: [caseId] });
    expect(await dutyOf(caseId, 'publicResponse')).toMatchObject({ status: 'fulfilled' });
  });

  it('nor does a flag that is laid late undo what was met meanwhile', async () => {
    const caseId = await orange();
    await period();
    office.pass(MINUTE);
    await brief(caseId);
    expect(await dutyOf(caseId, 'publicResponse')).toMatchObject({ status: 'fulfilled' });
    expect(await office.sweep()).toMatchObject({ overlaid: [caseId] });
    expect(await dutyOf(caseId, 'publicResponse')).toMatchObject({ status: 'fulfilled' });
  });

  it('a flag that a person takes off comes back; after the period it stays off', async () => {
    const caseId = await orange();
    const periodId = await period();
    const takeOff = () =>
      give(caseId, 'officeHead', { type: 'SetFlags', remove: ['specialPeriod'], reason: '与特护期无关' });
    await office.sweep();
    await takeOff();
    expect(await office.sweep()).toMatchObject({ overlaid: [caseId] });
    await give(periodId, 'officeHead', { type: 'Conclude', summary: '特护期到期,各项解除' });
    expect(await office.sweep()).toMatchObject({ overlaid: [] });
    expect(await flagsOf(caseId)).toEqual(['specialPeriod']);
    await takeOff();
    expect(await office.sweep()).toMatchObject({ overlaid: [] });
    expect(await flagsOf(caseId)).toEqual([]);
  });

  it('a case that cannot be written keeps no other from its flag, and is tried again', async () => {
    const [bad, good] = [await orange('bad'), await orange('good')];
    await period();
    const { put } = table;
    table.put = async (record, condition) => {
      if (record.pk === `CASE#${bad}` && record.sk.startsWith('LOG#')) throw new Error('cut');
      return put(record, condition);
    };
    expect(await office.sweep()).toMatchObject({ overlaid: [good] });
    expect(office.problems).toContain(bad);
    table.put = put;
    expect(await office.sweep()).toMatchObject({ overlaid: [bad] });
  });
});

describe('a special period', () => {
  it('is declared by the office or the leaders, for a unit it is not to give', async () => {
    const body = { title: 'x', sources: [{ kind: 'period-decided' }], level: 'specialPeriod' };
    for (const role of ['unitLiaison', 'dutyOfficer', 'coordination'])
      expect(refusalIn(await office.as(role)('POST', '/v1/cases', body)).code).toBe('ROLE_NOT_ALLOWED');
    expect((await office.as('leadingGroup')('POST', '/v1/cases', body)).status).toBe(201);
  });

  it('has no end until one is entered, and then is asked about there, never overdue', async () => {
    const caseId = await period();
    expect(await dutyOf(caseId, 'periodEnd')).toMatchObject({
      status: 'listed',
      due: null,
      reason: '特护期预定届满时间:须人工录入时限',
    });
    const end = '2026-03-06T18:00:00+08:00';
    await give(caseId, 'officeHead', {
      type: 'SetDeadline',
      duty: 'periodEnd',
      due: end,
      reason: '上级提醒',
    });
    expect(await dutyOf(caseId, 'periodEnd')).toMatchObject({ status: 'open', due: end, overdue: false });
    office.at('2026-03-09T00:00:00.000Z');
    expect(await dutyOf(caseId, 'periodEnd')).toMatchObject({ overdue: false });
    const told = await give(caseId, 'officeHead', { type: 'Conclude', summary: '特护期到期,各项解除' });
    expect(told.status).toBe(200);
  });

  it('is no 舆情: it is neither graded nor raised', async () => {
    const caseId = await period();
    const told = await give(caseId, 'officeHead', {
      type: 'ChangeLevel',
      level: 'red',
      reason: 'x',
      authority: 'change',
    });
    expect(refusalIn(told).code).toBe('LEVEL_FIXED');
  });
});
