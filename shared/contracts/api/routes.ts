// The catalogue of the HTTP API: every route once. The functions serve these, API Gateway and the local server let in by it,
// and the OpenAPI document describes it; a test holds all of them against each other.

/** Who may come in: everybody, who has a token of the office's, a feed or the SMS gateway that signs. */
export type Door = 'open' | 'token' | 'feed' | 'gateway';
/** The functions that answer over HTTP. */
export type HttpFunction = 'serve-desk' | 'intake-items' | 'take-receipts' | 'serve-files';
export interface ApiRoute {
  door: Door;
  served: HttpFunction;
  /** The statuses of what is not refused; absent: 200. */
  statuses?: readonly number[];
  /** Whether a request may bear an `idempotency-key`. */
  once?: true;
  /** Whether a request may bear, in `if-match`, the version of the case on which it was decided. */
  onVersion?: true;
  /** The right of the regulation's that it needs; what a command needs, its type says. */
  right?: string;
  /** What is answered is no JSON of ours but a file. */
  file?: 'page' | 'document' | 'desk';
}

const READ = { door: 'token', served: 'serve-desk' } as const;
/** What is read can be asked for again only if it has changed (ETag). */
const LOOK = { ...READ, statuses: [200, 304] } as const;
const CASES = { ...LOOK, right: 'ReadCases' } as const;
const CHANGE = { ...READ, once: true } as const;
const FILE = { door: 'open', served: 'serve-files', statuses: [200, 304] } as const;

/** Method and path → who may come in and which function answers. */
export const ROUTES = {
  'POST /v1/feeds/{feed}/items': { door: 'feed', served: 'intake-items', statuses: [200, 207] },
  'POST /v1/receipts': { door: 'gateway', served: 'take-receipts' },
  'POST /v1/cases': { ...CHANGE, right: 'OpenCase', statuses: [200, 201] },
  'GET /v1/me': LOOK,
  'GET /v1/duties': LOOK,
  'GET /v1/cases': CASES,
  'GET /v1/cases/{case}': CASES,
  'GET /v1/cases/{case}/schedule': CASES,
  'GET /v1/cases/{case}/clocks': CASES,
  'GET /v1/cases/{case}/acts': CASES,
  'GET /v1/cases/{case}/log': CASES,
  'GET /v1/cases/{case}/texts': CASES,
  'GET /v1/cases/{case}/reads': { ...LOOK, right: 'ReadSecretCases' },
  'POST /v1/cases/{case}/commands': { ...CHANGE, onVersion: true },
  'GET /v1/orders': CASES,
  'GET /v1/documents': CASES,
  'GET /v1/items': CASES,
  'GET /v1/items/{feed}/{item}': CASES,
  'POST /v1/items/{feed}/{item}/judgement': READ,
  'GET /v1/refusals': { ...LOOK, right: 'ReadRefusals' },
  'GET /v1/feeds': LOOK,
  'GET /v1/refused-items': LOOK,
  'GET /v1/refused-items/{refused}': LOOK,
  'POST /v1/refused-items/{refused}/entry': READ,
  'POST /v1/refused-items/{refused}/judgement': READ,
  'GET /v1/roster': { ...LOOK, right: 'ReadRoster' },
  'GET /v1/roster/changes': { ...LOOK, right: 'ReadRoster' },
  'PUT /v1/roster': { ...CHANGE, right: 'EditRoster' },
  'GET /v1/regulation': LOOK,
  'GET /v1/status': LOOK,
  'GET /v1/health': { door: 'open', served: 'serve-desk', statuses: [200, 304] },
  'GET /v1/openapi.json': { ...FILE, file: 'document' },
  'GET /docs': { ...FILE, file: 'page' },
  'GET /docs/{file}': { ...FILE, file: 'page' },
  'GET /': { ...FILE, file: 'desk' },
  'GET /desk/{proxy+}': { ...FILE, file: 'desk' },
} as const satisfies Record<string, ApiRoute>;
export type RouteKey = keyof typeof ROUTES;
/** The path of a route. */
export type PathOf<Key extends RouteKey> = Key extends `${string} ${infer Path}` ? Path : never;
export const routeKeys = Object.keys(ROUTES) as RouteKey[];
export const routeOf = (key: RouteKey): ApiRoute => ROUTES[key];

/** `GET /v1/cases` → its method and its path. */
export const partsOf = (key: string): { method: string; path: string } => {
  const [method = '', path = ''] = key.split(' ');
  return { method, path };
};
/** The names in braces of a path, in their order; `{name+}`, which only stands last, takes all that follows. */
export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name!);

/** Whether an address may have a slash at its end: what others send to is typed by others, into settings of their own. */
export const mayEndWithSlash = ({ door }: Pick<ApiRoute, 'door'>): boolean =>
  door === 'feed' || door === 'gateway';
/** The same address with a slash at its end, as API Gateway can say it: a path may not end with one, but with all that follows it. */
export const withSlash = (path: string): string => `${path}/{proxy+}`;

const matching = (path: string, route: ApiRoute): RegExp => {
  const whole = path.replaceAll(/\{\w+\}/g, '[^/]+').replace(/\{\w+\+\}/, '.+');
  return new RegExp(`^${whole}${mayEndWithSlash(route) ? '/?' : ''}$`);
};
const patterns = routeKeys.map((key) => ({
  route: routeOf(key),
  pattern: matching(partsOf(key).path, routeOf(key)),
}));
/** The route that an address leads to, whatever the method: all of one path have one door and one function. */
export const routeAt = (path: string): ApiRoute | undefined =>
  patterns.find(({ pattern }) => pattern.test(path))?.route;
