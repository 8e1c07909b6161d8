import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadsReply, RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { caseIn, logIn } from '../../support/told.ts';

const CALLER = '+8613800000099';
const note = {
  title: '群众来电反映某超市销售过期食品',
  text: '多人食用后身体不适',
  call: { caller: '某家长', number: CALLER },
  sources: [{ kind: 'monitored' }],
  level: 'yellow',
  unit: 'food',
};

let office: Office;
let caseId: string;
beforeEach(async () => {
  office = await createOffice();
  caseId = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', note)).case;
});
const liaison = () => office.as('unitLiaison', 'food');
const give = (by: ReturnType<Office['as']>, command: object) =>
  by('POST', `/v1/cases/${caseId}/commands`, command);
/** Who stands in the roster as it is shown, by id, with his number. */
const linesFor = async (by: ReturnType<Office['as']>): Promise<Record<string, string>> => {
  const { roles } = (await by('GET', '/v1/roster')).body as RosterReply;
  return Object.fromEntries(
    Object.values(roles)
      .flat()
      .map(({ id, mobile }) => [id, mobile]),
  );
};

describe('the numbers of a roster', () => {
  it('of those whom a unit has to call are shown to it until they are reached (办法第十六条)', async () => {
    const full = await linesFor(office.as('dutyOfficer'));
    const chief = (await office.system.rosters.read())!.roster.roles.chiefLeader![0]!;
    expect((await linesFor(liaison()))[chief.id]).toBeUndefined();
    // The unit reports to the leaders once it has been warned.
    await give(office.as('dutyOfficer'), { type: 'ReleaseWarning', duty: 'warnUnits' });
    await office.notify(caseId);
    office.pass(60_000);
    await office.notify();
    expect((await linesFor(liaison()))[chief.id]).toBe(full[chief.id]);
    expect((await linesFor(office.as('unitLiaison', 'drugs')))[chief.id]).toBeUndefined();
    const report = {
      ...{ type: 'FileReport', kind: 'first', form: 'telephone', summary: '已到现场', post: '值班室' },
      to: ['chiefLeader', 'deputyLeader', 'officeHead'],
    };
    expect((await give(liaison(), report)).status).toBe(200);
    expect((await linesFor(liaison()))[chief.id]).toBeUndefined();
  });

  it('are a unit’s own lines, its own number in full and its colleagues’ masked', async () => {
    const shown = await linesFor(office.as('unitLiaison', 'drugs'));
    const { roles } = (await office.system.rosters.read())!.roster;
    const own = [...roles.unitLiaison!, ...roles.unitHead!].filter(({ unit }) => unit === 'drugs');
    expect(Object.keys(shown).sort()).toEqual(own.map(({ id }) => id).sort());
    const [me] = own;
    expect(shown[me!.id]).toBe(me!.mobile);
    for (const { id, mobile } of own.slice(1)) expect(shown[id]).toBe(`138****${mobile.slice(-4)}`);
  });

  it('are masked for a leader, but for his own', async () => {
    const shown = await linesFor(office.as('deputyLeader'));
    const { roles } = (await office.system.rosters.read())!.roster;
    const [me] = roles.deputyLeader!;
    expect(shown[me!.id]).toBe(me!.mobile);
    expect(shown[roles.dutyOfficer![0]!.id]).toMatch(/^138\*{4}\d{4}$/);
    // A roster that was read with masks cannot be written.
    const read = (await office.as('deputyLeader')('GET', '/v1/roster')).body as RosterReply;
    const body = { version: read.version, roles: read.roles };
    expect((await office.as('officeHead')('PUT', '/v1/roster', body)).status).toBe(422);
  });
});

