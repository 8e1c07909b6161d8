import { beforeEach, describe, expect, it } from 'vitest';
import {
  acceptEnds,
  copyMissing,
  findAhead,
  type Restorable,
  replaceCase,
  type Tables,
} from '../../../infra/restoring/restore-tables.ts';
import { isOfLists } from '../../../shared/records/lists/lines.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { StoredRecord } from '../../../shared/records/table.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn, logIn } from '../../support/told.ts';

type Copyable = Restorable & ReturnType<typeof createMemoryTable>;
const restorable = (): Copyable => {
  const inner = createMemoryTable();
  return {
    ...inner,
    scan: async function* () {
      yield* inner.records();
    },
    replace: async (record) => {
      await inner.remove(record);
      await inner.put(record, { absent: true });
    },
  };
};
const copyOf = async (table: Copyable): Promise<Copyable> => {
  const copy = restorable();
  for (const record of table.records()) await copy.put(record, { absent: true });
  return copy;
};

let here: Record<keyof Tables, Copyable>;
let restored: typeof here;
let caseId: string;
const openOffice = () => createOffice({ table: here.records, log: here.log, roster: null });
const open = async (title = '群众来电'): Promise<string> => {
  const note = { title, sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };
  return caseIn(await (await createOfficeWithRoster()).as('officeHead')('POST', '/v1/cases', note)).case;
};
const createOfficeWithRoster = async () => createOffice({ table: here.records, log: here.log });
const proof = async () =>
  logIn(await (await openOffice()).as('officeHead')('GET', `/v1/cases/${caseId}/log`));
const entriesOf = async (): Promise<StoredRecord[]> => here.log.list(`CASE#${caseId}`, 'LOG#');

beforeEach(async () => {
  here = { log: restorable(), records: restorable() };
  caseId = await open();
  restored = { log: await copyOf(here.log), records: await copyOf(here.records) };
});

describe('copying what is missing', () => {
  it('brings back a case of which nothing is left, and may be repeated', async () => {
    for (const table of [here.log, here.records])
      for (const record of table.records()) await table.remove(record);
    const kept = restored.records.records().filter((record) => !isOfLists(record));
    const all = restored.log.records().length + kept.length;
    expect(await copyMissing(here, restored)).toEqual({ copied: all, there: 0, left: [] });
    expect(await copyMissing(here, restored)).toEqual({ copied: 0, there: all, left: [] });
    expect(await proof()).toMatchObject({ intact: true, findings: [], earlier: [] });
  });

  it('changes nothing that came later', async () => {
    const office = await openOffice();
    await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AssignUnit',
      unit: 'drugs',
    });
    const before = here.records.records();
    await copyMissing(here, restored);
    expect(here.records.records()).toEqual(before);
    expect(await proof()).toMatchObject({ intact: true });
  });

  it('leaves out a case whose number another has now', async () => {
    for (const table of [here.log, here.records])
      for (const record of table.records()) await table.remove(record);
    expect(await open('另一件事')).toBe(caseId);
    const before = here.log.records();
    expect(await copyMissing(here, restored)).toMatchObject({ left: [caseId] });
    expect(here.log.records()).toEqual(before);
    expect(await proof()).toMatchObject({ intact: true });
  });
});

it('one case’s changed entry is put back, and what followed stays', async () => {
  const office = await openOffice();
  await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
    type: 'AssignUnit',
    unit: 'drugs',
  });
  const [first] = await entriesOf();
  await here.log.replace({ ...first!, entry: { ...(first!.entry as object), command: 'Forged' } });
  expect(await proof()).toMatchObject({ intact: false, findings: [{ kind: 'changed', entry: 1 }] });
  expect(await replaceCase(here, restored, caseId)).toEqual([first!.sk]);
  // What was found stays on record.
  expect(await proof()).toMatchObject({ intact: true, earlier: [{ kind: 'changed', entry: 1 }] });
  expect(await replaceCase(here, restored, caseId)).toEqual([]);
});

describe('tables of different seconds', () => {
  const later = async () => {
    const office = await openOffice();
    await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AssignUnit',
      unit: 'drugs',
    });
    await office.system.cases.refresh(caseId);
  };

  it('the records older than the log: the sweep follows the log, and nothing is found', async () => {
    await later();
    const contents = here.records.records().filter(({ sk }) => sk.startsWith('CONTENT#'));
    here.records = restored.records;
    // The texts of what is newer are gone with the records; here they are not.
    for (const record of contents) await here.records.put(record, { absent: true });
    expect(await findAhead(here)).toEqual([]);
    await (await openOffice()).sweep();
    expect(await proof()).toMatchObject({ intact: true, earlier: [] });
  });

  it('the log older than the records: it is told, until it is accepted', async () => {
    await later();
    here.log = restored.log;
    const { length } = await entriesOf();
    const ahead = [{ caseId, seen: length + 1, last: length }];
    expect(await findAhead(here)).toEqual(ahead);
    expect(await proof()).toMatchObject({ intact: false, findings: [{ kind: 'cut', entry: length + 1 }] });
    await acceptEnds(here, ahead, '2026-03-02T00:00:00.000Z');
    expect(await findAhead(here)).toEqual([]);
    await (await openOffice()).sweep();
    // What was found before it was accepted stays on record.
    expect(await proof()).toMatchObject({ intact: true, earlier: [{ kind: 'cut' }] });
    expect((await (await openOffice()).system.cases.load(caseId))?.version).toBe(length);
  });
});
