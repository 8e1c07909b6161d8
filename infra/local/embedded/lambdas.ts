import type { Context } from 'aws-lambda';
import { archiveCase } from '../../../functions/archive-case/handler.ts';
import { enforceDuty } from '../../../functions/enforce-duty/handler.ts';
import { guardClocks } from '../../../functions/guard-clocks/handler.ts';
import type { HttpEvent, HttpResult } from '../../../functions/http.ts';
import { createSignatureGate } from '../../../functions/intake-items/gate.ts';
import { intakeItems } from '../../../functions/intake-items/handler.ts';
import { notifyPeople } from '../../../functions/notify-people/handler.ts';
import { reportFault } from '../../../functions/report-fault/handler.ts';
import { scheduleDuties } from '../../../functions/schedule-duties/handler.ts';
import { type DeskIdentity, serveDesk } from '../../../functions/serve-desk/handler.ts';
import { serveFiles } from '../../../functions/serve-files/handler.ts';
import { sweepCases } from '../../../functions/sweep-cases/handler.ts';
import type { System } from '../../../functions/system.ts';
import { transferCase } from '../../../functions/transfer-case/handler.ts';
import { watchCase } from '../../../functions/watch-case/handler.ts';
import { routeAt } from '../../../shared/contracts/api/routes.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import type { FeedWatch } from '../../../shared/contracts/feeds/watch.ts';
import { mappingsFor } from '../../../shared/intake/mappings.ts';
import type { DeskPlace } from '../../desk-site/config.ts';
import { FunctionName, functionName } from '../../settings/function-names.ts';

type Lambda = (payload: unknown) => Promise<unknown>;
/** As long as Lambda ever gives: here a sweep of a thousand cases runs on one thread. */
const TIME_LEFT_MILLISECONDS = 900_000;
const CONTEXT = {
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => TIME_LEFT_MILLISECONDS,
} as unknown as Context;
/** A handler as the platform calls it: with JSON that only the handler reads. */
const lambda =
  <Event>(handler: (event: Event, context: Context) => Promise<unknown>): Lambda =>
  (payload) =>
    handler(payload as Event, CONTEXT);

export interface Lambdas {
  /** Runs a function by its deployed name `<bureau>-<function>`; rejects as the function does. */
  invoke: (name: string, payload: unknown) => Promise<unknown>;
  /** The routes of the HTTP API as the deployed one splits them; what is in no catalogue goes to the desk. */
  http: (event: HttpEvent) => Promise<HttpResult>;
  names: ReadonlySet<string>;
}

/** How this machine is let in at; the desk in the browser is told of it. */
export type LocalDesk = () => DeskPlace;
const NO_DESK: LocalDesk = () => ({ login: { exchange: 'none' }, shiftHours: 12, isExample: true });
const CONTRACT = { authorization: 'signature', hasReceipts: false } as const;

/** Made when it is asked for first, and again when that went wrong. */
const once = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

/** The files of this bureau, made, with all that makes them, when the first is asked for: most runs need none. */
const createFiles = ({ regulation }: Pick<System, 'regulation'>, desk: LocalDesk): Lambda => {
  const ofDesk = once(async () => {
    const { deskSiteOf } = await import('../../desk-site/site.ts');
    return lambda(serveFiles(deskSiteOf(regulation, CONTRACT, desk())));
  });
  const ofDocs = once(async () => {
    const { siteOf } = await import('../../openapi/site.ts');
    return lambda(serveFiles(siteOf(regulation, CONTRACT)));
  });
  return async (payload) => {
    const isDesk = routeAt((payload as HttpEvent).rawPath)?.file === 'desk';
    return (await (isDesk ? ofDesk() : ofDocs()))(payload);
  };
};

/** What is told of each feed beside its secrets. */
interface FeedOptions {
  mappings?: Readonly<Record<string, string>>;
  watches?: Readonly<Record<string, FeedWatch>>;
}
/** Every function of the deployment, on one system and under its deployed name. */
export const createLambdas = (
  bureau: string,
  system: System,
  secrets: Readonly<Record<string, string[]>>,
  {
    localDesk = NO_DESK,
    mappings = {},
    watches = {},
    ...identity
  }: DeskIdentity & FeedOptions & { localDesk?: LocalDesk } = {
    claims: DEFAULT_CLAIMS,
    rosterOnly: true,
  },
): Lambdas => {
  const gate = createSignatureGate(Object.keys(secrets), async (feed) => secrets[feed] ?? []);
  const mappingOf = mappingsFor(mappings);
  const intake = intakeItems({ ...system, gate, mappingOf });
  const desk = serveDesk({ ...system, ...identity, mappingOf });
  const feeds = Object.fromEntries(Object.keys(secrets).map((feed) => [feed, watches[feed] ?? null]));
  const files = createFiles(system, localDesk);
  // What belongs to the bridge has no place here: no gateway takes a text of this machine.
  const byName: Record<Exclude<FunctionName, 'bridge-sms' | 'take-receipts'>, Lambda> = {
    'intake-items': lambda(intake),
    'serve-desk': lambda(desk),
    'schedule-duties': lambda(scheduleDuties(system)),
    'watch-case': lambda(watchCase(system)),
    'enforce-duty': lambda(enforceDuty(system)),
    'archive-case': lambda(archiveCase(system)),
    'transfer-case': lambda(transferCase(system)),
    'report-fault': lambda(reportFault(system)),
    'guard-clocks': lambda(guardClocks(system)),
    'notify-people': lambda(notifyPeople(system)),
    'sweep-cases': lambda(sweepCases({ ...system, feeds })),
    'serve-files': files,
  };
  const served = (path: string): Lambda => {
    const name = routeAt(path)?.served ?? 'serve-desk';
    return byName[name === 'take-receipts' ? 'serve-desk' : name];
  };
  const names = new Map(
    FunctionName.exclude(['bridge-sms', 'take-receipts']).options.map((name) => [
      functionName(bureau, name),
      byName[name],
    ]),
  );
  return {
    names: new Set(names.keys()),
    invoke: async (name, payload) => {
      const called = names.get(name);
      if (called === undefined) throw new Error(`No function ${name}`);
      return called(payload);
    },
    http: (event) => served(event.rawPath)(event) as Promise<HttpResult>,
  };
};
