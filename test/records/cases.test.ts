import { expect, it } from 'vitest';
import { CaseBusy, CaseNotFound } from '../../shared/records/cases.ts';
import type { PersonCommand } from '../../shared/rules/decide.ts';
import { texted } from '../support/bridge-message.ts';
import { at, head, officer, system } from '../support/case-file.ts';
import { CASE, casesOn, changing, createOn, HEAD, note } from './case-on-table.ts';
import { firstBreak } from './log/first-break.ts';
import { onEveryTable } from './tables.ts';

onEveryTable((fresh) => {
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
    expect(firstBreak(await cases.evidence(CASE))).toBeNull();
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

  it('goes on from what a proof of the log has read', async () => {
    const { cases, open, give } = casesOn(await fresh());
    await open();
    await give(note('a'));
    await cases.prove(CASE);
    expect((await give(note('b'))).entry?.version).toBe(3);
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

  it('gives up after many clashes, with nothing written', async () => {
    const table = await fresh();
    const { open, cases } = casesOn(table);
    await open();
    const busy = createOn({
      ...table,
      put: async (record, condition) => (record.sk.startsWith('LOG#') ? false : table.put(record, condition)),
    });
    await expect(changing(busy, () => at('03-02 09:00'))(CASE, officer, note('x'))).rejects.toBeInstanceOf(
      CaseBusy,
    );
    expect(await cases.log(CASE)).toHaveLength(1);
  });

  it('is on the board by its next instant, and leaves it when archived', async () => {
    const { cases, clock, change, open, give } = casesOn(await fresh());
    await open({ level: 'routine' });
    await open({ caseId: 'LZ2026-0002', level: 'yellow' });
    const rows = await cases.open();
    expect(rows.map(({ caseId }) => caseId).sort()).toEqual([CASE, 'LZ2026-0002']);
    expect([...rows].sort((a, b) => (a.boardAt < b.boardAt ? -1 : 1))).toEqual(rows);
    expect(await cases.open('2026-01-01')).toEqual([]);
    await give({ type: 'Conclude', summary: '舆情已经处置完毕' }, head);
    expect((await cases.open()).map(({ caseId }) => caseId)).toContain(CASE);
    const state = (await cases.load(CASE))!;
    await change(CASE, system, {
      type: 'RecordHandOvers',
      handOvers: Object.values(state.pendingNotices).map(({ key, role }) => ({
        key,
        role,
        status: 'handedOver',
        ...texted('p'),
        at: clock.now,
      })),
    });
    await change(CASE, system, { type: 'Archive' });
    expect((await cases.open()).map(({ caseId }) => caseId)).toEqual(['LZ2026-0002']);
    expect((await cases.archived()).map(({ caseId }) => caseId)).toEqual([CASE]);
  });

  it('an archived case with something to send stays on the board', async () => {
    const { cases, change, open, give } = casesOn(await fresh());
    await open({ level: 'routine' });
    await give({ type: 'Conclude', summary: '舆情已经处置完毕' }, head);
    await change(CASE, system, { type: 'Archive' });
    expect((await cases.load(CASE))?.status).toBe('archived');
    expect((await cases.open()).map(({ caseId }) => caseId)).toEqual([CASE]);
  });
});
