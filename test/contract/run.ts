import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPython } from '../deploy/harness/tools.ts';
import { tryClients } from './clients/try-clients.ts';
import { EXPECTED } from './expected.ts';
import { type RunningBureau, startBureau } from './running-bureau.ts';

// `npm run test:contract [-- <bureau> …]`: what each bureau's OpenAPI document says, held against what `npm start` answers; and a
// vendor's first push, by the document's own samples.

const BUREAUS = ['leizhou', 'nanning'];
// It takes 3 minutes as a rule. What hangs ends; a machine that is busy is waited for.
const LONGEST_MINUTES = 15;
const STATEFUL_SECONDS = 25;
const STATEFUL_ROUNDS = 6;
const SEED = 20260302;
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** Where a program of the tools lies. */
type Programs = (name: string) => string;

const tooLate = AbortSignal.timeout(LONGEST_MINUTES * 60_000);

/** Runs a program until it ends; resolves with its output. Rejects with that when it fails, or takes too long. */
const run = async (
  [command = '', ...args]: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<string> => {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: tooLate,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0) throw new Error(`${said}\n${command} ended with ${signal ?? code}`);
  return said;
};

/** Resolves with what was tried. Rejects when an answer is not what the document says, or when too little was tried. */
const tryContract = async (
  program: Programs,
  { url, folder }: RunningBureau,
  cwd: string,
): Promise<string> => {
  for (const name of ['schemathesis.toml', 'hooks.py']) cpSync(here(name), join(cwd, name));
  const answersFile = join(cwd, 'answers.json');
  const schemathesis = async (more: readonly string[], seed = SEED): Promise<string> => {
    const said = await run(
      [
        program('schemathesis'),
        '--config-file',
        'schemathesis.toml',
        'run',
        `${url}/v1/openapi.json`,
        ...['--seed', String(seed), ...more],
      ],
      { cwd, env: { NO_COLOR: '1', SHIXIAN_DATA: folder, SHIXIAN_ANSWERS: answersFile } },
    );
    return said.slice(said.indexOf('API capabilities'));
  };
  const answered = (): Record<string, number> =>
    JSON.parse(readFileSync(answersFile, 'utf8')) as Record<string, number>;
  const unanswered = (): string[] => EXPECTED.filter((each) => !(each in answered()));
  const said = [await schemathesis(['--phases', 'examples,coverage,fuzzing'])];
  // A suite of these ends when the same request is answered otherwise, as it is where something is done: suite follows suite. A busy
  // machine comes less far in a round: others follow, each with a seed of its own.
  for (let round = 0; round === 0 || (round < STATEFUL_ROUNDS && unanswered().length > 0); round += 1) {
    said.push(
      await schemathesis(['--phases', 'stateful', '--max-time', String(STATEFUL_SECONDS)], SEED + round),
    );
  }
  const counts = Object.entries(answered()).map(([answer, times]) => `${answer}: ${times}`);
  const missing = unanswered();
  const told = [...said, 'Answered:', ...counts.sort()].join('\n');
  if (missing.length > 0) throw new Error([told, 'Never answered:', ...missing].join('\n'));
  return told;
};

const tryBureau = async (program: Programs, name: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-contract-'));
  const from = performance.now();
  try {
    const bureau = await startBureau(name, join(folder, 'data'));
    try {
      const push = [program('python'), here('push.py'), bureau.url, bureau.folder];
      console.log(await run(push, { cwd: folder }));
      console.log(await tryClients(program('python'), bureau, folder));
      console.log(await tryContract(program, bureau, folder));
    } finally {
      await bureau.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${name}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
};

try {
  const program = await installPython('contract-tools', here('requirements.txt'));
  const asked = process.argv.slice(2);
  for (const name of asked.length > 0 ? asked : BUREAUS) await tryBureau(program, name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
