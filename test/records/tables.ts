import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createTable } from '../../infra/local/store/create-table.ts';
import { type LocalStore, startStore } from '../../infra/local/store/store.ts';
import { createDynamoTable } from '../../shared/records/dynamo-table.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';

let running: LocalStore | undefined;
let tables = 0;

/** A fresh table of each kind for every test: what one can do, the other must do too. */
export const onBothTables = (suite: (fresh: () => Promise<Table>) => void): void => {
  describe('in memory', () => suite(async () => createMemoryTable()));
  describe('on DynamoDB', () => {
    beforeAll(async () => {
      running = await startStore();
    });
    afterAll(async () => {
      await running?.close();
    });
    suite(async () => {
      tables += 1;
      const name = `table-${tables}`;
      const { endpoint } = running!;
      await createTable(endpoint, name);
      const client = new DynamoDBClient({
        endpoint,
        region: 'local',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      });
      return createDynamoTable(name, client);
    });
  });
};
