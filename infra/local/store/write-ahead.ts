import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unusable } from './file-format.ts';

/** Beside the data file while it is open: who finds it there knows that the last process did not end by itself. */
const OPEN = 'shixian.open';
const markOf = (path: string): string => join(dirname(path), OPEN);
/** What has been written lately: SQLite takes it over into the data file when that is closed, and now and then before. */
const besideOf = (path: string): string => `${path}-wal`;

export const markOpen = (path: string): void => writeFileSync(markOf(path), '');
export const unmarkOpen = (path: string): void => rmSync(markOf(path), { force: true });

// The form of the file: sqlite.org/fileformat2.html#walformat
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const BIG_ENDIAN = 0x37_7f_06_83;

interface Sum {
  one: number;
  two: number;
}
const sumOn = ({ one, two }: Sum, bytes: Buffer, isBig: boolean): Sum => {
  for (let at = 0; at < bytes.length; at += 8) {
    const [first, second] = isBig
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    one = (one + first + two) >>> 0;
    two = (two + second + one) >>> 0;
  }
  return { one, two };
};
const isSum = ({ one, two }: Sum, bytes: Buffer, at: number): boolean =>
  bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two;

/**
 * Whether a byte of what was committed has changed. SQLite would read up to there and drop the rest without a word, for a
 * last commit that a power cut tore looks the same: one commit after the fault may be that, more cannot.
 */
const isTorn = (bytes: Buffer): boolean => {
  if (bytes.length <= HEADER_BYTES) return false;
  const isBig = bytes.readUInt32BE(0) === BIG_ENDIAN;
  let sum = sumOn({ one: 0, two: 0 }, bytes.subarray(0, FRAME_HEADER_BYTES), isBig);
  if (!isSum(sum, bytes, FRAME_HEADER_BYTES)) return true;
  const salt = bytes.subarray(16, 24);
  const frame = FRAME_HEADER_BYTES + bytes.readUInt32BE(8);
  let isSound = true;
  let commitsAfter = 0;
  for (let at = HEADER_BYTES; at + frame <= bytes.length; at += frame) {
    // What an earlier round has left behind has another salt.
    const isOfRound = salt.equals(bytes.subarray(at + 8, at + 16));
    if (isSound && isOfRound) {
      sum = sumOn(sum, bytes.subarray(at, at + 8), isBig);
      sum = sumOn(sum, bytes.subarray(at + FRAME_HEADER_BYTES, at + frame), isBig);
    }
    isSound &&= isOfRound && isSum(sum, bytes, at + 16);
    const isCommit = bytes.readUInt32BE(at + 4) !== 0;
    if (!isSound && isOfRound && isCommit) commitsAfter += 1;
  }
  return commitsAfter > 1;
};

/** Throws in Chinese when what was written lately is gone or damaged. Only for a file that no process has open. */
export const checkWriteAhead = (path: string): void => {
  const [beside, file] = [besideOf(path), { path, name: '数据文件' } as const];
  const size = existsSync(beside) ? statSync(beside).size : 0;
  const lost = `请把它放回原处,或从备份恢复(npm run restore);确认不缺内容、或不要这些内容的,删除 ${markOf(path)} 后再启动`;
  if (size === 0 && existsSync(markOf(path)))
    throw unusable(file, `旁边的 ${basename(beside)} 不见了或是空的,上次停止前最后写入的内容在其中`, lost);
  if (size > 0 && isTorn(readFileSync(beside)))
    throw unusable(file, `旁边的 ${basename(beside)} 已损坏,上次停止前最后写入的内容在其中`);
};
