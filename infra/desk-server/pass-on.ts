import {
  type Agent,
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { RequestError } from '../../shared/contracts/errors.ts';
import { answeredHeaders, askedHeaders } from './passed.ts';

export interface PassOnOptions {
  /** Where the API is, with its stage if it has one. */
  api: string;
  /** How long a connection may take, and an answer in all; API Gateway itself gives up after 30 s. */
  connectMilliseconds?: number;
  answerMilliseconds?: number;
  /** Told when the API cannot be reached any more, and when it is again. */
  onConnection?: (lost: string | undefined) => void;
}
export interface Passed {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  body: Buffer;
  authorization: string | undefined;
}

const CONNECT_MILLISECONDS = 5_000;
const ANSWER_MILLISECONDS = 35_000;
/** At once; more wait their turn. */
const MOST_CONNECTIONS = 64;
const KEPT_MILLISECONDS = 20_000;

const unreachable = (cause: unknown): RequestError => {
  const told = new RequestError('API_UNREACHABLE', '与系统的连接中断,请稍后重试;如持续如此,请告知系统运维');
  told.cause = cause;
  return told;
};
const slow = (): RequestError =>
  new RequestError('API_SLOW', '与系统的连接太慢,没有等到答复;所提交的可能已经办理,请重试或刷新核对');

class NoConnection extends Error {}

/** Ends a request whose connection is not there in time: an address that leads nowhere answers nothing. */
const limitConnecting = (sent: ClientRequest, milliseconds: number): void => {
  sent.on('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => sent.destroy(new NoConnection('no connection')), milliseconds);
    const stop = (): void => clearTimeout(timer);
    socket.once('connect', stop).once('close', stop);
  });
};

const codeOf = (error: unknown): string =>
  error instanceof NoConnection ? 'ETIMEDOUT' : ((error as NodeJS.ErrnoException).code ?? 'no code');

/** Passes requests on to the API, and its answers back as they come. */
export const createPassOn = ({
  api,
  connectMilliseconds = CONNECT_MILLISECONDS,
  answerMilliseconds = ANSWER_MILLISECONDS,
  onConnection = () => undefined,
}: PassOnOptions) => {
  const base = new URL(api);
  const stage = base.pathname.replace(/\/$/, '');
  const isSecure = base.protocol === 'https:';
  const send = isSecure ? httpsRequest : httpRequest;
  const settings = { keepAlive: true, maxSockets: MOST_CONNECTIONS, timeout: KEPT_MILLISECONDS };
  const agent: Agent = isSecure ? new HttpsAgent(settings) : new HttpAgent(settings);
  const ask = (
    { request, url, body, authorization }: Passed,
    signal: AbortSignal,
  ): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...askedHeaders(request.headers),
        ...(authorization === undefined ? {} : { authorization }),
        ...(body.length === 0 ? {} : { 'content-length': body.length }),
      };
      const target = new URL(stage + url.pathname + url.search, base.origin);
      const sent = send(target, { method: request.method, headers, agent, signal }, resolve);
      limitConnecting(sent, connectMilliseconds);
      sent.on('error', reject);
      sent.end(body);
    });
  /** Answers the status that the API gave. Throws API_UNREACHABLE or API_SLOW, as long as nothing has been answered. */
  const passOn = async (passed: Passed): Promise<number> => {
    const { response } = passed;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), answerMilliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      // The browser has gone: nobody waits for the rest.
      if (!response.writableFinished) limit.abort();
    });
    const answer = await ask(passed, limit.signal).catch((error: unknown) => {
      if (limit.signal.aborted) throw slow();
      onConnection(codeOf(error));
      throw unreachable(error);
    });
    const { statusCode: status = 0 } = answer;
    if (status >= 300 && status < 400 && status !== 304) {
      answer.resume();
      onConnection(`status ${status}`);
      throw unreachable(`sent elsewhere (${status})`);
    }
    onConnection(undefined);
    response.writeHead(status, answeredHeaders(answer.headers));
    // What breaks off in the middle breaks off here too: the browser sees that it is not whole.
    await pipeline(answer, response).catch(() => response.destroy());
    return status;
  };
  return { passOn, close: (): void => agent.destroy() };
};
export type PassOn = ReturnType<typeof createPassOn>;
