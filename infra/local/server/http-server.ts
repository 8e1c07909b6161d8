import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpResult } from '../../../functions/http.ts';
import { type RefusalCode, statusOf } from '../../../shared/contracts/refusal-codes.ts';
import { apiEvent } from '../api-event.ts';
import type { Lambdas } from '../embedded/lambdas.ts';
import type { Issuer } from './issuer.ts';

/** API Gateway's own limit of a payload; the functions have a smaller one. */
const MAX_BYTES = 10 * 1024 * 1024;
const isOpen = (path: string): boolean => path.startsWith('/v1/feeds/') || path === '/v1/health';

const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const failure = (code: RefusalCode, message: string): HttpResult => ({
  statusCode: statusOf(code),
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code, message, requestId: randomUUID() }),
});

/** Answers one request as API Gateway and the functions behind it would. */
const answer = async (request: IncomingMessage, lambdas: Lambdas, issuer: Issuer): Promise<HttpResult> => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = await readBody(request);
  if (body === undefined) return failure('BODY_TOO_LARGE', '请求太大');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const claims = isOpen(url.pathname) ? undefined : await issuer.verify(headers.authorization);
  if (claims === undefined && !isOpen(url.pathname)) return failure('TOKEN_INVALID', '登录已失效,请重新登录');
  const isText = isUtf8(body);
  const event = apiEvent({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    ...(claims === undefined ? {} : { claims }),
    sourceIp: request.socket.remoteAddress ?? '',
  });
  return lambdas.http({ ...event, isBase64Encoded: !isText });
};

const respond = (
  response: ServerResponse,
  { statusCode = 200, headers = {}, body = '' }: HttpResult,
): void => {
  response.writeHead(statusCode, headers as Record<string, string>);
  response.end(body);
};

/** The HTTP API on 127.0.0.1, with the token check that API Gateway's authorizer does. */
export const createHttpServer = (lambdas: Lambdas, issuer: Issuer): Server =>
  createServer((request, response) => {
    answer(request, lambdas, issuer).then(
      (result) => respond(response, result),
      (error: unknown) => {
        console.error(error);
        respond(response, failure('INTERNAL', '系统出错,请稍后重试'));
      },
    );
  });

const LISTENING_FAULTS: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `端口 ${port} 已被占用:请用 --port 换一个端口,或先停止占用它的程序`,
  EACCES: (port) => `没有权限使用端口 ${port}:请用 --port 换一个 1024 以上的端口`,
};

/** Lets a server listen on 127.0.0.1; port 0 takes any free one. Resolves with its URL, rejects when the port is taken. */
export const listen = async (server: Server, port: number): Promise<string> => {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const told = LISTENING_FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
    throw told === undefined ? error : new Error(told(port), { cause: error });
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
