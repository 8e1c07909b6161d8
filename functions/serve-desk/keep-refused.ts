import { isSecret } from '../../shared/case/state.ts';
import { STATUS } from '../../shared/contracts/refusal-codes.ts';
import type { Cases } from '../../shared/records/cases.ts';
import { DESK, type Refusals } from '../../shared/records/register/refusals.ts';
import { type HttpEvent, pathPart, toldOf } from '../http.ts';
import type { Identities } from './identity.ts';

/** What is our own fault is no refusal, nor is it one that others were quicker. */
const isCallers = (status: number): boolean => status < 500 && status !== STATUS.changed;

interface Dependencies {
  refusals: Refusals;
  cases: Pick<Cases, 'load'>;
  identities: Pick<Identities, 'named'>;
  now: () => string;
}

/** The path as it is kept: who reads the refusals need not learn which case is 涉密. */
const createShownPath =
  ({ cases }: Pick<Dependencies, 'cases'>) =>
  async (event: HttpEvent): Promise<string> => {
    const { path } = event.requestContext.http;
    const caseId = pathPart(event, 'case');
    // One that cannot be read may be one.
    const isHidden =
      caseId !== '' &&
      (await cases.load(caseId).then(
        (state) => state !== null && isSecret(state),
        () => true,
      ));
    return isHidden ? path.replace(/(?<=\/cases\/)[^/]+/, '…') : path;
  };

/** Keeps what was turned away before a log could hold it: who asked for what is asked later. */
export const createKeepRefused = ({ refusals, cases, identities, now }: Dependencies) => {
  const shownPath = createShownPath({ cases });
  return async <T>(event: HttpEvent, run: () => Promise<T>, isKept = isCallers): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      const { code, status } = toldOf(error);
      if (isKept(status)) {
        const { method, sourceIp } = event.requestContext.http;
        const person = identities.named(event);
        const shown = await shownPath(event);
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
};
