import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromBureau, Held } from './bureau-process.ts';

const FILE = fileURLToPath(new URL('./bureau-process.ts', import.meta.url));
/** Those of `npm start`, and what lets garbage be collected when asked. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=30', '--expose-gc'];

export interface BureauChild {
  url: string;
  process: ChildProcess;
  held: () => Promise<Held>;
  stop: () => Promise<void>;
}

/**
 * Starts a bureau in a process of its own on a data folder, its clock so many times faster from `origin` on. `feeds`: those that it has
 * beside its own, each with the name of its mapping.
 */
export const startBureauChild = async (
  folder: string,
  bureau: string,
  { origin, speed, feeds = {} }: { origin: number; speed: number; feeds?: Readonly<Record<string, string>> },
): Promise<BureauChild> => {
  const child = fork(FILE, [folder, bureau, String(origin), String(speed), JSON.stringify(feeds)], {
    execArgv: FLAGS,
  });
  const told = async (): Promise<FromBureau> => {
    const [message] = await Promise.race([
      once(child, 'message') as Promise<[FromBureau]>,
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`the bureau ended (${code})`))),
    ]);
    return message;
  };
  const ready = await told();
  if (!('url' in ready)) throw new Error('the bureau did not say where it is');
  const held = async (): Promise<Held> => {
    const answer = told();
    child.send('held');
    const message = await answer;
    if (!('held' in message)) throw new Error('the bureau did not say what it holds');
    return message.held;
  };
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
  return { url: ready.url, process: child, held, stop };
};
