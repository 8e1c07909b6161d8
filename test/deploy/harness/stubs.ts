import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { claimsOf } from '../../../infra/local/api-event.ts';
import type { Actor } from '../../../shared/case/events.ts';
import { type Certificate, readPem } from './certificate.ts';

export interface Answer {
  status: number;
  body: unknown;
}
export interface Stub {
  readonly url: string;
  close(): void;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** An HTTPS server on a free port of 127.0.0.1. */
const serve = async (
  certificate: Certificate,
  answer: (request: IncomingMessage, body: string) => Answer,
): Promise<Stub> => {
  const server: Server = createServer(readPem(certificate), async (request, response) => {
    const { status, body } = answer(request, await bodyOf(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It must not keep the test process alive.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, close: () => server.close() };
};

export const AUDIENCE = 'shixian-leizhou';

/** An OIDC issuer as an office might have one: discovery, keys, and tokens for whoever is asked for. */
export const startIssuer = async (certificate: Certificate) => {
  const known = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(known.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  let url = '';
  const stub = await serve(certificate, ({ url: path }) => {
    if (path === '/.well-known/openid-configuration')
      return { status: 200, body: { issuer: url, jwks_uri: `${url}/keys` } };
    return path === '/keys' ? { status: 200, body: { keys: [jwk] } } : { status: 404, body: {} };
  });
  url = stub.url;
  const issue = (
    actor: Actor,
    more: {
      key?: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
      audience?: string;
      expires?: string;
    } = {},
  ) =>
    new SignJWT(claimsOf(actor))
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(url)
      .setAudience(more.audience ?? AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(more.expires ?? '1h')
      .sign(more.key ?? known.privateKey);
  return {
    ...stub,
    issue: (actor: Actor) => issue(actor),
    /** Whatever claims there are, `exp` and `aud` among them where they are to be there. */
    say: (claims: JWTPayload) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(url)
        .setIssuedAt()
        .sign(known.privateKey),
    /** The same claims, signed by somebody else. */
    forge: (actor: Actor) => issue(actor, { key: stranger.privateKey }),
    /** A good token for another application. */
    misdirect: (actor: Actor) => issue(actor, { audience: 'another-application' }),
    expire: (actor: Actor) => issue(actor, { expires: '-1h' }),
  };
};
export type IssuerStub = Awaited<ReturnType<typeof startIssuer>>;

export interface GatewayRequest {
  authorization: string;
  key: string;
  body: { template: string; phone: string; variables: Record<string, string>; text: string };
}

/** A government SMS gateway that takes what bears its secret, and can be told to break. */
export const startGateway = async (certificate: Certificate, secret: string) => {
  const taken: GatewayRequest[] = [];
  const control = { isDown: false, refused: 0 };
  const stub = await serve(certificate, ({ headers }, body) => {
    if (control.isDown || headers.authorization !== `Bearer ${secret}`) {
      control.refused += 1;
      return control.isDown ? { status: 503, body: {} } : { status: 401, body: {} };
    }
    taken.push({
      authorization: headers.authorization,
      key: String(headers['idempotency-key']),
      body: JSON.parse(body) as GatewayRequest['body'],
    });
    return { status: 200, body: {} };
  });
  return { ...stub, taken, control };
};
export type GatewayStub = Awaited<ReturnType<typeof startGateway>>;
