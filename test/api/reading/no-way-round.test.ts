import { beforeEach, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { createOffice, grave, type Office, plain } from '../../support/office.ts';
import { caseIn, itemsIn } from '../../support/told.ts';

// Found by somebody who tried to learn of a 涉密 case by every way but the door.

const note = { title: '来电反映某店', sources: [{ kind: 'monitored' }], level: 'yellow' };
const secret = {
  ...note,
  title: '见纸质件',
  text: '见纸质件:保密室3号柜',
  key: 'call-1',
  unit: 'food',
  flags: ['secret'],
};
const ACKNOWLEDGE = { type: 'Acknowledge' };

let office: Office;
let table: ReturnType<typeof createMemoryTable>;
let caseId: string;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
  caseId = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', secret)).case;
});
const drugs = () => office.as('unitLiaison', 'drugs');
const statusOf = async (by = drugs(), id = caseId) => (await by('GET', `/v1/cases/${id}`)).status;
const changeRoster = async (change: (roles: Record<string, { id: string }[]>) => void) => {
  const stored = (await office.system.rosters.read())!;
  const roster = structuredClone(stored.roster);
  change(roster.roles);
  await office.system.rosters.write({ ...stored, version: stored.version + 1, roster });
};

it.each([
  ['its key', { ...note, title: '随便', key: 'call-1' }],
  ['its very words', { ...secret, unit: undefined, flags: [] }],
])('opening by %s opens another case', async (_, opening) => {
  const told = await drugs()('POST', '/v1/cases', { ...opening, unit: 'drugs' });
  expect(told.status).toBe(201);
  expect(caseIn(told).case).not.toBe(caseId);
  expect(caseIn(told).title).toBe(opening.title);
  // The same again is the same, and whoever may see the first still finds it.
  expect(caseIn(await drugs()('POST', '/v1/cases', { ...opening, unit: 'drugs' })).case).toBe(
    caseIn(told).case,
  );
  expect(caseIn(await office.as('officeHead')('POST', '/v1/cases', secret)).case).toBe(caseId);
});

it('what a unit opened once is no window into it once it is another’s and 涉密', async () => {
  const own = { ...note, title: '本股发现', unit: 'drugs' };
  const { case: id } = caseIn(await drugs()('POST', '/v1/cases', own));
  const head = office.as('officeHead');
  await head('POST', `/v1/cases/${id}/commands`, { type: 'AssignUnit', unit: 'food' });
  await head('POST', `/v1/cases/${id}/commands`, {
    type: 'SetFlags',
    add: ['secret'],
    remove: [],
    reason: '见纸质件',
  });
  expect(await statusOf(drugs(), id)).toBe(404);
  expect(caseIn(await drugs()('POST', '/v1/cases', own)).case).not.toBe(id);
});

it('an answer is told again only to whoever may still read it', async () => {
  const { roles } = (await office.system.rosters.read())!.roster;
  const me = roles.unitLiaison!.find(({ unit }) => unit === 'food')!;
  const give = () =>
    office.http({
      ...{ method: 'POST', path: `/v1/cases/${caseId}/commands`, headers: { 'idempotency-key': 'k-1' } },
      body: JSON.stringify(ACKNOWLEDGE),
      claims: { sub: me.id, name: me.name, role: 'unitLiaison', unit: 'food' },
    });
  expect((await give()).status).toBe(200);
  await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
    type: 'AssignUnit',
    unit: 'drugs',
  });
  expect(await give()).toMatchObject({ status: 404, body: { code: 'CASE_UNKNOWN' } });
});

