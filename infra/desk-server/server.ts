import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { errorJson, type HttpResult, toldOf } from '../../functions/http.ts';
import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import type { ClaimNames } from '../../shared/contracts/environment.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { pathOf, readBody, respond } from '../local/server/exchange.ts';
import { foreign, nameOfAddress, requireOwn } from '../local/server/own-name.ts';
import { refuseUnreadable } from '../local/server/unreadable.ts';
import type { CertificateText } from './certificate.ts';
import { createCookies } from './cookies.ts';
import { createFileServer } from './files.ts';
import { isOfSession } from './own-path.ts';
import { createPassOn, type PassOnOptions } from './pass-on.ts';
import { doorOf, isOfApi } from './passed.ts';
import { createSessionRoutes } from './session-routes.ts';
import { createSessions, requireOwnMark } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

export interface DeskServerOptions extends PassOnOptions {
  /** By which the office asks for it: the only name that it answers to. */
  address: string;
  files: readonly PackedFile[];
  /** Where the login is made here; in the browser where not. */
  signIn?: SignIn | undefined;
  claims: ClaimNames;
  shiftHours: number;
  certificate?: CertificateText | undefined;
  now?: () => number;
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
/** So that the next poll of a page comes by the same connection. */
const KEPT_MILLISECONDS = 40_000;
const REQUEST_MILLISECONDS = 60_000;
const HEAD_MILLISECONDS = 15_000;
const MOST_CONNECTIONS = 1_000;

/** Throws ORIGIN_FOREIGN: what changes something by a cookie comes from a page of this address, as its browser says. */
const requireSameOrigin = ({ method = 'GET', headers }: IncomingMessage): void => {
  // Whose the origin is has been looked at already.
  const isSaid = headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin';
  if (!SAFE.includes(method) && !isSaid) throw foreign();
};

/** By whose token a request is passed on: its own, or the session's that its cookie names. */
const createAdmission = ({ signIn, ...options }: DeskServerOptions, now: () => number) => {
  if (signIn === undefined) return undefined;
  const { claims, shiftHours, address } = options;
  const sessions = createSessions(now);
  const cookies = createCookies(new URL(address).protocol === 'https:');
  const { answer } = createSessionRoutes({ signIn, sessions, cookies, claims, shiftHours, now });
  return { sessions, cookies, answer };
};

const createService = (options: DeskServerOptions) => {
  const { address, files, now = Date.now } = options;
  const own = nameOfAddress(address);
  const serveFile = createFileServer(files);
  const admission = createAdmission(options, now);
  const { passOn, close } = createPassOn(options);

  const passedOn = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const door = doorOf(url.pathname);
    if (door === undefined) throw new RequestError('ROUTE_UNKNOWN', '没有这个接口');
    const given = request.headers.authorization;
    const id = door === 'token' && given === undefined ? admission?.cookies.sessionIn(request) : undefined;
    const session = id === undefined ? undefined : admission?.sessions.get(id);
    if (id !== undefined && session === undefined)
      throw new RequestError('TOKEN_INVALID', '登录已失效,请重新登录');
    if (session !== undefined) {
      requireSameOrigin(request);
      requireOwnMark(request, admission!.sessions.markOf(session));
    }
    const authorization = session === undefined ? given : `Bearer ${session.token}`;
    if (door === 'token' && authorization === undefined)
      throw new RequestError('TOKEN_MISSING', '没有登录,请登录');
    const body = await readBody(request);
    const status = await passOn({ request, response, url, body, authorization });
    // Whom the API does not know any more is not logged in here either.
    if (status === 401 && id !== undefined) admission?.sessions.end(id);
  };
  const answered = async (request: IncomingMessage, url: URL): Promise<HttpResult> => {
    if (admission === undefined || !isOfSession(url.pathname)) return serveFile(request, url);
    requireSameOrigin(request);
    return admission.answer(request, url);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requireOwn(request, own);
    const url = pathOf(request);
    if (isOfApi(url.pathname)) return passedOn(request, response, url);
    respond(request, response, await answered(request, url));
  };
  return { serve, close };
};

/** An answer to what went wrong, in the shape of every error. Nothing of a request goes into the log. */
const refuse = (request: IncomingMessage, response: ServerResponse, error: unknown): void => {
  const told = toldOf(error);
  if (told.code === 'INTERNAL') console.error(error instanceof Error ? error.stack : 'unknown error');
  if (response.headersSent) response.destroy();
  else respond(request, response, errorJson(told, randomUUID()));
};

/** The office's server: the desk's files, the login where it is made here, and the API's routes for people, passed on. */
export const createDeskServer = (options: DeskServerOptions): Server => {
  const { serve, close } = createService(options);
  const listener: RequestListener = (request, response) => {
    // A screen counts down by the API's time: this machine's own is told to nobody.
    response.sendDate = false;
    serve(request, response).catch((error: unknown) => refuse(request, response, error));
  };
  const limits = {
    requireHostHeader: false,
    keepAliveTimeout: KEPT_MILLISECONDS,
    requestTimeout: REQUEST_MILLISECONDS,
    headersTimeout: HEAD_MILLISECONDS,
  };
  const { certificate } = options;
  const server: Server =
    certificate === undefined
      ? createServer(limits, listener)
      : createSecureServer({ ...limits, ...certificate }, listener);
  server.maxConnections = MOST_CONNECTIONS;
  return server.on('clientError', refuseUnreadable).on('close', close);
};
