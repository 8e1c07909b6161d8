import { beforeEach, describe, expect, it } from 'vitest';
import { EnteredReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { grave, plain } from '../../support/office.ts';
import { read, refusalIn } from '../../support/told.ts';
import { harmless, openRefusals, type Refusals, urgent } from './refused.ts';

const HOUR = 3_600_000;
let refusals: Refusals;
let office: Refusals['office'];
beforeEach(async () => {
  refusals = await openRefusals();
  ({ office } = refusals);
});
const itemOf = async (id: string) =>
  read(ItemReply, await office.as('dutyOfficer')('GET', `/v1/items/demo/${id}`));
const enteredOf = async (refused: string, fields?: object, role?: string) =>
  read(EnteredReply, await refusals.enter(refused, fields, role));

describe('what was refused, entered by hand', () => {
  it('is taken as its feed wrote it, under an id of ours, as of when it came; who did it stands with it', async () => {
    const { refused } = await refusals.refuse(urgent({ siteName: '南方网' }));
    office.pass(HOUR);
    const entered = await enteredOf(refused);
    const id = `hand-${refused}`;
    expect(entered).toMatchObject({
      became: 'entered',
      isTold: true,
      taken: {
        id,
        case: 'LZ2026-0001',
        by: { at: '2026-03-02T09:00:00+08:00', name: expect.any(String), role: { id: 'dutyOfficer' } },
      },
    });
    expect(await itemOf(id)).toMatchObject({
      title: grave('x').title,
      detectedAt: '2026-03-02T08:00:00+08:00',
      extra: { siteName: '南方网' },
      outcome: 'inCase',
      case: 'LZ2026-0001',
      enteredBy: { ...entered.taken.by, at: '2026-03-02T09:00:00+08:00' },
    });
    const state = await office.system.cases.load('LZ2026-0001');
    expect(state?.instants.detectedAt).toBe('2026-03-02T00:00:00.000Z');
    expect(await refusals.one(refused)).toMatchObject({ became: 'entered' });
    expect(await refusals.list()).toEqual([]);
    expect(await refusals.list({ became: 'entered' })).toHaveLength(1);
  });

  it('said what it says from a now when it came, whoever filled that in: it was published by then', async () => {
    const id = ' ';
    const { refused } = await refusals.refuse(urgent({ id, publishedAt: '刚刚' }));
    office.pass(8 * HOUR);
    const { taken } = await enteredOf(refused);
    expect(await itemOf(taken.id)).toMatchObject({ publishedAt: '2026-03-02T07:59:00+08:00' });
    const { refused: other } = await refusals.refuse(urgent({ id, title: '某镇的另一件事', content: '' }));
    office.pass(HOUR);
    const entered = await enteredOf(other, { publishedAt: '刚刚' });
    expect(await itemOf(entered.taken.id)).toMatchObject({ publishedAt: '2026-03-02T15:59:00+08:00' });
  });

  it('is put right by the fields that are given; null leaves one out', async () => {
    const { refused } = await refusals.refuse({
      id: ' ',
      title: 5,
      unit: 'food',
      flags: ['x'],
      content: '原文',
    });
    const entered = await enteredOf(refused, { id: 'own', title: '市民咨询', flags: null });
    expect(entered.taken.id).toBe('own');
    expect(await itemOf('own')).toMatchObject({
      title: '市民咨询',
      content: '原文',
      unit: { id: 'food' },
      flags: [],
    });
  });

  it('twice, or at once, is one item; what comes with a repeat changes nothing', async () => {
    const { refused } = await refusals.refuse(urgent());
    const told = await Promise.all([refusals.enter(refused), refusals.enter(refused, {}, 'officeHead')]);
    for (const each of told) expect(each).toMatchObject({ status: 200, body: { became: 'entered' } });
    const again = await enteredOf(refused, { title: '别的' }, 'officeHead');
    expect(again.taken).toMatchObject({ id: `hand-${refused}`, case: 'LZ2026-0001' });
    expect((await itemOf(`hand-${refused}`)).title).toBe(grave('x').title);
    expect((await office.system.cases.log('LZ2026-0001')).length).toBeGreaterThan(0);
    expect(await office.system.cases.load('LZ2026-0002')).toBeNull();
  });

  it('with fields that cannot be read is refused by their names, and stays as it was', async () => {
    const { refused } = await refusals.refuse({ own: 1 });
    const told = await refusals.enter(refused, { url: 5 });
    expect(told).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    expect(refusalIn(told).problems?.map(({ field }) => field)).toContain('fields.title');
    expect(await refusals.one(refused)).toMatchObject({ became: 'open' });
    for (const body of [{ fields: 5 }, { other: 1 }, { fields: { '': 1 } }])
      expect(
        await office.as('dutyOfficer')('POST', `/v1/refused-items/${refused}/entry`, body),
      ).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  });

  it('of a push that was refused as a whole has the fields that are given, and no others', async () => {
    await office.push(null, { text: '{"title":"食堂' });
    const [{ refused } = { refused: '' }] = await refusals.list();
    expect(await refusals.enter(refused)).toMatchObject({ status: 422 });
    const entered = await enteredOf(refused, { title: '食堂' });
    expect(await itemOf(entered.taken.id)).toMatchObject({ title: '食堂', extra: {} });
  });

  it('that its feed has mended is no more to be entered', async () => {
    const { refused } = await refusals.refuse(plain('a', { title: '' }));
    office.pass(1000);
    await office.push([grave('a')]);
    const told = await refusals.enter(refused);
    expect(told).toMatchObject({ status: 409, body: { code: 'REFUSED_ITEM_MENDED' } });
    expect(await refusals.one(refused)).toMatchObject({
      became: 'mended',
      taken: { id: 'a', case: 'LZ2026-0001', by: null },
    });
    expect(await refusals.list({ became: 'mended' })).toHaveLength(1);
  });

  it('that was there before in an older version is entered over it', async () => {
    await office.push([plain('a')]);
    office.pass(1000);
    const { refused } = await refusals.refuse({ id: 'a', title: '' });
    expect(await refusals.one(refused)).toMatchObject({ became: 'open' });
    await enteredOf(refused, { title: '新的标题' });
    expect(await itemOf('a')).toMatchObject({ title: '新的标题', revision: 2 });
  });

  it('of 涉密 is refused: its content does not come in', async () => {
    const { refused } = await refusals.refuse(urgent({ flags: ['secret'] }));
    expect(await refusals.enter(refused, { title: '内容' })).toMatchObject({
      status: 422,
      body: { code: 'SECRET_CONTENT' },
    });
  });

  it('that is not there, or whose id is none, is not found', async () => {
    for (const id of ['x', 'x'.repeat(300), '%E4%', 'LIST', 'COUNT'])
      for (const [method, path] of [
        ['GET', `/v1/refused-items/${id}`],
        ['POST', `/v1/refused-items/${id}/entry`],
      ] as const)
        expect(
          await office.as('dutyOfficer')(method, path, method === 'POST' ? {} : undefined),
        ).toMatchObject({ status: 404, body: { code: 'REFUSED_ITEM_UNKNOWN' } });
  });
});

describe.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])('at %s', (bureau) => {
  it('who is on duty and whoever reads refusals reads it; who opens cases enters it', async () => {
    const other = await openRefusals(regulations[bureau]!);
    const { refused } = await other.refuse(harmless());
    const path = `/v1/refused-items/${refused}`;
    const asked = async (role: string, unit?: string) => [
      (await other.office.as(role, unit)('GET', '/v1/refused-items')).status,
      (await other.office.as(role, unit)('GET', path)).status,
      (await other.office.as(role, unit)('POST', `${path}/entry`, {})).status,
    ];
    const [unit] = regulations[bureau]!.units;
    expect(await asked('unitLiaison', unit!.id)).toEqual([403, 403, 403]);
    expect(await asked('operator')).toEqual([200, 200, 403]);
    expect(await asked('nobody')).toEqual([403, 403, 403]);
    expect(await asked('officeHead')).toEqual([200, 200, 200]);
    expect(await asked('dutyOfficer')).toEqual([200, 200, 200]);
  });
});

it('a list of what was refused goes on page by page', async () => {
  await office.push(Array.from({ length: 25 }, (_, own) => ({ own })));
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: Record<string, string> = { limit: '10', feed: 'demo', ...(cursor === '' ? {} : { cursor }) };
    const told = await office.as('officeHead')('GET', '/v1/refused-items', undefined, query);
    const page = told.body as { items: { refused: string }[]; next: string | null };
    seen.push(...page.items.map(({ refused }) => refused));
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(25);
  expect(await refusals.list({ feed: 'other' })).toEqual([]);
});
