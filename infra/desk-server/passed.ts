import { routeAt } from '../../shared/contracts/api/routes.ts';

// What goes through between browser and API. Everything else stays here: hop-by-hop headers, cookies, who the browser is.

const ASKED = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'shixian-post',
  'x-request-id',
];
const ANSWERED = [
  'allow',
  'apigw-requestid',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  // The API's time, with which a screen counts down.
  'date',
  'etag',
  'referrer-policy',
  'retry-after',
  'vary',
  'www-authenticate',
  'x-amzn-requestid',
  'x-content-type-options',
  'x-frame-options',
  'x-request-id',
];

type Headers = Readonly<Record<string, string | string[] | undefined>>;
const only =
  (names: readonly string[]) =>
  (headers: Headers): Record<string, string | string[]> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = headers[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
/** Of a request, what the API is told. */
export const askedHeaders = only(ASKED);
/** Of the API's answer, what the browser is told. */
export const answeredHeaders = only(ANSWERED);

/** Whether an address is the API's at all. */
export const isOfApi = (path: string): boolean => /^\/(v1|docs)(\/|$)/.test(path);
/**
 * Who may come in where an address leads: people, or anybody. Undefined for what is not passed on: what is signed comes to the API
 * itself, not through an office, and what is not in the catalogue is not there.
 */
export const doorOf = (path: string): 'token' | 'open' | undefined => {
  const door = routeAt(path)?.door;
  return door === 'token' || door === 'open' ? door : undefined;
};
