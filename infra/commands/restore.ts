import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { helpText, readCommandLine, runCommand, writeForOwner } from '../command-line.ts';
import { DATA_OPTIONS } from '../local/console/client.ts';
import { restore } from '../local/store/backup.ts';
import { folderOf } from '../local/store/data-folder.ts';

const COMMAND = {
  usage: ['npm run restore -- <备份文件> [选项]   用备份文件恢复案卷,先停止系统;原有的数据文件改名保留'],
  options: DATA_OPTIONS,
  mostWords: 1,
} as const;

/** `2026-11-29T03-52-48Z`: an instant that may stand in the name of a file. */
const stampOf = (date: Date): string => `${date.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** `npm run restore -- <file>`. */
const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const { bureau: named, data: folder = folderOf(named) } = given.values;
  const [file] = given.positionals;
  if (file === undefined) throw new Error(`缺少备份文件\n${helpText(COMMAND)}`);
  const { bureau, kept } = restore(file, folder, stampOf(new Date()));
  const keys = join(folder, 'keys.json');
  console.log(
    `已用 ${file} 恢复 ${bureau} 的案卷到 ${folder}${kept === undefined ? '' : `;原有的数据文件改名为 ${kept}`}。`,
  );
  if (!existsSync(keys))
    console.log(
      `目录里没有密钥:请把原来的 keys.json 放回 ${keys} 再启动,否则启动时另造密钥,各数据源须改用新的。`,
    );
};

writeForOwner();
await runCommand(main);
