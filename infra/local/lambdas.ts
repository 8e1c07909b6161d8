import type { Context } from 'aws-lambda';
import { archiveCase } from '../../functions/archive-case/handler.ts';
import { enforceDuty } from '../../functions/enforce-duty/handler.ts';
import { guardClocks } from '../../functions/guard-clocks/handler.ts';
import type { HttpEvent, HttpResult } from '../../functions/http.ts';
import { createSignatureGate } from '../../functions/intake-items/gate.ts';
import { intakeItems } from '../../functions/intake-items/handler.ts';
import { notifyPeople } from '../../functions/notify-people/handler.ts';
import { reportFault } from '../../functions/report-fault/handler.ts';
import { scheduleDuties } from '../../functions/schedule-duties/handler.ts';
import { serveDesk } from '../../functions/serve-desk/handler.ts';
import { sweepCases } from '../../functions/sweep-cases/handler.ts';
import type { System } from '../../functions/system.ts';
import { transferCase } from '../../functions/transfer-case/handler.ts';
import { watchCase } from '../../functions/watch-case/handler.ts';
import type { FunctionName } from '../settings/function-names.ts';

type Lambda = (event: never, context: Context) => Promise<unknown>;
/** As long as Lambda ever gives: here a sweep of a thousand cases runs on one thread. */
const TIME_LEFT_MILLISECONDS = 900_000;
const CONTEXT = {
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => TIME_LEFT_MILLISECONDS,
} as unknown as Context;

export interface Lambdas {
  /** Runs a function by its deployed name `<bureau>-<function>`; rejects as the function does. */
  invoke: (name: string, payload: unknown) => Promise<unknown>;
  /** The routes of the HTTP API as the deployed one splits them: feeds to the intake, the rest to the desk. */
  http: (event: HttpEvent) => Promise<HttpResult>;
  names: ReadonlySet<string>;
}

/** Every function of the deployment, on one system and under its deployed name. */
export const createLambdas = (
  bureau: string,
  system: System,
  secrets: Readonly<Record<string, string[]>>,
): Lambdas => {
  const gate = createSignatureGate(Object.keys(secrets), async (feed) => secrets[feed] ?? []);
  const intake = intakeItems({ ...system, gate });
  const desk = serveDesk(system);
  // The bridge has no place here: nothing behind this machine's SNS endpoint sends a text.
  const byName: Record<Exclude<FunctionName, 'bridge-sms'>, Lambda> = {
    'intake-items': intake as Lambda,
    'serve-desk': desk as Lambda,
    'schedule-duties': scheduleDuties(system) as Lambda,
    'watch-case': watchCase(system) as Lambda,
    'enforce-duty': enforceDuty(system) as Lambda,
    'archive-case': archiveCase(system) as Lambda,
    'transfer-case': transferCase(system) as Lambda,
    'report-fault': reportFault(system) as Lambda,
    'guard-clocks': guardClocks(system) as Lambda,
    'notify-people': notifyPeople(system) as Lambda,
    'sweep-cases': sweepCases(system) as Lambda,
  };
  const names = new Map(Object.entries(byName).map(([name, lambda]) => [`${bureau}-${name}`, lambda]));
  return {
    names: new Set(names.keys()),
    invoke: async (name, payload) => {
      const lambda = names.get(name);
      if (lambda === undefined) throw new Error(`No function ${name}`);
      return lambda(payload as never, CONTEXT);
    },
    http: (event) =>
      (event.rawPath.startsWith('/v1/feeds/')
        ? intake(event, CONTEXT)
        : desk(event, CONTEXT)) as Promise<HttpResult>,
  };
};
