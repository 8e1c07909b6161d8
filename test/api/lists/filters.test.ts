import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parametersOf } from '../../../shared/contracts/queries/routes.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, postsOf } from '../../../shared/regulations/lookup.ts';
import { createOffice, type Office, plain } from '../../support/office.ts';
import { refusalIn, type Told } from '../../support/told.ts';
import { fieldsIn, openCase } from './desk.ts';
import type { MemoryTable } from './liar.ts';

type Query = Record<string, string>;
const LISTS = ['/v1/cases', '/v1/duties', '/v1/orders', '/v1/documents', '/v1/items', '/v1/refusals'];

describe.each(['leizhou', 'hohhot'])('%s: what is asked for', (bureau) => {
  const regulation = regulations[bureau]!;
  const [, level] = regulation.scales[0]!.levels;
  const [unit] = regulation.units;
  let office: Office;
  let caseId: string;
  const ask = (path: string, query: Query = {}): Promise<Told> =>
    office.as('officeHead')('GET', path, undefined, query);
  const found = async (query: Query): Promise<string[]> => {
    const told = await ask('/v1/cases', { state: 'all', ...query });
    expect([query, told.status]).toEqual([query, 200]);
    return (told.body as { cases: { case: string }[] }).cases.map((row) => row.case);
  };
  beforeAll(async () => {
    office = await createOffice({ regulation });
    caseId = await openCase(office, regulation, {
      ...{ title: '学校食堂 ABC 来信', level: level!.id, unit: unit!.id, flags: [regulation.flags[1]!.id] },
      source: { reference: '收文〔2026〕7号' },
    });
    await office.push([plain('w')]);
  });

  it('that no list knows is refused with what it knows', async () => {
    for (const path of LISTS) {
      const told = await ask(path, { whatever: '1', limit: '5' });
      expect(fieldsIn(told)).toEqual([422, 'INVALID', ['whatever']]);
      for (const name of parametersOf(`GET ${path}`)) expect(refusalIn(told).message).toContain(name);
      expect(fieldsIn(await ask(path, { Limit: '5' }))).toEqual([422, 'INVALID', ['Limit']]);
    }
    for (const path of [
      `/v1/cases/${caseId}`,
      `/v1/cases/${caseId}/schedule`,
      '/v1/regulation',
      '/v1/health',
    ])
      expect(fieldsIn(await ask(path, { limit: '5' }))).toEqual([422, 'INVALID', ['limit']]);
  });

  it('in words that say nothing, too much, or against one another is refused by its name', async () => {
    const bad: [string, Query, string][] = [
      ['/v1/cases', { title: '一'.repeat(300) }, 'title'],
      ['/v1/cases', { title: '一' }, 'title'],
      ['/v1/cases', { title: '%' }, 'title'],
      ['/v1/cases', { title: '%%%%' }, 'title'],
      ['/v1/cases', { title: '' }, 'title'],
      ['/v1/cases', { title: ' 。 ' }, 'title'],
      ['/v1/items', { title: '%' }, 'title'],
      ['/v1/cases', { from: '2026-03-03', to: '2026-03-02' }, 'from'],
      ['/v1/orders', { from: '2026-03-03', to: '2026-03-02' }, 'from'],
      ['/v1/documents', { from: '2026-03-02T10:00:01+08:00', to: '2026-03-02T10:00:00+08:00' }, 'from'],
      ['/v1/items', { from: '2026-03-03', to: '2026-03-02' }, 'from'],
      ['/v1/cases', { from: 'soon' }, 'from'],
      ['/v1/cases', { to: '2026-02-30' }, 'to'],
      ['/v1/cases', { from: '' }, 'from'],
      ['/v1/duties', { 'due-before': '2026-03-02T25:00' }, 'due-before'],
      ['/v1/duties', { kind: 'confirm', overdue: '' }, 'overdue'],
      ['/v1/duties', { kind: 'telephone', overdue: 'true' }, 'overdue'],
      ['/v1/duties', { overdue: 'yes' }, 'overdue'],
      ['/v1/duties', { kind: 'late' }, 'kind'],
      ['/v1/duties', { of: 'yours' }, 'of'],
      ['/v1/duties', { role: 'officeHead', unit: unit!.id }, 'unit'],
      ['/v1/cases', { state: 'gone' }, 'state'],
      ['/v1/cases', { state: '' }, 'state'],
      ['/v1/items', { outcome: 'lost' }, 'outcome'],
      ['/v1/refusals', { day: '2026-3-2' }, 'day'],
      ['/v1/refusals', { day: '2026-02-30' }, 'day'],
      ['/v1/cases', { number: '' }, 'number'],
      ['/v1/cases', { number: '7'.repeat(201) }, 'number'],
    ];
    for (const [path, query, field] of bad)
      expect([query, fieldsIn(await ask(path, query))]).toEqual([query, [422, 'INVALID', [field]]]);
  });

  it('by a name that the bureau does not have is refused with those that it has', async () => {
    const names: [string, string, string, readonly { name: string; short?: string }[]][] = [
      ['/v1/cases', 'level', 'LEVEL_UNKNOWN', regulation.scales[0]!.levels],
      ['/v1/cases', 'unit', 'UNIT_UNKNOWN', regulation.units],
      ['/v1/cases', 'source', 'SOURCE_UNKNOWN', regulation.sources],
      ['/v1/cases', 'flag', 'FLAG_UNKNOWN', regulation.flags],
      ['/v1/duties', 'unit', 'UNIT_UNKNOWN', regulation.units],
      ['/v1/duties', 'role', 'INVALID', postsOf(regulation)],
      ['/v1/orders', 'unit', 'UNIT_UNKNOWN', regulation.units],
      ['/v1/documents', 'document', 'DOCUMENT_UNKNOWN', regulation.documents],
      ['/v1/items', 'level', 'LEVEL_UNKNOWN', regulation.scales[0]!.levels],
    ];
    for (const [path, field, code, list] of names)
      for (const given of ['没有的', '%', '__proto__', 'constructor']) {
        const told = await ask(path, { [field]: given });
        expect([path, field, told.status, refusalIn(told).code]).toEqual([path, field, 422, code]);
        for (const { name, short = name } of list)
          expect(refusalIn(told).message).toContain(code === 'LEVEL_UNKNOWN' ? short : name);
      }
  });

  it('by a name is the same as by an id', async () => {
    const source = regulation.sources[0]!;
    const flag = regulation.flags[1]!;
    const same: Query[] = [
      { level: level!.id },
      { level: level!.name },
      { level: level!.short },
      { unit: unit!.id },
      { unit: unit!.name },
      { source: source.id },
      { source: source.name },
      { flag: flag.id },
      { flag: flag.name },
      { number: caseId },
      { number: '收文〔2026〕7号' },
      { number: ' 收文〔2026〕7号 ' },
      { title: 'abc来信' },
      { title: 'ABC' },
      { title: '《学校食堂》' },
      { title: '学校 来信' },
      { title: '来信\u3000学校' },
      { title: ' 来信  abc\u3000食堂 ' },
      { title: '信 食堂' },
      { title: '学 校 食 堂' },
    ];
    for (const query of same) expect([query, await found(query)]).toEqual([query, [caseId]]);
    const none: Query[] = [
      { title: '学校 退费' },
      { title: '来信\u3000学校 退' },
      { title: '来信学校' },
      { title: '堂 食' },
    ];
    for (const query of none) expect([query, await found(query)]).toEqual([query, []]);
    expect(await found({ number: '收文〔2026〕70号' })).toEqual([]);
    const rows = async (query: Query) => (await ask('/v1/duties', { of: 'all', ...query })).body as object;
    const [role] = regulation.roles.filter(({ perUnit }) => perUnit);
    expect({ ...(await rows({ role: role!.name, unit: unit!.name })), requestId: '' }).toEqual({
      ...(await rows({ role: role!.id, unit: unit!.id })),
      requestId: '',
    });
  });

  it('by a day ends before the next one begins', async () => {
    const other = await createOffice({ regulation });
    other.at('2026-03-02T16:00:00.000Z');
    const midnight = await openCase(other, regulation);
    const days = async (query: Query) => {
      const { body } = await other.as('officeHead')('GET', '/v1/cases', undefined, query);
      return (body as { cases: { case: string }[] }).cases.map((row) => row.case);
    };
    expect(await days({ from: '2026-03-03', to: '2026-03-03' })).toEqual([midnight]);
    expect(await days({ from: '2026-03-02', to: '2026-03-02' })).toEqual([]);
    expect(await days({ to: '2026-03-03T00:00:00+08:00' })).toEqual([midnight]);
  });

  it('by instants counts days, offsets, and the blank that a plus becomes', async () => {
    // Opened at 08:00 in Beijing.
    const within: Query[] = [
      { from: '2026-03-02', to: '2026-03-02' },
      { from: '2026-03-02T08:00:00+08:00', to: '2026-03-02T08:00:00+08:00' },
      { from: '2026-03-02T08:00:00 08:00', to: '2026-03-02T08:00:00 08:00' },
      { from: '2026-03-02T08:00 0800' },
      { from: '2026-03-02T00:00:00Z', to: '2026-03-02T00:00:00.000Z' },
      { from: '2026-03-02 08:00', to: '2026/3/2 8:00' },
      { to: '2026-03-02T08:00:00.000 08:00' },
    ];
    const outside: Query[] = [
      { to: '2026-03-01' },
      { from: '2026-03-03' },
      { from: '2026-03-02T08:00:01+08:00' },
      { from: '2026-03-02T08:00:01 08:00' },
      { to: '2026-03-02T07:59:59 08:00' },
      { to: '2026-03-02T07:59:59.999+08:00' },
    ];
    for (const query of within) expect([query, await found(query)]).toEqual([query, [caseId]]);
    for (const query of outside) expect([query, await found(query)]).toEqual([query, []]);
    const items = async (query: Query) => (await ask('/v1/items', query)).body as { items: object[] };
    for (const query of within) expect([query, (await items(query)).items.length]).toEqual([query, 1]);
    for (const query of outside) expect([query, (await items(query)).items.length]).toEqual([query, 0]);
  });
});

