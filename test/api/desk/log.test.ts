import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { beforeEach, describe, expect, it } from 'vitest';
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
