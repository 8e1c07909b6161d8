import { expect } from 'vitest';
import type { LogEntry } from '../../../shared/case/events.ts';
import { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { createNotedDesks } from '../../support/noted-desk.ts';
import { createOffice } from '../../support/office.ts';
import { read } from '../../support/told.ts';

type DeskOf = ReturnType<typeof createNotedDesks>['deskOf'];
type MemoryTable = ReturnType<typeof createMemoryTable>;
const OPENING = { title: '来电', sources: [{ kind: 'monitored' }], level: 'blue' };
/** Another entry in the place of the first. */
const replaceFirst = async (table: MemoryTable, caseId: string, change: (entry: LogEntry) => object) => {
  const key = { pk: `CASE#${caseId}`, sk: 'LOG#000001' };
  const record = (await table.get(key))!;
  await table.remove(key);
  await table.put({ ...record, entry: change(record.entry as LogEntry) }, { absent: true });
};

/** What is rarely to be seen of a log: each is played at noted desks. */
export const DAMAGED_LOGS: Readonly<Record<string, (deskOf: DeskOf) => Promise<void>>> = {
  'a log that was edited': async (deskOf) => {
    const table = createMemoryTable();
    const desk = deskOf(await createOffice({ table }));
    const caseId = await desk.open(OPENING);
    expect(await desk.readLog(caseId)).toMatchObject({
      intact: true,
      entries: [{ actor: { person: 'head-1' } }],
    });
    const somebody = { id: 'x', name: '别人', role: 'operator' };
    await replaceFirst(table, caseId, (entry) => ({ ...entry, actor: somebody }));
    const findings = [{ kind: 'changed', entry: 1, text: '第1条的内容已被改动' }];
    expect(await desk.readLog(caseId)).toMatchObject({ intact: false, findings, earlier: findings });
  },
  'an entry that was written while the clock had been put back': async (deskOf) => {
    const office = await createOffice();
    const desk = deskOf(office);
    const caseId = await desk.open(OPENING);
    office.at('2026-03-01T23:00:00.000Z');
    await desk.give(caseId, { type: 'AssignUnit', unit: 'food' });
    expect((await desk.readLog(caseId)).entries[1]).toMatchObject({
      localTime: '2026-03-02T08:00:00+08:00',
      clockTime: '2026-03-02T07:00:00+08:00',
    });
  },
  'a case that cannot be shown, since an entry cannot be read': async (deskOf) => {
    const table = createMemoryTable();
    const before = deskOf(await createOffice({ table }));
    const caseId = await before.open({ ...OPENING, unit: 'food' });
    await before.give(caseId, { type: 'DraftSupervisionOrder', reason: '处置不当' });
    await before.give(caseId, { type: 'IssueDocument', document: 'riskNote', fields: {} });
    await replaceFirst(table, caseId, () => ({ unknown: true }));
    await table.set({ pk: `CASE#${caseId}`, sk: 'HEAD' }, 'state', undefined);
    const { get } = deskOf(await createOffice({ table }));
    const list = await get('GET /v1/cases', '/v1/cases');
    expect(read(CaseListReply, list)).toMatchObject({ cases: [], damaged: [{ case: caseId, entry: 1 }] });
    for (const path of ['/v1/duties', '/v1/orders', '/v1/documents'] as const) {
      const { body } = await get(`GET ${path}`, path);
      expect(body, path).toMatchObject({ damaged: [{ case: caseId, entry: 1 }], next: null });
    }
  },
};
