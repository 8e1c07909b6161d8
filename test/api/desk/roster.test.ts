import { beforeEach, describe, expect, it } from 'vitest';
import { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { read, refusalIn } from '../../support/told.ts';
import { type Desk, openDesk } from './desk.ts';

let office: Desk['office'];
let officer: Desk['officer'];
let head: Desk['head'];
let refusals: Desk['refusals'];
beforeEach(async () => {
  ({ office, officer, head, refusals } = await openDesk());
});

describe('the roster', () => {
  const person = { id: 'a', name: '甲', mobile: '+8613800000001' };
  const night = { id: 'n', name: '夜班', mobile: '+8613800000099' };
  const put = (body: object, by = head) =>
    by('PUT', '/v1/roster', { reason: '人员轮换', confirmEmpty: true, ...body });

  it('is changed from the version that was read, and names empty roles', async () => {
    const { officeHead, dutyOfficer } = (await office.system.rosters.read())!.roster.roles;
    const needed = { officeHead: officeHead!, dutyOfficer: dutyOfficer! };
    const told = await put({ version: 1, roles: needed });
    expect(told).toMatchObject({ status: 200, body: { version: 2 } });
    expect(read(RosterReply, told).emptyRoles.map(({ id }) => id)).toContain('deputyLeader');
    const roster = read(RosterReply, await officer('GET', '/v1/roster'));
    expect(roster).toMatchObject({ version: 2, roles: { officeHead: [{ id: 'head-1', available: true }] } });
    expect(roster.emptyRoles.map(({ id }) => id)).toContain('deputyLeader');
    expect(await put({ version: 1, roles: { ...needed, operator: [person] } })).toMatchObject({
      status: 409,
      body: { code: 'ROSTER_CHANGED' },
    });
    expect(await put({ version: 1, roles: needed })).toMatchObject({ status: 200 });
    expect(await office.system.rosters.history()).toHaveLength(2);
  });

  it('keeps an id its person’s for good, also when he has left: what waits for his word waits under it', async () => {
    const { roles } = (await office.system.rosters.read())!.roster;
    const [deputy] = roles.deputyLeader!;
    const other = { ...deputy!, name: '另一人', mobile: '+8613800000098' };
    const refused = await put({ version: 1, roles: { ...roles, deputyLeader: [other] } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'PERSON_TWICE' } });
    expect(refusalIn(refused).message).toBe(
      `人员编号“${deputy!.id}”是“${deputy!.name}”的,不能再给“另一人”;确为同一人的,请姓名、号码分两次更改`,
    );
    expect((await put({ version: 1, roles: { ...roles, deputyLeader: [] } })).status).toBe(200);
    expect((await put({ version: 2, roles: { ...roles, deputyLeader: [other] } })).status).toBe(422);
    for (const [version, change] of [
      [2, { mobile: other.mobile }],
      [3, { mobile: other.mobile, name: other.name }],
    ] as const)
      expect(
        (await put({ version, roles: { ...roles, deputyLeader: [{ ...deputy!, ...change }] } })).status,
      ).toBe(200);
  });

  it('is edited by the head of the office and the operator only', async () => {
    const { roles } = (await office.system.rosters.read())!.roster;
    expect((await put({ version: 1, roles }, office.as('operator'))).status).toBe(200);
    expect(await put({ version: 2, roles: {} }, officer)).toMatchObject({
      status: 403,
      body: { code: 'ROLE_NOT_ALLOWED' },
    });
    expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual(['ROLE_NOT_ALLOWED']);
  });

  it.each([
    ['13800000077', '+8613800000077'],
    ['138 0000 0077', '+8613800000077'],
    ['138-0000-0077', '+8613800000077'],
    ['0086 13800000077', '+8613800000077'],
    ['+86(138)00000077', '+8613800000077'],
    ['13800000077', '+8613800000077'],
  ])('reads a mobile number written as %s', async (mobile, number) => {
    const { roles } = (await office.system.rosters.read())!.roster;
    const chiefLeader = [{ ...roles.chiefLeader![0]!, mobile }];
    expect((await put({ version: 1, roles: { ...roles, leadingGroup: [], chiefLeader } })).status).toBe(200);
    expect((await office.system.rosters.read())!.roster.roles.chiefLeader![0]!.mobile).toBe(number);
  });

  it.each([
    ['0759-1234567', '0759-1234567', '**59-*****67'],
    ['(0759)1234567', '0759-1234567', '**59-*****67'],
    ['0759 1234567', '0759-1234567', '**59-*****67'],
    ['+86-759-1234567', '0759-1234567', '**59-*****67'],
    ['010-12345678-801', '010-12345678-801', '*10-******78-*01'],
    ['02012345678', '020-12345678', '*20-******78'],
  ])('reads a landline written as %s', async (landline, number, masked) => {
    const { roles } = (await office.system.rosters.read())!.roster;
    const dutyOfficer = [{ ...roles.dutyOfficer![0]!, landline }];
    expect((await put({ version: 1, roles: { ...roles, dutyOfficer } })).status).toBe(200);
    const shown = read(RosterReply, await office.as('deputyLeader')('GET', '/v1/roster'));
    expect(shown.roles.dutyOfficer![0]!.landline).toBe(masked);
    const { dutyOfficer: kept } = (await office.system.rosters.read())!.roster.roles;
    expect(kept![0]!.landline).toBe(number);
  });

  it('tells whom a change concerns, at the old number and at the new one', async () => {
    const before = (await office.system.rosters.read())!;
    const roles = structuredClone(before.roster.roles);
    const [moved] = roles.deputyLeader!;
    const old = moved!.mobile;
    moved!.mobile = '+8613800000098';
    expect((await put({ version: 1, roles })).status).toBe(200);
    await office.notify();
    expect(office.sent.map(({ to }) => to).sort()).toEqual([old, '+8613800000098'].sort());
    for (const { message } of office.sent) expect(message.text).toContain('岗位或手机号有变动');
  });

  it.each([
    ['a short number', { officeHead: [{ ...person, mobile: '+861380000' }] }, '手机号应为11位号码'],
    ['a foreign number', { officeHead: [{ ...person, mobile: '+4915112345678' }] }, '手机号'],
    ['a number of eight digits', { officeHead: [{ ...person, mobile: '13800000' }] }, '手机号应为11位号码'],
    [
      'a landline for a mobile',
      { officeHead: [{ ...person, mobile: '0759-1234567' }] },
      '手机号应为11位号码',
    ],
    ['a landline without its area', { officeHead: [{ ...person, landline: '1234567' }] }, '固定电话应为区号'],
    ['an unknown role', { mayor: [person] }, '岗位“mayor”不在本局制度规定之列;可选:'],
    ['a superior', { zhanjiang: [person] }, '岗位“zhanjiang”'],
    ['no unit where one belongs', { unitHead: [person] }, '股室缺少或不存在;可选:'],
    ['an unknown unit', { unitHead: [{ ...person, unit: 'x' }] }, '股室缺少或不存在'],
    ['a unit where none belongs', { officeHead: [{ ...person, unit: 'food' }] }, '不应填写'],
    ['a person twice', { officeHead: [person, { ...person, name: '乙' }] }, '人员编号“a”重复'],
    [
      'one id for two telephones',
      { officeHead: [person], operator: [{ ...person, mobile: '+8613800000002' }] },
      '人员编号“a”',
    ],
    ['nobody on duty', { officeHead: [person] }, '至少各有一名在岗的局办公室值班员(舆情管理人员)'],
    ['no head of the office', { dutyOfficer: [night] }, '至少各有一名在岗的局办公室负责人'],
    [
      'a person on duty who is on leave',
      { officeHead: [person], dutyOfficer: [{ ...night, available: false }] },
      '至少各有一名在岗的局办公室值班员(舆情管理人员)',
    ],
    ['an unknown field', { officeHead: [{ ...person, age: 5 }] }, '不认识的字段:age'],
  ])('with %s is refused', async (_, roles, message) => {
    const told = await put({ version: 1, roles });
    expect(told.status).toBe(422);
    expect(refusalIn(told).message).toContain(message);
    expect((await office.system.rosters.read())?.version).toBe(1);
  });
});

