import { expect, it } from 'vitest';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { Cases } from '../../../shared/records/cases.ts';
import { PURGED } from '../../../shared/records/log/content/salted-texts.ts';
import type { Table } from '../../../shared/records/table.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, head, officer } from '../../support/case-file.ts';
import { CASE, casesOn, changing, createOn, HEAD, note } from '../case-on-table.ts';
import { onEveryTable } from '../tables.ts';
import { firstBreak } from './first-break.ts';

const order = (...purges: number[]) => ({
  at: at('03-02 10:00'),
  actor: head,
  command: 'PurgeContent',
  events: [
    { type: 'ActionRecorded' as const, action: 'verified', madeAt: at('03-02 10:00'), note: '按令清除' },
  ],
  rearms: false,
  purges,
});
const SECRET = { title: '不该录入的标题', text: '不该录入的原文' };
const everything = async (table: Table): Promise<string> => JSON.stringify(await table.list(HEAD.pk, ''));
const purge = async (cases: Cases, ...purges: [number, ...number[]]): Promise<void> => {
  await cases.append(CASE, await cases.load(CASE), order(...purges));
  await cases.purge(CASE);
};

onEveryTable((fresh) => {
  it('leaves the entry, its hashes and the chain, and nothing of the text anywhere in the case', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open(SECRET);
    await give(note('留下的话'));
    const before = await cases.evidence(CASE);
    expect(await everything(table)).toContain('不该录入');
    await purge(cases, 1);
    expect(await everything(table)).not.toContain('不该录入');
    const after = await cases.evidence(CASE);
    expect(after.slice(0, 2).map(({ stored }) => stored)).toEqual(before.map(({ stored }) => stored));
    expect(firstBreak(after)).toBeNull();
    const [opened, noted, ordered] = await cases.log(CASE);
    expect(opened?.events[0]).toMatchObject({ type: 'CaseOpened', title: PURGED, text: PURGED });
    expect(noted?.events[0]).toMatchObject({ note: '留下的话' });
    expect(ordered).toMatchObject({ purges: [1], actor: head, events: [{ note: '按令清除' }] });
    expect(await createOn(table).load(CASE)).toMatchObject({
      title: PURGED,
      note: { text: PURGED },
      version: 3,
    });
  });

  it('moves no limit', async () => {
    const { cases, open, give } = casesOn(await fresh());
    await open({
      ...SECRET,
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 07:30'), reference: '〔2026〕1号' }],
    });
    await give(note('x'));
    await give(
      { type: 'CorrectInstant', instant: 'occurredAt', at: at('03-02 07:00'), reason: '核实' },
      head,
    );
    const before = scheduleCase(leizhou, (await cases.load(CASE))!);
    await purge(cases, 1, 2, 3);
    const after = scheduleCase(leizhou, (await cases.load(CASE))!);
    expect(after.duties.map(({ duty, current, next }) => ({ duty, due: current.due, next }))).toEqual(
      before.duties.map(({ duty, current, next }) => ({ duty, due: current.due, next })),
    );
  });

  it('again is the same, and what was cut off after the order is finished by a rebuild', async () => {
    const table = await fresh();
    const { open, give } = casesOn(table);
    await open(SECRET);
    await give(note('x'));
    const cut = createOn({
      ...table,
      remove: async () => {
        throw new Error('cut');
      },
    });
    await expect(purge(cut, 1)).rejects.toThrow('cut');
    // Ordered is gone for every reader, even while it still lies there.
    expect(await everything(table)).toContain('不该录入');
    const cases = createOn(table);
    expect((await cases.load(CASE))?.title).toBe(PURGED);
    expect((await cases.log(CASE))[0]?.events[0]).toMatchObject({ title: PURGED });
    expect((await cases.prove(CASE)).findings).toEqual([]);
    const done = await everything(table);
    expect(done).not.toContain('不该录入');
    expect((await cases.prove(CASE)).findings).toEqual([]);
    expect(await everything(table)).toBe(done);
  });

  it('reaches a process that remembers the case: it brings nothing back', async () => {
    const table = await fresh();
    const { cases: other, open } = casesOn(table);
    await open(SECRET);
    expect(other.remembered(CASE)?.title).toBe(SECRET.title);
    await purge(createOn(table), 1);
    const give = changing(other, () => at('03-02 11:00'));
    // So many that it must have written the head.
    for (let index = 0; index < 10; index += 1) await give(CASE, officer, note(`${index}`));
    expect(other.remembered(CASE)).toMatchObject({ title: PURGED, version: 12 });
    expect(await everything(table)).not.toContain('不该录入');
  });

  it('takes what a loser of the race left behind as well', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open();
    await give(note('x'));
    const left = {
      pk: HEAD.pk,
      sk: 'CONTENT#000002#left#0',
      version: 2,
      texts: { a: { salt: '', text: '不该录入' } },
    };
    await table.put(left, { absent: true });
    expect((await cases.log(CASE))[1]?.events[0]).toMatchObject({ note: 'x' });
    expect(firstBreak(await cases.evidence(CASE))).toBeNull();
    await purge(cases, 2);
    expect(await everything(table)).not.toContain('不该录入');
  });

  it('is not written when somebody else was quicker, nor for an entry that is not there', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open(SECRET);
    const stale = (await cases.load(CASE))!;
    await give(note('x'));
    expect(await cases.append(CASE, stale, order(1))).toBeNull();
    await expect(purge(cases, 3)).rejects.toThrow(RangeError);
    await expect(purge(cases, 0)).rejects.toThrow(RangeError);
    expect(await cases.log(CASE)).toHaveLength(2);
    expect((await cases.load(CASE))?.title).toBe(SECRET.title);
  });
});
