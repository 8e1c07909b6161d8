import { expect, it } from 'vitest';
import type { StoredRecord } from '../../../shared/records/table.ts';
import { at, chief, system } from '../../support/case-file.ts';
import { CASE, casesOn, createOn, HEAD, note, overwrite } from '../case-on-table.ts';
import { onEveryTable } from '../tables.ts';
import { firstBreak } from './first-break.ts';

const logKey = (version: number) => ({ pk: HEAD.pk, sk: `LOG#${String(version).padStart(6, '0')}` });

onEveryTable((fresh) => {
  it('the log never runs backwards when a clock does', async () => {
    const { cases, clock, open, give } = casesOn(await fresh());
    await open();
    clock.now = at('03-02 07:00');
    await give(note('x'));
    expect((await cases.log(CASE)).map((entry) => entry.at)).toEqual([at('03-02 08:00'), at('03-02 08:00')]);
  });

  it('shows an entry that was edited, removed or moved', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open();
    for (const text of ['a', 'b', 'c']) await give(note(text));
    const entries = await cases.evidence(CASE);
    expect(firstBreak(entries)).toBeNull();
    const [first, second, third, fourth] = entries as [never, never, never, never];
    expect(firstBreak([first, third, fourth])).toBe(2);
    expect(firstBreak([second, third, fourth])).toBe(1);
    expect(firstBreak([first, third, second, fourth])).toBe(2);
    const stored = structuredClone(await table.get(logKey(3)))! as StoredRecord & {
      entry: { events: { action: string }[] };
    };
    stored.entry.events[0]!.action = '改过';
    await overwrite(table, stored);
    expect((await cases.prove(CASE)).findings[0]?.version).toBe(3);
  });

  it('keeps the chain whole over every kind of value', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open({
      title: '🍜 “引号” \\ \u0000 \u2028 食品',
      grade: { level: 'yellow', score: 40.1, values: { heat: null, scope: 0.1 }, flags: [], reasons: [] },
    });
    await give({ type: 'AssignUnit', unit: 'drugs', note: undefined });
    await give({ type: 'Conclude', summary: '字'.repeat(2000), mistaken: '字'.repeat(2000) }, chief);
    expect(firstBreak(await cases.evidence(CASE))).toBeNull();
  });

  it('reads a log beyond one megabyte, and goes on when the state outgrows one record', async () => {
    const table = await fresh();
    const { cases, change, open } = casesOn(table);
    await open();
    for (let index = 0; index < 10; index += 1)
      await change(CASE, system, {
        type: 'AttachItem',
        item: { feed: 'demo', id: `${index}${'x'.repeat(40_000)}`, title: '多'.repeat(40_000) },
        grade: { level: 'blue', score: 1, values: {}, reasons: [] },
        flags: [],
      });
    const log = await cases.log(CASE);
    expect(Buffer.byteLength(JSON.stringify(log))).toBeGreaterThan(1024 * 1024);
    expect(log).toHaveLength(11);
    expect(firstBreak(await cases.evidence(CASE))).toBeNull();
    expect((await createOn(table).refresh(CASE))?.items).toHaveLength(10);
    expect(await table.get(HEAD)).toMatchObject({ version: 11, board: 'OPEN' });
    expect((await table.get(HEAD))?.state).toBeUndefined();
    expect((await cases.open()).map(({ version }) => version)).toEqual([11]);
  });
});
