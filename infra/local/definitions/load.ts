import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { AslDefinition } from '../asl.ts';
import { type Made, madeOnce } from './input-cache.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = `${root}node_modules/.cache/shixian`;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

type Definitions = Record<string, AslDefinition>;
const Definitions = z.record(
  z.string(),
  z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.looseObject({ Type: z.string() })) }),
);

const synthesize = async (regulationId: string): Promise<Made> => {
  const script = fileURLToPath(new URL('./print.ts', import.meta.url));
  const run = promisify(execFile);
  // A process of its own gives the CDK's memory back, and its module never enters this one.
  const { stdout } = await run(process.execPath, [script, regulationId], {
    cwd: root,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return JSON.parse(stdout) as Made;
};

/**
 * The state machines of the deployed stack, machine name → ASL: synthesized once for each state of the files that the
 * synthesis reads, and kept in `folder`, under node_modules/.cache unless told. Rejects with the synthesis's error text
 * when it fails.
 */
export const loadDefinitions = (regulationId: string, folder = CACHE): Promise<Definitions> =>
  madeOnce({
    root,
    path: `${folder}/definitions-${regulationId}.json`,
    parse: (value) => Definitions.parse(value) as Definitions,
    make: () => synthesize(regulationId),
  });
