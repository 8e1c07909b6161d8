import { describe, expect, it } from 'vitest';
import type { StoredEntry } from '../../../shared/records/log/chain.ts';
import { hashOf } from '../../../shared/records/log/chain.ts';
import { type BareState, markOf, stateHashOf } from '../../../shared/records/log/state-hash.ts';
import type { StoredRecord, Table } from '../../../shared/records/table.ts';
import { at, chief } from '../../support/case-file.ts';
import { CASE, casesOn, createOn, HEAD, note, overwrite } from '../case-on-table.ts';
import { onEveryTable } from '../tables.ts';

// What somebody who may write the tables does to hide a missed limit: it is found, and the log is what counts.

const TIP = { pk: HEAD.pk, sk: 'TIP' };
const logKey = (version: number) => ({ pk: HEAD.pk, sk: `LOG#${String(version).padStart(6, '0')}` });
const entryAt = async (table: Table, version: number) =>
  structuredClone((await table.get(logKey(version)))!) as StoredRecord & { entry: StoredEntry };
/** A case of twelve entries whose head is written. */
const played = async (table: Table) => {
  const { open, give } = casesOn(table);
  await open();
  for (let index = 0; index < 11; index += 1) await give(note(`${index}`));
  await createOn(table).refresh(CASE);
  return (await createOn(table).load(CASE))!;
};
const kinds = (found: readonly { kind: string; version: number }[]) =>
  found.map(({ kind, version }) => `${kind} ${version}`);
/** A program that has just started looks at the case, then at its proof. */
const look = async (table: Table) => {
  const problems: string[] = [];
  const cases = createOn(table, problems);
  const state = await cases.load(CASE);
  const { findings, kept } = await cases.prove(CASE);
  return { state, findings: kinds(findings), kept: kinds(kept), problems };
};
type Edit = (state: Record<string, unknown>) => Record<string, unknown>;

