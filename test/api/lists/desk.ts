import { apiEvent, claimsOf } from '../../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { giversOf, isPerUnit, mayGive } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Office } from '../../support/office.ts';
import { caseIn, type Told } from '../../support/told.ts';

/** Opens a plain case as somebody who may; its number. */
export const openCase = async (
  office: Office,
  regulation: Regulation,
  { source = {}, ...more }: Record<string, unknown> = {},
): Promise<string> => {
  const level = regulation.scales[0]!.levels[1]!.id;
  const given = (more.level as string | undefined) ?? level;
  const role = giversOf(regulation, 'OpenCase', given).find(
    (each) => !isPerUnit(regulation, each) && mayGive(regulation, each, 'AssignUnit', given),
  )!;
  const sources = [{ kind: regulation.sources[0]!.id, ...(source as object) }];
  const body = { title: '群众来电反映某店', level, sources, ...more };
  const told = await office.as(role)('POST', '/v1/cases', body);
  if (told.status !== 201) throw new Error(JSON.stringify(told.body));
  return caseIn(told).case;
};

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: string | undefined;
}
/** The answer as it leaves the function: with its headers, and its body as text. */
export const answerTo = async (
  { lambdas, now }: Office,
  regulation: Regulation,
  {
    role = 'officeHead',
    unit,
    path,
    query = {},
    headers = {},
  }: {
    role?: string;
    unit?: string;
    path: string;
    query?: Record<string, string>;
    headers?: Record<string, string>;
  },
): Promise<Answered> => {
  const claims = claimsOf(personFor(exampleRoster(regulation), role, unit));
  const at = Date.parse(now());
  const told = await lambdas.http(apiEvent({ method: 'GET', path, query, headers, claims, at }));
  return {
    status: told.statusCode ?? 0,
    headers: (told.headers ?? {}) as Record<string, string>,
    body: told.body,
  };
};

/** The fields that a refused query is refused for. */
export const fieldsIn = ({ status, body }: Told): [number, string, string[]] => {
  const { code, problems = [] } = body as { code: string; problems?: { field: string }[] };
  return [status, code, problems.map(({ field }) => field)];
};
