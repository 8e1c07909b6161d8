import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DataFile, dataFileIn, openDataFile } from '../../../../infra/local/store/data-file.ts';
import { CaseListReply } from '../../../../shared/contracts/replies/case.ts';
import { healing } from '../../../../shared/records/healing.ts';
import { createOffice, grave, type Office, plain } from '../../../support/office.ts';
import { logIn, read } from '../../../support/told.ts';

// A byte of one record has changed on the disk, one kind after the other: it takes down what it is about and nothing beside it.

const place = mkdtempSync(join(tmpdir(), 'shixian-damaged-'));
afterAll(() => rmSync(place, { recursive: true }));
const CASE = 'LZ2026-0001';
const problems: string[] = [];
const on = (file: DataFile) => {
  problems.length = 0;
  return createOffice({
    table: healing(file.records, (what) => problems.push(what)),
    log: file.log,
  });
};

let whole: string;
beforeAll(async () => {
  whole = mkdtempSync(join(place, 'whole-'));
  const file = openDataFile({ folder: whole, bureau: 'leizhou', isNew: true });
  const office = await createOffice({ table: file.records, log: file.log });
  await office.push([grave('a'), plain('b')]);
  await office.as('dutyOfficer')('POST', '/v1/cases', {
    title: '来人反映',
    sources: [{ kind: 'monitored' }],
    level: 'yellow',
  });
  await office.push([], { feed: 'demo' });
  await office.notify(CASE);
  await office.sweep();
  file.close();
});

/** A copy of the whole in which a byte of a record is another. */
const damage = (table: 'records' | 'log', pk: string, sk: string): DataFile => {
  const folder = mkdtempSync(join(place, 'copy-'));
  copyFileSync(dataFileIn(whole), dataFileIn(folder));
  const database = new DatabaseSync(dataFileIn(folder));
  const found = database
    .prepare(`SELECT pk, sk, body FROM ${table} WHERE pk LIKE ? AND sk LIKE ? ORDER BY pk, sk LIMIT 1`)
    .get(pk, sk);
  expect(found, `${pk} ${sk}`).toBeDefined();
  const body = Buffer.from(String(found!.body));
  body[Math.floor(body.length / 2)]! ^= 1;
  database
    .prepare(`UPDATE ${table} SET body = ? WHERE pk = ? AND sk = ?`)
    .run(body.toString('latin1'), found!.pk!, found!.sk!);
  database.close();
  return openDataFile({ folder, bureau: 'leizhou', isNew: false });
};
/** What the office does next; each must be possible whatever is damaged elsewhere. */
const work = async (office: Office) => ({
  list: await office.as('dutyOfficer')('GET', '/v1/cases'),
  one: await office.as('dutyOfficer')('GET', `/v1/cases/${CASE}`),
  log: await office.as('dutyOfficer')('GET', `/v1/cases/${CASE}/log`),
  items: await office.as('dutyOfficer')('GET', '/v1/items'),
  push: await office.push([plain('z', { title: '新的一条' })]),
  other: await office.as('dutyOfficer')('POST', '/v1/cases', {
    title: '来电',
    sources: [{ kind: 'monitored' }],
    level: 'blue',
  }),
  sweep: await office.sweep(),
  notify: await office.notify(),
});

describe('what is made anew', () => {
  it.each([
    ['head', 'CASE#%', 'HEAD'],
    ['tip', 'CASE#%', 'TIP'],
    ['delivery', 'CASE#%', 'DELIVERY#%'],
    ['mailbox', 'MAILBOX#%', 'SLOT'],
    ['counter of numbers', 'NUMBER#%', 'COUNTER'],
    ['story', 'STORIES', '%'],
    ['count of refusals', 'REFUSED#%', '%'],
    ['note of where a case is listed', 'CASE#%', 'LISTED'],
    ['line of the list of items', 'LIST#ITEMS#all', '%'],
    ['line of the tasks', 'LIST#TASKS#%', '%'],
  ])('a damaged %s stops nothing', async (_, pk, sk) => {
    const file = damage('records', pk, sk);
    const office = await on(file);
    const done = await work(office);
    for (const name of ['list', 'one', 'log', 'items', 'push'] as const)
      expect(done[name], name).toMatchObject({ status: 200 });
    expect(done.other.status).toBe(201);
    expect(read(CaseListReply, done.list).cases).toHaveLength(2);
    expect(logIn(done.log)).toMatchObject({ intact: true });
    file.close();
  });
});

