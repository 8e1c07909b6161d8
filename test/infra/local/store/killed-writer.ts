// Writes batches of records until it kills itself at a commit: `node killed-writer.ts <folder> <commit> <before|after>`.
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openDataFile } from '../../../../infra/local/store/data-file.ts';

const [folder = '', commit, when] = process.argv.slice(2);
const { exec } = DatabaseSync.prototype;
let left = Number.POSITIVE_INFINITY;
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  const isLast = sql === 'COMMIT' && --left === 0;
  if (isLast && when === 'before') process.kill(process.pid, 'SIGKILL');
  exec.call(this, sql);
  if (isLast) process.kill(process.pid, 'SIGKILL');
};

const file = openDataFile({ folder, bureau: 'leizhou', isNew: true });
left = Number(commit);
for (let batch = 0; ; batch += 1) {
  await Promise.all([
    ...['a', 'b'].map((name) => file.log.put({ pk: `${batch}`, sk: name }, { absent: true })),
    file.records.increment({ pk: 'count', sk: 's' }, 'batches'),
    file.records.set({ pk: 'last', sk: 's' }, 'batch', batch),
  ]);
  // What is answered is on the disk.
  writeSync(1, `${batch}\n`);
}
