import { DESK, type Refusals } from '../../shared/records/register/refusals.ts';
import { type HttpEvent, toldOf } from '../http.ts';
import { namedIn } from './actor.ts';

/** What is our own fault is no refusal. */
const isCallers = (status: number): boolean => status < 500;

/** Keeps what was turned away before a log could hold it: who asked for what is asked later. */
export const createKeepRefused =
  ({ refusals, personClaim, now }: { refusals: Refusals; personClaim: string; now: () => string }) =>
  async <T>(event: HttpEvent, run: () => Promise<T>, isKept = isCallers): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      const { code, status } = toldOf(error);
      if (isKept(status)) {
        const { method, path, sourceIp } = event.requestContext.http;
        await refusals.record({
          at: now(),
          from: DESK,
          person: namedIn(event, personClaim),
          code,
          detail: {
            request: `${method} ${path.slice(0, 120)}`.toWellFormed(),
            actor: namedIn(event, personClaim).slice(0, 80),
            from: sourceIp,
          },
        });
      }
      throw error;
    }
  };
