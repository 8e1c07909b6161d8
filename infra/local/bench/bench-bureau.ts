import { buildSystem, type System } from '../../../functions/system.ts';
import { healing } from '../../../shared/records/healing.ts';
import type { LogTable, Table } from '../../../shared/records/table.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { isTold, TOLD_EVENTS } from '../../../shared/workflows/looking.ts';
import type { EngineClock } from '../clock/engine-clock.ts';
import { createRealClock } from '../clock/real-clock.ts';
import { loadDefinitions } from '../definitions/load.ts';
import { createEmbeddedBureau } from '../embedded/embedded-bureau.ts';
import type { Lambdas } from '../embedded/lambdas.ts';
import type { Engine } from '../engine/engine.ts';
import { createIssuer, issuedBy } from '../identity/issuer.ts';
import { memoryKeys } from '../identity/keys.ts';
import { createHttpServer, listen } from '../server/http-server.ts';

export const BUREAU = 'leizhou';
/** Signs what the one feed pushes. */
export const SECRET = 'whsec_YmVuY2gtb25seS1zZWNyZXQtYmVuY2gtb25seQ==';

/** Where a bureau's records lie. */
export interface Records {
  records: Table;
  log: LogTable;
}

/** A bureau as `npm start` composes it, upon any store and clock; its texts go nowhere. */
export interface BenchBureau {
  system: System;
  lambdas: Lambdas;
  engine: () => Engine;
}

export const openBureauOn = async ({ records, log }: Records, clock: EngineClock): Promise<BenchBureau> => {
  const onProblem = (what: string, error: unknown): void => console.error(what, error);
  const embedded = createEmbeddedBureau({
    bureau: BUREAU,
    definitions: await loadDefinitions(BUREAU),
    clock,
    historyLimit: TOLD_EVENTS,
    isKept: isTold,
    onUnsent: (caseId, error) => onProblem(String(caseId), error),
  });
  const system = buildSystem({
    regulation: regulationInForce(BUREAU),
    table: healing(records, onProblem),
    log,
    ...embedded.ports,
    sms: { send: async () => 'bench' },
    onProblem,
  });
  const lambdas = await embedded.open(system, { demo: [SECRET] });
  return { system, lambdas, engine: embedded.engine };
};

/** One that answers over HTTP, by the machine's clock, and whose tokens `issuer` issues. */
export const serveBureauOn = async (records: Records) => {
  const { system, lambdas, engine } = await openBureauOn(records, createRealClock());
  const { tokens } = memoryKeys();
  const server = createHttpServer(lambdas, (at) => createIssuer(tokens, issuedBy(at, BUREAU)));
  const url = await listen(server, 0);
  const issuer = createIssuer(tokens, issuedBy(url, BUREAU));
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    engine().stopAll();
    await engine().idle();
  };
  return { system, issuer, url, close };
};
