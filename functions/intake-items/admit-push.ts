import { IN_ENGLISH } from '../../shared/contracts/english.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { ItemBatch, problemsIn } from '../../shared/contracts/items.ts';
import type { Begun, Pushes } from '../../shared/records/register/pushes.ts';
import type { HttpEvent } from '../http.ts';
import { jsonBody, rawBody, sentBytes } from '../request-body.ts';
import type { FeedGate } from './gate.ts';
import { signatureHeader } from './verify.ts';

interface Dependencies {
  gate: FeedGate;
  pushes: Pick<Pushes, 'begin'>;
  now: () => string;
}
/** A push that was let in: its items as they came, and whether it had come before. */
export interface AdmittedPush extends Begun {
  items: readonly unknown[];
}

/** Lets a push in and reads it as a batch. Throws RequestError for whatever is wrong with it as a whole. */
export const createAdmitPush =
  ({ gate, pushes, now }: Dependencies) =>
  async (event: HttpEvent, feed: string): Promise<AdmittedPush> => {
    // What is too large is said to anybody, before anything is reckoned of it.
    sentBytes(event);
    if (!gate.isRegistered(feed)) throw new RequestError('FEED_UNKNOWN', '没有登记这个数据源');
    await gate.admit(feed, event);
    const body = rawBody(event);
    const batch = ItemBatch.safeParse(jsonBody(body), IN_ENGLISH);
    if (!batch.success)
      throw new RequestError('BATCH_INVALID', problemsIn(batch.error)[0]?.message ?? '格式不对');
    const id = signatureHeader(event.headers, 'id');
    const begun = id === '' ? { reused: false } : await pushes.begin({ feed, id, body }, now());
    return { items: batch.data, ...begun };
  };
