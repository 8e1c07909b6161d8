import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type System, systemFrom } from '../../../functions/system.ts';
import { Environment, readEnvironment } from '../../../shared/contracts/environment.ts';
import { clockedLevelsOf, regulationInForce } from '../../../shared/regulations/index.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import { createRealClock } from '../clock/real-clock.ts';
import { loadDefinitions } from '../definitions/load.ts';
import { type OnSms, startAwsEndpoints } from '../endpoints/aws-endpoints.ts';
import { createEngine } from '../engine/engine.ts';
import { createLambdas, type Lambdas } from '../lambdas.ts';
import { buildStateMachineArn, LOCAL_REGION } from '../local-names.ts';
import { exampleRoster } from '../people.ts';
import { createTable } from '../store/create-table.ts';
import { startStore } from '../store/store.ts';
import { claimFolder } from './data-folder.ts';
import { createHttpServer } from './http-server.ts';
import { createIssuer, type Issuer } from './issuer.ts';
import { type Keys, readKeys } from './keys.ts';

export interface BureauOptions {
  bureau: string;
  /** The bureau's own choices among its regulation's settings. */
  chosen?: ChosenSettings;
  /** Where everything is kept; undefined = in memory. */
  folder: string | undefined;
  port: number;
  sweepEveryMilliseconds: number;
  onSms: OnSms;
}
export interface RunningBureau {
  url: string;
  keys: Keys;
  issuer: Issuer;
  system: System;
  lambdas: Lambdas;
  /** The first sweep: rebuilds the clocks of every open case; later ones follow by themselves. */
  resume: () => Promise<unknown>;
  close: () => Promise<void>;
}

export const TABLE = 'shixian-cases';

/** The environment that points the functions' SDK clients at this machine; on AWS the deployment sets it. */
const environmentFor = (
  bureau: string,
  chosen: ChosenSettings,
  store: string,
  aws: string,
): Record<string, string> => ({
  AWS_REGION: LOCAL_REGION,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: store,
  AWS_ENDPOINT_URL_SFN: aws,
  AWS_ENDPOINT_URL_SNS: aws,
  AWS_ENDPOINT_URL_LAMBDA: aws,
  TABLE_NAME: TABLE,
  REGULATION_ID: bureau,
  REGULATION_SETTINGS: JSON.stringify(chosen),
  MACHINE_ARNS: JSON.stringify(
    Object.fromEntries(
      clockedLevelsOf(bureau).map(({ level: { id } }) => [id, buildStateMachineArn(`${bureau}-${id}`)]),
    ),
  ),
  NOTIFY_FUNCTION: `${bureau}-notify-people`,
});

const listen = async (server: Server, port: number): Promise<string> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/**
 * Brings one bureau up in this process: the store on disk, the synthesized machines on the engine, the AWS endpoints, the
 * HTTP API. `resume` then starts the clocks. Rejects when the port or the data are taken.
 */
export const startBureau = async ({
  bureau,
  chosen = {},
  folder,
  port,
  sweepEveryMilliseconds,
  onSms,
}: BureauOptions): Promise<RunningBureau> => {
  const regulation = regulationInForce(bureau, chosen);
  const definitions = loadDefinitions(bureau);
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    claimFolder(folder, bureau);
  }
  const keys: Keys =
    folder === undefined
      ? { feeds: { demo: ['whsec_bWVtb3J5LW9ubHktc2VjcmV0LW1lbW9yeQ=='] }, tokens: 'memory' }
      : readKeys(folder);
  const store = await startStore(folder === undefined ? {} : { folder: join(folder, 'store') });
  const clock = createRealClock();
  let lambdas: Lambdas;
  const engine = createEngine({
    definitions: await definitions,
    clock,
    historyLimit: 0,
    invoke: (name, payload) => lambdas.invoke(name, payload),
    // What EventBridge does on AWS: the guard hears of every end that was not the execution's own.
    onExecutionEnd: async ({ name, status, input, startDate, stopDate }) => {
      if (status === 'SUCCEEDED') return;
      const detail = { name, status, input: JSON.stringify(input), startDate, stopDate };
      await lambdas.invoke(`${bureau}-guard-clocks`, { detail });
    },
  });
  const aws = await startAwsEndpoints({
    engine,
    clock,
    onSms,
    onEventFailure: (name, error) => console.error(`${name}:`, error),
  });
  const environment = environmentFor(bureau, chosen, store.endpoint, aws.endpoint);
  Object.assign(process.env, environment);
  await createTable(store.endpoint, TABLE);
  const system = systemFrom(readEnvironment(Environment, environment));
  lambdas = createLambdas(bureau, system, keys.feeds);
  await system.rosters.write({
    version: 1,
    roster: exampleRoster(regulation),
    changedBy: 'example',
    changedAt: system.now(),
  });
  const issuer = createIssuer(keys.tokens);
  const server = createHttpServer(lambdas, issuer);
  const url = await listen(server, port);
  const sweep = (): Promise<unknown> => engine.invoke(`${bureau}-sweep-cases`, {});
  let timer: NodeJS.Timeout | undefined;
  // One sweep after another: with many cases one may take longer than the interval.
  const keepSweeping = (): void => {
    timer = setTimeout(async () => {
      await sweep().catch((error: unknown) => console.error('巡检:', error));
      keepSweeping();
    }, sweepEveryMilliseconds);
  };
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    server.close();
    server.closeAllConnections();
    engine.stopAll();
    await engine.idle();
    await aws.close();
    await store.close();
  };
  return { url, keys, issuer, system, lambdas, resume: () => sweep().finally(keepSweeping), close };
};
