import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Actor } from '../../../shared/case/events.ts';
import { claimsOf } from '../api-event.ts';

const ISSUER = 'https://localhost/shixian';
const AUDIENCE = 'shixian-local';
const VALID_FOR = '30d';

/** A small identity issuer in the place of the office's own: one key, tokens for the demo roles. */
export const createIssuer = (secret: string) => {
  const key = new TextEncoder().encode(secret);
  return {
    issue: (actor: Actor): Promise<string> =>
      new SignJWT(claimsOf(actor))
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(VALID_FOR)
        .sign(key),
    /** The claims of a valid token as API Gateway passes them on (all as text); undefined for any other. */
    verify: async (authorization: string | undefined): Promise<Record<string, string> | undefined> => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return undefined;
      try {
        const { payload } = await jwtVerify<JWTPayload>(token, key, {
          issuer: ISSUER,
          audience: AUDIENCE,
          algorithms: ['HS256'],
        });
        return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
      } catch {
        return undefined;
      }
    },
  };
};
export type Issuer = ReturnType<typeof createIssuer>;
