import { expect, it } from 'vitest';
import { createChangeCase } from '../../shared/office/change-case.ts';
import { CaseBusy, CaseNotFound, type Cases, createCases } from '../../shared/records/cases.ts';
import { firstBreak } from '../../shared/records/chain.ts';
import type { StoredRecord, Table } from '../../shared/records/table.ts';
import type { PersonCommand } from '../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../shared/rules/phases/open.ts';
import { leizhou } from '../support/bureaus.ts';
import { at, chief, head, officer, opening, system } from '../support/case-file.ts';
import { onBothTables } from './tables.ts';

const CASE = 'LZ2026-0001';
const HEAD = { pk: `CASE#${CASE}`, sk: 'HEAD' };
const logKey = (version: number) => ({ pk: HEAD.pk, sk: `LOG#${String(version).padStart(6, '0')}` });

const changing = (cases: Cases, now: () => string) =>
  createChangeCase({ cases, regulation: leizhou, now }).change;
/** Cases on a table, and a clock that the test sets. */
const casesOn = (table: Table) => {
  const clock = { now: at('03-02 08:00') };
  const cases = createCases(table);
  const change = changing(cases, () => clock.now);
  const open = (facts: Partial<OpenCaseFacts> & { level?: string } = {}) =>
    change(facts.caseId ?? CASE, officer, opening(facts));
  const give = (command: PersonCommand, actor = officer) => change(CASE, actor, command);
  return { cases, clock, change, open, give };
};
const note = (text: string): PersonCommand => ({ type: 'RecordAction', action: 'verified', note: text });
const overwrite = async (table: Table, record: StoredRecord): Promise<void> => {
  await table.remove(record);
  await table.put(record, { absent: true });
};

