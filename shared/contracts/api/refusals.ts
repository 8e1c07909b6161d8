import { type RefusalCode, RULE_REFUSALS, type RuleCode } from '../refusal-codes.ts';
import { partsOf, type RouteKey, routeOf } from './routes.ts';

// Which refusals a route can answer with.

/** Whatever is asked, by whomever; on one machine also from a page of another site, by a foreign name, or what is no HTTP or too much of it. */
const ALWAYS: readonly RefusalCode[] = [
  'INTERNAL',
  'HOST_UNKNOWN',
  'ORIGIN_FOREIGN',
  'REQUEST_UNREADABLE',
  'HEAD_TOO_LARGE',
];
/** Where an office's server passes it on: it passes nothing on that is signed. */
const PASSED_ON: readonly RefusalCode[] = ['API_UNREACHABLE', 'API_SLOW'];
/** Of what is data and no file: its parameters are checked, and the store is asked. */
const DATA: readonly RefusalCode[] = ['INVALID', 'STORE_UNAVAILABLE', 'RECORD_DAMAGED'];
const BODY: readonly RefusalCode[] = [
  'MALFORMED_JSON',
  'BODY_CHARSET_WRONG',
  'BODY_NOT_UNPACKED',
  'BODY_ENCODING_UNSUPPORTED',
  'BODY_TOO_LARGE',
];
const SIGNED: readonly RefusalCode[] = [
  'SIGNATURE_MISSING',
  'SIGNATURE_STALE',
  'SIGNATURE_INVALID',
  'CALLER_MISSING',
  'FEED_SECRET_MISSING',
];
/** Of who comes with a token: who he is, and whether he may read what he asks for. */
const PERSON: readonly RefusalCode[] = [
  'TOKEN_MISSING',
  'TOKEN_INVALID',
  'TOKEN_INCOMPLETE',
  'ISSUER_UNREACHABLE',
  'ROLE_UNKNOWN',
  'PERSON_UNKNOWN',
  'POST_NOT_CHOSEN',
  'POST_NOT_HELD',
  'NOT_YOURS_TO_READ',
];
const ONCE: readonly RefusalCode[] = [
  'IDEMPOTENCY_KEY_IN_USE',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_KEY_SPENT',
];
const CASE: readonly RefusalCode[] = ['CASE_UNKNOWN', 'NOT_YOUR_UNIT', 'CASE_BUSY'];

/** What is asked by the rules, the items that a command names looked up before. */
const BY_RULES: readonly RefusalCode[] = [
  ...(Object.keys(RULE_REFUSALS) as RuleCode[]),
  'ITEM_UNKNOWN',
  'ITEM_IN_CASE',
  'CASE_BUSY',
];

/** What is a route's own. A route that is not here has none. */
const OWN: Partial<Record<RouteKey, readonly RefusalCode[]>> = {
  'POST /v1/feeds/{feed}/items': [
    'FEED_UNKNOWN',
    'BATCH_INVALID',
    'ITEMS_INVALID',
    'ITEM_INVALID',
    'ITEMS_FAILED',
    'ITEM_FAILED',
  ],
  'POST /v1/receipts': ['INSTANT_IN_FUTURE', 'RECEIPTS_FAILED'],
  'POST /v1/cases': BY_RULES,
  'POST /v1/cases/{case}/commands': [...BY_RULES, 'CASE_CHANGED'],
  // What a list is asked for by its name.
  'GET /v1/cases': ['LEVEL_UNKNOWN', 'UNIT_UNKNOWN', 'SOURCE_UNKNOWN', 'FLAG_UNKNOWN'],
  'GET /v1/duties': ['UNIT_UNKNOWN'],
  'GET /v1/orders': ['UNIT_UNKNOWN'],
  'GET /v1/documents': ['DOCUMENT_UNKNOWN'],
  'GET /v1/items': ['LEVEL_UNKNOWN'],
  'GET /v1/items/{feed}/{item}': ['ITEM_UNKNOWN'],
  'POST /v1/items/{feed}/{item}/judgement': [
    'ITEM_UNKNOWN',
    'ITEM_IN_CASE',
    'ITEM_JUDGED_TOO_OFTEN',
    'ITEM_CHANGED',
    'REASON_REQUIRED',
    'SECRET_CONTENT',
    'SUSPICION_UNKNOWN',
    'ROLE_NOT_ALLOWED',
  ],
  'GET /v1/refused-items/{refused}': ['REFUSED_ITEM_UNKNOWN'],
  'POST /v1/refused-items/{refused}/judgement': [
    'REFUSED_ITEM_UNKNOWN',
    'REFUSED_ITEM_TAKEN',
    'ITEM_JUDGED_TOO_OFTEN',
    'SECRET_CONTENT',
    'ROLE_NOT_ALLOWED',
  ],
  'POST /v1/refused-items/{refused}/entry': [
    'REFUSED_ITEM_UNKNOWN',
    'REFUSED_ITEM_MENDED',
    'SECRET_CONTENT',
    'ROLE_NOT_ALLOWED',
  ],
  'PUT /v1/roster': [
    'ROLE_NOT_ALLOWED',
    'ROSTER_CHANGED',
    'ROSTER_EMPTIES_POST',
    'ROSTER_ROLE_UNKNOWN',
    'ROSTER_WITHOUT_DUTY',
    'PERSON_TWICE',
    'UNIT_UNKNOWN',
  ],
  'GET /docs/{file}': ['ROUTE_UNKNOWN'],
  'GET /desk/{proxy+}': ['ROUTE_UNKNOWN'],
};

/** The codes that a route can answer with, sorted; of a path that is there every other method is `METHOD_NOT_ALLOWED`. */
export const refusalsOf = (key: RouteKey): RefusalCode[] => {
  const { door, once, file } = routeOf(key);
  const { method, path } = partsOf(key);
  const codes: RefusalCode[] = [
    ...ALWAYS,
    ...(file === undefined ? DATA : []),
    ...(method === 'GET' ? [] : BODY),
    ...(door === 'token' ? PERSON : []),
    ...(door === 'feed' || door === 'gateway' ? SIGNED : PASSED_ON),
    ...(once ? ONCE : []),
    ...(path.includes('{case}') ? CASE : []),
    ...(OWN[key] ?? []),
  ];
  return [...new Set(codes)].sort();
};
