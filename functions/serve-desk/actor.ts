import * as z from 'zod/mini';
import type { Actor } from '../../shared/case/events.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { HttpEvent } from '../http.ts';

/** The claims that the office's identity issuer puts into a token; API Gateway has verified it. */
const Claims = z.object({
  sub: z.string().check(z.minLength(1)),
  name: z.optional(z.string().check(z.minLength(1))),
  role: z.string().check(z.minLength(1)),
  unit: z.optional(z.string()),
});

/** Who speaks, from the token's claims where API Gateway puts them. Throws TOKEN_MISSING or TOKEN_INCOMPLETE (401). */
export const actorOf = (event: HttpEvent): Actor => {
  const context = event.requestContext as { authorizer?: { jwt?: { claims?: unknown } } };
  const claims = context.authorizer?.jwt?.claims;
  if (claims === undefined) throw new RequestError('TOKEN_MISSING', '请先登录(缺少令牌)');
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) throw new RequestError('TOKEN_INCOMPLETE', '令牌中缺少人员或岗位');
  const { sub, name, role, unit } = parsed.data;
  return { id: sub, name: name ?? sub, role, ...(unit === undefined ? {} : { unit }) };
};
