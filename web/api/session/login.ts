import type { DeskLogin } from '../../../shared/contracts/desk/config.ts';
import { isTimeKnown, learnTime, now, stopwatch } from '../clock.ts';
import { config } from '../config.ts';
import { issuerEnded, issuerLeftOpen, isUnended } from './leaving.ts';

// Code flow with PKCE at the issuer, made by the browser itself. The library comes when somebody logs in.

export interface Tokens {
  accessToken: string;
  idToken?: string;
  /** In seconds. */
  expiresIn: number;
}

const BEGUN = 'shixian-login';
/** What of a login that has been begun must be known when the browser comes back. */
interface Begun {
  verifier: string;
  state: string;
  to: string;
}
const HOUR_SECONDS = 3600;
const place = (path: string): string => `${location.origin}/desk/${path}`;

/**
 * By how much the machine's own clock is wrong, which is no reason to be refused. Nobody is logged in yet, and the API refuses: it says
 * what time it is.
 */
const secondsWrong = async (): Promise<number> => {
  if (!isTimeKnown()) await askTime();
  return Math.round((now.value - Date.now()) / 1000);
};
const askTime = async (): Promise<void> => {
  const asked = stopwatch();
  const answer = await fetch(`${config().api}/v1/me`, { cache: 'no-store' }).catch(() => undefined);
  learnTime(answer?.headers.get('date') ?? null, asked);
};

/** What the issuer says of itself, and the library to speak with it. Throws an Error in Chinese where it does not answer. */
const discover = async (issuer: string) => {
  const oauth = await import('oauth4webapi');
  // An example provider of this machine has no TLS.
  const options = { [oauth.allowInsecureRequests]: issuer.startsWith('http:') };
  const url = new URL(issuer);
  try {
    const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));
    return { oauth, options, server };
  } catch {
    throw new Error('统一身份认证暂时没有答复，请稍后再试');
  }
};

/** The login at this issuer. */
export const learnLogin = ({ issuer, clientId, scopes }: Extract<DeskLogin, { exchange: 'browser' }>) => {
  const client = { client_id: clientId };
  const learn = () => discover(issuer);

  const begin = async (to: string, hint?: string): Promise<void> => {
    const { oauth, server } = await learn();
    const begun: Begun = {
      verifier: oauth.generateRandomCodeVerifier(),
      state: oauth.generateRandomState(),
      to,
    };
    sessionStorage.setItem(BEGUN, JSON.stringify(begun));
    const address = new URL(server.authorization_endpoint!);
    const asked = {
      client_id: clientId,
      redirect_uri: place('back'),
      response_type: 'code',
      scope: ['openid', ...scopes.filter((scope) => scope !== 'openid')].join(' '),
      state: begun.state,
      code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      ...(hint === undefined ? {} : { login_hint: hint }),
      // Whoever logged out here before is still logged in there.
      ...(isUnended() ? { prompt: 'login' } : {}),
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    location.assign(address.href);
  };

  const finish = async (): Promise<{ tokens: Tokens; to: string }> => {
    const begun = JSON.parse(sessionStorage.getItem(BEGUN) ?? 'null') as Begun | null;
    if (begun === null) throw new Error('没有正在进行的登录，请重新登录');
    sessionStorage.removeItem(BEGUN);
    const { oauth, options, server } = await learn();
    const timed = { ...client, [oauth.clockSkew]: await secondsWrong() };
    try {
      const parameters = oauth.validateAuthResponse(server, client, new URL(location.href), begun.state);
      const answer = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        parameters,
        place('back'),
        begun.verifier,
        options,
      );
      const told = await oauth.processAuthorizationCodeResponse(server, timed, answer);
      const tokens: Tokens = {
        accessToken: told.access_token,
        ...(told.id_token === undefined ? {} : { idToken: told.id_token }),
        expiresIn: told.expires_in ?? HOUR_SECONDS,
      };
      issuerEnded();
      return { tokens, to: begun.to };
    } catch {
      throw new Error('登录没有完成，请重新登录');
    }
  };

  /** Goes on to the provider's own end of the session; where that cannot be reached, the next one is asked there who he is. */
  const end = async (idToken: string | undefined): Promise<void> => {
    const endpoint = await learn()
      .then(({ server }) => server.end_session_endpoint)
      .catch(() => undefined);
    if (endpoint === undefined) {
      issuerLeftOpen();
      return location.assign(place('login'));
    }
    const address = new URL(endpoint);
    address.searchParams.set('client_id', clientId);
    address.searchParams.set('post_logout_redirect_uri', place('login'));
    if (idToken !== undefined) address.searchParams.set('id_token_hint', idToken);
    location.assign(address.href);
  };
  return { begin, finish, end };
};
