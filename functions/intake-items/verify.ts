import { Webhook } from 'standardwebhooks';
import { RequestError } from '../../shared/contracts/errors.ts';

/** Feed → its secrets; two while one is being replaced. Undefined for a feed that is not registered. */
export type FeedSecrets = (feed: string) => Promise<readonly string[] | undefined>;

const isStale = (error: unknown): boolean =>
  error instanceof Error && /timestamp too (old|new)/.test(error.message);

/**
 * Standard Webhooks: id.timestamp.body signed with the feed's secret, at most five minutes old.
 * Throws RequestError FEED_UNKNOWN (404), SIGNATURE_MISSING, SIGNATURE_STALE or SIGNATURE_INVALID (401).
 */
export const verifySignature = async (
  secretsOf: FeedSecrets,
  feed: string,
  body: string,
  headers: Record<string, string | undefined>,
): Promise<void> => {
  const secrets = await secretsOf(feed);
  // A feed named like a property of every object has none either.
  if (!Array.isArray(secrets)) throw new RequestError(404, 'FEED_UNKNOWN', '没有登记这个数据源');
  const signed: Record<string, string> = {};
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    const value = headers[name];
    if (!value) throw new RequestError(401, 'SIGNATURE_MISSING', `缺少签名请求头 ${name}`);
    signed[name] = value;
  }
  let stale = false;
  for (const secret of secrets as readonly string[]) {
    try {
      new Webhook(secret).verify(body, signed, { jsonParse: false });
      return;
    } catch (error) {
      stale ||= isStale(error);
    }
  }
  throw stale
    ? new RequestError(401, 'SIGNATURE_STALE', '签名时间与现在相差超过5分钟')
    : new RequestError(401, 'SIGNATURE_INVALID', '签名不正确');
};
