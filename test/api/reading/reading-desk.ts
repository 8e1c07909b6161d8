import { regulations } from '../../../shared/regulations/index.ts';
import { clockedLevels, giversOf, isPerUnit, mayGive } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createOffice, type Office, plain } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';
import type { Column } from './by-hand.ts';

export const ROUTES = ['case', 'schedule', 'log', 'reads', 'item'] as const;
export type RouteName = (typeof ROUTES)[number];

/** Whose a case is, and how it stands. */
const CASES: Readonly<Record<Exclude<Column, 'none'>, { unit: 0 | 1; secret?: true; concluded?: true }>> = {
  own: { unit: 0 },
  other: { unit: 1 },
  secretOwn: { unit: 0, secret: true },
  secretOther: { unit: 1, secret: true },
  concluded: { unit: 0, concluded: true },
  concludedOther: { unit: 1, concluded: true },
};

/** Somebody who may open a case at its gravest level and give it to a unit. */
const openerOf = (regulation: Regulation, level: string): string =>
  giversOf(regulation, 'OpenCase', level).find(
    (role) => !isPerUnit(regulation, role) && mayGive(regulation, role, 'AssignUnit', level),
  )!;

/** A bureau with a case of each kind, and an item in each. */
export const openReadingDesk = async (bureau: string) => {
  const regulation = regulations[bureau]!;
  const office = await createOffice({ regulation });
  const { cases, items } = office.system;
  // The last but one, since a post may read those of the gravest alone.
  const level = clockedLevels(regulation).at(-2)!.id;
  const opener = openerOf(regulation, level);
  const source = regulation.sources.find(({ from }) => from === null)!.id;
  await office.push([plain('template')]);
  const template = (await items.find('demo', 'template'))!;
  const numbers: Partial<Record<Column, string>> = {};
  for (const [column, { unit, secret, concluded }] of Object.entries(CASES)) {
    const told = await office.as(opener)('POST', '/v1/cases', {
      ...{ title: secret ? '见纸质件' : column, key: column, level, unit: regulation.units[unit]!.id },
      sources: [{ kind: source }],
      flags: secret ? ['secret'] : [],
    });
    const caseId = caseIn(told).case;
    numbers[column as Column] = caseId;
    await items.put({ ...template, id: column, revision: 1, outcome: 'inCase', caseId });
    if (concluded === undefined) continue;
    const state = (await cases.load(caseId))!;
    const actor = { id: 'x', name: 'X', role: 'officeHead' };
    const events = [{ type: 'CaseConcluded' as const, summary: '舆情已经处置完毕', unmet: [] }];
    const entry = { at: office.now(), actor, command: 'Conclude', events, rearms: true };
    await cases.follow((await cases.append(caseId, state, entry))!.state);
  }
  const pathOf = (route: RouteName, column: Column): string => {
    if (route === 'item') return `/v1/items/demo/${column}`;
    const path = `/v1/cases/${numbers[column] ?? 'XX2026-9999'}`;
    return route === 'case' ? path : `${path}/${route}`;
  };
  return { office, regulation, numbers, pathOf };
};

/** Somebody in this post; of a unit's, one of the first unit. */
export const personIn = (office: Office, regulation: Regulation, role: string) =>
  office.as(role, isPerUnit(regulation, role) ? regulation.units[0]!.id : undefined);
