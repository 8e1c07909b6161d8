import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Acts, FromOffice } from './office-process.ts';

const FILE = fileURLToPath(new URL('./office-process.ts', import.meta.url));

export interface OfficeChild {
  /** Has it do this; rejects when that fails, or the process ends first. */
  tell: <Name extends keyof Acts>(
    act: Name,
    ...given: Parameters<Acts[Name]>
  ) => Promise<Awaited<ReturnType<Acts[Name]>>>;
  /** How it was ended, once it is over. */
  over: Promise<NodeJS.Signals | null>;
  stop: () => Promise<void>;
}

interface Waiting {
  resolve: (done: never) => void;
  reject: (error: Error) => void;
}

/** Starts an office in a process of its own, over a DynamoDB that answers at `endpoint`. */
export const startOfficeChild = (endpoint: string): OfficeChild => {
  const child: ChildProcess = fork(FILE, [endpoint], { execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let told = 0;
  child.on('message', (answer: FromOffice) => {
    const { resolve, reject } = waiting.get(answer.number)!;
    waiting.delete(answer.number);
    if ('failed' in answer) reject(new Error(answer.failed));
    else resolve(answer.done as never);
  });
  const over = once(child, 'exit').then(([, signal]) => {
    for (const { reject } of waiting.values()) reject(new Error(`the process ended (${signal})`));
    waiting.clear();
    return signal as NodeJS.Signals | null;
  });
  return {
    tell: (act, given?) =>
      new Promise((resolve, reject) => {
        told += 1;
        waiting.set(told, { resolve, reject });
        child.send({ number: told, act, given });
      }),
    over,
    stop: async () => {
      if (child.connected) child.disconnect();
      await over;
    },
  };
};