describe('the number of who called', () => {
  it.each([
    ['dutyOfficer', undefined, CALLER],
    ['officeHead', undefined, CALLER],
    ['unitLiaison', 'food', '138****0099'],
    ['chiefLeader', undefined, '138****0099'],
  ])('is shown to %s %s as %s, in the case and in its log', async (role, unit, number) => {
    const by = office.as(role, unit);
    const { body } = await by('GET', `/v1/cases/${caseId}`);
    expect(body).toMatchObject({ note: { call: { caller: '某家长', number } } });
    const log = logIn(await by('GET', `/v1/cases/${caseId}/log`));
    expect(log.intact).toBe(true);
    expect(JSON.stringify(log).includes(CALLER)).toBe(number === CALLER);
    expect(JSON.stringify(log)).toContain('某家长');
  });

  it('is masked in the answer to a unit’s command', async () => {
    const told = await give(liaison(), { type: 'Acknowledge' });
    expect(told).toMatchObject({ status: 200, body: { note: { call: { number: '138****0099' } } } });
  });
});

it('协调与应急股 reads a case of 红, and none below (办法第二十一条(二))', async () => {
  const by = office.as('coordination');
  expect((await by('GET', `/v1/cases/${caseId}`)).status).toBe(403);
  const raise = {
    type: 'ChangeLevel',
    level: 'red',
    reason: '多地转载',
    authority: 'change',
  };
  expect((await give(office.as('officeHead'), raise)).status).toBe(200);
  expect((await by('GET', `/v1/cases/${caseId}`)).status).toBe(200);
});

/** A 涉密 case as it is entered: nothing of it but its flag. */
const secret = {
  title: '见纸质件',
  sources: note.sources,
  level: 'yellow',
  unit: 'food',
  flags: ['secret'],
};

it('who first reads a 涉密 case on a day is on record, and nothing of it in its log', async () => {
  const { case: id, version } = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', secret));
  const look = async (role: string, unit?: string) =>
    (await office.as(role, unit)('GET', `/v1/cases/${id}`)).status;
  const reads = async () =>
    ((await office.as('officeHead')('GET', `/v1/cases/${id}/reads`)).body as ReadsReply).reads.map(
      ({ at, role }) => `${at.slice(0, 16)} ${role.id}`,
    );
  expect([await look('chiefLeader'), await look('unitLiaison', 'drugs'), await look('chiefLeader')]).toEqual([
    200, 404, 200,
  ]);
  expect(await reads()).toEqual(['2026-03-02T08:00 chiefLeader']);
  // The day is the bureau's: midnight is 16:00 UTC.
  office.at('2026-03-02T15:59:59.000Z');
  await look('chiefLeader');
  office.at('2026-03-02T16:00:00.000Z');
  await look('chiefLeader');
  await office.as('unitHead', 'food')('GET', `/v1/cases/${id}/log`);
  expect(await reads()).toEqual([
    '2026-03-02T08:00 chiefLeader',
    '2026-03-03T00:00 chiefLeader',
    '2026-03-03T00:00 unitHead',
  ]);
  expect((await office.system.cases.load(id))!.version).toBe(version);
  expect((await office.as('dutyOfficer')('GET', `/v1/cases/${id}/reads`)).status).toBe(403);
});

it('a unit that a 批示 asks reads the case, also a 涉密 one, and not before', async () => {
  const { case: id } = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', secret));
  const asked = office.as('unitHead', 'drugs');
  const seen = async () => [
    (await asked('GET', `/v1/cases/${caseId}`)).status,
    (await asked('GET', `/v1/cases/${id}`)).status,
  ];
  expect(await seen()).toEqual([403, 404]);
  const instruct = {
    ...{ type: 'RecordInstruction', from: 'bureau', text: '见纸质件', task: '见纸质件' },
    ...{ deadline: '2026-03-03 12:00', to: { role: 'unitHead', unit: 'drugs' } },
  };
  for (const each of [caseId, id]) {
    const told = await office.as('chiefLeader')('POST', `/v1/cases/${each}/commands`, instruct);
    expect(told.status, JSON.stringify(told.body)).toBe(200);
  }
  expect(await seen()).toEqual([200, 200]);
});
