import * as z from 'zod/mini';
import { RequestError } from '../../shared/contracts/errors.ts';
import { type ReadSecret, SecretMissing } from '../../shared/secrets/secrets.ts';
import type { HttpEvent } from '../http.ts';
import { verifySignature } from './verify.ts';

/** Who may bring items of a feed. */
export interface FeedGate {
  isRegistered(feed: string): boolean;
  /** Throws a RequestError for whoever may not bring items of this feed. `body` as it was sent. */
  admit(feed: string, event: HttpEvent, body: string): Promise<void>;
}

/** Feed → its signing secrets (two while one is being replaced), `whsec_…`. */
type SecretsOf = (feed: string) => Promise<readonly string[]>;

/** Feeds that sign what they send (Standard Webhooks). */
export const createSignatureGate = (feeds: readonly string[], secretsOf: SecretsOf): FeedGate => ({
  isRegistered: (feed) => feeds.includes(feed),
  admit: async (feed, event, body) => verifySignature(await secretsOf(feed), body, event.headers),
});

const Caller = z.object({
  authorizer: z.object({ iam: z.object({ userArn: z.string().check(z.minLength(1)) }) }),
});

/** Callers whom the HTTP API has let in by IAM (SigV4): their policy names the feeds' routes that they may call. */
export const createCallerGate = (feeds: readonly string[]): FeedGate => ({
  isRegistered: (feed) => feeds.includes(feed),
  admit: async (_feed, event) => {
    if (!Caller.safeParse(event.requestContext).success)
      throw new RequestError('CALLER_MISSING', '请求没有经过 IAM 签名(SigV4)');
  },
});

/** Standard Webhooks: 24 bytes or more, as base64. What is none would refuse every push as wrongly signed. */
const SHORTEST_BYTES = 24;
const isSigningKey = (secret: string): boolean => {
  const bare = secret.replace(/^whsec_/, '');
  const bytes = Buffer.from(bare, 'base64');
  return bytes.length >= SHORTEST_BYTES && bytes.toString('base64') === bare;
};
const SigningKey = z.string().check(z.refine(isSigningKey));
const FeedSecret = z.object({ current: SigningKey, previous: z.optional(SigningKey) });
/** Secrets Manager generates letters and digits, which are base64 as they stand. */
const withPrefix = (secret: string): string => (secret.startsWith('whsec_') ? secret : `whsec_${secret}`);

/**
 * The secrets of a feed from where the deployment keeps them: `{"current": "…", "previous": "…"}`. A secret that is
 * missing or unreadable is told to the operators by name and to the sender as 503, so that he sends again. `called`: the sender,
 * where it is no feed.
 */
export const createFeedSecrets =
  (
    nameOf: (feed: string) => string,
    readSecret: ReadSecret,
    onProblem: (what: string, error: unknown) => void,
    called?: string,
  ): SecretsOf =>
  async (feed) => {
    const name = nameOf(feed);
    try {
      const text = await readSecret(name);
      const parsed = FeedSecret.safeParse(parseJson(text));
      if (!parsed.success)
        throw new SecretMissing(name, 'is not {"current": "<base64 of 24 bytes or more>"}');
      const { current, previous } = parsed.data;
      return [current, ...(previous === undefined ? [] : [previous])].map(withPrefix);
    } catch (error) {
      onProblem(`secret ${name}`, error);
      throw new RequestError(
        'FEED_SECRET_MISSING',
        `${called ?? `数据源“${feed}”`}的签名密钥暂不可用,请稍后重发;仍不行请联系本局系统运维`,
      );
    }
  };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
