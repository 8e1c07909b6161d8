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

/** MiniStack as it comes from PyPI, on loopback, with TLS and with IAM enforced. Rejects when it does not come up. */
export const startEmulator = async (
  ministack: string,
  { certificate, key }: Certificate,
  folder: string,
): Promise<Emulator> => {
  const port = await freePort();
  const endpoint = `https://127.0.0.1:${port}`;
  const trust = { NODE_EXTRA_CA_CERTS: certificate, SSL_CERT_FILE: certificate, AWS_CA_BUNDLE: certificate };
  const logFile = `${folder}/emulator.log`;
  const child: ChildProcess = spawn('timeout', ['--signal=TERM', String(LIFE_SECONDS), ministack], {
    cwd: folder,
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
    fetch(`${endpoint}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  const until = Date.now() + READY_SECONDS * 1000;
  while (!(await isReady())) {
    if (hasEnded() || Date.now() > until)
      throw new Error(`The emulator did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
    await pause(250);
  }
  const environment = {
    ...trust,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  return { endpoint, environment, logFile, stop };
};
