import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

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
  ['an unknown post', 'desk', ['nobody', 'list'], /^没有岗位“nobody”\n.*dutyOfficer\(局办公室值班员/],
  ['a system that does not run', 'desk', ['dutyOfficer', 'list'], /^连接不上 .*:请先运行 npm start.*\n$/],
  ['an unknown option', 'desk', ['--dta', 'x'], /^没有选项 --dta;可用:/],
  ['a port that is none', 'desk', ['dutyOfficer', 'list', '--port', '80o'], /^端口应为 1–65535 的整数/],
  ['a folder without data', 'desk', ['dutyOfficer', 'list', '--data', 'none'], /^数据目录 none 中还没有/],
  ['another bureau', 'desk', ['dutyOfficer', 'list', '--bureau', 'nix', '--data='], /^没有这个局:nix;可选:/],
  ['nobody', 'desk', [], /^用法:\n.*npm run desk/],
  ['a file that is not there', 'push', ['none.json'], /^找不到文件:none\.json\n$/],
  ['a file that is no JSON', 'push', [broken], /broken\.json 不是有效的 JSON:第1行第12列/],
  ['an unknown feed', 'push', [good, '--feed', 'x'], /^没有登记数据源“x”;可用:demo\n$/],
  ['a system that does not run', 'push', [good], /^连接不上 .*:请先运行 npm start.*\n$/],
  ['no file', 'push', [], /^应写一个文件:npm run push/],
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

it('lists forms and commands for --help', () => {
  const { status, stdout } = spawnSync(process.execPath, [entryOf('desk'), '--help'], { encoding: 'utf8' });
  for (const part of ['用法:', '--port <端口>', '名称=值', 'ConfirmGrade', '确认定级'])
    expect(stdout).toContain(part);
  expect(status).toBe(0);
});
