import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A value as DER writes it: tag, length, content. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const id = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const whole = (...bytes: number[]): Buffer => der(0x02, Buffer.from(bytes));
const bits = (bytes: Uint8Array): Buffer => der(0x03, Buffer.from([0]), bytes);
const time = (at: Date): Buffer =>
  der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

const ECDSA_SHA256 = sequence(id('2a8648ce3d040302'));
const LOOPBACK = sequence(
  sequence(id('551d11'), der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1]))))),
);
const nameOf = (text: string): Buffer =>
  sequence(der(0x31, sequence(id('550403'), der(0x0c, Buffer.from(text)))));

const signed = (content: Buffer, key: KeyObject): Buffer =>
  sequence(content, ECDSA_SHA256, bits(sign('sha256', content, key)));

/** A certificate for 127.0.0.1 that signs itself, and its key, both PEM (RFC 5280). */
export const selfSigned = (name: string, until = new Date(Date.now() + 86_400_000)) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = sequence(
    der(0xa0, whole(2)),
    whole(1),
    ECDSA_SHA256,
    nameOf(name),
    sequence(time(new Date(Date.now() - 86_400_000)), time(until)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, LOOPBACK),
  );
  const lines =
    signed(content, privateKey)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
