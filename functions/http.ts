import { hash } from 'node:crypto';
import middy from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { IN_ENGLISH } from '../shared/contracts/english.ts';
import { type ErrorBody, type Problem, RequestError } from '../shared/contracts/errors.ts';
import { problemsIn } from '../shared/contracts/items.ts';
import { hiddenIn, withoutHidden } from '../shared/contracts/plain-text.ts';
import { parametersOf, QUERIES, type QueryOf, type QueryRoute } from '../shared/contracts/queries/routes.ts';
import { CaseBusy, CaseNotFound } from '../shared/records/cases.ts';
import { nameOfRecord } from '../shared/records/healing.ts';
import { EntryUnreadable } from '../shared/records/log/chain.ts';
import { RecordDamaged, StoreUnavailable } from '../shared/records/table.ts';
import { logProblem } from './log-problem.ts';
import { packed } from './packed.ts';
import { jsonBody, rawBody } from './request-body.ts';

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpResult = APIGatewayProxyStructuredResultV2;
export interface Answer {
  status: number;
  body: unknown;
}
export type RouteHandler = (event: HttpEvent) => Promise<Answer>;
export interface Route {
  method: Method;
  path: string;
  handler: RouteHandler;
  /** Answered as it is stored, since somebody computes hashes of it. */
  asStored?: boolean;
}

/** Of every answer: it is data, no page, and neither to be kept, guessed at, framed nor told to where a link leads. */
const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};
export const json = (status: number, body: unknown, more: Record<string, string> = {}): HttpResult => ({
  statusCode: status,
  headers: { ...HEADERS, ...more },
  body: JSON.stringify(body),
});
/** The one shape of every error. */
export const errorJson = (
  { code, message, status, problems, allow }: RequestError,
  requestId: string,
): HttpResult => {
  const body: ErrorBody = {
    code,
    message,
    requestId,
    ...(problems === undefined ? {} : { problems: [...problems] }),
  };
  return json(status, body, allow === undefined ? {} : { allow: allow.join(', ') });
};

const requestIdOf = (event: HttpEvent | undefined): string => event?.requestContext?.requestId ?? '';

/** Of a case one entry of whose log cannot be read: which, and what to do. */
export const damagedText = ({ caseId, version }: EntryUnreadable): string =>
  `案卷${caseId}的日志第${version}条读不出来,暂不能显示和办理,请告知系统运维按运维手册从备份中找回`;

/** What a caller is told of an error. */
export const toldOf = (error: unknown): RequestError => {
  if (error instanceof RequestError) return error;
  if (error instanceof CaseNotFound) return new RequestError('CASE_UNKNOWN', '没有这个案卷');
  if (error instanceof CaseBusy) return new RequestError('CASE_BUSY', '案卷正忙,请稍后重试');
  if (error instanceof StoreUnavailable)
    return new RequestError(
      'STORE_UNAVAILABLE',
      '数据暂时无法保存或读取,请稍后重试;如持续如此,请告知系统运维',
    );
  if (error instanceof EntryUnreadable) return new RequestError('RECORD_DAMAGED', damagedText(error));
  if (error instanceof RecordDamaged)
    return new RequestError(
      'RECORD_DAMAGED',
      `${nameOfRecord(error.keys[0]!)}读不出来,请告知系统运维按运维手册从备份中找回`,
    );
  return new RequestError('INTERNAL', '系统出错,已记录,请稍后重试或联系运维');
};

/** Below 500 our own words and a stable code; 500 is one fixed sentence, and only the log has the cause. */
export const errorBoundary = (): middy.MiddlewareObj<HttpEvent, HttpResult> => ({
  onError: async (request) => {
    const told = toldOf(request.error);
    if (told.status >= 500) logProblem(`request ${requestIdOf(request.event)}`, request.error);
    request.response = errorJson(told, requestIdOf(request.event));
  },
});

/** As it is shown: what the web brought in has nothing that a page or a terminal would obey. */
const shown = <T>(body: T): T => {
  if (hiddenIn(body).length === 0) return body;
  const plain = (_: string, part: unknown): unknown =>
    typeof part === 'string' ? withoutHidden(part) : part;
  return JSON.parse(JSON.stringify(body, plain)) as T;
};

