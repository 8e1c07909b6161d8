import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL('../requirements.txt', import.meta.url));

export interface Tools {
  /** The AWS emulator. */
  readonly ministack: string;
  /** Python with moto, a second emulator of DynamoDB, by other people. */
  readonly python: string;
  readonly cfnLint: string;
}

/**
 * Python packages, pinned by the file at `requirements`, installed once for each state of it under `.cache/`, in a folder that begins with
 * `name`. Resolves with where a program of theirs lies; rejects with pip's own words when they cannot be installed.
 */
export const installPython = async (
  name: string,
  requirements: string,
): Promise<(program: string) => string> => {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = `${ROOT}.cache/${name}-${hash}`;
  if (!existsSync(`${folder}/complete`)) {
    rmSync(folder, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', folder]);
    await run(`${folder}/bin/python`, ['-m', 'pip', 'install', '--quiet', '--no-deps', '-r', requirements], {
      maxBuffer: 16 * 1024 * 1024,
    });
    // Named last: an installation that was cut off is begun anew.
    mkdirSync(`${folder}/incomplete`, { recursive: true });
    renameSync(`${folder}/incomplete`, `${folder}/complete`);
  }
  return (program) => `${folder}/bin/${program}`;
};

/** What the deployment tests need. */
export const installTools = async (): Promise<Tools> => {
  const program = await installPython('deploy-tools', REQUIREMENTS);
  return { ministack: program('ministack'), python: program('python'), cfnLint: program('cfn-lint') };
};
