import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { down, freePort, up } from './office.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shixian-desk-serve-'));
const deployment = join(folder, 'deployment.json');
const COMMAND = ['--import', './infra/commands/compile-cache.js', 'infra/commands/desk-serve.ts'];
const example = JSON.parse(readFileSync(join(root, 'deployment.example.json'), 'utf8')) as {
  identity: Record<string, unknown>;
};
const writeDeployment = (path: string, clientId: string | undefined): void =>
  writeFileSync(path, JSON.stringify({ ...example, identity: { ...example.identity, clientId } }));

let api: Server;
let apiUrl: string;
let waiting: ServerResponse[] = [];
beforeAll(async () => {
  writeDeployment(deployment, 'shixian-desk');
  api = createServer((_, response) => void waiting.push(response));
  apiUrl = await up(api);
});
afterAll(() => {
  down(api);
  rmSync(folder, { recursive: true });
});

/** Runs it to its end. */
const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...COMMAND, ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
/** Until it has said what it has to say. */
const saidBy = async (child: ChildProcess, word: string): Promise<string> => {
  let text = '';
  for await (const chunk of child.stdout!) {
    text += String(chunk);
    if (text.includes(word)) return text;
  }
  return text;
};
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/desk/config.json`).then(
    () => true,
    () => false,
  );

describe('npm run desk:serve', () => {
  it('checks its settings and files, without listening', async () => {
    const { code, out, err } = await run('--deployment', deployment, '--api', apiUrl, '--check');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('时限 · 雷州市市场监督管理局(知识产权局) · 值班台');
    expect(out).toContain('设置、证书和文件无误;没有启动');
  });

  it.each([
    ['no deployment', ['--deployment', join(folder, 'none.json')], '读不到部署设置'],
    ['no client', ['--deployment', join(folder, 'bare.json')], '缺少 identity.clientId'],
    ['no certificate', ['--deployment', deployment, '--certificate', 'x', '--key', 'y'], '读不到证书 x'],
    ['a word too many', ['leizhou'], '多了“leizhou”'],
  ])('with %s ends in one sentence', async (_, args, said) => {
    writeDeployment(join(folder, 'bare.json'), undefined);
    const { code, out, err } = await run('--api', apiUrl, ...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('未能启动:');
    expect(err).toContain(said);
    expect(err).not.toMatch(/at .*\.ts/);
  });

  it('serves the desk, answers what it has begun to answer when it is stopped, and ends', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const args = ['--deployment', deployment, '--api', apiUrl, '--listen', `127.0.0.1:${port}`];
    const environment = { ...process.env, SHIXIAN_DESK_CLIENT_SECRET: 'hidden secret' };
    const child = spawn(process.execPath, [...COMMAND, ...args], { cwd: root, env: environment });
    const said = await saidBy(child, '登记的地址');
    expect(said).toContain(`网址:${url}/desk/`);
    expect(said).not.toContain('hidden');
    const config = (await (await fetch(`${url}/desk/config.json`)).json()) as { login: unknown };
    expect(config.login).toEqual({ exchange: 'server' });
    expect((await fetch(`${url}/desk/`)).headers.get('content-type')).toContain('text/html');
    const taken = await run(...args);
    expect(taken.err).toContain(`未能启动:端口 ${port} 已被占用:请用 --listen 换一个端口`);
    const asked = fetch(`${url}/v1/cases`, { headers: { authorization: 'Bearer x' } });
    while (waiting.length === 0) await pause();
    child.kill('SIGTERM');
    while (await isUp(url)) await pause();
    expect(child.exitCode).toBeNull();
    waiting[0]!.end('{"cases":[]}');
    expect(await (await asked).json()).toEqual({ cases: [] });
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    waiting = [];
  });

  it('ends when npm, which has started it, is killed', async () => {
    const port = await freePort();
    const line = `"$0" ${COMMAND.join(' ')} --deployment "$1" --api "$2" --listen 127.0.0.1:${port} & wait`;
    const environment = { ...process.env, npm_lifecycle_event: 'desk:serve' };
    const npm = spawn('sh', ['-c', line, process.execPath, deployment, apiUrl], {
      cwd: root,
      env: environment,
    });
    await saidBy(npm, '登记的地址');
    expect((await fetch(`http://127.0.0.1:${port}/desk/`)).status).toBe(200);
    npm.kill('SIGKILL');
    while (await isUp(`http://127.0.0.1:${port}`)) await pause();
  });
});
