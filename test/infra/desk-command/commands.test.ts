import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { ask, dataOf } from '../../../infra/local/console/client.ts';

const entryOf = (name: string): string =>
  fileURLToPath(new URL(`../../../infra/commands/${name}.ts`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shixian-desk-'));
writeFileSync(join(folder, 'bureau'), 'leizhou\n');
const broken = join(folder, 'broken.json');
writeFileSync(broken, '{"id": "a",}');
const good = join(folder, 'good.json');
writeFileSync(good, '{"id": "a", "title": "甲"}');
afterAll(() => rmSync(folder, { recursive: true }));

/** A port that was free a moment ago. */
const closedPort = await new Promise<string>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(String(port)));
  });
});

it.each<[string, string, string[], RegExp]>([
  [
    'a unit’s post without its unit',
    'desk',
    ['unitLiaison', 'list'],
    /^请写明单位:unitLiaison@<单位>\n.*dutyOfficer/,
  ],
  ['an unknown post', 'desk', ['nobody', 'list'], /^没有岗位“nobody”\n.*dutyOfficer\(局办公室值班员/],
  ['a system that does not run', 'desk', ['dutyOfficer', 'list'], /^连接不上 .*:请先运行 npm start.*\n$/],
  ['a file that is not there', 'push', ['none.json'], /^找不到文件:none\.json\n$/],
  ['a file that is no JSON', 'push', [broken], /broken\.json 不是有效的 JSON:第1行第12列/],
  ['a system that does not run', 'push', [good], /^连接不上 .*:请先运行 npm start.*\n$/],
])('%s is told in Chinese, with code 1: %s %j', (_, command, args, said) => {
  const where = [`--data=${folder}`, `--port=${closedPort}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [entryOf(command), ...where, ...args], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/ENOENT|Error|at file:/);
  expect(stdout).toBe('');
  expect(status).toBe(1);
});

it.each<[string, () => unknown, RegExp]>([
  ['a folder without data', () => dataOf({ bureau: 'leizhou', data: 'none' }), /^数据目录 none 中还没有/],
  ['another bureau', () => dataOf({ bureau: 'nix' }), /^没有这个局:nix;可选:/],
  ['a port that is none', () => ask({ bureau: 'leizhou', port: '80o' }, '/', {}), /应为 .*的整数/],
])('%s is refused in Chinese', async (_, run, said) => {
  await expect(async () => run()).rejects.toThrow(said);
});

it('lists forms and commands for --help', () => {
  const { status, stdout } = spawnSync(process.execPath, [entryOf('desk'), '--help'], { encoding: 'utf8' });
  for (const part of ['用法:', '--port <端口>', '名称=值', 'ConfirmGrade', '确认定级'])
    expect(stdout).toContain(part);
  expect(status).toBe(0);
});
