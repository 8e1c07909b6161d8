import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Certificate } from './certificate.ts';
import { ROOT } from './tools.ts';

/** Longer than all tests take: then it ends by itself, whatever became of them. */
const LIFE_SECONDS = 1_500;
const READY_SECONDS = 60;

export interface Emulator {
  readonly endpoint: string;
  /** What a program needs to take it for AWS, but for the Region. */
  readonly environment: Record<string, string>;
  readonly logFile: string;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

interface Program {
  command: string;
  args: readonly string[];
  env: Record<string, string>;
  /** The folder in which it runs; it logs into `name`.log there. */
  folder: string;
  name: string;
  /** What answers once it is up. */
  health: string;
}

/** Runs a server until it is stopped or its life ends. Rejects when it does not come up. */
const startServer = async ({ command, args, env, folder, name, health }: Program) => {
  const logFile = `${folder}/${name}.log`;
  const child: ChildProcess = spawn('timeout', ['--signal=TERM', String(LIFE_SECONDS), command, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(logFile);
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  process.once('exit', () => child.kill('SIGTERM'));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const isReady = async (): Promise<boolean> =>
    fetch(health).then(
      ({ ok }) => ok,
      () => false,
    );
  const until = Date.now() + READY_SECONDS * 1000;
  while (!(await isReady())) {
    if (hasEnded() || Date.now() > until) {
      await stop();
      throw new Error(`${name} did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
    }
    await pause(250);
  }
  return { logFile, stop };
};

/** MiniStack as it comes from PyPI, on loopback, with TLS and with IAM enforced. Rejects when it does not come up. */
export const startEmulator = async (
  ministack: string,
  { certificate, key }: Certificate,
  folder: string,
): Promise<Emulator> => {
  const port = await freePort();
  const endpoint = `https://127.0.0.1:${port}`;
  const trust = { NODE_EXTRA_CA_CERTS: certificate, SSL_CERT_FILE: certificate, AWS_CA_BUNDLE: certificate };
  const server = await startServer({
    command: ministack,
    args: [],
    env: {
      ...trust,
      // Functions run on the Node that they are deployed for.
      PATH: `${ROOT}node_modules/.bin:${process.env.PATH}`,
      HOME: folder,
      TMPDIR: folder,
      LANG: 'C.UTF-8',
      AUTH: 'true',
      USE_SSL: '1',
      MINISTACK_SSL_CERT: certificate,
      MINISTACK_SSL_KEY: key,
      AWS_ENDPOINT_URL: endpoint,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      // Without these it would listen beyond loopback.
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      SFN_WAIT_SCALE: '1',
    },
    folder,
    name: 'emulator',
    health: `${endpoint}/_ministack/health`,
  });
  const environment = {
    ...trust,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  return { endpoint, environment, ...server };
};

/** Moto's server, but one request after another: its own serves them in threads, which overtake one another in a condition. */
const MOTO = `
import os
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import run_simple
application = DomainDispatcherApplication(create_backend_app)
run_simple('127.0.0.1', int(os.environ['MOTO_PORT']), application, request_handler=MotoRequestHandler)
`;

/** A second DynamoDB by other people, for the tests of what the records lie in. Rejects when it does not come up. */
export const startMoto = async (
  python: string,
  folder: string,
): Promise<Pick<Emulator, 'endpoint' | 'stop'>> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const { stop } = await startServer({
    command: python,
    args: ['-c', MOTO],
    env: { PATH: `${process.env.PATH}`, HOME: folder, LANG: 'C.UTF-8', MOTO_PORT: String(port) },
    folder,
    name: 'moto',
    health: `${endpoint}/moto-api/`,
  });
  return { endpoint, stop };
};