describe.each(['leizhou', 'petition'])('%s: a 涉密 case', (bureau) => {
  const regulation = regulations[bureau]!;
  const REFERENCE = '密件〔2026〕99号';
  const TITLE = '绝密食堂丙区';
  let office: Office;
  let table: MemoryTable;
  const opener = giversOf(regulation, 'SetFlags', regulation.scales[0]!.levels[1]!.id).find(
    (role) => !isPerUnit(regulation, role),
  )!;
  beforeEach(async () => {
    table = createMemoryTable();
    office = await createOffice({ regulation, table });
  });
  const found = async (query: Query) =>
    (
      (await office.as('officeHead')('GET', '/v1/cases', undefined, { state: 'all', ...query })).body as {
        cases: { case: string; title: string }[];
      }
    ).cases.map((row) => row.case);
  const stored = (): string =>
    JSON.stringify(table.records().filter(({ pk, sk }) => pk.startsWith('LIST#') || sk === 'LISTED'));

  it('is found by its number and no other, from the first', async () => {
    const caseId = await openCase(office, regulation, {
      ...{ title: '见纸质件', flags: ['secret'] },
      source: { reference: '见纸质件:密99号' },
    });
    expect(await found({ number: caseId })).toEqual([caseId]);
    expect(await found({ flag: 'secret' })).toEqual([caseId]);
    const none: Query[] = [{ title: '见纸质件' }, { number: '见纸质件:密99号' }, { title: '涉密' }];
    for (const query of none) expect([query, await found(query)]).toEqual([query, []]);
    expect(stored()).not.toMatch(/密99|纸质/);
  });

  it('is found by nothing that it was called before it was marked, and no list has any of it', async () => {
    const caseId = await openCase(office, regulation, { title: TITLE, source: { reference: REFERENCE } });
    expect(await found({ title: TITLE })).toEqual([caseId]);
    expect(await found({ number: REFERENCE })).toEqual([caseId]);
    expect(stored()).toMatch(/绝密.*密件〔2026〕99号|密件〔2026〕99号.*绝密/s);
    const mark = { type: 'SetFlags', add: ['secret'], remove: [], reason: '见纸质件' };
    const told = await office.as(opener)('POST', `/v1/cases/${caseId}/commands`, mark);
    expect(told.status).toBe(200);
    const none: Query[] = [{ title: TITLE }, { title: '食堂' }, { number: REFERENCE }];
    for (const query of none) expect([query, await found(query)]).toEqual([query, []]);
    expect(await found({ number: caseId })).toEqual([caseId]);
    for (const pair of ['绝密', '密食', '食堂', '堂丙', '丙区', REFERENCE])
      expect(stored()).not.toContain(pair);
  });
});
