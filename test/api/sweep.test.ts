import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { concludeByDesk } from '../support/conclude.ts';
import { createOffice, grave, type Office } from '../support/office.ts';
import { caseIn, scheduleIn } from '../support/told.ts';

const MINUTE = 60_000;
let table: Table;
let office: Office;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});
const note = { title: '群众来电', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };
const opened = async (key = 'k'): Promise<string> =>
  caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', { ...note, key })).case;
const watch = (caseId: string, version: number, generation = 1) =>
  office.lambdas.invoke('leizhou-watch-case', { caseId, generation, version, token: `t-${caseId}` });

describe('the sweep', () => {
  it('starts an execution that is missing, under the same name', async () => {
    office.flows.isDown = true;
    const caseId = await opened();
    expect(office.problems).toEqual([`${caseId} arm`]);
    office.flows.isDown = false;
    expect(await office.sweep()).toMatchObject({ cases: 1, started: [caseId] });
    expect(office.flows.started).toEqual([`${caseId}-blue-1`]);
    expect(await office.sweep()).toMatchObject({ started: [], restarted: [], woken: [] });
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'] as const)(
    'restarts one that ended as %s, under a new generation',
    async (status) => {
      const caseId = await opened();
      office.flows.statuses.set(`${caseId}-blue-1`, status);
      expect(await office.sweep()).toMatchObject({ restarted: [caseId] });
      expect(office.flows.started.at(-1)).toBe(`${caseId}-blue-2`);
      expect((await office.system.cases.load(caseId))?.generation).toBe(2);
      expect(await office.sweep()).toMatchObject({ restarted: [], started: [] });
    },
  );

  it('wakes a schedule that is older than the log', async () => {
    const caseId = await opened();
    await watch(caseId, 1);
    office.flows.isDown = true;
    const told = await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AssignUnit',
      unit: 'drugs',
    });
    expect(told.status).toBe(200);
    office.flows.isDown = false;
    const state = (await office.system.cases.load(caseId))!;
    await office.sweep();
    const expected = state.rearmedVersion > 1 ? [{ token: `t-${caseId}`, change: 'CaseChanged' }] : [];
    expect(office.flows.signals).toEqual(expected);
  });

  it('wakes a clock that has stopped, and not one that is only a little late', async () => {
    const caseId = await opened();
    await watch(caseId, 1);
    const told = await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/schedule`);
    const [due = ''] = scheduleIn(told)
      .duties.flatMap(({ next }) => next?.at ?? [])
      .sort();
    office.at(new Date(Date.parse(due) + 4 * MINUTE).toISOString());
    expect(await office.sweep()).toMatchObject({ woken: [] });
    office.pass(2 * MINUTE);
    expect(await office.sweep()).toMatchObject({ woken: [caseId] });
  });

  it('closes the file of a concluded case whose workflow is gone', async () => {
    const caseId = await opened();
    expect(await concludeByDesk(office, caseId)).toBe(200);
    await office.sweep();
    expect((await office.system.cases.load(caseId))?.status).toBe('concluded');
    office.flows.statuses.set(`${caseId}-blue-1`, 'FAILED');
    await office.sweep();
    expect((await office.system.cases.load(caseId))?.status).toBe('archived');
  });

  it('asks for notices that wait, until they are handed over', async () => {
    const caseId = await opened();
    expect(await office.sweep()).toMatchObject({ dispatched: [caseId] });
    await office.notify(caseId);
    const sent = office.sent.length;
    expect(sent).toBeGreaterThan(0);
    await office.notify(caseId);
    expect(office.sent).toHaveLength(sent);
    expect(await office.sweep()).toMatchObject({ dispatched: [] });
  });

  it('finishes an item whose case is owed, but not one that is still in hand', async () => {
    const { put } = table;
    table.put = async (record, condition) => {
      if (record.sk === 'LOG#000001') throw new Error('cut');
      return put(record, condition);
    };
    const found = '2026-03-01 20:00';
    expect((await office.push([grave('a', { collectedAt: found })])).status).toBe(503);
    table.put = put;
    expect(await office.sweep()).toMatchObject({ finishedItems: 0 });
    office.pass(MINUTE);
    expect(await office.sweep()).toMatchObject({ finishedItems: 1, cases: 1 });
    expect(await office.system.items.find('demo', 'a')).toMatchObject({
      outcome: 'inCase',
      caseId: 'LZ2026-0001',
    });
  });

  it('goes on after a case that fails', async () => {
    const [bad, good] = [await opened('bad'), await opened('good')];
    office.flows.statuses.clear();
    const { list } = table;
    table.list = async (pk, ...rest) => {
      if (pk === `CASE#${bad}`) throw new Error('unreadable');
      return list(pk, ...rest);
    };
    expect(await office.sweep()).toMatchObject({ started: [good] });
    expect(office.problems).toContain(bad);
  });
});
