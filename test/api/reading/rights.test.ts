import { beforeAll, describe, expect, it } from 'vitest';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, postsOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { BY_HAND, COLUMNS, type Column, type Row, type Status } from './by-hand.ts';
import { openReadingDesk, personIn, ROUTES, type RouteName } from './reading-desk.ts';

/** What the table of a bureau's data says, row by row: for the bureaus whose table nobody wrote by hand. */
const generated = (regulation: Regulation, role: string): Row => {
  const has = (right: string): boolean => giversOf(regulation, right).includes(role);
  const isUnits = isPerUnit(regulation, role);
  const statusOf = (route: RouteName, column: Column): Status => {
    if (!has('ReadCases') || (route === 'reads' && !has('ReadSecretCases'))) return 403;
    if (column === 'none') return 404;
    const isOwn = ['own', 'secretOwn', 'concluded'].includes(column);
    const isSecret = column.startsWith('secret');
    const knows = isUnits ? isOwn : !isSecret || has('ReadSecretCases') || role === regulation.onDuty;
    return knows ? 200 : isSecret || route === 'item' ? 404 : 403;
  };
  const row = (route: RouteName): Record<Column, Status> =>
    Object.fromEntries(COLUMNS.map((column) => [column, statusOf(route, column)])) as Record<Column, Status>;
  const allowed = (right: string): Status => (has(right) ? 200 : 403);
  return {
    ...{
      case: row('case'),
      schedule: row('schedule'),
      log: row('log'),
      reads: row('reads'),
      item: row('item'),
    },
    list: allowed('ReadCases'),
    items: allowed('ReadCases'),
    refusals: allowed('ReadRefusals'),
    roster: allowed('ReadRoster'),
    regulation: postsOf(regulation).some(({ id }) => id === role) ? 200 : 403,
    numbers: !has('ReadRoster') ? null : has('ReadNumbers') ? 'all' : 'masked',
  };
};
const rowsOf = (bureau: string): readonly (readonly [string, Row])[] => {
  const regulation = regulations[bureau]!;
  const byHand = (BY_HAND as Readonly<Record<string, Readonly<Record<string, Row>>>>)[bureau];
  if (byHand !== undefined) return Object.entries(byHand);
  return [...postsOf(regulation).map(({ id }) => id), 'mayor'].map((role) => [
    role,
    generated(regulation, role),
  ]);
};

const GLOBAL = ['list', 'items', 'refusals', 'roster', 'regulation'] as const;
const PATHS = { list: '/v1/cases', items: '/v1/items' } as const;

describe.each(Object.keys(regulations))('%s', (bureau) => {
  let desk: Awaited<ReturnType<typeof openReadingDesk>>;
  beforeAll(async () => {
    desk = await openReadingDesk(bureau);
  });

  it('has every post in its table', () => {
    const posts = postsOf(regulations[bureau]!).map(({ id }) => id);
    expect(
      rowsOf(bureau)
        .map(([role]) => role)
        .sort(),
    ).toEqual([...posts, 'mayor'].sort());
  });

  it.each(rowsOf(bureau))('%s reads what is his, and nothing else', async (role, row) => {
    const read = personIn(desk.office, desk.regulation, role);
    const told: Record<string, unknown> = {};
    for (const route of ROUTES) {
      const statuses: Partial<Record<Column, number>> = {};
      for (const column of COLUMNS) statuses[column] = (await read('GET', desk.pathOf(route, column))).status;
      told[route] = statuses;
    }
    for (const name of GLOBAL)
      told[name] = (await read('GET', name in PATHS ? PATHS[name as 'list'] : `/v1/${name}`)).status;
    const { numbers, ...statuses } = row;
    expect(told).toEqual(statuses);
    const roster = await read('GET', '/v1/roster');
    if (numbers === null) return;
    const shown = Object.values((roster.body as RosterReply).roles).flat();
    expect(shown.length).toBeGreaterThan(0);
    const masked = shown.filter(({ mobile }) => mobile.includes('*'));
    if (numbers === 'all') expect(masked).toEqual([]);
    else expect(masked.length).toBeGreaterThan(0);
    for (const { mobile } of shown) expect(mobile).toMatch(/^(\+861\d{10}|1\d\d\*{4}\d{4})$/);
  });

  it('the list has what is his, as what it is about has', async () => {
    for (const [role, row] of rowsOf(bureau)) {
      if (row.list !== 200) continue;
      const read = personIn(desk.office, desk.regulation, role);
      const shown: string[] = [];
      for (const state of ['open', 'concluded'])
        shown.push(
          ...(
            (await read('GET', '/v1/cases', undefined, { state })).body as { cases: { case: string }[] }
          ).cases.map((each) => each.case),
        );
      const expected = COLUMNS.filter((column) => row.case[column] === 200).map(
        (column) => desk.numbers[column],
      );
      expect([role, [...new Set(shown)].sort()]).toEqual([role, expected.sort()]);
    }
  });

  it('a 涉密 case that he may not know of is answered as a number that is not there', async () => {
    const read = personIn(desk.office, desk.regulation, 'unitLiaison');
    for (const route of ROUTES.filter((each) => each !== 'item')) {
      const { requestId: _, ...hidden } = (await read('GET', desk.pathOf(route, 'secretOther')))
        .body as object & {
        requestId: string;
      };
      const { requestId: __, ...none } = (await read('GET', desk.pathOf(route, 'none'))).body as object & {
        requestId: string;
      };
      expect(hidden).toEqual(none);
    }
    const given = async (column: Column) =>
      (await read('POST', `${desk.pathOf('case', column)}/commands`, { type: 'Acknowledge' })).status;
    expect(await given('secretOther')).toBe(await given('none'));
  });
});
