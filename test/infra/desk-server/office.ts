import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDeskServer, type DeskServerOptions } from '../../../infra/desk-server/server.ts';
import { createSignIn } from '../../../infra/desk-server/sign-in.ts';
import { deskSiteOf } from '../../../infra/desk-site/site.ts';
import { memoryKeys } from '../../../infra/local/identity/keys.ts';
import { peopleOf } from '../../../infra/local/identity/provider/people.ts';
import { createProvider } from '../../../infra/local/identity/provider/provider.ts';
import { exampleRoster } from '../../../infra/local/people.ts';
import { startBureau } from '../../../infra/local/server/bureau.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { createBrowser } from './browser.ts';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
/** Lets a server listen on a free port of this machine, or on this one. */
export const up = async (server: Server, port = 0): Promise<string> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${portOf(server)}`;
};
export const down = (server: Server): void => {
  server.close();
  server.closeAllConnections();
};
/** A port that is free now. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await up(server);
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
};

export const CLIENT = 'shixian-office';
export interface OfficeOptions {
  bureau: string;
  /** By which name the office asks for it, if not by 127.0.0.1. */
  host?: string;
  secret?: string;
  /** What the server says that its secret is, where that is another. */
  saysSecret?: string;
  more?: Partial<DeskServerOptions>;
}

/** An office's issuer: a real provider, on its own. */
const startIssuer = async ({ bureau, secret }: OfficeOptions, desk: string) => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}/oidc`;
  const regulation = regulationInForce(bureau);
  const serve = createProvider({
    issued: { issuer, audience: [`shixian-${bureau}`] },
    key: memoryKeys().tokens,
    regulation,
    people: async () => peopleOf(exampleRoster(regulation)),
    office: {
      clientId: CLIENT,
      ...(secret === undefined ? {} : { secret }),
      back: `${desk}/desk/session/back`,
      home: `${desk}/desk/login`,
    },
  });
  const server = createServer((request, response) => void serve(request, response));
  await up(server, port);
  return { issuer, server };
};

/** An office: its issuer, its bureau's API, and the server before that, which makes the login. */
export const startOffice = async (options: OfficeOptions) => {
  const { bureau, host = '127.0.0.1', secret, saysSecret = secret, more = {} } = options;
  const port = await freePort();
  const address = `http://${host}:${port}`;
  const { issuer, server: issuing } = await startIssuer(options, address);
  const regulation = regulationInForce(bureau);
  const running = await startBureau({
    ...{ bureau, folder: undefined, port: 0, sweepEveryMilliseconds: 3_600_000, onSms: () => undefined },
    login: { issuer, audience: `shixian-${bureau}`, claims: DEFAULT_CLAIMS },
  });
  const roster = exampleRoster(regulation);
  await running.system.rosters.write({ version: 1, roster, changedBy: 'x', changedAt: 'x' });
  const place = { login: { exchange: 'server' as const }, shiftHours: 12, isExample: false };
  const server = createDeskServer({
    address,
    api: running.url,
    files: deskSiteOf(regulation, { authorization: 'iam', hasReceipts: true }, place),
    signIn: createSignIn({
      ...{ issuer, clientId: CLIENT, scopes: [], secret: saysSecret },
      ...{ back: `${address}/desk/session/back`, home: `${address}/desk/login` },
    }),
    claims: DEFAULT_CLAIMS,
    shiftHours: 12,
    ...more,
  });
  await up(server, port);
  const close = async (): Promise<void> => {
    down(server);
    down(issuing);
    await running.close();
  };
  return { address, issuer, issuing, running, server, close };
};
export type Office = Awaited<ReturnType<typeof startOffice>>;

/** Logs one of the people in; answers what the browser then sees. */
export const logIn = async (
  { address }: Pick<Office, 'address'>,
  person: string,
  { browser = createBrowser(), to = '/desk/' } = {},
) => {
  const page = await browser.go(`${address}/desk/session/login?to=${encodeURIComponent(to)}`);
  if (!page.text.includes('演示身份')) return { browser, seen: page };
  const body = new URLSearchParams({ person });
  // The choice is posted by the provider's own page.
  return { browser, seen: await browser.go(page.url, { method: 'POST', body }) };
};
