import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../../../infra/local/store/backup.ts';
import { type DataFile, dataFileIn, openDataFile } from '../../../../infra/local/store/data-file.ts';
import { RecordDamaged, RecordTooLarge } from '../../../../shared/records/table.ts';

const place = mkdtempSync(join(tmpdir(), 'shixian-data-'));
afterAll(() => rmSync(place, { recursive: true }));

const bureau = 'leizhou';
const keyOf = (number: number) => ({ pk: `p${number}`, sk: 's' });
const text = '字'.repeat(1000);
const fresh = (): string => mkdtempSync(join(place, 'folder-'));
const open = (folder: string): DataFile => openDataFile({ folder, bureau, isNew: false });
/** A folder with so many records in its file. */
const filled = async (records = 200): Promise<string> => {
  const folder = fresh();
  const file = openDataFile({ folder, bureau, isNew: true });
  await Promise.all(
    Array.from({ length: records }, (_, number) =>
      file.records.put({ ...keyOf(number), text }, { absent: true }),
    ),
  );
  file.close();
  return folder;
};

describe('a data file', () => {
  it('has what was written when it is opened again', async () => {
    const folder = await filled();
    const file = open(folder);
    expect(await file.records.get(keyOf(199))).toEqual({ ...keyOf(199), text });
    expect(await file.log.get(keyOf(199))).toBeUndefined();
    file.close();
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ['is gone', (path) => renameSync(path, `${path}.old`), /不见了\(被移走或改名\)/],
    ['is empty', (path) => truncateSync(path, 0), /是空的\(0字节\)/],
    ['is cut in its header', (path) => truncateSync(path, 50), /不能使用:文件已损坏|不是数据库/],
    [
      'is cut in the middle',
      (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
      /文件已损坏|完整性检查/,
    ],
    ['has lost its end', (path) => truncateSync(path, statSync(path).size - 4096), /文件已损坏|完整性检查/],
    [
      'is another file',
      (path) => writeFileSync(path, 'hello'.repeat(1000)),
      /不是时限系统的数据,或开头已损坏/,
    ],
    [
      'is the database of another program',
      (path) => {
        rmSync(path);
        const other = new DatabaseSync(path);
        other.exec('CREATE TABLE t (a)');
        other.close();
      },
      /不是时限系统的数据/,
    ],
    [
      'was written by a later version',
      (path) => {
        const later = new DatabaseSync(path);
        later.exec('PRAGMA user_version = 99');
        later.close();
      },
      /是更新版本的时限系统写的/,
    ],
  ])('that %s is named for what it is, with the way on, and left alone', async (_, harm, said) => {
    const folder = await filled();
    const path = dataFileIn(folder);
    harm(path);
    const before = existsSync(path) ? statSync(path).size : undefined;
    expect(() => open(folder)).toThrow(said);
    expect(() => open(folder)).toThrow(/请从备份恢复|请用 --data 另选/);
    expect(existsSync(path) ? statSync(path).size : undefined).toBe(before);
  });

  it('of another bureau is refused', async () => {
    const folder = await filled(1);
    expect(() => openDataFile({ folder, bureau: 'nanning', isNew: false })).toThrow(
      '存的是 leizhou 的案卷,不是 nanning 的',
    );
  });

  it('is for one at a time', async () => {
    const folder = await filled(1);
    const file = open(folder);
    expect(() => open(folder)).toThrow('正被另一个时限系统使用');
    file.close();
    open(folder).close();
  });
});

describe('a record', () => {
  it('of which a byte has changed on the disk is told, and the others are read', async () => {
    const folder = await filled(3);
    const database = new DatabaseSync(dataFileIn(folder));
    database.exec("UPDATE records SET body = replace(body, '字字', '字宇') WHERE pk = 'p1'");
    database.close();
    const file = open(folder);
    await expect(file.records.get(keyOf(1))).rejects.toThrow(RecordDamaged);
    await expect(file.records.list('p1', '')).rejects.toThrow(RecordDamaged);
    const results = await Promise.allSettled([
      file.records.put({ ...keyOf(1), n: 1 }, { attribute: 'n', equals: 0 }),
      file.records.put({ ...keyOf(9), n: 1 }, { absent: true }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await file.records.get(keyOf(2))).toBeDefined();
    file.close();
  });

  it('that is too large hinders none that is written with it', async () => {
    const folder = await filled(1);
    const file = open(folder);
    const large = { ...keyOf(5), text: '字'.repeat(137_000) };
    const [refused, taken] = await Promise.allSettled([
      file.records.put(large, { absent: true }),
      file.records.put(keyOf(6), { absent: true }),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(RecordTooLarge) });
    expect(taken).toMatchObject({ status: 'fulfilled', value: true });
    file.close();
  });
});

describe('a backup', () => {
  it('is made while the file is in use, and restored elsewhere and in its place', async () => {
    const folder = await filled(10);
    const file = open(folder);
    await file.records.put(keyOf(100), { absent: true });
    const copy = join(fresh(), 'copy.db');
    backUp(folder, copy);
    await file.records.put(keyOf(101), { absent: true });
    expect(() => restore(copy, folder, 'now')).toThrow('正被另一个时限系统使用');
    file.close();
    const other = fresh();
    expect(restore(copy, other, 'now')).toEqual({ bureau, kept: undefined });
    expect(restore(copy, folder, 'now')).toEqual({ bureau, kept: `${dataFileIn(folder)}.now` });
    for (const each of [folder, other]) {
      const again = open(each);
      expect(await again.records.get(keyOf(100))).toEqual(keyOf(100));
      expect(await again.records.get(keyOf(101))).toBeUndefined();
      again.close();
    }
    expect(readdirSync(folder)).toContain('shixian.db.now');
  });

  it('never takes the place of a file, nor is taken from one that is damaged', async () => {
    const folder = await filled();
    const copy = join(fresh(), 'copy.db');
    backUp(folder, copy);
    expect(() => backUp(folder, copy)).toThrow('已经存在,不会覆盖');
    const cut = `${copy}.cut`;
    copyFileSync(copy, cut);
    truncateSync(cut, 8192);
    expect(() => restore(cut, folder, 'now')).toThrow(/已损坏/);
    open(folder).close();
    expect(() => backUp(fresh(), `${copy}.2`)).toThrow('没有数据文件,无可备份');
    expect(() => restore(`${copy}.none`, folder, 'now')).toThrow('找不到备份文件');
  });
});
