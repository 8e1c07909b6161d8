import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundlingFor, bundlingWith } from '../../infra/constructs/functions/bundling.ts';
import { deskSiteOf } from '../../infra/desk-site/site.ts';
import { siteOf } from '../../infra/openapi/site.ts';
import { deskPlaceOf } from '../../infra/settings/desk-place.ts';
import { exampleSettings } from '../../infra/settings/example-settings.ts';
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

describe('the function that serves files', () => {
  const { leizhou } = regulations;
  const contract = { authorization: 'iam', hasReceipts: true } as const;
  const docs = siteOf(leizhou!, contract);
  const files = [...docs, ...deskSiteOf(leizhou!, contract, deskPlaceOf(exampleSettings()))];
  const { esbuildArgs } = bundlingWith('leizhou-test', files);
  const [{ text } = { text: '' }] = buildSync({
    entryPoints: ['functions/serve-files/index.ts'],
    alias: { '#static-files': String(esbuildArgs?.['--alias:#static-files']) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
  }).outputFiles;

  it('carries the files of its deployment, and stays small', () => {
    for (const { gzip } of files) expect(text).toContain(gzip);
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    const packed = (some: typeof files) => some.reduce((sum, { gzip }) => sum + gzip.length, 0);
    expect(packed(docs)).toBeLessThan(300_000);
    // What answers with them.
    expect(Buffer.byteLength(text) - packed(files)).toBeLessThan(100_000);
  });

  it('carries no regulation, no SDK and nothing that makes the files', () => {
    expect(text).not.toContain(leizhou!.clauses[Object.keys(leizhou!.clauses)[5]!]);
    expect(text).not.toMatch(/DynamoDB|openapi:|toJSONSchema|esbuild|preact/);
  });
});
