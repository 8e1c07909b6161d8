import { beforeEach, expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { createNumbers } from '../../shared/records/numbers/numbers.ts';
import { createOffice, type Office } from '../support/office.ts';
import { caseIn, logIn } from '../support/told.ts';

let office: Office;
let table: ReturnType<typeof createMemoryTable>;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});
/** Everything that is kept of a case, but not of its number. */
const takeAway = async (caseId: string): Promise<void> => {
  for (const { pk, sk } of table.records()) if (pk === `CASE#${caseId}`) await table.remove({ pk, sk });
};
/** A program that has seen nothing yet, at the same moment. */
const startAnew = async (): Promise<void> => {
  const at = office.now();
  office = await createOffice({ table });
  office.at(at);
};
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

it('a case that somebody took off the board is put back by the next sweep, and its clock runs', async () => {
  const caseId = await open('来电');
  const key = { pk: `CASE#${caseId}`, sk: 'HEAD' };
  const { board, boardAt, ...hidden } = (await table.get(key))!;
  await table.remove(key);
  await table.put(hidden, { absent: true });
  expect(await office.system.cases.open()).toEqual([]);
  office.pass(10 * 60 * 1000);
  const { cases, restarted } = await office.sweep();
  expect({ cases, restarted }).toEqual({ cases: 1, restarted: [] });
  expect(await table.get(key)).toEqual({ ...hidden, board, boardAt });
  await table.set(key, 'board', 'NOWHERE');
  await office.sweep();
  expect(await table.get(key)).toMatchObject({ board, boardAt });
});

it('a case that was taken away whole is told, shown as gone, and its number is given to no other', async () => {
  const [first, second] = [await open('一'), await open('二')];
  office.pass(10 * 60 * 1000);
  await office.sweep();
  for (const gone of [second, first]) await takeAway(gone);
  await startAnew();
  await office.sweep();
  expect(office.problems).toEqual([`${first} record`, `${second} record`]);
  const told = { kind: 'cut', entry: 1, text: '第1条曾经存在,现已不在或已被替换' };
  expect(await log(second)).toMatchObject({ intact: false, findings: [told], earlier: [told], entries: [] });
  await office.sweep();
  expect(office.problems).toHaveLength(2);
  expect(await open('三')).toBe('LZ2026-0003');
});

it.each([
  ['a second before ten minutes, nothing is known of it', 10 * 60 - 1, []],
  ['ten minutes later its log is known', 10 * 60, ['LZ2026-0001 record']],
])('a case that was taken away after a sweep: %s', async (_, seconds, problems) => {
  const caseId = await open('一');
  office.pass(seconds * 1000);
  await office.sweep();
  await takeAway(caseId);
  await startAnew();
  await office.sweep();
  expect(office.problems).toEqual(problems);
});

it('the round goes on where it was, over a hundred numbers with each sweep, and the years before', async () => {
  const numbers = createNumbers(table);
  const allocate = (year: number, count: number) => {
    const use = { now: office.now(), isUsed: async () => false };
    return Promise.all(
      Array.from({ length: count }, (_, index) => numbers.allocate('case', year, `${year}#${index}`, use)),
    );
  };
  await allocate(2025, 120);
  await allocate(2026, 150);
  office.pass(24 * 60 * 60 * 1000);
  const place = async () => {
    await office.sweep();
    const { year, number } = (await office.system.cases.rounds.readPlace())!;
    return `${year} ${number}`;
  };
  expect([await place(), await place(), await place()]).toEqual(['2026 100', '2025 50', '2026 0']);
});

it('a case of last year is looked after when this year has none yet', async () => {
  const caseId = await open('一');
  office.at('2027-01-05T00:00:00.000Z');
  await office.sweep();
  await takeAway(caseId);
  await startAnew();
  await office.sweep();
  expect(office.problems).toEqual([`${caseId} record`]);
});
