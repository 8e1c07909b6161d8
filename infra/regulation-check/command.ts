import { parseArgs } from 'node:util';
import { checkFile } from './check.ts';
import { FOLDERS, type Folders } from './folders.ts';
import { register } from './register.ts';

const USAGE = [
  '用法:npm run regulation -- check <数据文件.json> [--text <制度原文.txt>]',
  '      npm run regulation -- register <数据文件.json> [--text <制度原文.txt>]',
].join('\n');

interface Asked {
  command: 'check' | 'register';
  file: string;
  text: string | undefined;
}
const readArgs = (args: string[]): Asked | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { text: { type: 'string' } },
      allowPositionals: true,
    });
    const [command, file, ...rest] = positionals;
    if ((command !== 'check' && command !== 'register') || file === undefined || rest.length > 0)
      return undefined;
    return { command, file, text: values.text };
  } catch {
    return undefined;
  }
};

const nextSteps = (id: string): string[] => [
  '接下来:',
  `  npm run regulation -- ${id}      核对登记后的职责和时限`,
  '  npm run format && npm run docs   统一格式,生成状态机和文档',
  `  npm start -- --bureau ${id}      在本机运行`,
];

/** The two commands over a project in `folders`; they answer with the exit code. */
export const createCommand =
  (folders: Folders, print: (line: string) => void) =>
  (args: string[]): number => {
    const asked = readArgs(args);
    if (asked === undefined) {
      print(USAGE);
      return 1;
    }
    const { errors, hints, regulation, text } = checkFile(folders, asked.file, asked.text);
    const counted = [
      ...(errors.length > 0 ? [`${errors.length} 处错误`] : []),
      ...(hints.length > 0 ? [`${hints.length} 条提示`] : []),
    ];
    print(`${asked.file}:${counted.length > 0 ? counted.join('、') : '没有错误'}`);
    for (const line of errors) print(line);
    for (const line of hints) print(`提示 ${line}`);
    if (errors.length > 0 || regulation === undefined) {
      if (regulation === undefined) print('格式改正后,请再检查一次:规则和引文尚未核对');
      if (asked.command === 'register') print('有错误,未登记');
      return 1;
    }
    const { bureau, duties, clauses } = regulation;
    print(`${bureau}:${duties.length}项职责、${Object.keys(clauses).length}条条款,可以使用`);
    if (asked.command === 'check') return 0;
    const { changed, name } = register(folders, asked.file, regulation, text);
    if (changed.length === 0) print(`已登记为 ${name},没有变化`);
    else for (const path of changed) print(`已写入 ${path}`);
    for (const line of nextSteps(regulation.id)) print(line);
    return 0;
  };

/** `npm run regulation -- check` and `register`; `args` begins with the command's name. */
export const runCheck = async (args: string[]): Promise<number> => createCommand(FOLDERS, console.log)(args);
