import middy from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { IN_ENGLISH } from '../shared/contracts/english.ts';
import { type ErrorBody, RequestError } from '../shared/contracts/errors.ts';
import { problemsIn } from '../shared/contracts/items.ts';
import { CaseBusy, CaseNotFound } from '../shared/records/cases.ts';
import { nameOfRecord } from '../shared/records/healing.ts';
import { EntryUnreadable } from '../shared/records/log/chain.ts';
import { RecordDamaged, StoreUnavailable } from '../shared/records/table.ts';
import { logProblem } from './log-problem.ts';

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
}

const MAX_BODY_BYTES = 256 * 1024;

export const json = (status: number, body: unknown): HttpResult => ({
  statusCode: status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

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
const errorBoundary = (): middy.MiddlewareObj<HttpEvent, HttpResult> => ({
  onError: async (request) => {
    const told = toldOf(request.error);
    if (told.status >= 500) logProblem(`request ${requestIdOf(request.event)}`, request.error);
    const body: ErrorBody = {
      code: told.code,
      message: told.message,
      requestId: requestIdOf(request.event),
      ...(told.problems === undefined ? {} : { problems: [...told.problems] }),
    };
    request.response = json(told.status, body);
  },
});

/** A Lambda for an HTTP API: routes, answers as JSON, errors in one shape. */
export const createHttpFunction = (routes: readonly Route[]) =>
  middy<HttpEvent, HttpResult>()
    .use(errorBoundary())
    .handler(
      httpRouter<HttpEvent, HttpResult>({
        routes: routes.map(({ method, path, handler }) => ({
          method,
          path,
          handler: async (event: HttpEvent, _context: Context) => {
            const { status, body } = await handler(event);
            return json(
              status,
              typeof body === 'object' && body !== null ? { ...body, requestId: requestIdOf(event) } : body,
            );
          },
        })),
        notFoundResponse: () => {
          throw new RequestError('ROUTE_UNKNOWN', '没有这个接口');
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

/** The body exactly as it was signed. Throws when it is too large. */
export const rawBody = (event: HttpEvent): string => {
  const body = event.body ?? '';
  const text = event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) throw new RequestError('BODY_TOO_LARGE', '请求超过256 KB');
  return text;
};

type Reviver = (this: unknown, name: string, value: unknown, context?: { source?: string }) => unknown;
/**
 * Whole numbers beyond 2^53 (ids of short videos) become text, or two of them would be one. Text cut in the middle of
 * an emoji is made whole: it could neither be hashed nor stored as it is.
 */
const exactly: Reviver = (_name, value, context) => {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return context?.source ?? value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  return entries.every(([name]) => name.isWellFormed())
    ? value
    : Object.fromEntries(entries.map(([name, each]) => [name.toWellFormed(), each]));
};

/** The body as JSON. Throws MALFORMED_JSON. */
export const jsonBody = (text: string): unknown => {
  try {
    return JSON.parse(text, exactly);
  } catch {
    throw new RequestError('MALFORMED_JSON', '请求体不是有效的 JSON');
  }
};

/** Parses a body by its schema; every problem is named by its field. Throws INVALID (422). */
export const parseBody = <T extends z.core.$ZodType>(schema: T, event: HttpEvent): z.output<T> => {
  const parsed = z.safeParse(schema, jsonBody(rawBody(event)), IN_ENGLISH);
  if (parsed.success) return parsed.data;
  const problems = problemsIn(parsed.error);
  throw new RequestError(
    'INVALID',
    problems.map(({ field, message }) => `${field} ${message}`).join(';'),
    problems,
  );
};
