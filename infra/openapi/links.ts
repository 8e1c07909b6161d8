import { partsOf, pathParameters, type RouteKey } from '../../shared/contracts/api/routes.ts';
import { ROUTE_WORDS } from '../../shared/contracts/api/words/routes.ts';
import { operationName } from './schemas/names.ts';

// What can be asked next about what an answer names, for screens and for whoever tries the whole API: OpenAPI's links.

export interface Link {
  operationId: string;
  description: string;
  /** Parameter of the path → where its value stands in the answer or the request. */
  parameters: Record<string, string>;
}

/** What is asked about one case. */
const ABOUT_CASE: readonly RouteKey[] = [
  'GET /v1/cases/{case}',
  'GET /v1/cases/{case}/schedule',
  'GET /v1/cases/{case}/clocks',
  'GET /v1/cases/{case}/acts',
  'GET /v1/cases/{case}/log',
  'GET /v1/cases/{case}/texts',
  'GET /v1/cases/{case}/reads',
  'POST /v1/cases/{case}/commands',
];
const ABOUT_ITEM: readonly RouteKey[] = ['GET /v1/items/{feed}/{item}'];

interface Named {
  to: readonly RouteKey[];
  /** Parameter → an expression of OpenAPI's. */
  from: Readonly<Record<string, string>>;
}
const caseIn = (place: string): Named => ({ to: ABOUT_CASE, from: { case: place } });

/** Route → status → what its answer names. */
const NAMED: Partial<Record<RouteKey, Readonly<Record<number, readonly Named[]>>>> = {
  'POST /v1/cases': { 201: [caseIn('$response.body#/case')] },
  'POST /v1/cases/{case}/commands': { 200: [caseIn('$request.path.case')] },
  'POST /v1/feeds/{feed}/items': {
    200: [{ to: ABOUT_ITEM, from: { feed: '$request.path.feed', item: '$response.body#/items/0/id' } }],
  },
};

/** The links of a success, by name; undefined where it names nothing that can be asked about. */
export const linksOf = (key: RouteKey, status: number): Record<string, Link> | undefined => {
  const named = NAMED[key]?.[status];
  if (named === undefined) return undefined;
  return Object.fromEntries(
    named.flatMap(({ to, from }) =>
      to.map((next) => {
        const operationId = operationName(next);
        const parameters = Object.fromEntries(
          pathParameters(partsOf(next).path).map((name) => [name, from[name]!]),
        );
        return [operationId, { operationId, description: ROUTE_WORDS[next].summary, parameters }];
      }),
    ),
  );
};
