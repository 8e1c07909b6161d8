import { join } from 'node:path';
import { type System, systemFrom } from '../../../functions/system.ts';
import { Environment, readEnvironment } from '../../../shared/contracts/environment.ts';
import { clockedLevelsOf, regulationInForce } from '../../../shared/regulations/index.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import { machineName } from '../../../statemachines/state-names.ts';
import { functionName } from '../../settings/function-names.ts';
import { createRealClock } from '../clock/real-clock.ts';
import { loadDefinitions } from '../definitions/load.ts';
import { createEmbeddedBureau } from '../embedded/embedded-bureau.ts';
import type { Lambdas } from '../embedded/lambdas.ts';
import { type OnSms, startAwsEndpoints } from '../endpoints/aws-endpoints.ts';
import { buildStateMachineArn, LOCAL_REGION } from '../local-names.ts';
import { createTable } from '../store/create-table.ts';
import { startStore } from '../store/store.ts';
import { claimFolder } from './data-folder.ts';
import { createHttpServer, listen } from './http-server.ts';
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
      clockedLevelsOf(bureau).map(({ level: { id } }) => [id, buildStateMachineArn(machineName(bureau, id))]),
    ),
  ),
  NOTIFY_FUNCTION: functionName(bureau, 'notify-people'),
});

/** One sweep after another, so many milliseconds apart: with many cases one may take longer than the interval. */
const createSweeping = (sweep: () => Promise<unknown>, milliseconds: number) => {
  let timer: NodeJS.Timeout | undefined;
  const goOn = (): void => {
    timer = setTimeout(() => {
      sweep()
        .catch((error: unknown) => console.error('巡检:', error))
        .finally(goOn);
    }, milliseconds);
  };
  return { begin: () => sweep().finally(goOn), stop: () => clearTimeout(timer) };
};

/** The keys of a bureau that is kept in memory. */
const MEMORY_KEYS: Keys = {
  feeds: { demo: ['whsec_bWVtb3J5LW9ubHktc2VjcmV0LW1lbW9yeQ=='] },
  tokens: 'memory',
};

/** The machines and what the functions call: the store, the engine, the AWS endpoints before it. */
const startMachinery = async ({ bureau, chosen = {}, folder, onSms }: BureauOptions) => {
  const definitions = loadDefinitions(bureau);
  const store = await startStore(folder === undefined ? {} : { folder: join(folder, 'store') });
  const clock = createRealClock();
  const embedded = createEmbeddedBureau({ bureau, definitions: await definitions, clock, historyLimit: 0 });
  const engine = embedded.engine();
  const aws = await startAwsEndpoints({
    engine,
    clock,
    onSms,
    onEventFailure: (name, error) => console.error(`${name}:`, error),
  });
  const environment = environmentFor(bureau, chosen, store.endpoint, aws.endpoint);
  Object.assign(process.env, environment);
  await createTable(store.endpoint, TABLE);
  const close = async (): Promise<void> => {
    engine.stopAll();
    await engine.idle();
    await aws.close();
    await store.close();
  };
  // The functions' own clients, as on AWS: over this machine's network and not by the embedded ports. Only what waits for its
  // minute is woken here, where on AWS a rule looks every minute.
  const { wakeAt } = embedded.ports;
  return { embedded, system: { ...systemFrom(readEnvironment(Environment, environment)), wakeAt }, close };
};

/**
 * Brings one bureau up in this process: the store on disk, the synthesized machines on the engine, the AWS endpoints, the
 * HTTP API. `resume` then starts the clocks. Rejects in Chinese when bureau, settings, port or folder cannot be used.
 */
export const startBureau = async (options: BureauOptions): Promise<RunningBureau> => {
  const { bureau, chosen, folder, port, sweepEveryMilliseconds } = options;
  // Before anything is touched: throws when there is no such bureau or setting.
  regulationInForce(bureau, chosen);
  if (folder !== undefined) claimFolder(folder, bureau);
  const keys = folder === undefined ? MEMORY_KEYS : readKeys(folder);
  const { embedded, system, close: closeMachinery } = await startMachinery(options);
  const lambdas = await embedded.open(system, keys.feeds);
  const issuer = createIssuer(keys.tokens);
  const server = createHttpServer(lambdas, issuer);
  const url = await listen(server, port).catch(async (error: unknown) => {
    await closeMachinery();
    throw error;
  });
  // What waits in the mailboxes is woken at its time; after a restart the first sweep looks into them.
  const sweep = (): Promise<unknown> => embedded.sweep().finally(embedded.deliver);
  const sweeping = createSweeping(sweep, sweepEveryMilliseconds);
  const close = async (): Promise<void> => {
    sweeping.stop();
    server.close();
    server.closeAllConnections();
    await closeMachinery();
  };
  return { url, keys, issuer, system, lambdas, resume: sweeping.begin, close };
};
