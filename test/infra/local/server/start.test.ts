import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { printBanner } from '../../../../infra/local/server/banner.ts';
import { startBureau } from '../../../../infra/local/server/bureau.ts';
import { readPort } from '../../../../infra/local/server/port.ts';
import { dataFileIn, openDataFile } from '../../../../infra/local/store/data-file.ts';
import { leizhou } from '../../../support/bureaus.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shixian-start-'));
const environment = { ...process.env };
afterAll(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number;
  out: string;
  err: string;
}
/** Runs one of the commands as npm does, to its end. */
const run = (command: string, args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd: root, env: environment };
    execFile(process.execPath, [`infra/commands/${command}.ts`, ...args], options, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
const start = (...args: string[]) => run('start', args);

it.each([
  ['docs', '--foo', '没有选项 --foo;可用:--check、--help'],
  ['bench-functions', 'nope.json', '读不到部署设置 nope.json:'],
])('the command %s refuses %s in one sentence', async (command, arg, said) => {
  const { code, out, err } = await run(command, [arg]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(new RegExp(`^${said}`));
});

it.each([
  [
    'an unknown option',
    ['--prot', '9000'],
    '没有选项 --prot;可用:--bureau、--port、--data、--issuer、--audience、--client、--claim、--set、--feed、--watch、--help',
  ],
  ['an unknown bureau', ['--bureau', 'water'], '没有这个局:water;可选:hohhot、leizhou、'],
  ['a bureau without its option', ['nanning'], '多了“nanning”'],
  [
    'a setting that is not there',
    ['--set', 'night=off'],
    '制度“leizhou”的设置有误:\nnight:没有这个设置;可用:',
  ],
  ['a mapping that is not there', ['--feed', 'weibo=sina'], '没有字段对应“sina”;可用:hot-list、'],
  ['a file of watched feeds that is not there', ['--watch', '没有.json'], '找不到文件:没有.json'],
  ['a feed that has no name', ['--feed', '微博'], '--feed 应写作 数据源=字段对应'],
  [
    'a digest within the night',
    ['--bureau', 'nanning', '--set', 'digestAt=06:00'],
    '制度“nanning”的设置有误:\ndigestAt:06:00在夜间时段之内',
  ],
])('a start with %s is refused in one sentence', async (_, args, said) => {
  const { code, out, err } = await start(...args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(`未能启动:${said}`);
  expect(err).not.toMatch(/at .*\.ts/);
});

describe('the port', () => {
  afterEach(() => {
    process.env = { ...environment };
  });

  it('is what the option says, else the environment, else 8787', () => {
    delete process.env.PORT;
    expect(readPort(undefined)).toBe(8787);
    process.env.PORT = '9000';
    expect(readPort(undefined)).toBe(9000);
    expect(readPort('9001')).toBe(9001);
  });

  it.each(['', 'many', '-1', '1.5', '65536'])('is refused by its name when it is none: %s', (text) => {
    expect(() => readPort(text)).toThrow(`--port 应为 0–65535 的整数,现为“${text}”`);
    process.env.PORT = text;
    expect(() => readPort(undefined)).toThrow(`PORT 应为 0–65535 的整数,现为“${text}”`);
  });
});

it.each(['start', 'rehearse'])('%s lists its options when it is asked for help', async (command) => {
  const { code, out, err } = await run(command, ['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const options = {
    start: [
      '--bureau <局>',
      '--port <端口>',
      '--data <目录>',
      '--issuer <地址>',
      '--set <名称=值>',
      '--feed <数据源=字段对应>',
    ],
    rehearse: ['--json'],
  };
  for (const option of options[command as keyof typeof options]) expect(out).toContain(option);
});

describe('a start that cannot be says why: its port and its data', () => {
  const attempt = (data: string | undefined, port = 0, bureau = 'leizhou') =>
    startBureau({ bureau, folder: data, port, sweepEveryMilliseconds: 3_600_000, onSms: () => undefined });
  const folderWith = (name: string, file?: string, content = ''): string => {
    const path = join(folder, name);
    mkdirSync(path);
    if (file !== undefined) writeFileSync(join(path, file), content);
    return path;
  };

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(attempt(undefined, port)).rejects.toThrow(
      `端口 ${port} 已被占用:请用 --port 换一个端口,或先停止占用它的程序`,
    );
    other.close();
  });

  it('data that another system has open', async () => {
    const path = folderWith('open');
    const other = openDataFile({ folder: path, bureau: 'leizhou', isNew: true });
    await expect(attempt(path)).rejects.toThrow(
      `数据目录 ${path} 正被另一个时限系统使用,请先停止它,或用 --data 另选目录`,
    );
    other.close();
  });

  it('data of another bureau, which are left alone', async () => {
    const path = folderWith('owned', 'bureau', 'nanning\n');
    await expect(attempt(path)).rejects.toThrow(
      `数据目录 ${path} 存的是 nanning 的案卷,请为 leizhou 另选 --data`,
    );
    expect(existsSync(join(path, 'keys.json'))).toBe(false);
  });

  it.each(['store', 'format'])('data of an earlier version (%s), which are left alone', async (made) => {
    const path = folderWith(`earlier ${made}`, 'bureau', 'leizhou\n');
    mkdirSync(join(path, made));
    await expect(attempt(path)).rejects.toThrow(
      `数据目录 ${path} 是早先版本的时限系统写的,本版本不能读取;请用 --data 另选一个新目录,原目录请保留备查`,
    );
    expect(existsSync(join(path, 'keys.json'))).toBe(false);
  });

  it('data of this version are taken up again', async () => {
    const path = join(folder, 'again');
    for (const _ of [1, 2]) {
      const running = await attempt(path);
      await running.close();
    }
    expect(existsSync(dataFileIn(path))).toBe(true);
  });

  it('npm start says so in one sentence, without a stack', async () => {
    const path = folderWith('gone', 'bureau', 'leizhou\n');
    const { code, out, err } = await start('--data', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n').at(-1)).toMatch(/^未能启动:数据文件 .*shixian.db 不见了.*请从备份恢复/);
    expect(err).not.toMatch(/at .*\.ts/);
  });

  const GOOD_KEY = `whsec_${'A'.repeat(44)}`;
  const TOKEN_KEY = { kty: 'RSA', kid: 'k', n: 'n', d: 'd' };
  it.each([
    ['no JSON', '{', 'keys.json 不是有效的 JSON:第1行第2列 缺少与“{”配对的“}”'],
    ['not theirs', '{}', 'keys.json 已损坏:应有 feeds(数据源的密钥)和 tokens(令牌的密钥)'],
    [
      'too short',
      JSON.stringify({ feeds: { demo: [GOOD_KEY], news: [GOOD_KEY, 'whsec_c2hvcnQ='] }, tokens: TOKEN_KEY }),
      '数据源“news”的第2个密钥不能用来验证签名:应为24字节以上的 Base64,前面可加 whsec_',
    ],
    ['none', JSON.stringify({ feeds: { news: [] }, tokens: TOKEN_KEY }), '数据源“news”没有密钥'],
  ])('keys that are %s', async (name, content, said) => {
    await expect(attempt(folderWith(name, 'keys.json', content))).rejects.toThrow(said);
  });

  it('a folder that is a file', async () => {
    const path = join(folderWith('file', 'data', ''), 'data');
    await expect(attempt(path)).rejects.toThrow(`数据目录 ${path} 不能使用(是文件,不是文件夹),请另选 --data`);
  });

  it('tokens that cannot be written', () => {
    const place = folderWith('tokens');
    mkdirSync(join(place, 'tokens.env'));
    const banner = { url: 'http://127.0.0.1:1', folder: place, regulation: leizhou, secret: '', people: [] };
    expect(() => printBanner(banner)).toThrow(`令牌写不进 ${join(place, 'tokens.env')}(是文件夹,不是文件)`);
  });

  it('an unknown bureau, before anything is touched', async () => {
    const path = join(folder, 'untouched');
    await expect(attempt(path, 0, 'water')).rejects.toThrow('没有这个局:water;可选:');
    expect(existsSync(path)).toBe(false);
  });
});

it.each([
  ['no file', [], '缺少推演文件'],
  ['a file that is not there', ['rehearsals/none.json'], '找不到文件:rehearsals/none.json'],
  ['two files', ['a.json', 'b.json'], '多了“b.json”'],
])('a rehearsal of %s is refused in one sentence', async (_, args, said) => {
  const { code, out, err } = await run('rehearse', args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(`未能推演:${said}`);
  expect(err).not.toMatch(/ENOENT|at .*\.ts/);
});
