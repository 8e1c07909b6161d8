import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, describe } from 'vitest';
import { openDataFile } from '../../infra/local/store/data-file.ts';
import { createDynamoTable } from '../../shared/aws/dynamo-table.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { createTable, readEmulators } from './emulators.ts';

let tables = 0;
const onDynamo = async (endpoint: string): Promise<Table> => {
  tables += 1;
  const name = `table-${process.pid}-${Date.now()}-${tables}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await createTable(client, name);
  return createDynamoTable(name, client);
};

/** Bytes that a record may hold; moto has its own idea. */
const MOST = 400 * 1024;
const MOST_ON: Readonly<Record<string, number>> = { moto: 405_000 };

/** A fresh table of each kind for every test: what one can do, the others must do too. `most`: bytes that its records hold. */
export const onEveryTable = (suite: (fresh: () => Promise<Table>, most: number) => void): void => {
  describe('in memory', () => suite(async () => createMemoryTable(), MOST));
  describe('in a file', () => {
    const place = mkdtempSync(join(tmpdir(), 'shixian-table-'));
    const closing: (() => void)[] = [];
    afterAll(() => {
      for (const close of closing) close();
      rmSync(place, { recursive: true });
    });
    suite(async () => {
      const file = openDataFile({
        folder: mkdtempSync(join(place, 'data-')),
        bureau: 'leizhou',
        isNew: true,
      });
      closing.push(file.close);
      return file.records;
    }, MOST);
  });
  describe.each(Object.entries(readEmulators()))('on DynamoDB (%s)', (emulator, endpoint) => {
    suite(() => onDynamo(endpoint), MOST_ON[emulator] ?? MOST);
  });
};
