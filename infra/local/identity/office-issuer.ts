import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod/mini';
import { RequestError } from '../../../shared/contracts/errors.ts';
import type { Payload } from '../../../shared/rules/identity/claims.ts';
import { checkToken, type Issued } from './token-check.ts';

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

const ANSWERS_WITHIN_MILLISECONDS = 3_000;
/** After it was found unreachable nobody waits for it anew for so long. */
const REST_MILLISECONDS = 5_000;
/** Keys are kept as long as API Gateway keeps them; one that is not among them is asked for at once, at most every 30 s. */
const KEPT_MILLISECONDS = 2 * 60 * 60_000;
const COOLDOWN_MILLISECONDS = 30_000;

class Unreachable extends Error {}

const get: typeof fetch = async (url, init) => {
  const answer = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWERS_WITHIN_MILLISECONDS),
  }).catch((cause: unknown) => {
    throw new Unreachable('no answer', { cause });
  });
  if (answer.status !== 200) throw new Unreachable(`answered ${answer.status}`);
  return answer;
};

const withoutSlash = (url: string): string => url.replace(/\/$/, '');

/** Where the issuer's keys are, as it says itself. Throws Unreachable. */
const discover = async (issuer: string): Promise<z.infer<typeof Discovery>> => {
  const answer = await get(`${withoutSlash(issuer)}/.well-known/openid-configuration`);
  const found = Discovery.safeParse(await answer.json().catch(() => undefined));
  if (!found.success || withoutSlash(found.data.issuer) !== withoutSlash(issuer))
    throw new Unreachable('says of itself that it is another');
  return found.data;
};

/** What a token cannot be blamed for; JOSE's plain error is an answer that is no set of keys. */
const isFault = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof errors.JOSEError &&
    ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code));

interface Known {
  issuer: string;
  keys: JWTVerifyGetKey;
}

/** The office's own issuer (统一身份认证): its keys are fetched when a token comes, and again when it signs with new ones. */
export const createOfficeIssuer = ({ issuer, audience }: Issued) => {
  let known: Known | undefined;
  let restsUntil = 0;
  const learn = async (): Promise<Known> => {
    if (Date.now() < restsUntil) throw new Unreachable('rests');
    try {
      const { issuer: named, jwks_uri } = await discover(issuer);
      const keys = createRemoteJWKSet(new URL(jwks_uri), {
        cacheMaxAge: KEPT_MILLISECONDS,
        cooldownDuration: COOLDOWN_MILLISECONDS,
        [customFetch]: get,
      });
      return { issuer: named, keys };
    } catch (error) {
      restsUntil = Date.now() + REST_MILLISECONDS;
      throw error;
    }
  };
  const unreachable = (cause: unknown): RequestError => {
    const told = new RequestError(
      'ISSUER_UNREACHABLE',
      '统一身份认证暂时无法访问,不能确认登录,请稍后重试;接收推送和计时不受影响',
    );
    told.cause = cause;
    return told;
  };
  return {
    /** The payload of a valid token; undefined for any other. Throws ISSUER_UNREACHABLE (503). */
    verify: async (authorization: string | undefined): Promise<Payload | undefined> => {
      if (authorization === undefined) return undefined;
      try {
        known ??= await learn();
        return await checkToken(authorization, { issuer: known.issuer, audience }, known.keys, isFault);
      } catch (error) {
        throw unreachable(error);
      }
    },
    /** Whether it answers now. */
    isUp: async (): Promise<boolean> => {
      try {
        await discover(issuer);
        return true;
      } catch {
        return false;
      }
    },
  };
};
