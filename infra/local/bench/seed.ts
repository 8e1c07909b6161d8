import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { buildSystem } from '../../../functions/system.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { apiEvent, claimsOf } from '../api-event.ts';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { loadDefinitions } from '../definitions/load.ts';
import { createEmbeddedBureau } from '../embedded/embedded-bureau.ts';
import { exampleRoster, personFor } from '../people.ts';
import { TABLE } from '../server/bureau.ts';
import { createTable } from '../store/create-table.ts';
import { startStore } from '../store/store.ts';

const BATCH = 25;
const SETTLE_MILLISECONDS = 60_000;
const LEVELS = ['blue', 'yellow', 'orange', 'red'];

/**
 * Fills a data folder with open cases of all levels whose first messages are sent: played in memory through the real
 * handlers and machines, then copied into the store.
 */
export const seedCases = async (folder: string, count: number): Promise<void> => {
  const clock = createVirtualClock(Date.now() - SETTLE_MILLISECONDS);
  const table = createMemoryTable();
  const bureau = createEmbeddedBureau({
    bureau: 'leizhou',
    definitions: await loadDefinitions('leizhou'),
    clock,
    historyLimit: 0,
  });
  const system = buildSystem({
    regulation: regulations.leizhou!,
    table,
    ...bureau.ports,
    sms: { send: async () => 'seeded' },
    onProblem: (what, error) => console.error(what, error),
  });
  const lambdas = await bureau.open(system, {});
  const claims = claimsOf(personFor(exampleRoster(), 'dutyOfficer'));
  for (let number = 0; number < count; number += 1) {
    const body = JSON.stringify({
      key: `seed-${number}`,
      title: `第${number}件`,
      unit: 'food',
      level: LEVELS[number % LEVELS.length],
      sources: [{ kind: 'zhanjiang-assigned' }],
      instants: { occurredAt: system.now() },
    });
    const answer = await lambdas.http(apiEvent({ method: 'POST', path: '/v1/cases', claims, body }));
    if (answer.statusCode !== 201) throw new Error(`Seeding: ${answer.body}`);
  }
  await clock.advanceTo(clock.now() + SETTLE_MILLISECONDS, bureau.engine().idle);
  bureau.engine().stopAll();
  const store = await startStore({ folder: join(folder, 'store') });
  await createTable(store.endpoint, TABLE);
  const client = new DynamoDBClient({
    endpoint: store.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const records = table.records();
  for (let from = 0; from < records.length; from += BATCH) {
    const requests = records.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }));
  }
  client.destroy();
  await store.close();
};
