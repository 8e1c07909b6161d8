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
 * The pinned Python tools, installed once for each state of requirements.txt under `.cache/`. Rejects with pip's own words
 * when they cannot be installed.
 */
export const installTools = async (): Promise<Tools> => {
  const hash = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = `${ROOT}.cache/deploy-tools-${hash}`;
  if (!existsSync(`${folder}/complete`)) {
    rmSync(folder, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', folder]);
    await run(`${folder}/bin/python`, ['-m', 'pip', 'install', '--quiet', '--no-deps', '-r', REQUIREMENTS], {
      maxBuffer: 16 * 1024 * 1024,
    });
    // Named last: an installation that was cut off is begun anew.
    mkdirSync(`${folder}/incomplete`, { recursive: true });
    renameSync(`${folder}/incomplete`, `${folder}/complete`);
  }
  const program = (name: string): string => `${folder}/bin/${name}`;
  return { ministack: program('ministack'), python: program('python'), cfnLint: program('cfn-lint') };
};
