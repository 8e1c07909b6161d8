import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../../../infra/local/store/backup.ts';
import { dataFileIn, openDataFile } from '../../../../infra/local/store/data-file.ts';
import { checkFolder, markFolder } from '../../../../infra/local/store/data-folder.ts';

const place = mkdtempSync(join(tmpdir(), 'shixian-not-ended-'));
afterAll(() => rmSync(place, { recursive: true }));
const fresh = (): string => mkdtempSync(join(place, 'folder-'));

const COMMITS = 20;
const text = '字'.repeat(1000);
/** A folder as a process leaves it that is killed after so many commits. */
const killed = async (): Promise<string> => {
  const [folder, image] = [fresh(), fresh()];
  checkFolder(folder, 'leizhou');
  const file = openDataFile({ folder, bureau: 'leizhou', isNew: true });
  markFolder(folder, 'leizhou');
  for (let number = 0; number < COMMITS; number += 1)
    await file.log.put({ pk: 'p', sk: String(number).padStart(2, '0'), text }, { absent: true });
  cpSync(folder, image, { recursive: true });
  file.close();
  return image;
};
const start = (folder: string, bureau = 'leizhou') =>
  openDataFile({ folder, bureau, isNew: checkFolder(folder, bureau).isNew });
const countIn = async (folder: string): Promise<number> => {
  const file = start(folder);
  const { length } = await file.log.list('p', '');
  file.close();
  return length;
};
const walOf = (folder: string): string => `${dataFileIn(folder)}-wal`;
/** Turns one byte of the file over; `at` is a share of its length. */
const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  const place = Math.floor(bytes.length * at);
  bytes[place] = bytes[place]! ^ 0x55;
  writeFileSync(path, bytes);
};

describe('what a process that was killed has left', () => {
  it('has everything, and leaves nothing of it once it has been closed', async () => {
    const folder = await killed();
    expect(await countIn(folder)).toBe(COMMITS);
    expect(readdirSync(folder).sort()).toEqual(['bureau', 'shixian.db', 'shixian.lock']);
  });

  it.each<[string, (wal: string) => void, RegExp]>([
    [
      'away',
      (wal) => renameSync(wal, `${wal}.old`),
      /shixian\.db-wal 不见了或是空的.*放回原处.*shixian\.open/,
    ],
    [
      'deleted, and its index with it',
      (wal) => {
        rmSync(wal);
        rmSync(wal.replace('-wal', '-shm'));
      },
      /不见了或是空的/,
    ],
    ['emptied', (wal) => truncateSync(wal, 0), /不见了或是空的/],
    ['damaged in its first bytes', (wal) => flip(wal, 0), /shixian\.db-wal 已损坏.*请从备份恢复/],
    ['damaged in the middle', (wal) => flip(wal, 0.5), /已损坏/],
    ['damaged near its beginning', (wal) => flip(wal, 0.1), /已损坏/],
  ])('is not opened when what was written last is %s', async (_, harm, said) => {
    const folder = await killed();
    harm(walOf(folder));
    for (const _again of [1, 2]) expect(() => start(folder)).toThrow(said);
  });

  it('is opened when what was written last is put back, or given up', async () => {
    const folder = await killed();
    const [wal, away] = [walOf(folder), join(place, 'away')];
    renameSync(wal, away);
    expect(() => start(folder)).toThrow('不见了');
    renameSync(away, wal);
    expect(await countIn(folder)).toBe(COMMITS);
  });

  it('is opened when a power cut tore the last commit, which nobody was answered', async () => {
    const folder = await killed();
    const wal = walOf(folder);
    flip(wal, (statSync(wal).size - 100) / statSync(wal).size);
    expect(await countIn(folder)).toBe(COMMITS - 1);
  });

  it('does not show that it was cut between two commits: what is kept elsewhere has to', async () => {
    const folder = await killed();
    truncateSync(walOf(folder), Math.floor(statSync(walOf(folder)).size / 2));
    expect(await countIn(folder)).toBeLessThan(COMMITS);
  });

  it('can be restored from a backup in its place', async () => {
    const folder = await killed();
    const copy = join(fresh(), 'copy.db');
    backUp(folder, copy);
    rmSync(walOf(folder));
    expect(restore(copy, folder, 'then')).toMatchObject({ bureau: 'leizhou' });
    expect(await countIn(folder)).toBe(COMMITS);
  });
});

describe('a folder that has lost its mark', () => {
  it.each([
    ['gone', (mark: string) => rmSync(mark)],
    ['empty', (mark: string) => truncateSync(mark, 0)],
  ])('(%s) is still its own bureau’s', async (_, harm) => {
    const folder = await killed();
    harm(join(folder, 'bureau'));
    expect(() => start(folder, 'nanning')).toThrow('存的是 leizhou 的案卷,不是 nanning 的');
    expect(await countIn(folder)).toBe(COMMITS);
  });
});

it('a folder of an earlier version is named, by the start and by a restore, and left alone', async () => {
  const copy = join(fresh(), 'copy.db');
  backUp(await killed(), copy);
  const folder = fresh();
  mkdirSync(join(folder, 'store'));
  expect(() => start(folder)).toThrow('是早先版本的时限系统写的');
  expect(() => restore(copy, folder, 'then')).toThrow('是早先版本的时限系统写的');
  expect(readdirSync(folder)).toEqual(['store']);
});

it('a backup that cannot be made says why, of itself and not of the data, and leaves nothing', async () => {
  const folder = await killed();
  expect(() => backUp(folder, join(place, 'none', 'copy.db'))).toThrow(
    /备份文件 .*写不成\(所在文件夹不存在\)/,
  );
  const copies = fresh();
  start(folder).close();
  flip(dataFileIn(folder), 0);
  expect(() => backUp(folder, join(copies, 'copy.db'))).toThrow('数据文件');
  expect(readdirSync(copies)).toEqual([]);
  expect(() => restore(copies, fresh(), 'then')).toThrow(
    /备份文件 .*不能使用:是文件夹,不是文件;请换一份备份/,
  );
});

// Root may write everywhere, and Windows has other permissions.
describe.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('who may not write', () => {
  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'the file',
      (folder) => chmodSync(dataFileIn(folder), 0o444),
      /只读的,没有写入权限;请给运行时限系统的账户读写它和所在目录的权限/,
    ],
    [
      'nor read the file',
      (folder) => chmodSync(dataFileIn(folder), 0),
      /没有读写权限;请给运行时限系统的账户/,
    ],
    ['in the folder', (folder) => chmodSync(folder, 0o555), /数据目录 .*没有读写权限/],
    ['nor enter the folder', (folder) => chmodSync(folder, 0), /数据目录 .*没有读写权限/],
    [
      'the lock',
      (folder) => {
        appendFileSync(join(folder, 'shixian.lock'), '');
        chmodSync(join(folder, 'shixian.lock'), 0o444);
      },
      /只读的,没有写入权限/,
    ],
  ])('%s is told so', async (_, forbid, said) => {
    const folder = await killed();
    forbid(folder);
    expect(() => start(folder)).toThrow(said);
    chmodSync(folder, 0o755);
    chmodSync(dataFileIn(folder), 0o644);
  });
});
