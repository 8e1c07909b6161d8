import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readCommandLine, runCommand } from '../command-line.ts';
import { generatedDocuments } from '../docs/documents.ts';
import type { GeneratedDocument } from '../docs/generated.ts';

const COMMAND = {
  usage: ['npm run docs -- [选项]          写出由程序生成的文档和状态机定义'],
  options: { check: { type: 'boolean', about: '只列出过时的文件,不改写', default: false } },
  mostWords: 0,
} as const;

const complaint = ({ path, wanted }: GeneratedDocument): string =>
  wanted === null ? `${path} 已不属于任何局或级别:请运行 npm run docs` : `${path} 已过时:请运行 npm run docs`;

const write = ({ path, url, wanted }: GeneratedDocument): string => {
  if (wanted === null) {
    rmSync(url);
    return `已删除 ${path}`;
  }
  mkdirSync(new URL('.', url), { recursive: true });
  writeFileSync(url, wanted);
  return `已写入 ${path}`;
};

/** `npm run docs`: writes the generated parts of the documentation and the state machines; with `--check` only names what is out of date. */
const main = async (): Promise<void> => {
  const line = readCommandLine(COMMAND);
  if (line === undefined) return;
  const { check } = line.values;
  const stale = generatedDocuments().filter(({ present, wanted }) => present !== wanted);
  for (const document of stale) console.log(check ? complaint(document) : write(document));
  if (stale.length === 0) console.log('文档和状态机定义均为最新');
  if (check && stale.length > 0) process.exitCode = 1;
};

await runCommand(main);
