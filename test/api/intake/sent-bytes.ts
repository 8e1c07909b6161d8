import { createHmac } from 'node:crypto';
import { apiEvent } from '../../../infra/local/api-event.ts';
import { signingKeyOf } from '../../../shared/secrets/signing-key.ts';
import { FEED, type Office, SECRET } from '../../support/office.ts';

interface Sent {
  /** What was signed, if not what is sent. */
  signed?: Uint8Array | string;
  headers?: Record<string, string>;
  /** Of the headers that bear the signature. */
  family?: string;
  secret?: string;
  id?: string;
  /** In seconds, as it is written. */
  at?: string;
}

/** The headers of a signature over bytes. */
export const headersOver = (signed: Uint8Array | string, { family = 'webhook', ...more }: Sent = {}) => {
  const { id = 'msg-bytes', secret = SECRET, at = String(Math.floor(Date.now() / 1000)) } = more;
  const signature = createHmac('sha256', signingKeyOf(secret)!)
    .update(`${id}.${at}.`)
    .update(signed)
    .digest('base64');
  return {
    [`${family}-id`]: id,
    [`${family}-timestamp`]: at,
    [`${family}-signature`]: `v1,${signature}`,
  };
};

/** Pushes bytes as they stand; a gateway hands them on in base64. */
export const pushBytes = (office: Office, bytes: Uint8Array, sent: Sent = {}) =>
  office.http({
    method: 'POST',
    path: `/v1/feeds/${FEED}/items`,
    headers: { ...headersOver(sent.signed ?? bytes, sent), ...sent.headers },
    body: Buffer.from(bytes).toString('base64'),
    base64: true,
  });

/** Pushes what a gateway has read as text, whatever was sent. */
export const pushAsText = (office: Office, bytes: Uint8Array, sent: Sent = {}) =>
  office.http({
    method: 'POST',
    path: `/v1/feeds/${FEED}/items`,
    headers: { ...headersOver(sent.signed ?? bytes, sent), ...sent.headers },
    body: Buffer.from(bytes).toString('utf8'),
  });

/** The event of a push with these headers. */
export const pushEvent = (body: string, headers: Record<string, string>) =>
  apiEvent({ method: 'POST', path: `/v1/feeds/${FEED}/items`, headers, body });