/** What an answer says, but for the id of its request: the same again is the same. */
const etagOf = (body: unknown): string =>
  `W/"${hash('sha256', JSON.stringify(body), 'base64url').slice(0, 27)}"`;
/** Whether the caller has this already (RFC 9110, 13.1.2). */
const isKnown = ({ headers }: HttpEvent, etag: string): boolean => {
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  const known = (headers['if-none-match'] ?? '').split(',').map(bare);
  return known.includes('*') || known.includes(bare(etag));
};

/** The methods of whatever routes this path has. */
const methodsAt = (routes: readonly Route[], given: string): string[] =>
  routes
    .filter(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(given))
    .map(({ method }) => method);
const refuseRoute = (routes: readonly Route[], given: string): RequestError => {
  const allow = methodsAt(routes, given);
  return allow.length === 0
    ? new RequestError('ROUTE_UNKNOWN', '没有这个接口')
    : new RequestError('METHOD_NOT_ALLOWED', `这个接口只接受 ${allow.join('、')}`, undefined, allow);
};

const invalid = (problems: readonly Problem[]): RequestError =>
  new RequestError(
    'INVALID',
    problems.map(({ field, message }) => `${field} ${message}`).join(';'),
    problems,
  );

/** Throws INVALID (422) for a parameter that the route does not have, and says which it has: nothing is passed over in silence. */
const requireKnownParameters = (route: string, { queryStringParameters = {} }: HttpEvent): void => {
  const allowed = parametersOf(route);
  const unknown = Object.keys(queryStringParameters).filter((name) => !allowed.includes(name));
  const instead = allowed.length === 0 ? '这个接口没有参数' : `可用的参数:${allowed.join('、')}`;
  if (unknown.length > 0)
    throw invalid(
      unknown.map((field) => ({ field: field.slice(0, 80), message: `没有这个参数(${instead})` })),
    );
};

/** The query by its schema; every problem is named by its parameter. Throws INVALID (422). */
export const queryOf = <R extends QueryRoute>(route: R, event: HttpEvent): QueryOf<R> => {
  const parsed = z.safeParse(QUERIES[route], event.queryStringParameters ?? {}, IN_ENGLISH);
  if (parsed.success) return parsed.data as QueryOf<R>;
  throw invalid(problemsIn(parsed.error));
};

/** A Lambda for an HTTP API: routes, answers as JSON, errors in one shape. */
export const createHttpFunction = (routes: readonly Route[]) =>
  middy<HttpEvent, HttpResult>()
    .use(errorBoundary())
    .handler(
      httpRouter<HttpEvent, HttpResult>({
        routes: routes.map(({ method, path, handler, asStored = false }) => ({
          method,
          path,
          handler: async (event: HttpEvent, _context: Context) => {
            requireKnownParameters(`${method} ${path}`, event);
            const { status, body: given } = await handler(event);
            const body = asStored ? given : shown(given);
            const etag = method === 'GET' && status === 200 ? etagOf(body) : undefined;
            if (etag !== undefined && isKnown(event, etag))
              return { statusCode: 304, headers: { ...HEADERS, etag } };
            const told =
              typeof body === 'object' && body !== null ? { ...body, requestId: requestIdOf(event) } : body;
            return packed(event, json(status, told, etag === undefined ? {} : { etag }));
          },
        })),
        notFoundResponse: ({ path }) => {
          throw refuseRoute(routes, path);
        },
      }),
    );

/** A part of the path in plain text; what is not encoded properly is taken as it stands, and names nothing. */
export const pathPart = (event: HttpEvent, name: string): string => {
  const part = event.pathParameters?.[name] ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Parses what our own people send by its schema; every problem is named by its field. Throws INVALID (422). */
export const parseBody = <T extends z.core.$ZodType>(schema: T, event: HttpEvent): z.output<T> => {
  const given = jsonBody(rawBody(event));
  const hidden = hiddenIn(given).map((field) => ({ field, message: '不能含控制字符或改变书写方向的字符' }));
  const parsed = z.safeParse(schema, given, IN_ENGLISH);
  if (parsed.success && hidden.length === 0) return parsed.data;
  throw invalid([...hidden, ...(parsed.success ? [] : problemsIn(parsed.error))]);
};
