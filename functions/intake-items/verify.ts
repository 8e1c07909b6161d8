import { Webhook } from 'standardwebhooks';
import { RequestError } from '../../shared/contracts/errors.ts';

const isStale = (error: unknown): boolean =>
  error instanceof Error && /timestamp too (old|new)/.test(error.message);

/**
 * Standard Webhooks: id.timestamp.body signed with one of the feed's secrets, at most five minutes old.
 * Throws RequestError SIGNATURE_MISSING, SIGNATURE_STALE or SIGNATURE_INVALID (401).
 */
export const verifySignature = (
  secrets: readonly string[],
  body: string,
  headers: Record<string, string | undefined>,
): void => {
  const signed: Record<string, string> = {};
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    const value = headers[name];
    if (!value) throw new RequestError('SIGNATURE_MISSING', `缺少签名请求头 ${name}`);
    signed[name] = value;
  }
  let stale = false;
  for (const secret of secrets) {
    try {
      new Webhook(secret).verify(body, signed, { jsonParse: false });
      return;
    } catch (error) {
      stale ||= isStale(error);
    }
  }
  throw stale
    ? new RequestError('SIGNATURE_STALE', '签名时间与现在相差超过5分钟')
    : new RequestError('SIGNATURE_INVALID', '签名不正确');
};
