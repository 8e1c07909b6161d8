import { createHmac, createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

type Part = Readonly<Record<string, unknown>>;
const inBase64 = (value: Part): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A good token's makings: the key that its issuer signs with, and what it says. */
export interface Makings {
  key: KeyObject;
  kid: string;
  payload: Part;
}

const signed = (header: Part, payload: Part, key: KeyObject, hash = 'sha256'): string => {
  const said = `${inBase64(header)}.${inBase64(payload)}`;
  return `${said}.${createSign(hash).update(said).sign(key).toString('base64url')}`;
};
const macked = (header: Part, payload: Part, secret: string | Buffer, hash = 'sha256'): string => {
  const said = `${inBase64(header)}.${inBase64(payload)}`;
  return `${said}.${createHmac(hash, secret).update(said).digest('base64url')}`;
};

export const goodToken = ({ key, kid, payload }: Makings): string =>
  signed({ alg: 'RS256', kid }, payload, key);

/** Every kind of token that must open nothing, by its name; written byte by byte, since no library would sign most of them. */
export const badTokens = (makings: Makings): Record<string, string> => {
  const { key, kid, payload } = makings;
  const good = goodToken(makings);
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const header = { alg: 'RS256', kid };
  const now = Math.floor(Date.now() / 1000);
  const without = (name: string): Part =>
    Object.fromEntries(Object.entries(payload).filter(([each]) => each !== name));
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  const strangerJwk = stranger.publicKey.export({ format: 'jwk' });
  const [head = '', body = '', signature = ''] = good.split('.');
  const as = (more: Part): string => signed(header, { ...payload, ...more }, key);
  return {
    'an empty one': '',
    'a word': 'none',
    'dots alone': '..',
    'a wrong signature': signed(header, payload, stranger.privateKey),
    'no signature': `${head}.${body}.`,
    'alg none': `${inBase64({ alg: 'none', kid })}.${body}.`,
    'alg nOnE': `${inBase64({ alg: 'nOnE', kid })}.${body}.`,
    'alg none with the signature': `${inBase64({ alg: 'none', kid })}.${body}.${signature}`,
    'HS256 with the public key': macked({ alg: 'HS256', kid }, payload, publicPem),
    'HS256 with an empty key': macked({ alg: 'HS256', kid }, payload, ''),
    'HS512 with the public key': macked({ alg: 'HS512', kid }, payload, publicPem, 'sha512'),
    'HS256 with the decoded modulus': macked(
      { alg: 'HS256', kid },
      payload,
      Buffer.from(createPublicKey(key).export({ format: 'jwk' }).n!, 'base64url'),
    ),
    'RS512 said and RS256 done': signed({ alg: 'RS512', kid }, payload, key),
    'a key of its own in the header': signed({ ...header, jwk: strangerJwk }, payload, stranger.privateKey),
    'an address of keys in the header': signed(
      { ...header, jku: 'http://127.0.0.1:1/keys', x5u: 'http://127.0.0.1:1/' },
      payload,
      stranger.privateKey,
    ),
    'a kid that is a path': signed({ alg: 'RS256', kid: '../../dev/null' }, payload, stranger.privateKey),
    'a kid of nobody’s': signed({ alg: 'RS256', kid: 'other' }, payload, key),
    'a critical extension': signed({ ...header, crit: ['exp'] }, payload, key),
    'b64 false': signed({ ...header, crit: ['b64'], b64: false }, payload, key),
    'the end passed': as({ exp: now - 1 }),
    'not yet begun': as({ nbf: now + 60 }),
    'issued in the future': as({ iat: now + 60 }),
    'no end': signed(header, without('exp'), key),
    'an end that is a text': as({ exp: '4000000000' }),
    'another issuer': as({ iss: 'https://issuer.example.invalid/' }),
    'no issuer': signed(header, without('iss'), key),
    'another audience': as({ aud: 'another-application' }),
    'an audience that contains ours': as({ aud: `${String(payload.aud)}2` }),
    'no audience': signed(header, without('aud'), key),
    'another bureau’s audience': as({ aud: 'shixian-yinzhou' }),
    tampered: `${head}.${inBase64({ ...payload, role: 'chiefLeader' })}.${signature}`,
    cut: good.slice(0, -10),
    'two of them': `${good},${good}`,
    'a fourth part': `${good}.${signature}`,
    'no person': signed(header, without('sub'), key),
    'no role': signed(header, without('role'), key),
    'an empty role': as({ role: '' }),
    'a role that is an object': as({ role: { id: 'officeHead' } }),
    '8 KB of it, wrongly signed': signed(
      header,
      { ...payload, more: 'x'.repeat(8_000) },
      stranger.privateKey,
    ),
  };
};
