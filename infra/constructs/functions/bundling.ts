import { type BundlingOptions, LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { PackedFile } from '../../../functions/serve-files/packed-file.ts';
import { versions } from '../../../shared/regulations/index.ts';
import { requireHistoryRoom } from '../../../shared/workflows/history-bound.ts';
import { loadRegulation } from '../../regulation-check/checks/load.ts';
import { onlyFilesOf } from './regulation-files.ts';
import { moduleOf } from './static-files.ts';

// Functions take the regulations as they are bundled (decision 013): a broken one must not get that far.
for (const regulation of versions) loadRegulation(regulation);
// And a revision whose cases would fill an execution's history within a day (decision 009).
requireHistoryRoom(versions);

/** How every handler is bundled; the bench bundles its bare ones by the same options. */
export const BUNDLING: BundlingOptions = {
  format: OutputFormat.ESM,
  logLevel: LogLevel.WARNING,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  sourceMap: true,
  // The maps name files and lines; the sources themselves are in the repository.
  sourcesContent: false,
  // Everything is bundled, the SDK too: what was tested is what runs.
  externalModules: [],
  // Some dependencies are CommonJS and ask for `require` at run time.
  banner:
    "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
};

/** How the functions of one bureau's deployment are bundled: with the versions of its own regulation only. */
export const bundlingFor = (regulationId: string): BundlingOptions => ({
  ...BUNDLING,
  esbuildArgs: { '--alias:#regulation-files': onlyFilesOf(regulationId) },
});

/** How the function that serves files is bundled: with these, and with no regulation. `name`: whose they are. */
export const bundlingWith = (name: string, files: readonly PackedFile[]): BundlingOptions => ({
  ...BUNDLING,
  esbuildArgs: { '--alias:#static-files': moduleOf(name, files) },
});
