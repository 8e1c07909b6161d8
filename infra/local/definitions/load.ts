import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { AslDefinition } from '../engine/library-types.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = `${root}node_modules/.cache/shixian`;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Everything that the definitions are made from. */
const SOURCES = [
  'shared/{regulations,deadlines,time,rules,case}/**/*.{ts,json}',
  'shared/contracts/workflow.ts',
  'statemachines/**/*.ts',
  'infra/constructs/**/*.ts',
  'infra/{shixian-stack,acknowledgements}.ts',
  'infra/settings/*.ts',
  'deployment.example.json',
  'infra/local/definitions/*.ts',
  'infra/local/local-names.ts',
  'node_modules/aws-cdk-lib/package.json',
];

type Definitions = Record<string, AslDefinition>;
const Cached = z.object({
  key: z.string(),
  definitions: z.record(
    z.string(),
    z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.looseObject({ Type: z.string() })) }),
  ),
});

const keyOf = (regulationId: string): string => {
  const hash = createHash('sha256').update(regulationId);
  for (const path of globSync(SOURCES, { cwd: root }).sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(root + path));
  }
  return hash.digest('hex');
};

/** What the cache holds for this key; a missing, old or damaged file is no cache. */
const readCache = (path: string, key: string): Definitions | undefined => {
  try {
    const cached = Cached.parse(JSON.parse(readFileSync(path, 'utf8')));
    return cached.key === key ? (cached.definitions as Definitions) : undefined;
  } catch {
    return undefined;
  }
};

const writeCache = (path: string, content: z.input<typeof Cached>): void => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(content));
  // Renamed in one step: whoever reads meanwhile sees the old file or the new one, whole.
  renameSync(draft, path);
};

const synthesize = async (regulationId: string): Promise<Definitions> => {
  const script = fileURLToPath(new URL('./print.ts', import.meta.url));
  const run = promisify(execFile);
  // A process of its own gives the CDK's memory back, and its module never enters this one.
  const { stdout } = await run(process.execPath, [script, regulationId], {
    cwd: root,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return JSON.parse(stdout) as Definitions;
};

/**
 * The state machines of the deployed stack, machine name → ASL: synthesized once for each state of the sources and
 * kept in `folder`, under node_modules/.cache unless told. Rejects with the synthesis's error text when it fails.
 */
export const loadDefinitions = async (regulationId: string, folder = CACHE): Promise<Definitions> => {
  const path = `${folder}/definitions-${regulationId}.json`;
  const key = keyOf(regulationId);
  const cached = readCache(path, key);
  if (cached !== undefined) return cached;
  const definitions = await synthesize(regulationId);
  writeCache(path, { key, definitions });
  return definitions;
};
