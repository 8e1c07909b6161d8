/** The primary result codes of SQLite (sqlite.org/rescode.html) that say what is wrong with a file. */
const WORDS: Readonly<Record<number, string>> = {
  5: '正被另一个程序使用',
  8: '文件或目录是只读的,没有写入权限',
  10: '磁盘读写出错',
  11: '文件已损坏',
  13: '所在磁盘已满',
  14: '打不开,可能没有权限',
  26: '文件不是数据库,或开头已损坏',
};

const BUSY = 5;
const FULL = 13;
const CORRUPT = 11;

const ALLOW = '请给运行时限系统的账户读写它和所在目录的权限';
const MAKE_ROOM = '请腾出磁盘空间后再试';
/** What helps, where it is not a backup. */
const WAYS: Readonly<Record<string | number, string>> = {
  [BUSY]: '请先停止那个程序',
  [FULL]: MAKE_ROOM,
  8: ALLOW,
  10: '请检查磁盘是否已满或有故障',
  14: ALLOW,
  EACCES: ALLOW,
  EPERM: ALLOW,
  EROFS: ALLOW,
  ENOSPC: MAKE_ROOM,
};

/** The primary code, which an extended one has in its lowest byte; undefined when the error is not SQLite's. */
const codeIn = (error: unknown): number | undefined => {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode & 0xff : undefined;
};

/** A page of the file is not what it was. */
export const isCorrupt = (error: unknown): boolean => codeIn(error) === CORRUPT;
/** There is no room on the disk. */
export const isFull = (error: unknown): boolean => codeIn(error) === FULL;
export const isOfDatabase = (error: unknown): boolean => codeIn(error) !== undefined;
/** Somebody else has it locked. */
export const isBusy = (error: unknown): boolean => codeIn(error) === BUSY;

/** What SQLite says is wrong, in Chinese; undefined when the error is not its. */
export const faultIn = (error: unknown): string | undefined => {
  const code = codeIn(error);
  return code === undefined ? undefined : (WORDS[code] ?? `数据库错误 ${code}`);
};

/** The way on from what the database or the file system says; undefined when nothing but a backup helps. */
export const wayOutOf = (error: unknown): string | undefined =>
  WAYS[codeIn(error) ?? String((error as { code?: unknown } | null)?.code)];
