import { createHmac } from 'node:crypto';
import { signingKeyOf } from '../../../shared/secrets/signing-key.ts';
import { send } from '../bench/send.ts';
import { createIssuer, issuedBy } from '../identity/issuer.ts';
import type { Keys } from '../identity/keys.ts';
import { exampleRoster, personFor } from '../people.ts';
import { signatureHeaders } from '../sign.ts';

/** What the requests go to. */
export interface Target {
  url: string;
  keys: Keys;
}

/** What one request came to. */
export interface Answered {
  status: number;
  text: string;
}

const ROLES = ['dutyOfficer', 'officeHead', 'unitLiaison', 'unitHead'] as const;
export type PersonName = (typeof ROLES)[number];
/** Whose cases they are: their unit. */
export const UNIT = 'drugs';

/** The headers of a body that need not be a text, which the standard's library would make of it. */
const signedBytes = (secret: string, id: string, body: Uint8Array): Record<string, string> => {
  const seconds = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', signingKeyOf(secret)!).update(`${id}.${seconds}.`).update(body);
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${mac.digest('base64')}`,
  };
};

/** The requests of whoever works with a bureau: people with their tokens, and the one feed that pushes. */
export const createTraffic = async ({ url, keys }: Target) => {
  const issuer = createIssuer(keys.tokens, issuedBy(url, 'leizhou'));
  const tokens = new Map<string, string>();
  for (const role of ROLES) {
    const unit = role.startsWith('unit') ? UNIT : undefined;
    tokens.set(role, await issuer.issue(personFor(exampleRoster(), role, unit)));
  }
  const headersOf = (person: PersonName) => ({
    authorization: `Bearer ${tokens.get(person)}`,
    'content-type': 'application/json',
  });
  // Signatures are judged by the machine's own clock, however fast the bureau's is.
  const push = (body: string, id: string, secret: string): Promise<Answered> =>
    send(`${url}/v1/feeds/demo/items`, signatureHeaders(secret, id, new Date(), body), body);
  return {
    read: (path: string): Promise<Answered> => send(`${url}${path}`, headersOf('dutyOfficer')),
    post: (path: string, person: PersonName, body: unknown): Promise<Answered> =>
      send(`${url}${path}`, headersOf(person), JSON.stringify(body)),
    push: (items: unknown[], id: string): Promise<Answered> =>
      push(JSON.stringify({ items }), id, keys.feeds.demo![0]!),
    /** Bytes as they are, by any of the bureau's feeds; signed over the bytes, which need not be a text. */
    pushBytes: (feed: string, id: string, body: Uint8Array, headers: Readonly<Record<string, string>>) => {
      const path = `${url}/v1/feeds/${encodeURIComponent(feed)}/items`;
      return send(path, { ...headers, ...signedBytes(keys.feeds[feed]![0]!, id, body) }, body);
    },
    /** As somebody who does not know the secret. */
    pushUnsigned: (items: unknown[], id: string): Promise<Answered> =>
      push(JSON.stringify({ items }), id, 'whsec_bm90LXRoZS1zZWNyZXQtb2YtdGhpcy1mZWVkLW5vdA=='),
  };
};
export type Traffic = Awaited<ReturnType<typeof createTraffic>>;
