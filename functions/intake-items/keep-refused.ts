import { createHash } from 'node:crypto';
import type { Refusals } from '../../shared/records/register/refusals.ts';
import type { HttpEvent } from '../http.ts';
import type { FeedGate } from './gate.ts';
import { signatureHeader } from './verify.ts';

interface Dependencies {
  refusals: Refusals;
  gate: FeedGate;
  now: () => string;
}

const UNKNOWN_FEED = '(未登记)';

/** Keeps what can be told of a push that was turned away, without trusting who sent it. */
export const createKeepRefused =
  ({ refusals, gate, now }: Dependencies) =>
  async (event: HttpEvent, feed: string, code: string): Promise<void> => {
    const detail = {
      message: signatureHeader(event.headers, 'id').slice(0, 80).toWellFormed(),
      sha256: createHash('sha256')
        .update(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
        .digest('hex'),
      from: event.requestContext?.http?.sourceIp ?? '',
    };
    // Made-up names must not fill the table: they share one record.
    const isKnown = gate.isRegistered(feed);
    await refusals.record({
      at: now(),
      from: isKnown ? feed : UNKNOWN_FEED,
      code,
      detail: isKnown ? detail : { ...detail, feed: feed.slice(0, 64).toWellFormed() },
    });
  };
