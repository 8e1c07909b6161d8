import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { buildSystem } from '../../../functions/system.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { apiEvent, claimsOf } from '../api-event.ts';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { createTable } from '../create-table.ts';
import { loadDefinitions } from '../definitions/load.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createEngineWorkflows } from '../engine-workflows.ts';
import { createLambdas, type Lambdas } from '../lambdas.ts';
import { exampleRoster, personFor } from '../people.ts';
import { TABLE } from '../server/bureau.ts';
import { startStore } from '../store.ts';

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
  let lambdas: Lambdas;
  const engine: Engine = createEngine({
    definitions: await loadDefinitions('leizhou'),
    clock,
    historyLimit: 0,
    invoke: (name, payload) => lambdas.invoke(name, payload),
  });
  const system = buildSystem({
    regulation: regulations.leizhou!,
    table,
    workflows: createEngineWorkflows('leizhou', () => engine),
    dispatch: async (caseId) => void engine.invoke('leizhou-notify-people', { caseId }),
    sms: { send: async () => 'seeded' },
    now: () => new Date(clock.now()).toISOString(),
    onProblem: (what, error) => console.error(what, error),
  });
  lambdas = createLambdas('leizhou', system, {});
  await system.rosters.write({
    version: 1,
    roster: exampleRoster(),
    changedBy: 'seed',
    changedAt: system.now(),
  });
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
  await clock.advanceTo(clock.now() + SETTLE_MILLISECONDS, engine.idle);
  engine.stopAll();
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