onBothTables((fresh) => {
  it('opens once: a second opening is its repeat and leaves no trace', async () => {
    const { cases, open } = casesOn(await fresh());
    expect((await open()).entry?.version).toBe(1);
    expect(await open()).toMatchObject({ entry: null, refusal: null, state: { version: 1 } });
    expect(await cases.log(CASE)).toHaveLength(1);
  });

  it('two openings at once are one case', async () => {
    const { cases, open } = casesOn(await fresh());
    const opened = await Promise.all([open(), open(), open()]);
    expect(opened.filter(({ entry }) => entry !== null)).toHaveLength(1);
    expect((await cases.log(CASE)).flatMap(({ events }) => events.map(({ type }) => type))).not.toContain(
      'CommandRefused',
    );
  });

  it('decides again when another writer was first', async () => {
    const { cases, open, give } = casesOn(await fresh());
    await open();
    const texts = ['a', 'b', 'c', 'd', 'e'];
    const changed = await Promise.all(texts.map((text) => give(note(text))));
    expect(changed.map(({ entry }) => entry!.version).sort()).toEqual([2, 3, 4, 5, 6]);
    const log = await cases.log(CASE);
    expect(firstBreak(log)).toBeNull();
    expect((await cases.load(CASE))?.actions).toHaveLength(5);
  });

  it('of two that exclude each other one is refused, and the log says so', async () => {
    const { cases, open, give } = casesOn(await fresh());
    await open();
    const confirm: PersonCommand = { type: 'ConfirmGrade', level: 'blue' };
    const both = await Promise.all([give(confirm, head), give(confirm, head)]);
    expect(both.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual([
      'GRADE_ALREADY_CONFIRMED',
      'done',
    ]);
    expect((await cases.load(CASE))?.refusals).toBe(1);
  });

  it('knows no case that was never opened', async () => {
    const { cases, give } = casesOn(await fresh());
    await expect(give(note('x'))).rejects.toBeInstanceOf(CaseNotFound);
    expect(await cases.load(CASE)).toBeNull();
    expect(await cases.log(CASE)).toEqual([]);
    expect(await cases.refresh(CASE)).toBeNull();
  });

  it('a refused opening writes nothing', async () => {
    const table = await fresh();
    const { cases, open } = casesOn(table);
    expect((await open({ flags: ['nonsense'] })).refusal?.code).toBe('FLAG_UNKNOWN');
    expect(await table.list(HEAD.pk, '')).toEqual([]);
    expect(await cases.open()).toEqual([]);
  });

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
    const before = await createCases(table).refresh(CASE);
    const old = (await table.get(HEAD))!;
    await damage(table, old);
    expect(await createCases(table).rebuild(CASE)).toBeNull();
    expect(await createCases(table).load(CASE)).toEqual(before);
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
    expect((await createCases(table).load(CASE))?.version).toBe(2);
    await createCases(table).refresh(CASE);
    expect(await table.get(HEAD)).toMatchObject({ version: 2 });
  });

  it('never puts an older head over a newer one', async () => {
    const table = await fresh();
    const { open, give } = casesOn(table);
    await open();
    const late = createCases({
      ...table,
      list: async (...list) => (await table.list(...list)).slice(0, 1),
      get: async () => undefined,
    });
    await give(note('x'));
    await createCases(table).refresh(CASE);
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
    expect(await createCases(table).load(CASE)).toEqual(right);
  });

  it('is on the board before its log begins, so that a cut-off opening is found', async () => {
    const table = await fresh();
    const { clock } = casesOn(table);
    const cut = createCases({
      ...table,
      put: async (record, condition) => {
        if (record.sk === 'HEAD' && record.version === 1) throw new Error('cut');
        return table.put(record, condition);
      },
    });
    const opened = await changing(cut, () => clock.now)(CASE, officer, opening());
    expect(opened.entry?.version).toBe(1);
    expect(await cut.open()).toEqual([{ caseId: CASE, boardAt: clock.now, version: 0 }]);
    const cases = createCases(table);
    await cases.refresh(CASE);
    expect((await cases.open())[0]?.version).toBe(1);
  });

  it('a command has succeeded when its log is written, whatever becomes of the head', async () => {
    const table = await fresh();
    const { open } = casesOn(table);
    await open();
    const lags: string[] = [];
    const cases = createCases(
      {
        ...table,
        put: async (record, condition) => {
          if (record.sk === 'HEAD') throw new Error('down');
          return table.put(record, condition);
        },
      },
      (caseId) => lags.push(caseId),
    );
    const changed = await changing(cases, () => at('03-02 09:00'))(CASE, officer, note('x'));
    expect(changed.state.version).toBe(2);
    expect(lags).toEqual([CASE]);
  });

  it('gives up after many clashes, with nothing written', async () => {
    const table = await fresh();
    const { open, cases } = casesOn(table);
    await open();
    const busy = createCases({
      ...table,
      put: async (record, condition) => (record.sk.startsWith('LOG#') ? false : table.put(record, condition)),
    });
    await expect(changing(busy, () => at('03-02 09:00'))(CASE, officer, note('x'))).rejects.toBeInstanceOf(
      CaseBusy,
    );
    expect(await cases.log(CASE)).toHaveLength(1);
  });

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
    const entries = await cases.log(CASE);
    expect(firstBreak(entries)).toBeNull();
    const [first, second, third, fourth] = entries as [never, never, never, never];
    expect(firstBreak([first, third, fourth])).toBe(2);
    expect(firstBreak([second, third, fourth])).toBe(1);
    expect(firstBreak([first, third, second, fourth])).toBe(2);
    const stored = structuredClone(await table.get(logKey(3)))! as StoredRecord & {
      entry: { events: { note: string }[] };
    };
    stored.entry.events[0]!.note = '改过';
    await overwrite(table, stored);
    expect(await cases.rebuild(CASE)).toBe(3);
  });

  it('keeps the chain whole over every kind of value', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open({
      title: '🍜 “引号” \\ \u0000 \u2028 食品',
      grade: { level: 'yellow', score: 40.1, values: { heat: null, scope: 0.1 }, flags: [], reasons: [] },
    });
    await give({ type: 'AssignUnit', unit: 'drugs', note: undefined });
    await give({ type: 'Conclude', summary: '字'.repeat(2000), acknowledgeUnmet: '已了结' }, chief);
    expect(firstBreak(await cases.log(CASE))).toBeNull();
  });

  it('reads a log beyond one megabyte, and goes on when the state outgrows one record', async () => {
    const table = await fresh();
    const { cases, change, open } = casesOn(table);
    await open();
    for (let index = 0; index < 10; index += 1)
      await change(CASE, system, {
        type: 'AttachItem',
        item: { feed: 'demo', id: `item-${index}`, title: '多'.repeat(40_000) },
        grade: { level: 'blue', score: 1, values: {}, reasons: [] },
        flags: [],
      });
    const log = await cases.log(CASE);
    expect(Buffer.byteLength(JSON.stringify(log))).toBeGreaterThan(1024 * 1024);
    expect(log).toHaveLength(11);
    expect(firstBreak(log)).toBeNull();
    expect((await createCases(table).refresh(CASE))?.items).toHaveLength(10);
    expect(await table.get(HEAD)).toMatchObject({ version: 11, board: 'OPEN' });
    expect((await table.get(HEAD))?.state).toBeUndefined();
    expect((await cases.open()).map(({ version }) => version)).toEqual([11]);
  });

  it('is on the board by its next instant, and leaves it when archived', async () => {
    const { cases, clock, change, open, give } = casesOn(await fresh());
    await open();
    await open({ caseId: 'LZ2026-0002', level: 'yellow' });
    const rows = await cases.open();
    expect(rows.map(({ caseId }) => caseId).sort()).toEqual([CASE, 'LZ2026-0002']);
    expect([...rows].sort((a, b) => (a.boardAt < b.boardAt ? -1 : 1))).toEqual(rows);
    expect(await cases.open('2026-01-01')).toEqual([]);
    await give({ type: 'Conclude', summary: '办结', acknowledgeUnmet: '已了结' }, head);
    expect((await cases.open()).map(({ caseId }) => caseId)).toContain(CASE);
    const state = (await cases.load(CASE))!;
    await change(CASE, system, {
      type: 'RecordHandOvers',
      handOvers: Object.values(state.pendingNotices).map(({ key, role }) => ({
        key,
        role,
        status: 'handedOver',
        people: [],
        at: clock.now,
        messageIds: [],
      })),
    });
    await change(CASE, system, { type: 'Archive' });
    expect((await cases.open()).map(({ caseId }) => caseId)).toEqual(['LZ2026-0002']);
    expect((await cases.archived()).map(({ caseId }) => caseId)).toEqual([CASE]);
  });

  it('an archived case with something to send stays on the board', async () => {
    const { cases, change, open, give } = casesOn(await fresh());
    await open();
    await give({ type: 'Conclude', summary: '办结', acknowledgeUnmet: '已了结' }, head);
    await change(CASE, system, { type: 'Archive' });
    expect((await cases.load(CASE))?.status).toBe('archived');
    expect((await cases.open()).map(({ caseId }) => caseId)).toEqual([CASE]);
  });
});
