import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { clientsIn, type DeployedFunction, functionsIn } from '../local/bench/functions-assembly.ts';
import { bundleBare } from '../local/bench/functions-bare.ts';
import { type Measured, reportOf } from '../local/bench/functions-report.ts';
import { startMilliseconds } from '../local/bench/functions-start.ts';

const ROUNDS = 21;
const root = fileURLToPath(new URL('../..', import.meta.url));
const [deployment = 'deployment.example.json'] = process.argv.slice(2);

/** The deployed functions, from the cloud assembly that a deployment would upload. */
const synthesize = (folder: string): DeployedFunction[] => {
  const cdk = spawnSync(
    process.execPath,
    [
      `${root}node_modules/aws-cdk/bin/cdk`,
      'synth',
      '--quiet',
      '-c',
      `deployment=${deployment}`,
      '-o',
      folder,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (cdk.status !== 0) throw new Error(`cdk synth failed:\n${cdk.stderr}`);
  return globSync('*.template.json', { cwd: folder }).flatMap((template) =>
    functionsIn(JSON.parse(readFileSync(join(folder, template), 'utf8')), folder),
  );
};

const folder = mkdtempSync(join(tmpdir(), 'shixian-bench-'));
try {
  console.log(`Synthesizing ${deployment} …`);
  const functions = synthesize(join(folder, 'deployed'));
  const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
  const other = functions.find((each) => each.runtime !== runtime);
  if (other !== undefined) throw new Error(`${other.name} runs on ${other.runtime}, the bench on ${runtime}`);
  const measured = functions.map(({ bundle, ...each }) => ({
    ...each,
    bundle,
    clients: clientsIn(bundle),
    code: readFileSync(bundle),
    starts: [] as number[],
    bareStarts: [] as number[],
  }));
  const bareOf = bundleBare(
    measured.map(({ clients }) => clients),
    join(folder, 'bare'),
  );
  console.log(`${ROUNDS} starts of each function and of its bare handler, in turns …`);
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { bundle, environment, clients, starts, bareStarts } of measured) {
      const start = async (): Promise<unknown> => starts.push(await startMilliseconds(bundle, environment));
      const startBare = async (): Promise<unknown> =>
        bareStarts.push(await startMilliseconds(bareOf(clients), environment));
      // Who goes first changes, so that neither always finds the machine as the other left it.
      for (const next of round % 2 === 0 ? [start, startBare] : [startBare, start]) await next();
      // The first round only warms the disk.
      if (round === 0) starts.length = bareStarts.length = 0;
    }
  const rows = measured.map(
    ({ code, ...each }): Measured => ({ ...each, bytes: code.length, gzipped: gzipSync(code).length }),
  );
  console.log(`Node ${process.versions.node}; medians; ratio: median of the pairs\n`);
  for (const line of reportOf(rows)) console.log(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
