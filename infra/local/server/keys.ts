import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '../../read-json.ts';

const Keys = z.object({ feeds: z.record(z.string(), z.array(z.string())), tokens: z.string() });
export type Keys = z.infer<typeof Keys>;

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

const keysIn = (path: string): Keys => {
  const { data } = Keys.safeParse(readJsonFile(path));
  if (data === undefined)
    throw new Error(`密钥文件 ${path} 已损坏:应有 feeds(数据源的密钥)和 tokens(令牌的密钥);请恢复备份`);
  return data;
};

/** The secrets of this machine's feeds and tokens: made once, kept beside the data, readable by their owner only. */
export const readKeys = (folder: string): Keys => {
  const path = join(folder, 'keys.json');
  // A damaged file must not be replaced silently: feeds would be locked out.
  if (existsSync(path)) return keysIn(path);
  const keys: Keys = {
    feeds: { demo: [`whsec_${randomBytes(SECRET_BYTES).toString('base64')}`] },
    tokens: randomBytes(SECRET_BYTES).toString('base64'),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.draft`, JSON.stringify(keys, null, 2), { mode: OWNER_ONLY });
  renameSync(`${path}.draft`, path);
  return keys;
};
