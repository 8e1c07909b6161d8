import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openDataFile } from '../../../../infra/local/store/data-file.ts';

const WRITER = fileURLToPath(new URL('./killed-writer.ts', import.meta.url));

it.each(
  [1, 2, 5].flatMap((commit) => [
    [commit, 'before'],
    [commit, 'after'],
  ]),
)(
  'a process killed at commit %i, %s it, has lost nothing that it answered and halved nothing',
  async (commit, when) => {
    const folder = mkdtempSync(join(tmpdir(), 'shixian-killed-'));
    const { stdout, signal } = spawnSync(process.execPath, [WRITER, folder, `${commit}`, `${when}`], {
      encoding: 'utf8',
    });
    expect(signal).toBe('SIGKILL');
    const answered = stdout.trim() === '' ? 0 : stdout.trim().split('\n').length;
    expect(answered).toBe(Number(commit) - 1);
    const file = openDataFile({ folder, bureau: 'leizhou', isNew: false });
    const { batches } = (await file.records.get({ pk: 'count', sk: 's' })) ?? { batches: 0 };
    const there = when === 'after' ? answered + 1 : answered;
    expect(batches).toBe(there);
    for (let batch = 0; batch <= there; batch += 1)
      expect(await file.log.list(`${batch}`, '')).toHaveLength(batch < there ? 2 : 0);
    file.close();
    rmSync(folder, { recursive: true });
  },
);
