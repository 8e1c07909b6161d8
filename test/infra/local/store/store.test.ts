import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LocalStore, startStore } from '../../../../infra/local/store/store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});

afterEach(() => rm(folder, { recursive: true }));

const connect = ({ endpoint }: LocalStore) =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

const createTable = new CreateTableCommand({
  TableName: 'cases',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
});
const put = new PutItemCommand({
  TableName: 'cases',
  Item: { pk: { S: '案卷' } },
  ConditionExpression: 'attribute_not_exists(pk)',
});
const get = new GetItemCommand({ TableName: 'cases', Key: { pk: { S: '案卷' } } });

it('keeps what was written in its folder from one start to the next', async () => {
  const first = await startStore({ folder });
  await connect(first).send(createTable);
  await connect(first).send(put);
  await first.close();
  const second = await startStore({ folder });
  expect((await connect(second).send(get)).Item).toEqual({ pk: { S: '案卷' } });
  await expect(connect(second).send(put)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  await second.close();
});

it('starts empty without a folder, on the port that is asked for', async () => {
  const first = await startStore();
  await connect(first).send(createTable);
  await first.close();
  const port = Number(new URL(first.endpoint).port);
  const second = await startStore({ port });
  expect(second.endpoint).toBe(`http://127.0.0.1:${port}`);
  await expect(connect(second).send(get)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(startStore({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await second.close();
});
