import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoTable } from '../../shared/aws/dynamo-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { createTable } from '../../test/records/emulators.ts';

/**
 * What the records of one machine lay in before node:sqlite: dynalite (a DynamoDB upon LevelDB) in a thread of this process,
 * reached over HTTP with the SDK. Only measures use it: what they say of it stays comparable.
 */
export const openOldStore = async (
  folder: string,
): Promise<{ records: Table; log: Table; close: () => Promise<void> }> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: folder });
  const [port] = (await once(worker, 'message')) as [number];
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const tableOf = async (name: string): Promise<Table> => {
    await createTable(client, name);
    return createDynamoTable(name, client);
  };
  const [records, log] = [await tableOf('shixian-cases'), await tableOf('shixian-log')];
  const close = async (): Promise<void> => {
    client.destroy();
    const ended = once(worker, 'exit');
    worker.postMessage('close');
    await ended;
  };
  return { records, log, close };
};
