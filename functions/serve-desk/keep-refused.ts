import { DESK, type Refusals } from '../../shared/records/refusals.ts';
import { type HttpEvent, toldOf } from '../http.ts';

/** Keeps what was turned away before a log could hold it: who asked for what is asked later. */
export const createKeepRefused =
  ({ refusals, now }: { refusals: Refusals; now: () => string }) =>
  async <T>(event: HttpEvent, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      const { code, status } = toldOf(error);
      if (status < 500) {
        const { method, path, sourceIp } = event.requestContext.http;
        const actor = event.requestContext as { authorizer?: { jwt?: { claims?: { sub?: unknown } } } };
        await refusals.record({
          at: now(),
          feed: DESK,
          code,
          detail: {
            request: `${method} ${path.slice(0, 120)}`.toWellFormed(),
            actor: String(actor.authorizer?.jwt?.claims?.sub ?? '').slice(0, 80),
            from: sourceIp,
          },
        });
      }
      throw error;
    }
  };
