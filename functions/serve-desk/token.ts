import { RequestError } from '../../shared/contracts/errors.ts';
import type { Payload } from '../../shared/rules/identity/claims.ts';
import type { HttpEvent } from '../http.ts';

/** The one token that was verified: nothing may stand beside it. */
const BEARER = /^(?:Bearer )?[\w-]+\.([\w-]+)\.[\w-]*$/i;

/** The claims as the authorizer in front of the function tells them, all as text; undefined where it has verified nothing. */
const verifiedIn = (event: HttpEvent): Payload | undefined =>
  (event.requestContext as { authorizer?: { jwt?: { claims?: Payload } } }).authorizer?.jwt?.claims;

const decoded = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** Claims that every token of an issuer has, and that are text there as here. */
const SAME: readonly string[] = ['iss', 'sub'];

/**
 * The payload of the token that the authorizer has verified. It is read from the token itself: API Gateway makes text of lists
 * (`[a b]`), which cannot be told from a name. Throws TOKEN_MISSING, TOKEN_INVALID (401) where there is none, or another than the
 * verified one, and TOKEN_INCOMPLETE for one that never ends.
 */
export const payloadIn = (event: HttpEvent): Payload => {
  const verified = verifiedIn(event);
  const part = BEARER.exec(event.headers.authorization ?? '')?.[1];
  if (verified === undefined || part === undefined)
    throw new RequestError('TOKEN_MISSING', '登录已失效,请重新登录');
  const payload = decoded(part);
  const isVerified =
    typeof payload === 'object' &&
    payload !== null &&
    SAME.every((name) => verified[name] === undefined || verified[name] === (payload as Payload)[name]);
  if (!isVerified) throw new RequestError('TOKEN_INVALID', '登录已失效,请重新登录');
  if (!Number.isFinite((payload as Payload).exp))
    throw new RequestError('TOKEN_INCOMPLETE', '令牌没有写明有效期限,请系统运维核对统一身份认证的设置');
  return payload as Payload;
};
