import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorJson, type HttpResult, toldOf } from '../../../functions/http.ts';
import { routeAt } from '../../../shared/contracts/api/routes.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';
import { apiEvent } from '../api-event.ts';
import type { Lambdas } from '../embedded/lambdas.ts';
import type { Doors } from '../identity/doors.ts';
import { MOUNTED_AT } from '../identity/issuer.ts';
import { headersOf, pathOf, readBody, respond } from './exchange.ts';
import { LOOPBACK, requireOwn } from './own-name.ts';
import { createUnderway, type Underway } from './underway.ts';
import { refuseUnreadable } from './unreadable.ts';

/** Whether nobody has to log in for it; who signs is asked by the function. What is not there is told to who has. */
const isOpen = (path: string): boolean => (routeAt(path)?.door ?? 'token') !== 'token';

/** Answers one request as API Gateway and the functions behind it would. */
const answer = async (
  request: IncomingMessage,
  url: URL,
  lambdas: Lambdas,
  { verify }: Doors,
): Promise<HttpResult> => {
  const headers = headersOf(request);
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
 * where it listens; `now`: the time that the bureau lives by, which every answer tells as its `date`; `underway`: knows the answers that
 * are being made, for whoever closes what they are made from.
 */
export const createHttpServer = (
  lambdas: Lambdas,
  doorsAt: (url: string) => Doors,
  now: () => string = () => new Date().toISOString(),
  underway: Underway = createUnderway(),
): Server => {
  let doors: Doors;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requireOwn(request, LOOPBACK);
    const url = pathOf(request);
    const { serveLogin } = doors;
    if (serveLogin !== undefined && url.pathname.startsWith(`${MOUNTED_AT}/`))
      return serveLogin(request, response);
    const own = await ofOwnLogin(request, url, doors);
    respond(request, response, own ?? (await answer(request, url, lambdas, doors)));
  };
  // A request without a name of ours is ours to refuse.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    response.setHeader('date', new Date(now()).toUTCString());
    underway.add(
      serve(request, response).catch((error: unknown) => {
        const told = toldOf(error);
        if (told.code === 'INTERNAL') console.error(error);
        respond(request, response, errorJson(told, randomUUID()));
      }),
    );
  });
  return server.on('clientError', refuseUnreadable).on('listening', () => {
    doors = doorsAt(urlAt(server));
  });
};

/** Where a server listens, and the option that says so. */
interface Place {
  host: string;
  option: string;
}
const LISTENING_FAULTS: Readonly<Record<string, (port: number, place: Place) => string>> = {
  EADDRINUSE: (port, { option }) => `端口 ${port} 已被占用:请用 ${option} 换一个端口,或先停止占用它的程序`,
  EACCES: (port, { option }) => `没有权限使用端口 ${port}:请用 ${option} 换一个 1024 以上的端口`,
  EADDRNOTAVAIL: (_, { host, option }) => `本机没有地址 ${host}:请用 ${option} 写本机的地址`,
  ENOTFOUND: (_, { host, option }) => `找不到地址 ${host}:请用 ${option} 写本机的地址`,
};

/**
 * Lets a server listen, on 127.0.0.1 if not told otherwise; port 0 takes any free one. Resolves with its URL on this machine, rejects
 * in Chinese when that cannot be.
 */
export const listen = async (
  server: Server,
  port: number,
  place: Place = { host: '127.0.0.1', option: '--port' },
): Promise<string> => {
  server.listen(port, place.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const told = LISTENING_FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
    throw told === undefined ? error : new Error(told(port, place), { cause: error });
  }
  return urlAt(server);
};
