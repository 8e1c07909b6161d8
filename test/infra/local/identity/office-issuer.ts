import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Key {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}
let made = 0;
const makeKey = (): Key => {
  made += 1;
  return { kid: `key-${made}`, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
};

/** An office's issuer as far as others see it: discovery and keys, which can change, and it can be down or talk nonsense. */
export const startOfficeIssuer = async (port = 0) => {
  const control = { isDown: false, saysOfItself: undefined as string | undefined, keys: 'good', asked: 0 };
  let key = makeKey();
  let url = '';
  const server = createServer((request, response) => {
    control.asked += 1;
    if (control.isDown) return request.socket.destroy();
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    const keys = [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, alg: 'RS256', use: 'sig' }];
    const body = isDiscovery
      ? { issuer: control.saysOfItself ?? url, jwks_uri: `${url}/keys` }
      : control.keys === 'good'
        ? { keys }
        : 'nonsense';
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    control,
    get makings() {
      return { key: key.privateKey, kid: key.kid };
    },
    rotate: (): void => {
      key = makeKey();
    },
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
};
