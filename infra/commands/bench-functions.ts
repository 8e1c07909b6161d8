import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readCommandLine, runCommand } from '../command-line.ts';
import { clientsIn, type DeployedFunction, functionsIn } from '../local/bench/functions-assembly.ts';
import { bundleBare } from '../local/bench/functions-bare.ts';
import { type Measured, reportOf } from '../local/bench/functions-report.ts';
import { startMilliseconds } from '../local/bench/functions-start.ts';
import { readSettings } from '../settings/settings.ts';

const COMMAND = {
  usage: ['npm run bench:functions -- [部署设置.json] [选项]'],
  options: { quick: { type: 'boolean', about: '每个函数只启动一次,用来试能否运行', default: false } },
  mostWords: 1,
} as const;

const ROUNDS = 21;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The deployed functions, from the cloud assembly that a deployment would upload. */
const synthesize = (deployment: string, folder: string): DeployedFunction[] => {
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

interface Started extends DeployedFunction {
  clients: string[];
  starts: number[];
  bareStarts: number[];
}
/** Starts every function and its bare handler so many times, in turns. */
const startAll = async (
  functions: readonly Started[],
  bareOf: (clients: readonly string[]) => string,
  rounds: number,
): Promise<void> => {
  for (let round = rounds > 1 ? 0 : 1; round <= rounds; round += 1)
    for (const { bundle, environment, clients, starts, bareStarts } of functions) {
      const start = async (): Promise<unknown> => starts.push(await startMilliseconds(bundle, environment));
      const startBare = async (): Promise<unknown> =>
        bareStarts.push(await startMilliseconds(bareOf(clients), environment));
      // Who goes first changes, so that neither always finds the machine as the other left it.
      for (const next of round % 2 === 0 ? [start, startBare] : [startBare, start]) await next();
      // The first round only warms the disk.
      if (round === 0) starts.length = bareStarts.length = 0;
    }
};

const bench = async (deployment: string, rounds: number, folder: string): Promise<void> => {
  console.log(`Synthesizing ${deployment} …`);
  const functions = synthesize(deployment, join(folder, 'deployed'));
  const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
  const other = functions.find((each) => each.runtime !== runtime);
  if (other !== undefined) throw new Error(`${other.name} runs on ${other.runtime}, the bench on ${runtime}`);
  const measured = functions.map(
    (each): Started => ({ ...each, clients: clientsIn(each.bundle), starts: [], bareStarts: [] }),
  );
  const bareOf = bundleBare(
    measured.map(({ clients }) => clients),
    join(folder, 'bare'),
  );
  console.log(`${rounds} starts of each function and of its bare handler, in turns …`);
  await startAll(measured, bareOf, rounds);
  const rows = measured.map((each): Measured => {
    const code = readFileSync(each.bundle);
    return { ...each, bytes: code.length, gzipped: gzipSync(code).length };
  });
  console.log(`Node ${process.versions.node}; medians; ratio: median of the pairs\n`);
  for (const line of reportOf(rows)) console.log(line);
};

/** `npm run bench:functions`: the size of each deployed function and how long it takes to start. */
const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const [deployment = 'deployment.example.json'] = given.positionals;
  // Refuses a file that is missing or wrong, before the CDK does and in English.
  readSettings(deployment);
  const folder = mkdtempSync(join(tmpdir(), 'shixian-bench-'));
  try {
    await bench(deployment, given.values.quick ? 1 : ROUNDS, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

await runCommand(main);
