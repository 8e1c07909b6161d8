import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { hashOf } from './hash-of.ts';

/** Something made from files: `inputs` has the path of each and the hash of its content when it was read. */
export interface Made {
  inputs: Readonly<Record<string, string>>;
  value: unknown;
}
const Kept = z.object({ inputs: z.record(z.string(), z.string()), value: z.unknown() });

export interface CacheOptions<T> {
  /** What the inputs' paths are counted from. */
  root: string;
  /** The file that keeps what was made. */
  path: string;
  /** Throws for what is no value of this cache. */
  parse: (value: unknown) => T;
  make: () => Promise<Made>;
}

/** Undefined for a file that is missing, damaged, or made from what has changed since. */
const readKept = <T>({ root, path, parse }: CacheOptions<T>): T | undefined => {
  try {
    const { inputs, value } = Kept.parse(JSON.parse(readFileSync(path, 'utf8')));
    const isUnchanged = Object.entries(inputs).every(
      ([input, hash]) => hashOf(readFileSync(join(root, input))) === hash,
    );
    return isUnchanged ? parse(value) : undefined;
  } catch {
    return undefined;
  }
};

const keep = (path: string, made: Made): void => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(made));
  // Renamed in one step: whoever reads meanwhile sees the old file or the new one, whole.
  renameSync(draft, path);
};

/**
 * What the file keeps, as long as each file that it was made from is unchanged; else it is made again and kept. Nobody
 * lists those files: which ones are read can only change when one of them does.
 */
export const madeOnce = async <T>(options: CacheOptions<T>): Promise<T> => {
  const kept = readKept(options);
  if (kept !== undefined) return kept;
  const made = await options.make();
  keep(options.path, made);
  return options.parse(made.value);
};
