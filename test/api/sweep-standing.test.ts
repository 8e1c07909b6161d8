import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { withSettings } from '../../shared/regulations/settings.ts';
import { leizhou } from '../support/bureaus.ts';
import { concludeByDesk } from '../support/conclude.ts';
import { createOffice, type Office } from '../support/office.ts';
import { scheduleIn } from '../support/told.ts';

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;
let table: Table;
let office: Office;
const officeWith = (settings: Record<string, string | null>): Promise<Office> =>
  createOffice({ table, regulation: withSettings(leizhou, settings) });
beforeEach(async () => {
  table = createMemoryTable();
  office = await officeWith({ bulletinEvery: 'P1W' });
});

const FIRST = 'LZ2026-0001';
const conclude = async (caseId: string, by: Office = office): Promise<void> => {
  expect(await concludeByDesk(by, caseId)).toBe(200);
  await by.lambdas.invoke('leizhou-archive-case', { caseId, level: 'periodic', generation: 1 });
};
const dutiesOf = async (caseId: string) =>
  scheduleIn(await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/schedule`)).duties.map(
    ({ duty, status, due }) => [duty, status, due],
  );

describe('the matter of 定期工作', () => {
  it('is not opened while the bureau has given no period', async () => {
    const bare = await officeWith({});
    expect(await bare.sweep()).toMatchObject({ opened: [] });
    expect(await bare.system.cases.open()).toEqual([]);
  });

  it('is opened by the sweep once there is a period, and only once', async () => {
    expect(await office.sweep()).toMatchObject({ opened: [FIRST] });
    expect(office.flows.started).toEqual([`${FIRST}-periodic-1`]);
    expect(await dutiesOf(FIRST)).toEqual([
      ['bulletin', 'open', '2026-03-10T00:00:00+08:00'],
      ['supervisionCircular', 'listed', null],
    ]);
    expect(await office.system.cases.load(FIRST)).toMatchObject({
      title: '定期工作',
      handlingLevel: 'periodic',
      sources: [],
      provisional: false,
    });
    expect(await office.sweep()).toMatchObject({ opened: [], cases: 1 });
  });

  it('is not opened beside one that a person has opened', async () => {
    const { status } = await office.as('officeHead')('POST', '/v1/cases', {
      title: '2026年定期工作',
      sources: [{ kind: 'monitored' }],
      level: 'periodic',
    });
    expect(status).toBe(201);
    expect(await office.sweep()).toMatchObject({ opened: [] });
  });

  it('is opened once by two sweeps at the same time', async () => {
    const reports = await Promise.all([office.sweep(), office.sweep()]);
    expect(reports.flatMap(({ opened }) => opened)).toEqual([FIRST]);
    expect(await office.system.cases.open()).toHaveLength(1);
  });

  it('takes up the number of a try that was cut off', async () => {
    const { put } = table;
    table.put = async (record, condition) => {
      if (record.sk === 'LOG#000001') throw new Error('cut');
      return put(record, condition);
    };
    expect(await office.sweep()).toMatchObject({ opened: [] });
    expect(office.problems).toEqual(['standing']);
    table.put = put;
    expect(await office.sweep()).toMatchObject({ opened: [FIRST] });
  });

  it('is not opened again while the board does not show it yet', async () => {
    await office.sweep();
    table.byBoard = async () => [];
    expect(await office.sweep()).toMatchObject({ opened: [] });
  });

  it('is opened anew a day after it was concluded, and not a second earlier', async () => {
    await office.sweep();
    await conclude(FIRST);
    expect(await office.sweep()).toMatchObject({ opened: [] });
    office.pass(DAY - SECOND);
    expect(await office.sweep()).toMatchObject({ opened: [] });
    office.pass(SECOND);
    expect(await office.sweep()).toMatchObject({ opened: ['LZ2026-0002'] });
    expect(await office.sweep()).toMatchObject({ opened: [] });
  });

  it('runs by the settings of when it was opened; the next by the new ones', async () => {
    await office.sweep();
    const later = await officeWith({ bulletinEvery: 'P30D', circularEvery: 'P1W' });
    expect(await later.sweep()).toMatchObject({ opened: [] });
    await conclude(FIRST, later);
    later.pass(DAY);
    expect(await later.sweep()).toMatchObject({ opened: ['LZ2026-0002'] });
    expect(await dutiesOf('LZ2026-0002')).toEqual([
      ['bulletin', 'open', '2026-04-03T00:00:00+08:00'],
      ['supervisionCircular', 'open', '2026-03-11T00:00:00+08:00'],
    ]);
  });

  it('is not opened anew when the bureau has taken its periods back', async () => {
    await office.sweep();
    const bare = await officeWith({});
    await conclude(FIRST, bare);
    bare.pass(2 * DAY);
    expect(await bare.sweep()).toMatchObject({ opened: [] });
  });

  it('waits its day over the turn of the year too, and begins the new year', async () => {
    office.at('2026-12-31T12:00:00.000Z');
    expect(await office.sweep()).toMatchObject({ opened: [FIRST] });
    office.at('2026-12-31T16:10:00.000Z');
    await conclude(FIRST);
    expect(await office.sweep()).toMatchObject({ opened: [] });
    office.pass(DAY);
    expect(await office.sweep()).toMatchObject({ opened: ['LZ2027-0001'] });
  });
});