it('a 涉密 case that cannot be read is there only for whoever may know of it', async () => {
  await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
    type: 'AssignUnit',
    unit: 'drugs',
  });
  const key = { pk: `CASE#${caseId}`, sk: 'LOG#000002' };
  await table.remove(key);
  await table.put({ ...key, entry: 'nothing' }, { absent: true });
  const at = office.now();
  office = await createOffice({ table });
  office.at(at);
  // On leave tonight, so not on duty: he reads all but what is 涉密.
  await changeRoster((roles) => {
    roles.dutyOfficer = [
      { ...roles.dutyOfficer![0]!, available: false } as never,
      { id: 'n', name: '夜班', mobile: '+8613800000066', available: true } as never,
    ];
  });
  for (const path of ['', '/log', '/schedule'])
    expect((await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}${path}`)).status).toBe(404);
  expect((await office.as('dutyOfficer')('GET', '/v1/cases')).body).toMatchObject({ damaged: [] });
  expect((await office.as('officeHead')('GET', `/v1/cases/${caseId}/log`)).status).toBe(200);
  expect((await office.as('officeHead')('GET', '/v1/cases')).body).toMatchObject({
    damaged: [{ case: caseId }],
  });
});

it('nobody acts in a post that the roster does not give him, whatever his token says', async () => {
  const claims = { sub: 'head-1', name: '负责人', role: 'officeHead' };
  const put = async (who: Record<string, string>) => {
    const { version, roster } = (await office.system.rosters.read())!;
    const body = JSON.stringify({ version, reason: '恢复职务', roles: roster.roles, confirmEmpty: true });
    return office.http({ method: 'PUT', path: '/v1/roster', claims: who, body });
  };
  await changeRoster((roles) => {
    roles.officeHead = [{ id: 'new', name: '新任', mobile: '+8613800000065', available: true } as never];
    roles.unitLiaison!.push({
      id: 'head-1',
      name: '负责人',
      mobile: '+8613800000064',
      unit: 'drugs',
      available: true,
    } as never);
  });
  expect(await put(claims)).toMatchObject({ status: 403, body: { code: 'POST_NOT_HELD' } });
  for (const role of ['unitHead', 'system', 'officeHead'])
    expect((await put({ sub: 'duty-1', name: 'x', role })).status).toBe(403);
  // In one unit by the roster, in another by his token.
  const [me] = (await office.system.rosters.read())!.roster.roles.unitLiaison!;
  const path = `/v1/cases/${caseId}/commands`;
  const other = { sub: me!.id, name: me!.name, role: 'unitLiaison', unit: 'drugs' };
  const told = await office.http({ method: 'POST', path, claims: other, body: JSON.stringify(ACKNOWLEDGE) });
  expect(told.status).toBe(403);
  // Who has left reads nothing either.
  await changeRoster((roles) => {
    roles.chiefLeader = [];
  });
  expect((await office.as('chiefLeader')('GET', '/v1/cases')).status).toBe(403);
});

it('an item on a unit’s list can be read, and does not say in which case it was', async () => {
  await office.push([plain('w', { unit: 'drugs' })]);
  const item = (await office.system.items.find('demo', 'w'))!;
  await office.system.items.put({ ...item, caseId, revision: item.revision + 1 });
  expect((await drugs()('GET', '/v1/items')).body).toMatchObject({ items: [{ id: 'w' }] });
  expect((await drugs()('GET', '/v1/items/demo/w')).body).toMatchObject({ id: 'w', case: null });
  expect((await office.as('officeHead')('GET', '/v1/items/demo/w')).body).toMatchObject({ case: caseId });
});

it('a feed hears nothing of the 涉密 case that has its item', async () => {
  const [open] = itemsIn(await office.push([grave('a', { flags: ['secret'] })]));
  expect(open).not.toHaveProperty('case');
  const [again] = itemsIn(await office.push([grave('a', { metrics: { views: 9 } })]));
  expect(again).not.toHaveProperty('case');
  // The same story, told without the mark, is another case: nothing of the first is kept to find it by.
  const [other] = itemsIn(await office.push([grave('b')]));
  expect(other).toHaveProperty('case');
  expect(other).not.toHaveProperty('joined');
});

it('looking at an item of a 涉密 case, and acting in one, is on record as reading it is', async () => {
  const item = plain('s');
  await office.push([item]);
  await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
    type: 'AttachItem',
    feed: 'demo',
    id: 's',
  });
  office.pass(24 * 60 * 60 * 1000);
  await office.as('chiefLeader')('GET', '/v1/items/demo/s');
  await office.as('unitLiaison', 'food')('POST', `/v1/cases/${caseId}/commands`, ACKNOWLEDGE);
  const { reads } = (await office.as('officeHead')('GET', `/v1/cases/${caseId}/reads`)).body as {
    reads: { at: string; role: { id: string } }[];
  };
  expect(
    reads
      .filter(({ at }) => at.startsWith('2026-03-03'))
      .map(({ role }) => role.id)
      .sort(),
  ).toEqual(['chiefLeader', 'unitLiaison']);
});
