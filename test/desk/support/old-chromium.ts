import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { LONGEST_MILLISECONDS } from './probes/patience.ts';
import { TURNS } from './probes/settles.ts';

// Chromium 80 as npm still has it, inside a package for other purposes: fetched when a test asks for it, checked, and kept.

const PACKAGE = 'chrome-aws-lambda';
const VERSION = '2.1.1';
const SHA512 = 'Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==';
const FOLDER = fileURLToPath(new URL('../../../.cache/chromium-80', import.meta.url));
const BINARY = join(FOLDER, 'chromium');

/** Where Chromium 80 is. Throws when it cannot be fetched, or is not what it was. */
export const fetchOldChromium = (): string => {
  if (existsSync(BINARY)) return BINARY;
  mkdirSync(FOLDER, { recursive: true });
  execFileSync('npm', ['pack', `${PACKAGE}@${VERSION}`, '--pack-destination', FOLDER, '--silent'], {
    stdio: 'pipe',
  });
  const archive = join(FOLDER, `${PACKAGE}-${VERSION}.tgz`);
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (found !== SHA512) throw new Error(`${PACKAGE} ${VERSION} is not what it was: ${found}`);
  execFileSync('tar', ['-xzf', archive, '-C', FOLDER, 'package/bin/chromium.br']);
  const packed = readFileSync(join(FOLDER, 'package/bin/chromium.br'));
  writeFileSync(BINARY, brotliDecompressSync(packed), { mode: 0o755 });
  for (const part of [archive, join(FOLDER, 'package')]) rmSync(part, { recursive: true });
  return BINARY;
};

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** Speaks the DevTools protocol over one socket. */
const connect = async (address: string) => {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((message: Message) => void)[] = [];
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) for (const listen of listeners) listen(message);
    else waiting.get(message.id)?.(message);
  };
  let last = 0;
  const send = async (method: string, params: object = {}, sessionId?: string) => {
    last += 1;
    const id = last;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    const { result = {}, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return {
    send,
    listen: (listener: (message: Message) => void) => listeners.push(listener),
    close: () => socket.close(),
  };
};

const launch = async (binary: string) => {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-80-'));
  const child = spawn(
    binary,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--single-process',
      '--no-zygote',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-size=360,740',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const [found] = /ws:\/\/\S+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', () => reject(new Error(`Chromium 80 did not start: ${said.slice(-500)}`)));
  });
  const close = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    rmSync(profile, { recursive: true, force: true });
  };
  return { address, close };
};

/** A page of Chromium 80. `faults`: errors of scripts, and what the policy would not let in. */
export const openOldPage = async () => {
  const { address, close } = await launch(fetchOldChromium());
  const browser = await connect(address);
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: object = {}) => browser.send(method, params, String(sessionId));
  const faults: string[] = [];
  /** What the page has asked for and not heard yet; how often it has asked. */
  const open = new Set<unknown>();
  let asked = 0;
  browser.listen(({ method, params = {} }) => {
    if (method === 'Runtime.exceptionThrown')
      faults.push(JSON.stringify(params.exceptionDetails).slice(0, 400));
    else if (method === 'Network.requestWillBeSent') {
      open.add(params.requestId);
      asked += 1;
    } else if (method === 'Network.loadingFinished' || method === 'Network.loadingFailed')
      open.delete(params.requestId);
    // What the page before has asked for is nobody's any more.
    else if (method === 'Page.frameNavigated') open.clear();
  });
  await send('Page.enable');
  await send('Network.enable');
  await send('Runtime.enable');
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return (result as { value?: unknown } | undefined)?.value;
  };
  const comesTrue = async (what: string, isTrue: () => Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + LONGEST_MILLISECONDS; Date.now() < end; ) {
      if (await isTrue()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(
      `Never: ${what}; the page says ${await evaluate('document.body.innerText.slice(0, 300)')}`,
    );
  };
  /** Waits until an expression of the page is true. */
  const until = (expression: string): Promise<void> =>
    comesTrue(expression, async () => (await evaluate(expression)) === true);
  /** Waits until the page has heard all that it has asked for, and what follows from it. */
  const settles = (): Promise<void> =>
    comesTrue('it has heard all', async () => {
      const before = asked;
      await evaluate(TURNS);
      return open.size === 0 && asked === before;
    });
  return {
    faults,
    evaluate,
    until,
    settles,
    version: async (): Promise<string> => String((await browser.send('Browser.getVersion')).product),
    go: async (url: string): Promise<void> => {
      await send('Page.navigate', { url });
    },
    close: async (): Promise<void> => {
      browser.close();
      await close();
    },
  };
};
