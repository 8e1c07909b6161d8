import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Database {
  open(): Promise<void>;
  close(): Promise<void>;
}
interface Failure {
  code?: string;
}

const FAULTS: Readonly<Record<string, string>> = {
  LEVEL_CORRUPTION: '数据已损坏',
  LEVEL_IO_ERROR: '磁盘读写出错,或没有权限',
};

/** The database that the store lies in, as its server brings it along. */
const loadDatabase = (): (new (folder: string) => Database) => {
  const require = createRequire(fileURLToPath(import.meta.resolve('dynalite')));
  return (require('level') as { Level: new (folder: string) => Database }).Level;
};

/**
 * Why the database of this folder cannot be opened, in Chinese; undefined when it can. To be asked after it could not be:
 * the server's own error names what it was doing at that moment, and not the reason.
 */
export const whyNotOpen = async (folder: string): Promise<string | undefined> => {
  const Database = loadDatabase();
  const database = new Database(folder);
  try {
    await database.open();
    await database.close();
    return undefined;
  } catch (error) {
    const { code = '' } = ((error as Error).cause ?? error) as Failure;
    if (code === 'LEVEL_LOCKED')
      return `数据目录 ${folder} 正被另一个时限系统使用,请先停止它,或用 --data 另选目录`;
    return `数据目录 ${folder} 读不出来(${FAULTS[code] ?? `系统错误 ${code}`});请恢复备份,或用 --data 另选目录`;
  }
};
