import { statSync } from 'node:fs';
import { helpText, readCommandLine, runCommand, writeForOwner } from '../command-line.ts';
import { DATA_OPTIONS, dataOf } from '../local/console/client.ts';
import { backUp } from '../local/store/backup.ts';

const COMMAND = {
  usage: ['npm run backup -- <文件> [选项]      把案卷备份成一个文件,系统可以照常运行'],
  options: DATA_OPTIONS,
  mostWords: 1,
} as const;

/** `npm run backup -- <file>`. */
const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const [file] = given.positionals;
  if (file === undefined) throw new Error(`缺少备份文件的名字\n${helpText(COMMAND)}`);
  const { folder } = dataOf(given.values);
  backUp(folder, file);
  console.log(
    `已备份到 ${file}(${Math.ceil(statSync(file).size / 1024)} KB)。密钥(${folder}/keys.json)不在其中,请另行保管。`,
  );
};

writeForOwner();
await runCommand(main);
