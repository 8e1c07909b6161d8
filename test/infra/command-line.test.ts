import { afterEach, expect, it, vi } from 'vitest';
import { printPlainly, readCommandLine } from '../../infra/command-line.ts';

const COMMAND = {
  usage: ['npm run 某事 -- <文件> [选项]'],
  options: {
    port: { type: 'string', value: '端口', about: '网页服务的端口', default: '8787' },
    set: { type: 'string', value: '名称=值', about: '本局设置', multiple: true },
    json: { type: 'boolean', about: '输出 JSON', default: false },
  },
} as const;
afterEach(() => vi.restoreAllMocks());

it('gives options and what stands beside them', () => {
  expect(readCommandLine(COMMAND, ['甲.json', '--port', '9000', '--set=a=1', '--json'])).toMatchObject({
    values: { port: '9000', set: ['a=1'], json: true },
    positionals: ['甲.json'],
  });
});

it('prints every option for --help, and then asks for nothing', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(readCommandLine(COMMAND, ['--help'])).toBeUndefined();
  expect(print.mock.calls).toEqual([
    [
      [
        '用法:',
        '  npm run 某事 -- <文件> [选项]',
        '选项:',
        '  --port <端口>    网页服务的端口',
        '  --set <名称=值>  本局设置',
        '  --json           输出 JSON',
        '  --help           显示本说明',
      ].join('\n'),
    ],
  ]);
});

it.each([
  ['--prot=9000', '没有选项 --prot;可用:--port、--set、--json、--help'],
  ['-p', '没有选项 -p;可用:'],
  ['--port', '选项 --port 缺少值,应写作 --port <端口>'],
  ['--json=1', '选项 --json 后面不能有值'],
  ['--help=1', '选项 --help 后面不能有值'],
])('refuses %s and says what there is', (argument, said) => {
  expect(() => readCommandLine(COMMAND, [argument])).toThrow(said);
  expect(() => readCommandLine(COMMAND, [argument])).toThrow('用法:');
});

it('takes no option for the value of another', () => {
  expect(() => readCommandLine(COMMAND, ['--port', '--json'])).toThrow('选项 --port 缺少值');
});

it('prints nothing that a terminal obeys', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const kept = { ...console };
  printPlainly();
  console.log('标题\u001b[2J\u202e一\u0007', 5, '二\n三\t四');
  Object.assign(console, kept);
  expect(print.mock.calls).toEqual([['标题[2J一', 5, '二\n三\t四']]);
});
