// One request and its answer, as every server of ours reads and writes them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpResult } from '../../../functions/http.ts';
import { MAX_BODY_BYTES, tooLarge } from '../../../functions/request-body.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';

/** A caller may hang up at any moment, or be hung up on when the server closes: that is no fault of ours to report. */
const cutOff = (cause: unknown): RequestError => {
  const told = new RequestError('REQUEST_UNREADABLE', '请求没有传完,连接已经断开');
  told.cause = cause;
  return told;
};

/** Reads no more than a function would take. Throws BODY_TOO_LARGE, or REQUEST_UNREADABLE when the caller has gone. */
export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof RequestError ? error : cutOff(error);
  }
  return Buffer.concat(chunks);
};

/** Where the request leads. Throws ROUTE_UNKNOWN for what is no path. */
export const pathOf = ({ url = '' }: IncomingMessage): URL => {
  const isPath = url.startsWith('/') && !url.startsWith('//');
  const parsed = isPath ? URL.parse(url, 'http://localhost') : null;
  if (parsed === null) throw new RequestError('ROUTE_UNKNOWN', '没有这个接口');
  return parsed;
};

/** The headers as API Gateway tells them: each once, as text. */
export const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );

export const respond = (
  request: IncomingMessage,
  response: ServerResponse,
  { statusCode = 200, headers = {}, cookies, body = '', isBase64Encoded = false }: HttpResult,
): void => {
  // What was not read of a request is not read any more.
  const isWhole = request.complete || request.method === 'GET';
  response.writeHead(statusCode, {
    ...(headers as Record<string, string>),
    ...(cookies === undefined ? {} : { 'set-cookie': cookies }),
    ...(isWhole ? {} : { connection: 'close' }),
  });
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
};
