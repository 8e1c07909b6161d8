import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundlingFor } from '../../infra/constructs/functions/bundling.ts';
import { regulations } from '../../shared/regulations/index.ts';

/** What `shared/regulations/index.ts` comes to in a bundle of this bureau's functions. */
const bundled = (regulationId: string): string => {
  const [option, path] = Object.entries(bundlingFor(regulationId).esbuildArgs ?? {})[0]!;
  const [{ text } = { text: '' }] = buildSync({
    entryPoints: ['shared/regulations/index.ts'],
    alias: { [option.replace('--alias:', '')]: String(path) },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
  }).outputFiles;
  return text;
};

describe.each(Object.values(regulations))('a function of $id', ({ id, bureau }) => {
  it('carries its own regulation and no other', () => {
    const text = bundled(id);
    expect(text).toContain(bureau);
    for (const other of Object.values(regulations))
      if (other.id !== id) expect(text).not.toContain(other.clauses[Object.keys(other.clauses)[5]!]);
  });
});
