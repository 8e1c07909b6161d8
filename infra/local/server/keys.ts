import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Keys = z.object({ feeds: z.record(z.string(), z.array(z.string())), tokens: z.string() });
export type Keys = z.infer<typeof Keys>;

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/** The secrets of this machine's feeds and tokens: made once, kept beside the data, readable by their owner only. */
export const readKeys = (folder: string): Keys => {
  const path = join(folder, 'keys.json');
  try {
    return Keys.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    // A damaged file must not be replaced silently: feeds would be locked out.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const keys: Keys = {
    feeds: { demo: [`whsec_${randomBytes(SECRET_BYTES).toString('base64')}`] },
    tokens: randomBytes(SECRET_BYTES).toString('base64'),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.draft`, JSON.stringify(keys, null, 2), { mode: OWNER_ONLY });
  renameSync(`${path}.draft`, path);
  return keys;
};
