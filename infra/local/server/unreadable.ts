import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorJson } from '../../../functions/http.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';

const toldOf = (code: string | undefined): RequestError =>
  code === 'HPE_HEADER_OVERFLOW'
    ? new RequestError('HEAD_TOO_LARGE', '请求的地址、参数和请求头合计太长')
    : new RequestError('REQUEST_UNREADABLE', '请求不是完整有效的 HTTP 请求');

/** Answers what is no HTTP, or no end of it, in the shape of every error, and hangs up: Node alone would send a bare status. */
export const refuseUnreadable = ({ code }: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { statusCode = 400, headers = {}, body = '' } = errorJson(toldOf(code), randomUUID());
  const lines = Object.entries({
    ...headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`, ...lines, '', body].join('\r\n'));
};
