import * as oauth from 'oauth4webapi';
import { discover, getFromIssuer, Unreachable } from '../../functions/serve-desk/health/issuer.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { Payload } from '../../shared/rules/identity/claims.ts';

export interface SignInOptions {
  issuer: string;
  clientId: string;
  /** Beside `openid`. */
  scopes: readonly string[];
  /** Of a client that is not public. */
  secret: string | undefined;
  /** Where the issuer sends the browser back to, after login and after logout. */
  back: string;
  home: string;
}
/** What is kept of a login until the browser comes back. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}
export interface SignedIn {
  token: string;
  idToken: string | undefined;
  /** What the tokens say of the person: the access token's, as the API reads it, where it is a JWT. */
  claims: Payload;
  /** When the token ends, in milliseconds since the Unix epoch, as far as it is told. */
  endsAt: number | undefined;
}

const KNOWN_MILLISECONDS = 60 * 60_000;
const EXCHANGE_MILLISECONDS = 10_000;

/** A login that did not come to an end: in the issuer's word for it (`access_denied`), which the log may have. */
export class LoginFailed extends Error {
  override name = 'LoginFailed';
}
const reasonOf = (error: unknown): string => {
  if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError)
    return error.error;
  // So a wrong secret is answered.
  if (error instanceof oauth.WWWAuthenticateChallengeError)
    return error.cause[0]?.parameters.error ?? error.code;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
};

export const issuerUnreachable = (): RequestError =>
  new RequestError('ISSUER_UNREACHABLE', '统一身份认证暂时无法访问,请稍后重试登录');

/** The payload of a JWT; empty for what is none. It is shown, and decides nothing. */
const payloadOf = (token: string): Payload => {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof payload === 'object' && payload !== null ? (payload as Payload) : {};
  } catch {
    return {};
  }
};

/** Plain http is for an issuer on this machine alone. */
const isOnThisMachine = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && hostname === '127.0.0.1';
};

const authenticationOf = (
  server: oauth.AuthorizationServer,
  secret: string | undefined,
): oauth.ClientAuth => {
  if (secret === undefined) return oauth.None();
  const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return ways.includes('client_secret_basic')
    ? oauth.ClientSecretBasic(secret)
    : oauth.ClientSecretPost(secret);
};

/** The issuer as it says of itself, known for an hour. */
const createKnown = (issuer: string) => {
  let known: { server: oauth.AuthorizationServer; until: number } | undefined;
  return async (): Promise<oauth.AuthorizationServer> => {
    if (known !== undefined && known.until > Date.now()) return known.server;
    const named = new URL((await discover(issuer)).issuer);
    const options = {
      [oauth.customFetch]: getFromIssuer,
      [oauth.allowInsecureRequests]: isOnThisMachine(issuer),
    };
    const answer = await oauth.discoveryRequest(named, options);
    const server = await oauth.processDiscoveryResponse(named, answer);
    known = { server, until: Date.now() + KNOWN_MILLISECONDS };
    return server;
  };
};

/** The code for tokens, and what they say. Rejects with the library's errors. */
const exchange = async (
  { issuer, clientId, secret, back }: SignInOptions,
  server: oauth.AuthorizationServer,
  url: URL,
  { state, nonce, verifier }: Begun,
): Promise<SignedIn> => {
  const client: oauth.Client = { client_id: clientId };
  const given = oauth.validateAuthResponse(server, client, url, state);
  const way = authenticationOf(server, secret);
  const answer = await oauth.authorizationCodeGrantRequest(server, client, way, given, back, verifier, {
    signal: AbortSignal.timeout(EXCHANGE_MILLISECONDS),
    [oauth.allowInsecureRequests]: isOnThisMachine(issuer),
  });
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  if (tokens.token_type !== 'bearer') throw new LoginFailed('token_type');
  const payload = payloadOf(tokens.access_token);
  const ends = [
    ...(tokens.expires_in === undefined ? [] : [Date.now() + tokens.expires_in * 1_000]),
    ...(typeof payload.exp === 'number' ? [payload.exp * 1_000] : []),
  ];
  return {
    token: tokens.access_token,
    idToken: tokens.id_token,
    claims: { ...oauth.getValidatedIdTokenClaims(tokens), ...payload },
    endsAt: ends.length === 0 ? undefined : Math.min(...ends),
  };
};

/** Login at the issuer by code flow with PKCE, made by this process. */
export const createSignIn = (options: SignInOptions) => {
  const { issuer, clientId, scopes, back, home } = options;
  const ask = createKnown(issuer);
  /** Throws ISSUER_UNREACHABLE. */
  const known = (): Promise<oauth.AuthorizationServer> =>
    ask().catch((error: unknown) => {
      const reason = error instanceof Unreachable ? error.message : reasonOf(error);
      console.error(`连不上统一身份认证 ${issuer}(${reason})`);
      throw issuerUnreachable();
    });
  return {
    /** Where a login begins, and what is kept of it. Throws ISSUER_UNREACHABLE. */
    begin: async (): Promise<Begun & { url: string }> => {
      const server = await known();
      const begun = {
        state: oauth.generateRandomState(),
        nonce: oauth.generateRandomNonce(),
        verifier: oauth.generateRandomCodeVerifier(),
      };
      const url = new URL(server.authorization_endpoint ?? issuer);
      const parameters = {
        ...{ client_id: clientId, redirect_uri: back, response_type: 'code' },
        ...{ scope: ['openid', ...scopes].join(' '), state: begun.state, nonce: begun.nonce },
        code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return { ...begun, url: url.href };
    },
    /** What came of it; `url`: where the browser was sent back to. Throws LoginFailed or ISSUER_UNREACHABLE. */
    finish: async (url: URL, begun: Begun): Promise<SignedIn> => {
      const server = await known();
      return exchange(options, server, url, begun).catch((error: unknown) => {
        throw error instanceof LoginFailed ? error : new LoginFailed(reasonOf(error));
      });
    },
    /** Where somebody logs out at the issuer, too; undefined where it has no such page, or cannot be asked. */
    farewell: async (idToken: string | undefined): Promise<string | undefined> => {
      const server = await known().catch(() => undefined);
      if (server?.end_session_endpoint === undefined) return undefined;
      const url = new URL(server.end_session_endpoint);
      url.searchParams.set('client_id', clientId);
      url.searchParams.set('post_logout_redirect_uri', home);
      if (idToken !== undefined) url.searchParams.set('id_token_hint', idToken);
      return url.href;
    },
  };
};
export type SignIn = ReturnType<typeof createSignIn>;
