import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { createDynamoTable } from '../../../shared/aws/dynamo-table.ts';
import { StoreUnavailable, type Table } from '../../../shared/records/table.ts';

const key = { pk: 'p', sk: 's' };
const closing: (() => unknown)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

const tableAt = (endpoint: string, maxAttempts: number): Table =>
  createDynamoTable(
    't',
    new DynamoDBClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts,
    }),
  );
/** A table whose service answers as the test says; `asked`: what it was asked, in order. */
const answering = async (answer: RequestListener, maxAttempts = 1) => {
  const asked: Record<string, never>[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    asked.push(JSON.parse(Buffer.concat(parts).toString()));
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close().closeAllConnections());
  return { table: tableAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, maxAttempts), asked };
};
const failing =
  (status: number, name: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name }));
  };
/** Each way of the table, once. */
const CALLS: Readonly<Record<string, (table: Table) => Promise<unknown>>> = {
  get: (table) => table.get(key),
  put: (table) => table.put(key, { absent: true }),
  set: (table) => table.set(key, 'n', 1),
  remove: (table) => table.remove(key),
  increment: (table) => table.increment(key, 'n'),
  list: (table) => table.list('p', ''),
  byBoard: (table) => table.byBoard('OPEN'),
};

describe.each(Object.entries(CALLS))('%s', (_, call) => {
  it.each([
    [400, 'ProvisionedThroughputExceededException'],
    [400, 'ThrottlingException'],
    [400, 'RequestLimitExceeded'],
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ])('of a service that answers %i %s may succeed later', async (status, name) => {
    const { table } = await answering(failing(status, name));
    await expect(call(table)).rejects.toThrow(StoreUnavailable);
  });

  it('of a service that is not there, or hangs up, may succeed later', async () => {
    const { table } = await answering((request) => request.socket.destroy());
    await expect(call(table)).rejects.toThrow(StoreUnavailable);
    await closing.pop()!();
    await expect(call(table)).rejects.toThrow(StoreUnavailable);
  });

  it.each(['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'])(
    'of a service that answers %s fails for good',
    async (name) => {
      const { table } = await answering(failing(400, name));
      const error = await call(table).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name });
      expect(error).not.toBeInstanceOf(StoreUnavailable);
    },
  );
});

it('a put whose answer was lost is not ours by its answer: whoever put it looks what stands there', async () => {
  let times = 0;
  const { table, asked } = await answering((request, response) => {
    times += 1;
    if (times === 1) request.socket.destroy();
    else failing(400, 'ConditionalCheckFailedException')(request, response);
  }, 2);
  expect(await table.put({ ...key, by: 'me' }, { absent: true })).toBe(false);
  expect(asked).toHaveLength(2);
});
