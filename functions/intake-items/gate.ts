import * as z from 'zod/mini';
import { RequestError } from '../../shared/contracts/errors.ts';
import { type ReadSecret, SecretMissing } from '../../shared/secrets/secrets.ts';
import { asSecret, signingKeyOf } from '../../shared/secrets/signing-key.ts';
import type { HttpEvent } from '../http.ts';
import { signedBytes, whyUnlikeSigned } from '../request-body.ts';
import { verifySignature } from './verify.ts';

/** Who may bring items of a feed. */
export interface FeedGate {
  isRegistered(feed: string): boolean;
  /** Throws a RequestError for whoever may not bring items of this feed. */
  admit(feed: string, event: HttpEvent): Promise<void>;
}

/** Feed → its signing secrets (two while one is being replaced), `whsec_…`. */
type SecretsOf = (feed: string) => Promise<readonly string[]>;

/**
 * Feeds that sign what they send (Standard Webhooks), judged by the machine's own clock. Where a signature does not fit since the
 * body is not what was signed (another encoding, packed in a way that is not read), that is what is said.
 */
export const createSignatureGate = (
  feeds: readonly string[],
  secretsOf: SecretsOf,
  clock: () => number = Date.now,
): FeedGate => ({
  isRegistered: (feed) => feeds.includes(feed),
  admit: async (feed, event) => {
    const keys = (await secretsOf(feed)).flatMap((secret) => signingKeyOf(secret) ?? []);
    try {
      verifySignature(keys, signedBytes(event), event.headers, clock());
    } catch (error) {
      const isUnlike = error instanceof RequestError && error.code === 'SIGNATURE_INVALID';
      throw (isUnlike ? whyUnlikeSigned(event) : undefined) ?? error;
    }
  },
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

const SigningKey = z.string().check(z.refine((secret) => signingKeyOf(secret) !== undefined));
const FeedSecret = z.object({ current: SigningKey, previous: z.optional(SigningKey) });

/**
 * The secrets of a feed from where the deployment keeps them: `{"current": "…", "previous": "…"}`, or one secret alone as a vendor gave it. A secret that is
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
      const parsed = FeedSecret.safeParse(parseJson(text) ?? { current: text });
      if (!parsed.success)
        throw new SecretMissing(name, 'is not {"current": "<base64 of 24 bytes or more>"}');
      const { current, previous } = parsed.data;
      return [current, ...(previous === undefined ? [] : [previous])].map(asSecret);
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
