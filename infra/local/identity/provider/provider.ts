import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { SHIFT_HOURS } from '../desk-login.ts';
import { MOUNTED_AT } from '../issuer.ts';
import type { Issued } from '../token-check.ts';
import { createAdapter } from './adapter.ts';
import { clientsOf, type OfficeClient } from './clients.ts';
import { ANSWER_HEADERS, faultPage, pageHeaders, peoplePage, signedOutPage, signOutPage } from './pages.ts';
import { claimsAbout, type People, type Person } from './people.ts';

export interface ProviderOptions {
  issued: Issued;
  key: JWK;
  regulation: Regulation;
  /** Who can be chosen now. */
  people: () => Promise<People>;
  /** A server of an office before the API, which makes the login itself. */
  office?: OfficeClient;
}

const SHIFT_SECONDS = SHIFT_HOURS * 60 * 60;
const SIGN_IN_SECONDS = 10 * 60;
const LONGEST_FORM_BYTES = 1_000;

const headersOf = ({ office }: ProviderOptions) =>
  pageHeaders(office === undefined ? [] : [new URL(office.back).origin]);
const showing =
  (options: ProviderOptions) =>
  (context: KoaContextWithOIDC, html: string): void => {
    context.set(headersOf(options));
    context.body = html;
  };

/** Asks anew also where the desk names somebody else than is logged in: a demonstration changes posts all the time. */
const askingAnew = (): interactionPolicy.Prompt[] => {
  const policy = interactionPolicy.base();
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('somebody_else', 'Somebody else was named', ({ oidc }) => {
      const { session, params, result } = oidc;
      const isNamed = params?.login_hint !== undefined && result?.login === undefined;
      return isNamed && session?.accountId !== undefined && session.accountId !== params.login_hint;
    }),
  );
  return policy;
};

const configuration = (
  options: ProviderOptions,
  personWith: (people: People, id: string) => Person | undefined,
): Configuration => {
  const { issued, key, people, office } = options;
  const show = showing(options);
  const [audience = ''] = issued.audience;
  const resource = `urn:${audience}`;
  const about = async (id: string) => {
    const person = personWith(await people(), id);
    return person === undefined ? {} : claimsAbout(person);
  };
  return {
    adapter: createAdapter(),
    jwks: { keys: [key as never] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clients: clientsOf(new URL(issued.issuer).origin, office),
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'role', 'unit'] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: SHIFT_SECONDS,
      IdToken: SHIFT_SECONDS,
      Session: SHIFT_SECONDS,
      Grant: SHIFT_SECONDS,
      Interaction: SIGN_IN_SECONDS,
      AuthorizationCode: 60,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => show(context, signOutPage(form)),
        postLogoutSuccessSource: (context) => show(context, signedOutPage()),
      },
    },
    renderError: (context) => show(context, faultPage()),
    interactions: {
      policy: askingAnew(),
      url: (_context, { uid }) => `${MOUNTED_AT}/people/${uid}`,
    },
    extraTokenClaims: (_context, token) => ('accountId' in token ? about(token.accountId ?? '') : {}),
    findAccount: async (_context, id) =>
      personWith(await people(), id) && {
        accountId: id,
        claims: async () => ({ sub: id, ...(await about(id)) }),
      },
    // The desk is the office's own: nobody is asked whether it may know who he is.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid');
      grant.addResourceScope(resource, '');
      await grant.save();
      return grant;
    },
  };
};

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM_BYTES) return new URLSearchParams();
  }
  return new URLSearchParams(text);
};

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
/**
 * A real OpenID provider of the machine's own (discovery, JWKS, code flow with PKCE) for trying the system: instead of asking for
 * a password it lets one of the roster's people be chosen. Answers what lies under MOUNTED_AT.
 */
export const createProvider = (options: ProviderOptions) => {
  const { issued, regulation, people } = options;
  const personWith = (among: People, id: string) => among.find((person) => person.id === id);
  const provider = new Provider(issued.issuer, configuration(options, personWith));
  const callback = provider.callback();
  const headers = headersOf(options);

  /** Who was logged in here before is so no more. */
  const leaveSession = async (interaction: Interaction, chosen: string): Promise<void> => {
    const { session, exp } = interaction;
    if (session?.accountId === undefined || session.accountId === chosen) return;
    await (await provider.Session.findByUid(session.uid))?.destroy();
    delete interaction.session;
    await interaction.save(exp - Math.floor(Date.now() / 1000));
  };
  const choose = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response);
    const { uid, params } = interaction;
    const all = await people();
    // Whom the desk's own login page had chosen is not asked for again.
    const named =
      request.method === 'POST' ? (await formOf(request)).get('person') : (params.login_hint ?? null);
    const chosen = personWith(all, String(named));
    if (chosen !== undefined) await leaveSession(interaction, chosen.id);
    if (chosen !== undefined)
      return provider.interactionFinished(request, response, { login: { accountId: chosen.id } });
    response.writeHead(200, headers);
    response.end(peoplePage(regulation, all, `${MOUNTED_AT}/people/${uid}`));
  };
  return async (
    request: IncomingMessage & { originalUrl?: string },
    response: ServerResponse,
  ): Promise<void> => {
    const path = request.url ?? '';
    if (path.startsWith(`${MOUNTED_AT}/people/`))
      return choose(request, response).catch(() => {
        response.writeHead(400, headers);
        response.end(faultPage());
      });
    for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.setHeader(name, value);
    request.originalUrl = path;
    request.url = path.slice(MOUNTED_AT.length);
    await callback(request, response);
  };
};
export type ServeProvider = ReturnType<typeof createProvider>;