onEveryTable((fresh) => {
  describe('a head', () => {
    const edits: [string, Edit][] = [
      [
        'a due instant',
        (state) => ({
          ...state,
          deadlines: { x: { due: at('03-09 08:00'), at: at('03-02 08:00'), by: chief } },
        }),
      ],
      ['the status', (state) => ({ ...state, status: 'concluded', concludedAt: at('03-02 08:00') })],
      ['an approval', (state) => ({ ...state, actions: [{ id: 'wordingApproved', by: chief, entry: 2 }] })],
      ['the level', (state) => ({ ...state, handlingLevel: 'red', warningLevel: 'red' })],
      ['the version', (state) => ({ ...state, version: 13 })],
    ];
    it.each(edits)('in which somebody changed %s is not believed, told, and made anew', async (_, edit) => {
      const table = await fresh();
      const right = await played(table);
      const old = (await table.get(HEAD))!;
      const state = edit(old.state as Record<string, unknown>);
      await overwrite(table, { ...old, state, version: state.version });
      const seen = await look(table);
      expect(seen.state).toEqual(right);
      expect(seen.problems).toEqual([`${CASE} record`]);
      expect(seen.kept).toEqual([state.version === 13 ? 'cut 13' : 'head 12']);
      const again = await look(table);
      expect(again).toMatchObject({ state: right, kept: seen.kept, problems: [] });
    });

    it.each(edits)(
      'in which somebody changed %s and the hash of its entry is told all the same',
      async (_, edit) => {
        const table = await fresh();
        const right = await played(table);
        const old = (await table.get(HEAD))!;
        const state = edit(old.state as Record<string, unknown>) as unknown as BareState;
        const last = await entryAt(table, 12);
        const entry = { ...last.entry, state: { ...last.entry.state, hash: stateHashOf(state) } };
        entry.hash = hashOf(entry);
        await overwrite(table, { ...last, entry });
        await overwrite(table, { ...old, state: { ...state, lastHash: entry.hash } });
        const seen = await look(table);
        expect(seen.findings.length).toBeGreaterThan(0);
        // What counts is what the entries say.
        await createOn(table).prove(CASE);
        const { lastHash: _hash, ...rest } = (await createOn(table).load(CASE))!;
        expect(rest).toEqual({ ...right, lastHash: undefined });
      },
    );

    it('of an earlier program is made anew without a word', async () => {
      const table = await fresh();
      const right = await played(table);
      const old = (await table.get(HEAD))!;
      await overwrite(table, { ...old, format: 0, state: { ...(old.state as object), title: 'other' } });
      expect(await look(table)).toEqual({ state: right, findings: [], kept: [], problems: [] });
    });
  });

  describe('a log', () => {
    it.each([1, 2, 10])('whose last %i entries are cut off is told, and stays told', async (count) => {
      const table = await fresh();
      await played(table);
      for (let version = 12; version > 12 - count; version -= 1) await table.remove(logKey(version));
      const seen = await look(table);
      expect(seen.state?.version).toBe(12 - count);
      expect(seen.findings).toEqual(['cut 12']);
      // Who also makes the head fit has the tip to find, and what was found already.
      await table.remove(HEAD);
      expect((await look(table)).kept).toEqual(['cut 12']);
      const { give } = casesOn(table);
      for (let index = 0; index < count + 2; index += 1) await give(note('new'));
      expect((await look(table)).kept).toEqual(['cut 12']);
    });

    it('whose head lags is told all the same when what it has not seen is cut off', async () => {
      const table = await fresh();
      const { open, give } = casesOn(table);
      await open();
      for (const text of ['a', 'b']) await give(note(text));
      expect(await table.get(HEAD)).toMatchObject({ version: 1 });
      await table.remove(logKey(3));
      expect((await look(table)).findings).toEqual(['cut 3']);
    });

    it.each([
      [1, ['joint 2']],
      [7, ['joint 8']],
      [12, ['cut 12']],
    ])(
      'in which somebody put another entry over number %i, with its hash, is told',
      async (version, found) => {
        const table = await fresh();
        await played(table);
        const record = await entryAt(table, version);
        const entry = { ...record.entry, actor: { ...record.entry.actor, name: '别人' } };
        entry.hash = hashOf(entry);
        await overwrite(table, { ...record, entry });
        expect((await look(table)).findings).toEqual(expect.arrayContaining(found));
      },
    );

    it('in which somebody counts another state as right is told by what the entries lead to', async () => {
      const table = await fresh();
      const state = await played(table);
      const record = await entryAt(table, 12);
      const entry = {
        ...record.entry,
        state: markOf({ ...state, status: 'concluded' } as unknown as BareState),
      };
      entry.hash = hashOf(entry);
      await overwrite(table, { ...record, entry });
      await table.remove(HEAD);
      await table.remove(TIP);
      expect((await look(table)).findings).toEqual(['state 12']);
    });

    it('an entry of which cannot be read says which, and the others are shown', async () => {
      const table = await fresh();
      await played(table);
      await overwrite(table, { ...(await entryAt(table, 5)), entry: { a: 1 } });
      await table.remove(HEAD);
      const cases = createOn(table);
      await expect(cases.load(CASE)).rejects.toMatchObject({ name: 'EntryUnreadable', version: 5 });
      const { evidence, findings } = await cases.prove(CASE);
      expect(evidence).toHaveLength(11);
      expect(kinds(findings)).toEqual(['unreadable 5']);
    });
  });

  it('whose entries are whole but who is behind: what comes while it is looked at is no finding', async () => {
    const table = await fresh();
    await played(table);
    const { give } = casesOn(table);
    const looks = Array.from({ length: 8 }, async () => look(table));
    for (let index = 0; index < 8; index += 1) await give(note('x'));
    for (const { kept } of await Promise.all(looks)) expect(kept).toEqual([]);
  });

  describe('what is no entry of the case', () => {
    type Change = (entry: StoredEntry) => StoredEntry;
    const changes: [string, Change][] = [
      ['an unknown event', (entry) => ({ ...entry, events: [{ type: 'Nothing' }] })],
      [
        'an event without its fields',
        (entry) => ({ ...entry, events: entry.events.map(({ type }) => ({ type })) }),
      ],
      ['the number of another case', (entry) => ({ ...entry, caseId: 'LZ2026-0009' })],
    ];
    it.each(
      changes.flatMap(([what, change]) =>
        [5, 12].flatMap(
          (version) =>
            [
              [what, version, 'as it stood', change],
              [
                what,
                version,
                'made anew',
                (entry: StoredEntry) => ({ ...change(entry), hash: hashOf(change(entry)) }),
              ],
            ] as const,
        ),
      ),
    )(
      '%s in entry %i, its hash %s, is told by the number of the entry',
      async (_what, version, _hash, change) => {
        const table = await fresh();
        await played(table);
        const old = await entryAt(table, version);
        await overwrite(table, { ...old, entry: change(old.entry) });
        const { findings } = await createOn(table).prove(CASE);
        expect(kinds(findings)).toContain(`unreadable ${version}`);
        const loading = createOn(table).load(CASE);
        // The head goes on from its own entry; before it nothing is read.
        if (version === 5) expect((await loading)!.version).toBe(12);
        else await expect(loading).rejects.toMatchObject({ name: 'EntryUnreadable', version });
      },
    );

    it('nothing, where the first should be, is told; nothing is decided upon the rest', async () => {
      const table = await fresh();
      await played(table);
      await table.remove(logKey(1));
      await table.remove(HEAD);
      const { findings } = await createOn(table).prove(CASE);
      expect(kinds(findings)).toEqual(['missing 1']);
      await expect(createOn(table).load(CASE)).rejects.toMatchObject({ name: 'EntryUnreadable', version: 1 });
    });
  });

  it('two fields of a head are not made one by the name of one of them', async () => {
    const table = await fresh();
    const right = await played(table);
    const old = (await table.get(HEAD))!;
    const { confirmedAt, dateOnly, ...state } = old.state as Record<string, unknown>;
    const merged = { ...state, [`confirmedAt":${JSON.stringify(confirmedAt)},"dateOnly`]: dateOnly };
    await overwrite(table, { ...old, state: merged });
    const seen = await look(table);
    expect(seen.state).toEqual(right);
    expect(seen.kept).toEqual(['head 12']);
  });

  it.each([
    ['no board', {}],
    ['the board of the archived', { board: 'ARCHIVED', boardAt: at('03-02 08:00') }],
    ['an instant of long after', { board: 'OPEN', boardAt: '2099-01-01T00:00:00.000Z' }],
  ])(
    'a head that somebody put on %s stands where it belongs once the case is proved',
    async (_which, place) => {
      const table = await fresh();
      await played(table);
      const { board, boardAt, ...head } = (await table.get(HEAD))!;
      await overwrite(table, { ...head, ...place } as StoredRecord);
      const { findings } = await createOn(table).prove(CASE);
      expect(findings).toEqual([]);
      expect(await table.get(HEAD)).toMatchObject({ board, boardAt });
      expect((await createOn(table).open()).map(({ caseId }) => caseId)).toEqual([CASE]);
    },
  );
});
