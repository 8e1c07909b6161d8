import { DESK, type Refusals } from '../../shared/records/register/refusals.ts';
import { type HttpEvent, toldOf } from '../http.ts';
import type { Identities } from './identity.ts';

/** What is our own fault is no refusal. */
const isCallers = (status: number): boolean => status < 500;

/** Keeps what was turned away before a log could hold it: who asked for what is asked later. */
export const createKeepRefused =
  ({
    refusals,
    identities,
    now,
  }: {
    refusals: Refusals;
    identities: Pick<Identities, 'named'>;
    now: () => string;
  }) =>
  async <T>(event: HttpEvent, run: () => Promise<T>, isKept = isCallers): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      const { code, status } = toldOf(error);
      if (isKept(status)) {
        const { method, path, sourceIp } = event.requestContext.http;
        const person = identities.named(event);
        // Who reads the refusals need not learn of which case that is.
        const shown = code === 'SECRET_CONTENT' ? path.replace(/(?<=\/cases\/)[^/]+/, '…') : path;
        await refusals.record({
          at: now(),
          from: DESK,
          person,
          code,
          detail: {
            request: `${method} ${shown.slice(0, 120)}`.toWellFormed(),
            actor: person.slice(0, 80),
            from: sourceIp,
          },
        });
      }
      throw error;
    }
  };
