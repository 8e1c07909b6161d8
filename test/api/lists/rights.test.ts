import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { isPerUnit, postsOf } from '../../../shared/regulations/lookup.ts';
import { createOffice, grave, type Office, plain } from '../../support/office.ts';
import type { Told } from '../../support/told.ts';
import { allPages, type Post } from './brute.ts';
import { openCase } from './desk.ts';
import type { MemoryTable } from './liar.ts';
import { giveAny, playStory, type Story } from './story.ts';

const LISTS: [string, string, Record<string, string>][] = [
  ['/v1/duties', 'duties', { of: 'all' }],
  ['/v1/duties', 'duties', { of: 'all', kind: 'climbed' }],
  ['/v1/duties', 'duties', { role: 'unitLiaison' }],
  ['/v1/cases', 'cases', { state: 'all' }],
  ['/v1/cases', 'cases', { state: 'open' }],
  ['/v1/orders', 'orders', {}],
  ['/v1/documents', 'documents', {}],
  ['/v1/items', 'items', {}],
  ['/v1/items', 'items', { feed: 'demo' }],
];

describe.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])('%s: lists show', (bureau) => {
  let story: Story;
  let table: MemoryTable;
  beforeAll(async () => {
    table = createMemoryTable();
    story = await playStory(bureau, table);
    const { office, regulation, cases } = story;
    await office.push([grave('g1'), plain('u', { unit: regulation.units[1]!.id })]);
    const [first] = cases;
    await giveAny(story, first!, { type: 'AttachItem', feed: 'demo', id: 'u' });
    // Another unit's, and of each unit a 涉密 one.
    for (const index of [0, 1]) {
      const unit = regulation.units[index]!.id;
      const source = { reference: `见纸质件:${index}号柜` };
      cases.push(await openCase(office, regulation, { title: '见纸质件', flags: ['secret'], unit, source }));
    }
    const all = table.records().flatMap(({ pk, sk }) => (sk === 'LOG#000001' ? [pk.slice(5)] : []));
    story.cases.splice(0, cases.length, ...all);
  });
  /** Every post; a unit's in each of three units. */
  const posts = (): Post[] => [
    ...postsOf(story.regulation).flatMap(({ id: role }): Post[] =>
      isPerUnit(story.regulation, role)
        ? story.regulation.units.slice(0, 3).map(({ id: unit }) => ({ role, unit }))
        : [{ role }],
    ),
  ];
  const statusOf = async (post: Post, caseId: string): Promise<number> =>
    (await story.office.as(post.role, post.unit)('GET', `/v1/cases/${caseId}`)).status;

  it('cases that are there for the reader, and all of them that are open', async () => {
    const counts = new Set<number>();
    for (const post of posts()) {
      const ask = story.office.as(post.role, post.unit);
      const readable = new Set<string>();
      for (const caseId of story.cases) if ((await statusOf(post, caseId)) === 200) readable.add(caseId);
      counts.add(readable.size);
      for (const [path, name, query] of LISTS) {
        const first = await ask('GET', path, undefined, query);
        if (first.status === 403) {
          expect([post, path, readable.size]).toEqual([post, path, 0]);
          continue;
        }
        const rows = await allPages<{ case: string | null }>(ask, [path, name], { limit: '13', ...query });
        const strange = rows.filter((row) => row.case !== null && !readable.has(row.case));
        expect([post, path, query, strange]).toEqual([post, path, query, []]);
        if (path === '/v1/cases' && query.state === 'all')
          expect([post, rows.map((row) => row.case).sort()]).toEqual([post, [...readable].sort()]);
      }
    }
    // The office reads all, a unit its own, who only administers none.
    expect(counts.size).toBeGreaterThan(3);
  });

  it('items that are there for the reader, and all that came for his unit', async () => {
    for (const post of posts()) {
      const ask = story.office.as(post.role, post.unit);
      if ((await ask('GET', '/v1/items')).status === 403) continue;
      const rows = await allPages<{ id: string; title: string }>(ask, ['/v1/items', 'items'], { limit: '2' });
      for (const { id } of rows)
        expect([post, id, (await ask('GET', `/v1/items/demo/${id}`)).status]).toEqual([post, id, 200]);
      const own = (await ask('GET', '/v1/items/demo/a')).status === 200;
      expect([post, rows.some(({ id }) => id === 'a')]).toEqual([post, own]);
    }
  });

  it('an item for the unit that a later delivery names', async () => {
    const [, , third] = story.regulation.units;
    const ask = story.office.as('unitLiaison', third!.id);
    const listed = async () =>
      (await allPages<{ id: string }>(ask, ['/v1/items', 'items'])).some(({ id }) => id === 'b');
    expect(await listed()).toBe(false);
    await story.office.push([plain('b', { unit: third!.id, metrics: { views: 9 } })]);
    expect((await ask('GET', '/v1/items/demo/b')).status).toBe(200);
    expect(await listed()).toBe(true);
  });

  it('nothing without a token, and nothing to a stranger', async () => {
    for (const [path, , query] of LISTS) {
      const bare: Told = await story.office.http({ method: 'GET', path, query });
      expect([path, bare.status]).toEqual([path, 401]);
      expect([path, (await story.office.as('mayor')('GET', path, undefined, query)).status]).toEqual([
        path,
        403,
      ]);
    }
  });

  it('no place of what one may not see, in no cursor', async () => {
    const legible = (cursor: string): string =>
      Buffer.from(cursor.split('.')[0]!, 'base64url').toString('latin1');
    for (const post of posts()) {
      const ask = story.office.as(post.role, post.unit);
      const hidden: string[] = [];
      for (const caseId of story.cases) if ((await statusOf(post, caseId)) !== 200) hidden.push(caseId);
      for (const [path, name, query] of LISTS) {
        let cursor: string | null = '';
        for (let page = 0; page < 60 && cursor !== null; page += 1) {
          const asked = { ...query, limit: '2', ...(cursor === '' ? {} : { cursor }) };
          const told = await ask('GET', path, undefined, asked);
          if (told.status !== 200) break;
          const body = told.body as { next: string | null } & Record<string, unknown[]>;
          cursor = body.next;
          const shown = cursor === null ? '' : `${cursor} ${legible(cursor)}`;
          expect([post, path, hidden.filter((caseId) => shown.includes(caseId))]).toEqual([post, path, []]);
          expect(body[name]!.length).toBeLessThan(3);
        }
      }
    }
  });
});

