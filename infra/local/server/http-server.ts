import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorJson, type HttpResult, MAX_BODY_BYTES, toldOf, tooLarge } from '../../../functions/http.ts';
import { routeAt } from '../../../shared/contracts/api/routes.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';
import { apiEvent } from '../api-event.ts';
import type { Lambdas } from '../embedded/lambdas.ts';
import type { Doors } from '../identity/doors.ts';
import { MOUNTED_AT } from '../identity/issuer.ts';
import { refuseUnreadable } from './unreadable.ts';

/** Whether nobody has to log in for it; who signs is asked by the function. What is not there is told to who has. */
const isOpen = (path: string): boolean => (routeAt(path)?.door ?? 'token') !== 'token';
/** The names of this machine: whoever makes a name of his own lead here has a page that could read what it is told. */
const OWN_NAMES = ['127.0.0.1', 'localhost'];

/** Reads no more than a function would take. */
const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Throws HOST_UNKNOWN or ORIGIN_FOREIGN: a request that a page of another site has had a browser send. */
const requireOwn = ({ headers: { host = '', origin } }: IncomingMessage): void => {
  if (!OWN_NAMES.includes(host.replace(/:\d+$/, '')))
    throw new RequestError('HOST_UNKNOWN', '请用 127.0.0.1 或 localhost 访问');
  if (origin !== undefined && origin !== `http://${host}`)
    throw new RequestError('ORIGIN_FOREIGN', '不接受其他网站的网页发来的请求');
};

/** Where the request leads. Throws ROUTE_UNKNOWN for what is no path. */
const urlOf = ({ url = '' }: IncomingMessage): URL => {
  const isPath = url.startsWith('/') && !url.startsWith('//');
  const parsed = isPath ? URL.parse(url, 'http://localhost') : null;
  if (parsed === null) throw new RequestError('ROUTE_UNKNOWN', '没有这个接口');
  return parsed;
};

/** Answers one request as API Gateway and the functions behind it would. */
const answer = async (
  request: IncomingMessage,
  url: URL,
  lambdas: Lambdas,
  { verify }: Doors,
): Promise<HttpResult> => {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const claims = isOpen(url.pathname) ? undefined : await verify(headers.authorization);
  if (claims === undefined && !isOpen(url.pathname))
    throw new RequestError('TOKEN_INVALID', '登录已失效,请重新登录');
  const body = await readBody(request);
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
  request: IncomingMessage,
  response: ServerResponse,
  { statusCode = 200, headers = {}, body = '', isBase64Encoded = false }: HttpResult,
): void => {
  // What was not read of a request is not read any more.
  const isWhole = request.complete || request.method === 'GET';
  response.writeHead(statusCode, {
    ...(headers as Record<string, string>),
    ...(isWhole ? {} : { connection: 'close' }),
  });
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
};

const PEOPLE = '/desk/people.json';
/** What the machine's own provider makes of the desk: undefined where it is as everywhere. */
const ofOwnLogin = async (
  { method = 'GET', headers: { host = '' } }: IncomingMessage,
  { pathname, search }: URL,
  { people, issuedAt }: Doors,
): Promise<HttpResult | undefined> => {
  if (people === undefined || routeAt(pathname)?.file !== 'desk' || !['GET', 'HEAD'].includes(method))
    return undefined;
  // Its tokens are given out at one name of this machine, and a page of another could not ask for them.
  if (`http://${host}` !== issuedAt)
    return { statusCode: 302, headers: { location: `${issuedAt}${pathname}${search}` }, body: '' };
  if (pathname !== PEOPLE) return undefined;
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { statusCode: 200, headers, body: method === 'HEAD' ? '' : JSON.stringify(await people()) };
};

const urlAt = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/**
 * The HTTP API on 127.0.0.1, with the token check that API Gateway's authorizer does; `doorsAt`: who lets people in, once it is known
 * where it listens; `now`: the time that the bureau lives by, which every answer tells as its `date`.
 */
export const createHttpServer = (
  lambdas: Lambdas,
  doorsAt: (url: string) => Doors,
  now: () => string = () => new Date().toISOString(),
): Server => {
  let doors: Doors;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requireOwn(request);
    const url = urlOf(request);
    const { serveLogin } = doors;
    if (serveLogin !== undefined && url.pathname.startsWith(`${MOUNTED_AT}/`))
      return serveLogin(request, response);
    const own = await ofOwnLogin(request, url, doors);
    respond(request, response, own ?? (await answer(request, url, lambdas, doors)));
  };
  // A request without a name of ours is ours to refuse.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    response.setHeader('date', new Date(now()).toUTCString());
    serve(request, response).catch((error: unknown) => {
      const told = toldOf(error);
      if (told.code === 'INTERNAL') console.error(error);
      respond(request, response, errorJson(told, randomUUID()));
    });
  });
  return server.on('clientError', refuseUnreadable).on('listening', () => {
    doors = doorsAt(urlAt(server));
  });
};

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
  return urlAt(server);
};