it('a line of the list of cases takes its case out of that list alone', async () => {
  const file = damage('records', 'LIST#CASES#state:open', '%');
  const office = await on(file);
  const done = await work(office);
  expect(read(CaseListReply, done.list).cases).toHaveLength(1);
  expect(done.one.status).toBe(200);
  expect(problems).toContain('damaged record');
  const query = { state: 'all' };
  const all = await office.as('dutyOfficer')('GET', '/v1/cases', undefined, query);
  expect(read(CaseListReply, all).cases).toHaveLength(3);
  file.close();
});

it('an entry takes down its case, and says which it is and what to do; the others go on', async () => {
  const file = damage('log', `CASE#${CASE}`, 'LOG#000001');
  // A head of an earlier program: the whole log is needed.
  await file.records.set({ pk: `CASE#${CASE}`, sk: 'HEAD' }, 'state', undefined);
  const office = await on(file);
  const done = await work(office);
  expect(done.list).toMatchObject({
    status: 200,
    body: { cases: [{ case: 'LZ2026-0002' }], damaged: [{ case: CASE, entry: 1 }] },
  });
  expect(done.one).toMatchObject({
    status: 500,
    body: {
      code: 'RECORD_DAMAGED',
      message: `案卷${CASE}的日志第1条读不出来,暂不能显示和办理,请告知系统运维按运维手册从备份中找回`,
    },
  });
  expect(logIn(done.log)).toMatchObject({ intact: false, findings: [{ kind: 'unreadable', entry: 1 }] });
  expect(done.push.status).toBe(200);
  expect(done.other.status).toBe(201);
  file.close();
});

describe('the board, which says which cases have clocks', () => {
  const edited = (edit: (database: DatabaseSync, path: string) => void): string => {
    const folder = mkdtempSync(join(place, 'board-'));
    copyFileSync(dataFileIn(whole), dataFileIn(folder));
    const database = new DatabaseSync(dataFileIn(folder));
    edit(database, dataFileIn(folder));
    if (database.isOpen) database.close();
    return folder;
  };

  it.each([
    ['off it', 'board = NULL, board_at = NULL'],
    ['at another instant', "board_at = '2099-01-01T00:00:00.000Z'"],
    ['as another case', "case_id = 'LZ2026-0002'"],
    ['on another board', "board = 'ARCHIVED'"],
  ])('shows a case that was put %s by another program again, and it is told', async (_how, set) => {
    const folder = edited((database) =>
      database.exec(`UPDATE records SET ${set} WHERE pk = 'CASE#${CASE}' AND sk = 'HEAD'`),
    );
    const file = openDataFile({ folder, bureau: 'leizhou', isNew: false });
    expect(file.mended).toEqual([{ pk: `CASE#${CASE}`, sk: 'HEAD' }]);
    const office = await on(file);
    expect((await office.system.cases.open()).map(({ caseId }) => caseId)).toContain(CASE);
    file.close();
    const again = openDataFile({ folder, bureau: 'leizhou', isNew: false });
    expect(again.mended).toEqual([]);
    again.close();
  });

  it('is not read where a byte of its index has changed: the start says that the file is damaged', () => {
    const folder = edited((database, path) => {
      database.close();
      const bytes = readFileSync(path);
      // In the index the board comes before the key, in the row after it.
      const place = /OPEN[^#]{24}CASE#/.exec(bytes.toString('latin1'))!.index;
      bytes[place + 2] = 'F'.charCodeAt(0);
      writeFileSync(path, bytes);
    });
    expect(() => openDataFile({ folder, bureau: 'leizhou', isNew: false })).toThrow('已损坏');
  });

  it('shows a case whose head was unreadable as soon as somebody has read the case', async () => {
    const file = damage('records', `CASE#${CASE}`, 'HEAD');
    const office = await on(file);
    expect((await office.as('dutyOfficer')('GET', `/v1/cases/${CASE}`)).status).toBe(200);
    expect((await office.system.cases.open()).map(({ caseId }) => caseId)).toContain(CASE);
    file.close();
  });
});
