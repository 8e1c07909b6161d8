import { createLocalJWKSet, type JWK, SignJWT } from 'jose';
import type { Actor } from '../../../shared/case/events.ts';
import type { Payload } from '../../../shared/rules/identity/claims.ts';
import { claimsOf } from '../api-event.ts';
import { publicKeyOf } from './keys.ts';
import { checkToken, type Issued } from './token-check.ts';

/** Under which path the machine's own provider answers. */
export const MOUNTED_AT = '/oidc';

/** Long enough for a program that somebody tries for a month. */
const VALID_FOR = '30d';
const ALGORITHM = 'RS256';

/** The provider of the bureau that answers at `url`, and for whom its tokens are. */
export const issuedBy = (url: string, bureau: string): Issued => {
  const { origin } = new URL(url.replace('//localhost', '//127.0.0.1'));
  return { issuer: `${origin}${MOUNTED_AT}`, audience: [`shixian-${bureau}`] };
};

/** Tokens of the machine's own provider without a browser: for the command line, rehearsals and tests. */
export const createIssuer = (key: JWK, issued: Issued) => {
  const keys = createLocalJWKSet({ keys: [publicKeyOf(key)] });
  return {
    /** A token of 30 days. */
    issue: (actor: Actor): Promise<string> =>
      new SignJWT(claimsOf(actor))
        .setProtectedHeader({ alg: ALGORITHM, kid: key.kid! })
        .setIssuer(issued.issuer)
        .setAudience([...issued.audience])
        .setIssuedAt()
        .setExpirationTime(VALID_FOR)
        .sign(key),
    /** The payload of a valid token; undefined for any other. */
    verify: (authorization: string | undefined): Promise<Payload | undefined> =>
      checkToken(authorization, issued, keys),
  };
};
export type Issuer = ReturnType<typeof createIssuer>;