describe('a change of the roster', () => {
  const roles = async () => (await office.system.rosters.read())!.roster.roles;
  const put = (body: object) => head('PUT', '/v1/roster', body);

  it('needs a reason, which is read with it', async () => {
    const without = await put({ version: 1, roles: await roles() });
    expect(without).toMatchObject({ status: 422, body: { problems: [{ field: 'reason' }] } });
    expect(refusalIn(without).message).toContain('须写明更改名册的理由');
    expect((await put({ version: 1, reason: '夜班轮换', roles: await roles() })).status).toBe(200);
    expect(read(RosterReply, await head('GET', '/v1/roster')).changed).toEqual({
      ...{ at: '2026-03-02T08:00:00+08:00', by: 'head-1', reason: '夜班轮换' },
    });
  });

  it('that leaves a post to nobody is refused, and says which, until that is meant', async () => {
    const { coordination, ...rest } = await roles();
    const onLeave = rest.unitHead!.map((each) =>
      each.unit === 'food' ? { ...each, available: false } : each,
    );
    expect(coordination).toBeDefined();
    const emptied = { version: 1, reason: '轮换', roles: { ...rest, unitHead: onLeave } };
    const told = await put(emptied);
    expect(told).toMatchObject({ status: 409, body: { code: 'ROSTER_EMPTIES_POST' } });
    expect(refusalIn(told).message).toBe(
      '更改后下列岗位无人在岗:食品安全监管股·责任股室负责人、协调与应急股;确属如此的,请确认空缺后再提交',
    );
    expect((await put({ ...emptied, confirmEmpty: true })).status).toBe(200);
    // What was empty already is not asked about again.
    expect((await put({ ...emptied, version: 2 })).status).toBe(200);
    // 值班员 and 办公室负责人 never are (R36).
    const { dutyOfficer: _, ...nobody } = await roles();
    const never = await put({ version: 3, reason: '轮换', confirmEmpty: true, roles: nobody });
    expect(never).toMatchObject({ status: 422, body: { code: 'ROSTER_WITHOUT_DUTY' } });
  });

  it('leaves legible who held what at any instant', async () => {
    const before = await roles();
    const [moved] = structuredClone(before.chiefLeader!);
    office.at('2026-05-01T02:00:00.000Z');
    const chiefLeader = [{ ...moved!, id: 'chief-2', name: '新任', mobile: '+8613800000088' }];
    expect(
      (
        await put({
          version: 1,
          reason: '换届',
          roles: { ...before, leadingGroup: [], chiefLeader },
          confirmEmpty: true,
        })
      ).status,
    ).toBe(200);
    office.at('2028-05-01T02:00:00.000Z');
    const held = async (at: string) => {
      const { version, roles: then } = read(RosterReply, await head('GET', '/v1/roster', undefined, { at }));
      return `${version} ${then.chiefLeader?.[0]?.id}`;
    };
    expect(await held('2026-03-02T00:00:00.000Z')).toBe('1 chief-1');
    expect(await held('2026-05-01 09:59:59')).toBe('1 chief-1');
    expect(await held('2026-05-01 10:00')).toBe('2 chief-2');
    expect(await held('2020-01-01')).toBe('0 undefined');
    expect((await head('GET', '/v1/roster', undefined, { at: '昨天' })).status).toBe(422);
  });
});
