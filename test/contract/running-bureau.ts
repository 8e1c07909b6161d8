import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../deploy/harness/tools.ts';

const READY_SECONDS = 60;

export interface RunningBureau {
  url: string;
  folder: string;
  /** What it has said on its console. */
  said: () => string;
  stop: () => Promise<void>;
}

/** `npm start` on a port that is free, with a data folder of its own. Rejects with what it said when it does not come up. */
export const startBureau = async (bureau: string, folder: string): Promise<RunningBureau> => {
  const log = `${folder}.log`;
  const file = openSync(log, 'a');
  // A group of its own: npm passes no signal on to the program below it.
  const child = spawn('npm', ['start', '--', '--bureau', bureau, '--data', folder, '--port', '0'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const said = (): string => readFileSync(log, 'utf8');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = (): void => {
    if (!hasEnded()) process.kill(-child.pid!, 'SIGINT');
  };
  // Whatever becomes of who started it.
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const stop = async (): Promise<void> => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    end();
    await ended;
  };
  const until = Date.now() + READY_SECONDS * 1000;
  // What it says of texts comes last, when everything else is there.
  while (!said().includes('以下为发出的短信')) {
    if (hasEnded() || Date.now() > until) {
      await stop();
      throw new Error(`npm start did not come up:\n${said().slice(-2000)}`);
    }
    await pause(200);
  }
  const [, url = ''] = /^URL=(.*)$/m.exec(readFileSync(`${folder}/tokens.env`, 'utf8')) ?? [];
  return { url, folder, said, stop };
};
