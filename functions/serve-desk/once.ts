import canonicalize from 'canonicalize';
import type { Actor } from '../../shared/case/events.ts';
import { IDEMPOTENCY_KEY } from '../../shared/contracts/api/headers.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { type RefusalCode, STATUS } from '../../shared/contracts/refusal-codes.ts';
import type { Answers, Claim, Kept } from '../../shared/records/answers.ts';
import type { Reading } from '../../shared/rules/reading/cases.ts';
import { type Answer, type HttpEvent, toldOf } from '../http.ts';
import { jsonBody, rawBody } from '../request-body.ts';
import { POST_HEADER } from './identity.ts';

/** How a request is answered: also a refusal that stands in a log is an answer. */
export type Told = Answer | { code: RefusalCode; message: string };
/** What a request came to, and what is kept of it. */
export interface Outcome {
  told: Told;
  kept: Kept;
}
/** A request with a key: by its id a log knows it. `again`: it was begun before. */
export interface Request {
  id: string;
  again: boolean;
}
/** Whose request it is, and as what it came. */
export interface By {
  event: HttpEvent;
  actor: Actor;
  reading: Reading;
  request: Request | undefined;
}
interface Way {
  carryOut: (request?: Request) => Promise<Outcome>;
  /** The same answer again. */
  retell: (kept: Kept) => Promise<Told>;
}

/** The key of a request, if it has one. Throws INVALID (422). */
const keyIn = (event: HttpEvent): string | undefined => {
  const header = event.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const [, quoted, bare] = IDEMPOTENCY_KEY.exec(header) ?? [];
  const key = quoted ?? bare;
  if (key === undefined)
    throw new RequestError('INVALID', 'idempotency-key 应为1至80个字母、数字或半角符号(可加双引号)');
  return key;
};

const saidIn = (event: HttpEvent): string => {
  const { method, path } = event.requestContext.http;
  return canonicalize([method, path, event.headers[POST_HEADER] ?? '', jsonBody(rawBody(event))]) ?? '';
};

/** Why a request may neither be carried out nor told again. */
const refuse = (why: 'running' | 'other'): RequestError =>
  why === 'other'
    ? new RequestError('IDEMPOTENCY_KEY_REUSED', '这一请求编号已用于另一请求;内容不同的请求须用新的请求编号')
    : new RequestError('IDEMPOTENCY_KEY_IN_USE', '同一请求正在办理,请稍后用原请求编号重试');

/** What was our fault, or asked on what is no more so, is asked again under the same key. */
const isAnswer = (status: number): boolean => status < 500 && status !== STATUS.changed;

interface Dependencies {
  answers: Answers;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
/**
 * Carries a request out once for each key that a person gives it (header `idempotency-key`), as
 * draft-ietf-httpapi-idempotency-key-header has it: the same again gets the first answer again, whatever it was, but for what was our
 * fault (5xx) and what others' acts have overtaken (412). Without a key it is carried out. Throws IDEMPOTENCY_KEY_REUSED (422), IDEMPOTENCY_KEY_IN_USE (409).
 */
export const createOnce = ({ answers, now, onProblem }: Dependencies) => {
  /** What was carried out stands, whether its answer could be kept or not: the log knows the request too. */
  const attempt = (run: () => Promise<void>): Promise<void> =>
    run().catch((error: unknown) => onProblem('answer', error));

  const carryOut = async (claim: Claim, run: () => Promise<Outcome>): Promise<Told> => {
    let outcome: Outcome;
    try {
      outcome = await run();
    } catch (error) {
      const { code, message, status } = toldOf(error);
      await attempt(() =>
        isAnswer(status) ? claim.keep({ is: 'refused', code, message }, now()) : claim.release(now()),
      );
      throw error;
    }
    await attempt(() => claim.keep(outcome.kept, now()));
    return outcome.told;
  };

  return async (event: HttpEvent, actor: Actor, way: Way): Promise<Told> => {
    const key = keyIn(event);
    if (key === undefined) return (await way.carryOut()).told;
    const keyed = { person: actor.id, key, said: saidIn(event) };
    const claimed = await answers.claim(keyed, now());
    if (claimed.is === 'kept') return way.retell(claimed.kept);
    if (claimed.is !== 'claimed') throw refuse(claimed.is);
    const { claim } = claimed;
    return carryOut(claim, () => way.carryOut({ id: `${actor.id}#${key}`, again: claim.again }));
  };
};
