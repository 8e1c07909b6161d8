import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Payload } from '../../../shared/rules/identity/claims.ts';

/** Those that API Gateway's JWT authorizer takes. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

const isFor = (audience: readonly string[], { aud, client_id: client }: JWTPayload): boolean =>
  // Some issuers name the client in the place of the audience; API Gateway takes it then.
  (aud === undefined ? [client] : [aud].flat()).some((each) => audience.includes(String(each)));

/** Who may have issued a token, and for whom. */
export interface Issued {
  issuer: string;
  audience: readonly string[];
}

/**
 * The payload of a token that API Gateway's JWT authorizer would let in, and that ends some time; undefined for any other. Rejects
 * with what `keys` rejects with.
 */
export const checkToken = async (
  authorization: string | undefined,
  { issuer, audience }: Issued,
  keys: JWTVerifyGetKey,
  isFault: (error: unknown) => boolean = () => false,
): Promise<Payload | undefined> => {
  const token = /^(?:Bearer )?([^\s,]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp'],
    });
    const isIssuedNow = payload.iat === undefined || payload.iat <= Date.now() / 1000;
    return isIssuedNow && isFor(audience, payload) ? payload : undefined;
  } catch (error) {
    if (isFault(error)) throw error;
    return undefined;
  }
};
