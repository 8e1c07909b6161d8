import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBureau, startBureau } from '../../../../infra/local/server/bureau.ts';
import { ErrorBody } from '../../../../shared/contracts/errors.ts';

let bureau: RunningBureau;
beforeAll(async () => {
  bureau = await startBureau({
    ...{ bureau: 'yinzhou', folder: undefined, port: 0, sweepEveryMilliseconds: 60_000 },
    onSms: () => undefined,
  });
});
afterAll(() => bureau.close());

/** What is answered to these very bytes, until the server hangs up. */
const told = async (bytes: string) => {
  const socket = connect(Number(new URL(bureau.url).port), '127.0.0.1').setEncoding('utf8');
  let text = '';
  socket.on('data', (part: string) => {
    text += part;
  });
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', rest = ''] = text.split('\r\n\r\n');
  const [body = ''] = /\{.*\}/s.exec(rest) ?? [];
  return {
    status: Number(head.split(' ')[1]),
    head: head.toLowerCase(),
    body: ErrorBody.parse(JSON.parse(body)),
  };
};
const LINE = 'GET /v1/health HTTP/1.1\r\n';
const HOST = 'Host: 127.0.0.1\r\n';

describe('what is no HTTP is answered in the one shape of errors, and hung up on', () => {
  it.each([
    ['a control character in a header', `${LINE}${HOST}x: a\x01b\r\n\r\n`],
    ['no request', 'GARBAGE\r\n\r\n'],
    ['a method that there is not', `NONE /v1/health HTTP/1.1\r\n${HOST}\r\n`],
    [
      'two lengths',
      `POST /v1/cases HTTP/1.1\r\n${HOST}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
  ])('%s', async (_, bytes) => {
    const { status, head, body } = await told(bytes);
    expect([status, body.code]).toEqual([400, 'REQUEST_UNREADABLE']);
    expect(body.requestId).toMatch(/.+/);
    expect(head).toContain('content-type: application/json; charset=utf-8');
    expect(head).toContain("content-security-policy: default-src 'none'");
    expect(head).toContain('connection: close');
  });

  it.each([
    ['a header', `${LINE}${HOST}x: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['an address', `GET /v1/cases?cursor=${'a'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`],
  ])('%s that is too long', async (_, bytes) => {
    const { status, body } = await told(bytes);
    expect([status, body.code]).toEqual([431, 'HEAD_TOO_LARGE']);
  });

  it('a request that names no host is refused as one that names another’s', async () => {
    const { status, body } = await told(`${LINE}Connection: close\r\n\r\n`);
    expect([status, body.code]).toEqual([403, 'HOST_UNKNOWN']);
  });

  it('and whoever comes next is answered', async () => {
    expect((await fetch(`${bureau.url}/v1/health`)).status).toBe(200);
  });
});
