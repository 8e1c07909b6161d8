import * as z from 'zod/mini';

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });
type Discovery = z.infer<typeof Discovery>;

const ANSWERS_WITHIN_MILLISECONDS = 3_000;

export class Unreachable extends Error {}

/** What an issuer answers. Throws Unreachable when it takes too long, sends elsewhere or says no. */
export const getFromIssuer: typeof fetch = async (url, init) => {
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
export const discover = async (issuer: string): Promise<Discovery> => {
  const answer = await getFromIssuer(`${withoutSlash(issuer)}/.well-known/openid-configuration`);
  const found = Discovery.safeParse(await answer.json().catch(() => undefined));
  if (!found.success || withoutSlash(found.data.issuer) !== withoutSlash(issuer))
    throw new Unreachable('says of itself that it is another');
  return found.data;
};

/** Whether the office's issuer answers now. */
export const isIssuerUp = async (issuer: string): Promise<boolean> => {
  try {
    await discover(issuer);
    return true;
  } catch {
    return false;
  }
};
