import { expect, it } from 'vitest';
import type { StoredRecord, Table } from '../../../shared/records/table.ts';
import { at, officer, opening } from '../../support/case-file.ts';
import { CASE, casesOn, changing, createOn, HEAD, note, overwrite } from '../case-on-table.ts';
import { onEveryTable } from '../tables.ts';

onEveryTable((fresh) => {
  it.each([
    ['is gone', (table: Table, _: StoredRecord) => table.remove(HEAD)],
    ['has an older format', (table: Table, old: StoredRecord) => overwrite(table, { ...old, format: 0 })],
    ['cannot be read', (table: Table, old: StoredRecord) => overwrite(table, { ...old, state: { a: 1 } })],
    [
      'was changed by hand',
      (table: Table, old: StoredRecord) =>
        overwrite(table, { ...old, state: { ...(old.state as object), title: '改过' } }),
    ],
  ])('gives the same state from the log when the head %s', async (_, damage) => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open();
    await give(note('x'));
    const before = await createOn(table).refresh(CASE);
    const old = (await table.get(HEAD))!;
    await damage(table, old);
    expect((await createOn(table).prove(CASE)).findings).toEqual([]);
    expect(await createOn(table).load(CASE)).toEqual(before);
    expect(await table.get(HEAD)).toEqual(old);
    await give(note('y'));
    expect((await cases.load(CASE))?.version).toBe(3);
  });

  it('reads past a head that lags behind, and refresh writes it', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open();
    const old = (await table.get(HEAD))!;
    await give(note('x'));
    await overwrite(table, old);
    expect((await cases.load(CASE))?.version).toBe(2);
    expect((await createOn(table).load(CASE))?.version).toBe(2);
    await createOn(table).refresh(CASE);
    expect(await table.get(HEAD)).toMatchObject({ version: 2 });
  });

  it('never puts an older head over a newer one', async () => {
    const table = await fresh();
    const { open, give } = casesOn(table);
    await open();
    const late = createOn({
      ...table,
      list: async (...list) => (await table.list(...list)).slice(0, 1),
      get: async () => undefined,
    });
    await give(note('x'));
    await createOn(table).refresh(CASE);
    await late.refresh(CASE);
    expect(await table.get(HEAD)).toMatchObject({ version: 2 });
  });

  it('distrusts a head that the log does not go on from', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open();
    const old = (await table.get(HEAD))!;
    await give(note('x'));
    const right = await cases.load(CASE);
    await overwrite(table, {
      ...old,
      state: { ...(old.state as object), title: '假', lastHash: 'f'.repeat(64) },
    });
    expect(await createOn(table).load(CASE)).toEqual(right);
  });

  it('is on the board before its log begins, so that a cut-off opening is found', async () => {
    const table = await fresh();
    const { clock } = casesOn(table);
    const cut = createOn({
      ...table,
      put: async (record, condition) => {
        if (record.sk === 'HEAD' && record.version === 1) throw new Error('cut');
        return table.put(record, condition);
      },
    });
    const opened = await changing(cut, () => clock.now)(CASE, officer, opening());
    expect(opened.entry?.version).toBe(1);
    expect(await cut.open()).toEqual([{ caseId: CASE, boardAt: clock.now, version: 0 }]);
    const cases = createOn(table);
    await cases.refresh(CASE);
    expect((await cases.open())[0]?.version).toBe(1);
  });

  it('a command has succeeded when its log is written, whatever becomes of the head', async () => {
    const table = await fresh();
    const { open } = casesOn(table);
    await open();
    const lags: string[] = [];
    const cases = createOn(
      {
        ...table,
        put: async (record, condition) => {
          if (record.sk === 'HEAD') throw new Error('down');
          return table.put(record, condition);
        },
      },
      lags,
    );
    const changed = await changing(cases, () => at('03-02 09:00'))(CASE, officer, note('x'));
    expect(changed.state.version).toBe(2);
    expect(lags).toEqual([`${CASE} head`]);
  });
});
