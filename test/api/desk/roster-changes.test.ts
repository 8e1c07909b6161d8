import { beforeEach, describe, expect, it } from 'vitest';
import { RosterChangesReply } from '../../../shared/contracts/replies/bureau.ts';
import type { Person } from '../../../shared/contracts/roster.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { read } from '../../support/told.ts';

type Roles = Record<string, Person[]>;
const OTHER = '+8613800000098';

describe.each(['leizhou', 'nanning', 'yinzhou'])('%s: what became of the roster', (bureau) => {
  const regulation = regulations[bureau]!;
  const [unit, otherUnit] = regulation.units;
  const gets: string[] = [];
  let office: Office;
  let roles: Roles;
  beforeEach(async () => {
    const table = createMemoryTable();
    const get: typeof table.get = (key) => {
      if (key.pk === 'ROSTER') gets.push(key.sk);
      return table.get(key);
    };
    office = await createOffice({ regulation, table: { ...table, get } });
    roles = (await office.system.rosters.read())!.roster.roles;
  });
  const change = async (next: Roles, reason = '换岗'): Promise<void> => {
    const { version } = (await office.system.rosters.read())!;
    const body = { version, reason, confirmEmpty: true, roles: next };
    office.pass(60_000);
    expect((await office.as('officeHead')('PUT', '/v1/roster', body)).status).toBe(200);
    roles = next;
  };
  const pageOf = async (role: string, of?: string, query: Record<string, string> = {}) =>
    read(RosterChangesReply, await office.as(role, of)('GET', '/v1/roster/changes', undefined, query));
  const versionsOf = async (...given: Parameters<typeof pageOf>) => (await pageOf(...given)).versions;
  const headOf = (of: string): Person => roles.unitHead!.find((person) => person.unit === of)!;
  const withHead = (person: Person): Roles => ({
    ...roles,
    unitHead: roles.unitHead!.map((each) => (each.id === person.id ? person : each)),
  });

  it('is there from the first roster on, the newest first, with who changed it and why', async () => {
    const [officer] = roles.dutyOfficer!;
    const night = { ...officer!, id: 'night', name: '夜班', mobile: OTHER };
    await change({ ...roles, dutyOfficer: [officer!, night] }, '加一名夜班');
    await change({ ...roles, dutyOfficer: [night] }, '轮换');
    const versions = await versionsOf('officeHead');
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    const [newest, second, first] = versions;
    const [head] = roles.officeHead!;
    expect(newest).toMatchObject({ by: { id: head!.id, name: head!.name }, reason: '轮换' });
    expect(newest!.at).toBe('2026-03-02T08:02:00+08:00');
    const post = { id: 'dutyOfficer', name: regulation.roles.find(({ id }) => id === 'dutyOfficer')!.name };
    expect(newest!.changes).toEqual([
      {
        ...{ what: 'removed', whatText: '移除', role: post, unit: null, fields: [] },
        ...{ id: officer!.id, name: officer!.name },
      },
    ]);
    expect(second!.changes).toMatchObject([{ what: 'added', whatText: '增加', id: 'night', name: '夜班' }]);
    expect(first).toMatchObject({ by: { id: 'test', name: null }, reason: null });
    expect(first!.changes.every(({ what }) => what === 'added')).toBe(true);
  });

  it('says of who stayed what is written otherwise, and never a whole number', async () => {
    const head = headOf(unit!.id);
    await change(withHead({ ...head, mobile: OTHER, landline: '0759-1234567', available: false }));
    await change(withHead({ ...head, mobile: OTHER, landline: '0759-7654321' }));
    const told = await office.as('officeHead')('GET', '/v1/roster/changes');
    expect(JSON.stringify((told.body as RosterChangesReply).versions)).not.toMatch(/1\d{10}|\d{7}/);
    const [second, first] = read(RosterChangesReply, told).versions;
    expect(first!.changes).toMatchObject([
      {
        ...{ what: 'changed', whatText: '更改', id: head.id, unit: { id: unit!.id, name: unit!.name } },
        fields: [
          {
            field: 'mobile',
            fieldText: '手机号',
            before: `138****${head.mobile.slice(-4)}`,
            after: '138****0098',
          },
          { field: 'landline', fieldText: '固定电话', before: null, after: '**59-*****67' },
          { field: 'available', fieldText: '在岗', before: '在岗', after: '不在岗' },
        ],
      },
    ]);
    expect(second!.changes[0]!.fields.map(({ field }) => field)).toEqual(['landline', 'available']);
  });

  it('tells of a number whose change the mask hides', async () => {
    const head = headOf(unit!.id);
    const mobile = `+86138999${head.mobile.slice(-5)}`;
    await change(withHead({ ...head, mobile }));
    const [{ changes }] = (await versionsOf('officeHead')) as [RosterChangesReply['versions'][number]];
    const [{ fields }] = changes as [(typeof changes)[number]];
    expect(fields).toMatchObject([{ field: 'mobile' }]);
    expect(fields[0]!.before).toBe(fields[0]!.after);
  });

  it('is a unit’s of its own lines alone; a version that changed none of them is not there', async () => {
    await change(withHead({ ...headOf(otherUnit!.id), available: false }), '他股');
    await change(withHead({ ...headOf(unit!.id), available: false }), '本股');
    const versions = await versionsOf('unitLiaison', unit!.id);
    expect(versions.map(({ version }) => version)).toEqual([3, 1]);
    for (const { changes } of versions) for (const each of changes) expect(each.unit?.id).toBe(unit!.id);
    expect((await versionsOf('unitLiaison', otherUnit!.id)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await versionsOf('deputyLeader')).toHaveLength(3);
  });

  it('comes in pages, of which each reads its own versions and one more', async () => {
    const head = headOf(unit!.id);
    for (let index = 0; index < 9; index += 1)
      await change(withHead({ ...head, available: index % 2 === 1 }), `第${index}次`);
    const found: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      gets.length = 0;
      const page = await pageOf('officeHead', undefined, {
        limit: '2',
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(new Set(gets.filter((sk) => sk.startsWith('VERSION#'))).size).toBeLessThanOrEqual(3);
      found.push(...page.versions.map(({ version }) => version));
      cursor = page.next;
    }
    expect(found).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('is asked for like every list: a foreign cursor, a page too long, an unknown parameter are refused', async () => {
    const bad: Record<string, string>[] = [{ cursor: 'x' }, { limit: '201' }, { at: '2026-03-02' }];
    for (const query of bad)
      expect(await office.as('officeHead')('GET', '/v1/roster/changes', undefined, query)).toMatchObject({
        status: 422,
        body: { code: 'INVALID' },
      });
  });
});

it('is for who reads the roster, and for nobody who is no post of the bureau', async () => {
  const regulation = regulations.leizhou!;
  const authorities = regulation.authorities.map((each) =>
    each.command === 'ReadRoster' ? { ...each, roles: ['officeHead'] } : each,
  );
  const office = await createOffice({ regulation: { ...regulation, authorities } });
  const ask = (role: string) => office.as(role)('GET', '/v1/roster/changes');
  expect(await ask('dutyOfficer')).toMatchObject({ status: 403, body: { code: 'NOT_YOURS_TO_READ' } });
  expect(await ask('stranger')).toMatchObject({ status: 403, body: { code: 'ROLE_UNKNOWN' } });
  expect((await ask('officeHead')).status).toBe(200);
  const none = await createOffice({ roster: null });
  const told = await none.as('officeHead')('GET', '/v1/roster/changes');
  expect(told).toMatchObject({ status: 200, body: { versions: [], next: null } });
});
