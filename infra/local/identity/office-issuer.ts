import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import {
  discover,
  getFromIssuer,
  isIssuerUp,
  Unreachable,
} from '../../../functions/serve-desk/health/issuer.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';
import type { Payload } from '../../../shared/rules/identity/claims.ts';
import { checkToken, type Issued } from './token-check.ts';

/** After it was found unreachable nobody waits for it anew for so long. */
const REST_MILLISECONDS = 5_000;
/** Keys are kept as long as API Gateway keeps them; one that is not among them is asked for at once, at most every 30 s. */
const KEPT_MILLISECONDS = 2 * 60 * 60_000;
const COOLDOWN_MILLISECONDS = 30_000;

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
        [customFetch]: getFromIssuer,
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
    isUp: () => isIssuerUp(issuer),
  };
};
