import { buildSystem } from '../../../functions/system.ts';
import { createLambdas } from '../../local/embedded/lambdas.ts';
import type { Meter } from './meter.ts';

/**
 * The functions of a deployment under a meter. Every call finds a function that remembers nothing, as after a cold
 * start: a case's calls lie hours apart, and so the reads counted are never too few.
 */
export const createMeteredLambdas =
  (meter: Meter): typeof createLambdas =>
  (bureau, system, secrets) => {
    const send: typeof system.sms.send = async (...message) => {
      const id = await system.sms.send(...message);
      meter.message();
      return id;
    };
    const sms = { ...system.sms, send };
    const start = () => createLambdas(bureau, buildSystem({ ...system, sms }), secrets);
    return {
      names: start().names,
      invoke: (name, payload) =>
        meter.during(name.slice(bureau.length + 1), () => start().invoke(name, payload)),
      http: (event) =>
        meter.during(event.rawPath.startsWith('/v1/feeds/') ? 'intake-items' : 'serve-desk', () => {
          meter.request();
          return start().http(event);
        }),
    };
  };
