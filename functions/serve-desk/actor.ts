import * as z from 'zod/mini';
import type { Actor } from '../../shared/case/events.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { HttpEvent } from '../http.ts';

const Claims = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.optional(z.string().check(z.minLength(1))),
  role: z.string().check(z.minLength(1)),
  unit: z.optional(z.string()),
});

/** What the office's identity issuer puts into a token; API Gateway has verified it. */
const claimsIn = (event: HttpEvent): Readonly<Record<string, unknown>> | undefined => {
  const context = event.requestContext as {
    authorizer?: { jwt?: { claims?: Readonly<Record<string, unknown>> } };
  };
  return context.authorizer?.jwt?.claims;
};

/** Whom a token names, unchecked; `claim`: the one that holds the person's id in the roster. */
export const namedIn = (event: HttpEvent, claim: string): string => String(claimsIn(event)?.[claim] ?? '');

/**
 * Who speaks, from the token's claims where API Gateway puts them. Throws TOKEN_MISSING or TOKEN_INCOMPLETE (401).
 * Whether the roster knows him is asked where a command is carried out: to be let in, the token is enough.
 */
export const createActorOf =
  (claim: string) =>
  (event: HttpEvent): Actor => {
    const claims = claimsIn(event);
    if (claims === undefined) throw new RequestError('TOKEN_MISSING', '登录已失效,请重新登录');
    const parsed = Claims.safeParse({ ...claims, id: claims[claim] });
    if (!parsed.success) throw new RequestError('TOKEN_INCOMPLETE', '令牌中缺少人员或岗位');
    const { id, name, role, unit } = parsed.data;
    return { id, name: name ?? id, role, ...(unit === undefined ? {} : { unit }) };
  };
