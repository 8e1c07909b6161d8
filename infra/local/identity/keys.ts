import { generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import { FeedWatch } from '../../../shared/contracts/feeds/watch.ts';
import { SIGNING_KEY_FORM, signingKeyOf } from '../../../shared/secrets/signing-key.ts';
import { readJsonFile } from '../../read-json.ts';
import type { FeedWatches } from '../chosen-feeds.ts';

const PrivateKey = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), d: z.string() });
const Keys = z.object({
  feeds: z.record(z.string(), z.array(z.string())),
  /** Feed → how its items become ours, where they are not in our own form. */
  mappings: z.optional(z.record(z.string(), z.string())),
  /** Feed → how it is watched. */
  watches: z.optional(z.record(z.string(), FeedWatch)),
  /** What the machine's own provider signs with. */
  tokens: PrivateKey,
});
export interface Keys {
  feeds: Record<string, string[]>;
  mappings?: Record<string, string> | undefined;
  watches?: FeedWatches | undefined;
  tokens: JWK;
}

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;
const MODULUS_BITS = 2048;

/** A new key to sign tokens with. */
export const makeTokenKey = (): JWK => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
  const jwk = privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, alg: 'RS256', use: 'sig', kid: hash('sha256', jwk.n!).slice(0, 16) };
};

export const publicKeyOf = ({ kty, kid, alg, use, n, e }: JWK): JWK => ({ kty, kid, alg, use, n, e }) as JWK;

/** Throws in Chinese for a feed every push of which would be refused. */
const requireKeys = (path: string, feed: string, secrets: readonly string[]): void => {
  const whose = `密钥文件 ${path} 中数据源“${feed}”`;
  if (secrets.length === 0) throw new Error(`${whose}没有密钥:${SIGNING_KEY_FORM}`);
  const wrong = secrets.findIndex((secret) => signingKeyOf(secret) === undefined);
  if (wrong >= 0) throw new Error(`${whose}的第${wrong + 1}个密钥不能用来验证签名:${SIGNING_KEY_FORM}`);
};

const keysIn = (path: string): Keys => {
  const { data } = Keys.safeParse(readJsonFile(path));
  if (data === undefined)
    throw new Error(`密钥文件 ${path} 已损坏:应有 feeds(数据源的密钥)和 tokens(令牌的密钥);请恢复备份`);
  for (const [feed, secrets] of Object.entries(data.feeds)) requireKeys(path, feed, secrets);
  return data as Keys;
};

const makeSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
const makeKeys = (): Keys => ({ feeds: { demo: [makeSecret()] }, tokens: makeTokenKey() });

/** With a secret for each of these feeds, and their mappings; the same keys where they have all that. */
const withFeeds = (keys: Keys, asked: Readonly<Record<string, string>>): Keys => {
  const isNew = Object.entries(asked).some(
    ([feed, mapping]) => !Object.hasOwn(keys.feeds, feed) || keys.mappings?.[feed] !== mapping,
  );
  if (!isNew) return keys;
  const made = Object.keys(asked).map((feed): [string, string[]] => [feed, [makeSecret()]]);
  return {
    ...keys,
    feeds: { ...Object.fromEntries(made), ...keys.feeds },
    mappings: { ...keys.mappings, ...asked },
  };
};

/** With what is asked to be expected of each feed, in the place of all that was. Throws in Chinese for a feed that there is not. */
const withWatches = (keys: Keys, watches: FeedWatches | undefined): Keys => {
  if (watches === undefined) return keys;
  const unknown = Object.keys(watches).filter((feed) => !Object.hasOwn(keys.feeds, feed));
  if (unknown.length > 0)
    throw new Error(
      `没有登记数据源“${unknown.join('”“')}”;已登记:${Object.keys(keys.feeds).join('、')}(用 --feed 登记)`,
    );
  return { ...keys, watches };
};

/**
 * The secrets of this machine's feeds and tokens: made once, kept beside the data, readable by their owner only. `asked`: feeds that
 * there are to be from now on, with their mappings. `watches`: how each is watched from now on.
 */
export const readKeys = (
  folder: string,
  asked: Readonly<Record<string, string>> = {},
  watches?: FeedWatches,
): Keys => {
  const path = join(folder, 'keys.json');
  // A damaged file must not be replaced silently: feeds would be locked out.
  const found = existsSync(path) ? keysIn(path) : undefined;
  const keys = withWatches(withFeeds(found ?? makeKeys(), asked), watches);
  if (keys === found) return keys;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.draft`, JSON.stringify(keys, null, 2), { mode: OWNER_ONLY });
  renameSync(`${path}.draft`, path);
  return keys;
};

let inMemory: Keys | undefined;
/** The keys of bureaus that are kept in memory: one set for the process, since making them takes a while. */
export const memoryKeys = (asked: Readonly<Record<string, string>> = {}, watches?: FeedWatches): Keys => {
  inMemory ??= makeKeys();
  return withWatches(withFeeds(inMemory, asked), watches);
};
