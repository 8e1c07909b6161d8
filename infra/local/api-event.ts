import { randomUUID } from 'node:crypto';
import type { HttpEvent } from '../../functions/http.ts';
import type { Actor } from '../../shared/case/events.ts';

export interface ApiRequest {
  method: string;
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  /** Claims of a verified token, where API Gateway puts them. */
  claims?: Record<string, string>;
  sourceIp?: string;
  at?: number;
}

export const claimsOf = ({ id, name, role, unit }: Actor): Record<string, string> => ({
  sub: id,
  name,
  role,
  ...(unit === undefined ? {} : { unit }),
});

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
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
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
      : { authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } } }),
  },
  ...(body === undefined ? {} : { body }),
  isBase64Encoded: false,
});