describe('a case that cannot be read', () => {
  let office: Office;
  let table: MemoryTable;
  let caseId: string;
  const open = async (): Promise<void> => {
    table = createMemoryTable();
    office = await createOffice({ table });
    caseId = await openCase(office, (await import('../../support/bureaus.ts')).leizhou, { unit: 'food' });
    const key = { pk: `CASE#${caseId}`, sk: 'LOG#000001' };
    await table.remove(key);
    await table.put({ ...key, entry: 'nothing' }, { absent: true });
    office = await createOffice({ table });
  };
  beforeAll(open);

  it.each([
    ['/v1/cases', {}],
    ['/v1/duties', { of: 'all' }],
  ] as [string, Record<string, string>][])(
    'is told of by %s to whom it may be, and to nobody else',
    async (path, query) => {
      const { roster, version } = (await office.system.rosters.read())!;
      // The man at the desk is on leave tonight: he reads all but what is 涉密.
      const roles = structuredClone(roster.roles);
      const [man] = roles.dutyOfficer!;
      roles.dutyOfficer = [
        { ...man!, available: false },
        { ...man!, id: 'night', mobile: '+8613800000066', available: true },
      ];
      await office.system.rosters.write({
        version: version + 1,
        roster: { roles },
        changedBy: 'test',
        changedAt: office.now(),
      });
      const damagedFor = async (role: string, unit?: string) =>
        ((await office.as(role, unit)('GET', path, undefined, query)).body as { damaged: { case: string }[] })
          .damaged;
      expect((await damagedFor('officeHead')).map((each) => each.case)).toEqual([caseId]);
      expect((await damagedFor('chiefLeader')).map((each) => each.case)).toEqual([caseId]);
      for (const [role, unit] of [
        ['dutyOfficer'],
        ['unitLiaison', 'food'],
        ['unitHead', 'drugs'],
        ['coordination'],
      ] as const)
        expect([role, await damagedFor(role, unit)]).toEqual([role, []]);
    },
  );
});
