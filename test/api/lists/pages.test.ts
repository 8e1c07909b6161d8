import { beforeAll, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, type Office, plain } from '../../support/office.ts';
import { allPages } from './brute.ts';
import { fieldsIn, openCase } from './desk.ts';

const ROUTES = [
  ['/v1/cases', 'cases'],
  ['/v1/duties?of=all', 'duties'],
  ['/v1/orders', 'orders'],
  ['/v1/documents', 'documents'],
  ['/v1/items', 'items'],
  ['/v1/refusals', 'refusals'],
  ['log', 'entries'],
  ['texts', 'texts'],
] as const;
type Body = Record<string, unknown[]> & { next: string | null };

describe.each(['leizhou', 'yinzhou'])('%s: pages', (bureau) => {
  const regulation = regulations[bureau]!;
  let office: Office;
  let caseId: string;
  const pathOf = (path: string): string => (path.startsWith('/') ? path : `/v1/cases/${caseId}/${path}`);
  /** A route may have a query of its own, which is asked with every other. */
  const askAs =
    (role = 'officeHead') =>
    (method: string, route: string, _?: unknown, query: Record<string, string> = {}) => {
      const [path = '', own] = pathOf(route).split('?');
      return office.as(role)(method, path, undefined, {
        ...Object.fromEntries(new URLSearchParams(own)),
        ...query,
      });
    };
  const ask = (path: string, query: Record<string, string> = {}, role = 'officeHead') =>
    askAs(role)('GET', path, undefined, query);
  const pageOf = async (path: string, query: Record<string, string> = {}): Promise<Body> => {
    const told = await ask(path, query);
    expect([path, query, told.status]).toEqual([path, query, 200]);
    return told.body as Body;
  };

  beforeAll(async () => {
    office = await createOffice({ regulation });
    for (let index = 0; index < 5; index += 1) {
      const unit = regulation.units[0]!.id;
      caseId = await openCase(office, regulation, { key: `k-${index}`, title: `来信之${index}`, unit });
      office.pass(60_000);
    }
    const fields = Object.fromEntries(
      regulation.documents.flatMap((each) => each.fields).map((each) => [each, '已核实']),
    );
    for (const { id } of regulation.documents)
      for (const reason of ['未按时办理', '处置不当']) {
        const path = `/v1/cases/${caseId}/commands`;
        await office.as('officeHead')('POST', path, { type: 'DraftSupervisionOrder', reason });
        const own = regulation.documents.find((each) => each.id === id)!.fields;
        const given = Object.fromEntries(Object.entries(fields).filter(([field]) => own.includes(field)));
        await office.as('officeHead')('POST', path, { type: 'IssueDocument', document: id, fields: given });
      }
    await office.notify(caseId);
    await office.notify();
    for (const id of ['a', 'b', 'c']) await office.push([plain(id)]);
    for (const role of ['operator', 'mayor']) await ask('/v1/cases', {}, role);
    await office.push([plain('d')], { secret: 'whsec_d3Jvbmd3cm9uZ3dyb25nd3Jvbmd3cm9uZ3dyb25n' });
  });

  it.each(ROUTES)('of %s: one row a page gives all of them, each once', async (path, rows) => {
    const whole = await pageOf(path, { limit: '200' });
    if (
      rows !== 'orders' ||
      regulation.authorities.some(({ command }) => command === 'DraftSupervisionOrder')
    )
      expect(whole[rows]!.length).toBeGreaterThan(rows === 'documents' ? 0 : 1);
    expect(whole.next).toBeNull();
    for (const limit of ['1', '2', '3']) {
      const paged = await allPages<unknown>(askAs(), [path, rows], { limit });
      expect(paged).toEqual(whole[rows]);
    }
  });

  it.each(ROUTES)('of %s: a length that is none is refused', async (path) => {
    for (const limit of ['0', '201', '10000', '9999999', 'x', '1.5', '-1', '', ' 5', '1e2', '１', '5,5'])
      expect([limit, fieldsIn(await ask(path, { limit }))]).toEqual([limit, [422, 'INVALID', ['limit']]]);
    for (const limit of ['1', '200', '007']) expect((await ask(path, { limit })).status).toBe(200);
  });

  it.each(ROUTES)('of %s: a cursor that is none is refused', async (path, rows) => {
    const { next } = await pageOf(path, { limit: '1' });
    // Where a bureau has no such rows there is no cursor either.
    const cursor = next ?? (await pageOf('/v1/cases', { limit: '1' })).next!;
    const changed = (index: number): string =>
      cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
    const bad = [
      ...[
        '',
        'x',
        '.',
        'null',
        '0',
        '1',
        '%',
        '中文',
        `${cursor}=`,
        `${cursor} `,
        ` ${cursor}`,
        cursor + cursor,
      ],
      ...[cursor.slice(0, -1), cursor.slice(1), cursor.slice(0, 22), 'a'.repeat(2000), 'a'.repeat(10_000)],
      ...Array.from(cursor, (_, index) => changed(index)),
      Buffer.from('["",0]').toString('base64url'),
    ];
    for (const each of bad)
      expect([each, fieldsIn(await ask(path, { cursor: each }))]).toEqual([
        each,
        [422, 'INVALID', ['cursor']],
      ]);
    if (next === null) expect(rows).toBe('orders');
  });

  it('a cursor is worth something only where it was given', async () => {
    const cursors = new Map<string, string>();
    for (const [path] of ROUTES) {
      const { next } = await pageOf(path, { limit: '1' });
      if (next !== null) cursors.set(path, next);
    }
    expect(cursors.size).toBeGreaterThan(6);
    for (const [from, cursor] of cursors)
      for (const [path] of ROUTES) {
        const told = await ask(path, { cursor });
        expect([from, path, told.status]).toEqual([from, path, from === path ? 200 : 422]);
      }
    const others: [string, Record<string, string>, Record<string, string>][] = [
      ['/v1/cases', {}, { state: 'all' }],
      ['/v1/cases', { title: '来信' }, { title: '来信之' }],
      ['/v1/cases', { from: '2026-03-01' }, { from: '2026-03-02' }],
      ['/v1/duties', { of: 'all' }, {}],
      ['/v1/duties', { of: 'all' }, { of: 'all', overdue: '' }],
      ['/v1/items', {}, { feed: 'demo' }],
      ['/v1/refusals', {}, { code: 'NOT_YOURS_TO_READ' }],
    ];
    for (const [path, one, other] of others) {
      const { next } = await pageOf(path, { limit: '1', ...one });
      expect((await ask(path, { ...one, limit: '50', cursor: next! })).status).toBe(200);
      expect(fieldsIn(await ask(path, { ...other, cursor: next! }))).toEqual([422, 'INVALID', ['cursor']]);
    }
    const { next } = await pageOf('log', { limit: '1' });
    const other = await openCase(office, regulation, { key: 'other' });
    expect(fieldsIn(await ask(`/v1/cases/${other}/log`, { cursor: next! }))).toEqual([
      422,
      'INVALID',
      ['cursor'],
    ]);
    // His own tasks are another list for everybody.
    const { next: mine } = (await ask('/v1/duties', { limit: '1' }, 'dutyOfficer')).body as Body;
    if (mine !== null)
      expect(fieldsIn(await ask('/v1/duties', { cursor: mine }))).toEqual([422, 'INVALID', ['cursor']]);
  });

  it('of items whose ids are as long as they may be go on all the same', async () => {
    const other = await createOffice({ regulation });
    const ids = ['一', '"', '#', '😀'].map((each) => each.repeat(each === '😀' ? 100 : 200));
    for (const id of ids) expect((await other.push([plain(id)])).status).toBe(200);
    const rows = await allPages<{ id: string }>(other.as('officeHead'), ['/v1/items', 'items'], {
      limit: '1',
    });
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('the same page again is the same', async () => {
    for (const [path, rows] of ROUTES) {
      const { next } = await pageOf(path, { limit: '1' });
      if (next === null) continue;
      const [first, again] = [await pageOf(path, { cursor: next }), await pageOf(path, { cursor: next })];
      expect([first[rows], first.next]).toEqual([again[rows], again.next]);
    }
  });

  it('what comes in between pages moves none of them: no row twice, none lost', async () => {
    const before = (await pageOf('/v1/cases', { limit: '200' })).cases as { case: string }[];
    const shown: string[] = [];
    let cursor: string | null | undefined;
    for (let index = 0; cursor !== null; index += 1) {
      const page = await pageOf('/v1/cases', { limit: '2', ...(cursor === undefined ? {} : { cursor }) });
      shown.push(...(page.cases as { case: string }[]).map((row) => row.case));
      await openCase(office, regulation, { key: `between-${index}` });
      office.pass(1000);
      cursor = page.next;
    }
    expect(shown).toEqual(before.map((row) => row.case));
    const tasks = await allPages(office.as('officeHead'), ['/v1/duties', 'duties'], {
      of: 'all',
      limit: '3',
    });
    expect(new Set(tasks.map((each) => JSON.stringify(each))).size).toBe(tasks.length);
  });
});
