import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { logProblem } from '../../../functions/log-problem.ts';
import type { RecordsPlace } from '../../../functions/serve-desk/health/status.ts';
import { buildSystem, type System } from '../../../functions/system.ts';
import type { DeskLogin } from '../../../shared/contracts/desk/config.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import type { Sms } from '../../../shared/notices/sms.ts';
import { healing } from '../../../shared/records/healing.ts';
import type { Key } from '../../../shared/records/table.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import { isTold, TOLD_EVENTS } from '../../../shared/workflows/looking.ts';
import type { FeedWatches } from '../chosen-feeds.ts';
import type { EngineClock } from '../clock/engine-clock.ts';
import { createRealClock } from '../clock/real-clock.ts';
import { loadDefinitions } from '../definitions/load.ts';
import { createEmbeddedBureau } from '../embedded/embedded-bureau.ts';
import { createLambdas, type Lambdas } from '../embedded/lambdas.ts';
import type { Engine } from '../engine/engine.ts';
import { deskLoginFor, SHIFT_HOURS } from '../identity/desk-login.ts';
import { createDoors, type OfficeLogin } from '../identity/doors.ts';
import { createIssuer, type Issuer, issuedBy } from '../identity/issuer.ts';
import { type Keys, memoryKeys, readKeys } from '../identity/keys.ts';
import { settleLogin } from '../identity/whose-login.ts';
import { type DataFile, openDataFile, openInMemory } from '../store/data-file.ts';
import { checkFolder, markFolder } from '../store/data-folder.ts';
import { createHttpServer, listen } from './http-server.ts';
import { createUnderway } from './underway.ts';

/** One text that would have gone out; `at` is in milliseconds since the Unix epoch. */
interface Text {
  phoneNumber: string;
  message: string;
  messageId: string;
  at: number;
}

export interface BureauOptions {
  bureau: string;
  /** The bureau's own choices among its regulation's settings. */
  chosen?: ChosenSettings;
  /** Where everything is kept; undefined = in memory. */
  folder: string | undefined;
  /** Feeds that there are to be from now on beside those that there are: each with the name of its mapping. */
  feeds?: Readonly<Record<string, string>>;
  /** How each feed is watched from now on; as before, if not told. */
  watches?: FeedWatches | undefined;
  port: number;
  sweepEveryMilliseconds: number;
  onSms: (text: Text) => void;
  /** The office's own issuer; the machine's, which lets the roster's people be chosen, if not told. */
  login?: OfficeLogin | undefined;
  /** The time that the bureau lives by, if not the machine's. */
  clock?: EngineClock;
}
export interface RunningBureau {
  url: string;
  keys: Keys;
  /** Tokens of the machine's own provider, which are worth nothing where the office has its own. */
  issuer: Issuer;
  system: System;
  lambdas: Lambdas;
  engine: () => Engine;
  /** The first sweep: rebuilds the clocks of every open case; later ones follow by themselves. */
  resume: () => Promise<unknown>;
  close: () => Promise<void>;
}

/** A sweep takes a tenth of the time at most, unless it would then come later than it does on AWS: five minutes. */
const REST_FOR_EACH = 9;
const LONGEST_REST_MILLISECONDS = 5 * 60_000;
/** How long there is no sweep after one that took so many milliseconds. */
export const restAfter = (took: number, every: number): number =>
  Math.max(every, Math.min(REST_FOR_EACH * took, LONGEST_REST_MILLISECONDS));

/** One sweep after another, so many milliseconds apart, and further apart where there are so many cases that a sweep takes long. */
const createSweeping = (sweep: () => Promise<unknown>, milliseconds: number) => {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const run = (): Promise<unknown> => {
    const from = performance.now();
    return sweep().finally(() => goOn(performance.now() - from));
  };
  const goOn = (took: number): void => {
    if (isStopped) return;
    timer = setTimeout(
      () => void run().catch((error: unknown) => console.error('巡检:', error)),
      restAfter(took, milliseconds),
    );
  };
  const stop = (): void => {
    isStopped = true;
    clearTimeout(timer);
  };
  return { begin: run, stop };
};

/** Texts that go no further than this machine. */
const createLocalSms = (onSms: BureauOptions['onSms'], now: () => number): Sms => ({
  send: async (phoneNumber, { text: message }) => {
    const messageId = randomUUID();
    onSms({ phoneNumber, message, messageId, at: now() });
    return messageId;
  },
});

const NAMED = 5;
const nameSome = (keys: readonly Key[]): string =>
  `${keys
    .slice(0, NAMED)
    .map(({ pk }) => pk.replace(/^[A-Z]+#/, ''))
    .join('、')}${keys.length > NAMED ? '等' : ''}`;

