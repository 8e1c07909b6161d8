import { createHmac, timingSafeEqual } from 'node:crypto';
import { RequestError } from '../../shared/contracts/errors.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Standard Webhooks. */
const TOLERANCE_SECONDS = 5 * 60;
/** Before the standard had its name, its headers had Svix's, and some senders' still have. */
const FAMILIES = ['webhook', 'svix'];
/** A header of the signature, under either name. */
export const signatureHeader = (headers: Headers, part: 'id' | 'timestamp' | 'signature'): string =>
  FAMILIES.map((family) => headers[`${family}-${part}`]).find((value) => value) ?? '';

/** What has more digits than seconds have for centuries is milliseconds. */
const MILLISECONDS = /^\d{12,}$/;
const refuseTime = (timestamp: string, now: number): RequestError | undefined => {
  if (!/^\d+$/.test(timestamp))
    return new RequestError('SIGNATURE_INVALID', '签名时间 webhook-timestamp 应为以秒计的整数');
  if (Math.abs(Math.floor(now / 1000) - Number(timestamp)) <= TOLERANCE_SECONDS) return undefined;
  const unit = MILLISECONDS.test(timestamp) ? ';签名时间以秒计,不是毫秒' : '';
  return new RequestError('SIGNATURE_STALE', `签名时间与现在相差超过5分钟${unit}`);
};

/** The signatures of a version that we know: `v1,<base64> v1,<base64>`, one of which has to fit. */
const signaturesIn = (header: string): Buffer[] =>
  header.split(' ').flatMap((each) => {
    const [version, signature = ''] = each.split(',');
    return version === 'v1' ? [Buffer.from(signature)] : [];
  });
const isEqual = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/**
 * Standard Webhooks: `id.timestamp.body`, byte by byte, signed with one of the feed's keys, at most five minutes from `now` (in
 * milliseconds). `bodies`: what of the body may have been signed, the likeliest first. Throws RequestError SIGNATURE_MISSING,
 * SIGNATURE_STALE or SIGNATURE_INVALID (401).
 */
export const verifySignature = (
  keys: readonly Buffer[],
  bodies: Iterable<Buffer>,
  headers: Headers,
  now: number,
): void => {
  const [id, timestamp, signature] = (['id', 'timestamp', 'signature'] as const).map((part) => {
    const value = signatureHeader(headers, part);
    if (value === '') throw new RequestError('SIGNATURE_MISSING', `缺少签名请求头 webhook-${part}`);
    return value;
  }) as [string, string, string];
  const refused = refuseTime(timestamp, now);
  if (refused !== undefined) throw refused;
  const given = signaturesIn(signature);
  for (const body of bodies)
    for (const key of keys) {
      const fitting = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
      if (given.some((each) => isEqual(each, Buffer.from(fitting)))) return;
    }
  throw new RequestError('SIGNATURE_INVALID', '签名不正确');
};
