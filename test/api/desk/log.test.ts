import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logIn } from '../../support/told.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let caseId: string;
beforeEach(async () => {
  desk = await openDesk();
  caseId = await desk.opened({ text: '来电原文' });
  await desk.give(caseId, { type: 'AssignUnit', unit: 'drugs', note: '请速办' });
});
const readLog = async () => logIn(await desk.officer('GET', `/v1/cases/${caseId}/log`));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the log of a case', () => {
  it('can be proved by whoever reads it: each text, each entry, and the chain', async () => {
    let previous = '0'.repeat(64);
    const said: string[] = [];
    for (const { localTime: _, labels: __, texts, hash, ...stored } of (await readLog()).entries) {
      expect(stored.previousHash).toBe(previous);
      expect(sha256(canonicalize(stored)!)).toBe(hash);
      for (const [saltedHash, { salt, text }] of Object.entries(texts)) {
        expect(sha256(salt + text)).toBe(saltedHash);
        expect(JSON.stringify(stored)).toContain(saltedHash);
        expect(JSON.stringify(stored)).not.toContain(text);
        said.push(text);
      }
      previous = hash;
    }
    expect(said).toEqual(expect.arrayContaining(['来电原文', '请速办']));
  });

  it('says in words what was written', async () => {
    expect((await readLog()).entries[0]?.labels[0]).toContain('群众来电反映某超市销售过期食品');
  });

  it('gives the entries after a version alone, in pages, and folds nothing for them', async () => {
    await desk.give(caseId, { type: 'Acknowledge' });
    const { entries } = await readLog();
    const newest = entries.at(-1)!.version;
    expect(newest).toBeGreaterThan(2);
    const proved = vi.spyOn(desk.office.system.cases, 'prove');
    const readAfter = async (query: Record<string, string>) =>
      logIn(await desk.officer('GET', `/v1/cases/${caseId}/log`, undefined, query));
    for (let version = 0; version <= newest; version += 1) {
      const told = await readAfter({ after: `${version}` });
      expect(told.entries).toEqual(entries.filter((each) => each.version > version));
      expect(told).toMatchObject({ intact: null, findings: [], earlier: [], next: null });
    }
    const first = await readAfter({ after: '1', limit: '1' });
    expect(first.entries.map(({ version }) => version)).toEqual([2]);
    const second = await readAfter({ after: '1', limit: '1', cursor: first.next! });
    expect(second.entries.map(({ version }) => version)).toEqual([3]);
    // A page of one question is none of another.
    const other = await desk.officer('GET', `/v1/cases/${caseId}/log`, undefined, {
      after: '2',
      cursor: first.next!,
    });
    expect(other.status).toBe(422);
    expect(proved).not.toHaveBeenCalled();
    for (const wrong of ['-1', 'x', '', '1.5'])
      expect((await desk.officer('GET', `/v1/cases/${caseId}/log`, undefined, { after: wrong })).status).toBe(
        422,
      );
  });

  it('shows nothing of a 涉密 case after a version that was before it was marked', async () => {
    const marked = await desk.give(
      caseId,
      { type: 'SetFlags', add: ['secret'], remove: [], reason: '见纸质件' },
      desk.head,
    );
    expect(marked.status).toBe(200);
    const told = await desk.head('GET', `/v1/cases/${caseId}/log`, undefined, { after: '1' });
    expect(logIn(told).entries.length).toBeGreaterThan(1);
    expect(JSON.stringify(told.body)).not.toContain('请速办');
  });

  it('says where a text beside it was changed', async () => {
    const { table } = desk;
    const [record] = await table.list(`CASE#${caseId}`, 'CONTENT#000002');
    const texts = Object.entries(record!.texts as Record<string, object>).map(
      ([hash, salted]) => [hash, { ...salted, text: '不急' }] as const,
    );
    await table.remove(record!);
    await table.put({ ...record!, texts: Object.fromEntries(texts) }, { absent: true });
    expect(await readLog()).toMatchObject({
      intact: false,
      findings: [{ kind: 'text', entry: 2, text: '第2条的文字缺失或已被改动,且没有清除记录' }],
    });
  });
});
