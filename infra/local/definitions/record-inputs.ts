import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from './hash-of.ts';

/** Of a package its own description stands for all of its files: they change with its version only. */
const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*$/;

/**
 * From now on remembers every file below `root` that this process reads: modules as they are loaded, data as they are read.
 * Returns what has been read so far, path → hash of the content: paths from `root` with `/`, for a file of a package that of
 * its package.json.
 */
export const recordInputs = (root: string): (() => Record<string, string>) => {
  const { readFileSync } = fs;
  const inputs: Record<string, string> = {};
  const record = (path: string): void => {
    const own = relative(root, path).split(sep).join('/').replace(PACKAGE, '$1/package.json');
    // What is looked for and not there, whoever looks is told; what is outside, this project does not change.
    if (own.startsWith('..') || !fs.existsSync(join(root, own))) return;
    inputs[own] ??= hashOf(readFileSync(join(root, own)));
  };
  // What was loaded before these hooks.
  for (const url of [import.meta.url, import.meta.resolve('./hash-of.ts')]) record(fileURLToPath(url));
  record(process.argv[1]!);
  registerHooks({
    load: (url, context, next) => {
      if (url.startsWith('file:')) record(fileURLToPath(url));
      return next(url, context);
    },
  });
  fs.readFileSync = ((path: fs.PathOrFileDescriptor, ...options: []) => {
    if (typeof path === 'string') record(path);
    if (path instanceof URL) record(fileURLToPath(path));
    return readFileSync(path, ...options);
  }) as typeof readFileSync;
  // Named imports of node:fs see the replacement too.
  syncBuiltinESMExports();
  return () => inputs;
};