const openStore = ({ bureau, folder }: BureauOptions, isNew: boolean): DataFile => {
  if (folder === undefined) return openInMemory(bureau);
  const file = openDataFile({ folder, bureau, isNew });
  if (isNew) markFolder(folder, bureau);
  const { mended } = file;
  if (mended.length > 0)
    console.error(
      `数据文件被别的程序改动过:有${mended.length}条记录不在它自己所写的看板位置上,已按记录改回(${nameSome(mended)})。请查明原因。`,
    );
  return file;
};

/** Where the records lie, as `GET /v1/status` tells. */
const placeOf = (folder: string | undefined): RecordsPlace => {
  if (folder === undefined) return { kind: 'memory' };
  const freeBytes = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  };
  return { kind: 'sqlite', freeBytes };
};

/** The store, the machines on the engine, and the system upon them: all in this process, without any network between. */
const startMachinery = async (options: BureauOptions, isNew: boolean) => {
  const { bureau, chosen = {}, onSms, clock = createRealClock() } = options;
  const regulation = regulationInForce(bureau, chosen);
  const definitions = await loadDefinitions(bureau);
  const file = openStore(options, isNew);
  const embedded = createEmbeddedBureau({
    bureau,
    definitions,
    clock,
    historyLimit: TOLD_EVENTS,
    isKept: isTold,
    onUnsent: (caseId, error) => logProblem(`${caseId ?? 'mailboxes'} dispatch`, error),
  });
  const system = buildSystem({
    regulation,
    table: healing(file.records, logProblem),
    log: file.log,
    ...embedded.ports,
    sms: createLocalSms(onSms, clock.now),
    onProblem: logProblem,
    aloneSince: new Date(clock.now()).toISOString(),
  });
  const close = async (): Promise<void> => {
    const engine = embedded.engine();
    engine.stopAll();
    await engine.idle();
    file.close();
  };
  return { embedded, system, close };
};

/**
 * Brings one bureau up in this process: the store on disk, the synthesized machines on the engine, the HTTP API. `resume` then starts the clocks. Rejects in Chinese when bureau, settings, port or folder cannot be used.
 */
export const startBureau = async (options: BureauOptions): Promise<RunningBureau> => {
  const { bureau, chosen, folder, feeds, watches, port, sweepEveryMilliseconds, login } = options;
  // Before anything is touched: throws when there is no such bureau or setting.
  regulationInForce(bureau, chosen);
  const { isNew } = folder === undefined ? { isNew: true } : checkFolder(folder, bureau);
  if (folder !== undefined) settleLogin(folder, isNew, login?.issuer);
  const keys = folder === undefined ? memoryKeys(feeds, watches) : readKeys(folder, feeds, watches);
  const { embedded, system, close: closeMachinery } = await startMachinery(options, isNew);
  const doors = createDoors(login);
  let deskLogin: DeskLogin = { exchange: 'none' };
  const lambdas = await embedded.open(system, keys.feeds, {
    hasExamplePeople: login === undefined,
    create: (...parts) =>
      createLambdas(parts[0], parts[1], parts[2], {
        claims: login?.claims ?? DEFAULT_CLAIMS,
        rosterOnly: true,
        mappings: keys.mappings ?? {},
        watches: keys.watches ?? {},
        records: placeOf(folder),
        localDesk: () => ({ login: deskLogin, shiftHours: SHIFT_HOURS, isExample: login === undefined }),
        ...(doors.isIssuerUp && { isIssuerUp: doors.isIssuerUp }),
      }),
  });
  const underway = createUnderway();
  const server = createHttpServer(
    lambdas,
    (url) => doors.at({ url, key: keys.tokens, ...system }),
    system.now,
    underway,
  );
  const url = await listen(server, port).catch(async (error: unknown) => {
    await closeMachinery();
    throw error;
  });
  const issued = issuedBy(url, bureau);
  deskLogin = deskLoginFor(issued.issuer, login);
  const issuer = createIssuer(keys.tokens, issued);
  // What waits in the mailboxes is woken at its time; after a restart the first sweep looks into them.
  const sweep = (): Promise<unknown> => embedded.sweep().finally(embedded.deliver);
  const sweeping = createSweeping(sweep, sweepEveryMilliseconds);
  const close = async (): Promise<void> => {
    sweeping.stop();
    server.close();
    server.closeAllConnections();
    // Whose callers have gone still read the store.
    await underway.ended();
    await closeMachinery();
  };
  const { engine } = embedded;
  return { url, keys, issuer, system, lambdas, engine, resume: sweeping.begin, close };
};
