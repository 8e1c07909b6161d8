import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface StartedServer {
  url: string;
  folder: string;
  process: ChildProcess;
  readyAfterMilliseconds: number;
  /** Waits until the console has said this. */
  said: (what: RegExp) => Promise<void>;
  /** Ends it and leaves its folder. */
  end: () => Promise<void>;
  stop: () => Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The flags and the file of `npm start`. */
const startArguments = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
};

const GIVE_UP_MILLISECONDS = 60_000;

/** Starts the real `npm start` in a process of its own, on fresh data or a folder's, and waits until it answers; at a port of its own unless told. */
export const startServer = async (
  folder = mkdtempSync(join(tmpdir(), 'shixian-bench-')),
  at?: number,
): Promise<StartedServer> => {
  const port = at ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const from = performance.now();
  const child = spawn(process.execPath, [...startArguments(), '--data', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A bench that fails leaves nothing running.
  process.once('exit', () => child.kill('SIGKILL'));
  let console = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    console += chunk.toString();
  });
  const said = async (what: RegExp): Promise<void> => {
    while (!what.test(console)) {
      if (child.exitCode !== null) throw new Error('npm start ended');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const isReady = async (): Promise<boolean> => {
    try {
      return (await fetch(`${url}/v1/health`)).ok;
    } catch {
      return false;
    }
  };
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() - from > GIVE_UP_MILLISECONDS)
      throw new Error('npm start did not come up');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const end = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const stop = async (): Promise<void> => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, process: child, readyAfterMilliseconds: performance.now() - from, said, end, stop };
};
