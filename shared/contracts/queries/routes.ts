import * as z from 'zod/mini';
import { Day, UpTo } from './parts.ts';

/** Route → the parameters of its query. A route that is not here has none; every other parameter is refused. */
export const QUERIES = {
  'GET /v1/cases': z.strictObject({
    state: z.optional(z.enum(['open', 'concluded', 'archived'])),
    'due-before': z.optional(UpTo),
  }),
  'GET /v1/refusals': z.strictObject({ day: z.optional(Day) }),
  'GET /v1/roster': z.strictObject({ at: z.optional(UpTo) }),
} as const;
export type QueryRoute = keyof typeof QUERIES;
export type QueryOf<Route extends QueryRoute> = z.output<(typeof QUERIES)[Route]>;

/** The parameters that a route has, by name. */
export const parametersOf = (route: string): string[] =>
  route in QUERIES ? Object.keys(QUERIES[route as QueryRoute].shape) : [];
