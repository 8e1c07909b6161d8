import type { ClientMetadata } from 'oidc-provider';
import { CLIENT } from '../desk-login.ts';

/** A server of an office before the API, which makes the login itself. */
export interface OfficeClient {
  clientId: string;
  /** A public client without one. */
  secret?: string;
  back: string;
  home: string;
}
const CODE = {
  grant_types: ['authorization_code'],
  response_types: ['code'],
} satisfies Partial<ClientMetadata>;

const officeClient = ({ clientId, secret, back, home }: OfficeClient): ClientMetadata => ({
  ...CODE,
  client_id: clientId,
  token_endpoint_auth_method: secret === undefined ? 'none' : 'client_secret_basic',
  ...(secret === undefined ? {} : { client_secret: secret }),
  redirect_uris: [back],
  post_logout_redirect_uris: [home],
});

/** Who may ask the provider at `origin` for a login. */
export const clientsOf = (origin: string, office: OfficeClient | undefined): ClientMetadata[] => {
  const origins = [origin, origin.replace('//127.0.0.1', '//localhost')];
  return [
    // The desk in the browser: a public client, which proves by PKCE that the code is its own.
    {
      ...CODE,
      client_id: CLIENT,
      token_endpoint_auth_method: 'none',
      redirect_uris: origins.map((each) => `${each}/desk/back`),
      post_logout_redirect_uris: origins.map((each) => `${each}/desk/login`),
    },
    ...(office === undefined ? [] : [officeClient(office)]),
  ];
};
