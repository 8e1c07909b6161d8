import { randomUUID } from 'node:crypto';
import type { HttpEvent } from '../../functions/http.ts';
import type { Actor } from '../../shared/case/events.ts';

export interface ApiRequest {
  method: string;
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  /** The payload of a verified token; the token itself, where none stands among the headers, is made of it. */
  claims?: Readonly<Record<string, unknown>>;
  sourceIp?: string;
  at?: number;
}

export const claimsOf = ({ id, name, role, unit }: Actor): Record<string, string> => ({
  sub: id,
  name,
  role,
  ...(unit === undefined ? {} : { unit }),
});

const inBase64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token of this payload as it arrives at a function, which reads it and leaves its signature to the authorizer. */
const bearerOf = (payload: Readonly<Record<string, unknown>>, at: number): string =>
  `Bearer ${inBase64({ alg: 'RS256' })}.${inBase64({ exp: Math.floor(at / 1000) + 60, ...payload })}.`;

/** A claim as API Gateway tells it: text, and a list as `[a b]`. */
const toldAs = (claim: unknown): string => (Array.isArray(claim) ? `[${claim.join(' ')}]` : String(claim));
const verified = (payload: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, claim]) => [name, toldAs(claim)]));

/** The event that API Gateway (HTTP API, payload 2.0) hands to a function for this request. */
export const apiEvent = ({
  method,
  path,
  query = {},
  headers = {},
  body,
  claims,
  sourceIp = '127.0.0.1',
  at = Date.now(),
}: ApiRequest): HttpEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: new URLSearchParams(query).toString(),
  headers: {
    ...(claims === undefined ? {} : { authorization: bearerOf(claims, at) }),
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  },
  queryStringParameters: query,
  requestContext: {
    accountId: 'local',
    apiId: 'local',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
    requestId: randomUUID(),
    routeKey: '$default',
    stage: '$default',
    time: new Date(at).toISOString(),
    timeEpoch: at,
    ...(claims === undefined
      ? {}
      : {
          authorizer: {
            principalId: '',
            integrationLatency: 0,
            jwt: { claims: verified(claims), scopes: [] },
          },
        }),
  },
  ...(body === undefined ? {} : { body }),
  isBase64Encoded: false,
});
