import { beforeEach, expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { createOffice, type Office } from '../support/office.ts';
import { caseIn, logIn } from '../support/told.ts';

let office: Office;
let table: ReturnType<typeof createMemoryTable>;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});
const open = async (title: string): Promise<string> => {
  const opening = { title, sources: [{ kind: 'monitored' }], level: 'yellow' };
  return caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', opening)).case;
};
const log = async (caseId: string) => logIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}/log`));

it('every case is proved once a day, a few with each sweep', async () => {
  for (let number = 0; number < 12; number += 1) await open(`第${number}件`);
  const sweepsAt = async (...seconds: number[]): Promise<unknown[]> => {
    const proved: unknown[] = [];
    for (const second of seconds) {
      office.at(new Date(Date.parse('2026-03-02T00:00:00.000Z') + second * 1000).toISOString());
      proved.push((await office.sweep()).proved);
    }
    return proved;
  };
  const day = 24 * 60 * 60;
  expect(await sweepsAt(0, 900, 1800, 2700, day - 1)).toEqual([5, 5, 2, 0, 0]);
  expect(await sweepsAt(day, day + 900, day + 1800, day + 2700)).toEqual([5, 5, 2, 0]);
});

it('a status that somebody changed in the head is found by the sweep, put right, and stays on record', async () => {
  const caseId = await open('来电');
  await office.sweep();
  const key = { pk: `CASE#${caseId}`, sk: 'HEAD' };
  const head = (await table.get(key))!;
  await table.remove(key);
  const changed = { ...(head.state as object), status: 'archived', archivedAt: office.now() };
  await table.put({ ...head, state: changed }, { absent: true });
  office.pass(24 * 60 * 60 * 1000);
  await office.sweep();
  expect(office.problems).toContain(`${caseId} record`);
  expect(await table.get(key)).toEqual(head);
  const { intact, findings, earlier } = await log(caseId);
  expect({ intact, findings }).toEqual({ intact: true, findings: [] });
  expect(earlier).toMatchObject([{ kind: 'head', entry: 1, text: '案卷现状曾与日志第1条不符,已以日志为准' }]);
});

it('a log whose end was cut off is found by the sweep, and the others are looked after', async () => {
  const [first, second] = [await open('一'), await open('二')];
  await office.as('dutyOfficer')('POST', `/v1/cases/${first}/commands`, { type: 'AssignUnit', unit: 'food' });
  await table.remove({ pk: `CASE#${first}`, sk: 'LOG#000002' });
  await office.sweep();
  expect(office.problems).toContain(`${first} record`);
  expect(await log(first)).toMatchObject({
    intact: false,
    findings: [{ kind: 'cut', entry: 2, text: '第2条曾经存在,现已不在或已被替换' }],
  });
  expect(await log(second)).toMatchObject({ intact: true, earlier: [] });
});
