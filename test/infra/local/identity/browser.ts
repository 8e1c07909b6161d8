import * as oauth from 'oauth4webapi';
import { CLIENT } from '../../../../infra/local/identity/desk-login.ts';

const INSECURE = { [oauth.allowInsecureRequests]: true };

/** A browser without pictures: it keeps cookies and follows what it is sent to, as long as that is the provider's. */
export const createBrowser = () => {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  /** Follows redirects until a page, or what lies outside the provider: its address and its text. */
  const follow = async (url: string, init?: RequestInit): Promise<{ url: string; text: string }> => {
    const answer = await visit(url, init);
    const location = answer.headers.get('location');
    if (location === null) return { url, text: await answer.text() };
    const next = new URL(location, url).href;
    return new URL(next).pathname.startsWith('/oidc/') ? follow(next) : { url: next, text: '' };
  };
  return { follow };
};
export type Browser = ReturnType<typeof createBrowser>;

/** Logs one of the people in, as a page would that knows no more than the issuer's address; answers his tokens. */
export const logIn = async (
  issuer: string,
  person: string,
  browser = createBrowser(),
  more: Readonly<Record<string, string>> = {},
) => {
  const server = await oauth
    .discoveryRequest(new URL(issuer), INSECURE)
    .then((answer) => oauth.processDiscoveryResponse(new URL(issuer), answer));
  const client = { client_id: CLIENT };
  const redirect = `${new URL(issuer).origin}/desk/back`;
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const start = new URL(server.authorization_endpoint!);
  start.search = new URLSearchParams({
    client_id: CLIENT,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  }).toString();
  let page = await browser.follow(start.href);
  if (page.text !== '')
    page = await browser.follow(page.url, { method: 'POST', body: new URLSearchParams({ person }) });
  const given = oauth.validateAuthResponse(server, client, new URL(page.url), state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    given,
    redirect,
    verifier,
    INSECURE,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer);
  return { server, browser, accessToken: tokens.access_token, idToken: tokens.id_token };
};
