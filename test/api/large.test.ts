import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DataFile, openDataFile } from '../../infra/local/store/data-file.ts';
import { RefusalsReply } from '../../shared/contracts/replies/bureau.ts';
import { CaseListReply } from '../../shared/contracts/replies/case.ts';
import { createOffice, grave, type Office, plain } from '../support/office.ts';
import { itemsIn, logIn, read, takenIn } from '../support/told.ts';

// What only a table outside the program refuses: empty keys, long keys, deep values, large numbers, large records.
const folder = mkdtempSync(join(tmpdir(), 'shixian-file-'));
let file: DataFile;
let office: Office;
beforeAll(async () => {
  file = openDataFile({ folder, bureau: 'leizhou', isNew: true });
  office = await createOffice({ table: file.records });
});
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

it('takes an item of 256 KB of Chinese, and fields that no table could hold as they are', async () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 50; depth += 1) deep = [deep];
  const item = grave('字'.repeat(200), { deep, huge: 1e200, '': '', content: '' });
  const room = 256 * 1024 - Buffer.byteLength(JSON.stringify([item]));
  const text = JSON.stringify([{ ...item, content: '字'.repeat(Math.floor(room / 3)) }]);
  const told = await office.push(null, { text });
  expect(told).toMatchObject({ status: 200, body: { accepted: 1 } });
  expect(itemsIn(await office.push(null, { text }))[0]?.status).toBe('duplicate');
});

const contentOf = async (id: string): Promise<unknown> => {
  const told = await office.as('dutyOfficer')('GET', `/v1/items/demo/${id}`);
  return (told.body as { content?: string }).content;
};

it('an item of 80,000 characters that grows push by push is taken each time, and read as it was last', async () => {
  for (const name of ['one', 'two', 'three', 'four']) {
    const content = `${name}${'字'.repeat(79_990)}`;
    const told = await office.push([plain('a', { [name]: '', content })]);
    expect(told.status).toBe(200);
    // What no push says anything of stays, and the most that one push can bring comes beside it.
    const room = 255 * 1024 - Buffer.byteLength(JSON.stringify([plain('a', { [name]: '' })]));
    const rest = plain('a', { [name]: 'x'.repeat(room) });
    expect((await office.push([rest])).status).toBe(200);
    expect(await contentOf('a')).toBe(content);
  }
});

it('an item that shrinks is read as it was last', async () => {
  for (const content of ['字'.repeat(50_000), '短'])
    expect((await office.push([plain('s', { content })])).status).toBe(200);
  expect(await contentOf('s')).toBe('短');
});

it('works a case through to the messages, with a chain that holds', async () => {
  const told = await office.push([
    grave('b', { title: '另一件事', content: '', url: 'https://a.example.com/b' }),
  ]);
  const caseId = takenIn(told).case ?? 'LZ2026-0001';
  const officer = office.as('dutyOfficer');
  const give = (command: unknown) => officer('POST', `/v1/cases/${caseId}/commands`, command);
  expect((await give({ type: 'AssignUnit', unit: 'food' })).status).toBe(200);
  expect((await give({ type: 'DraftSupervisionOrder', reason: '处置不当'.repeat(500) })).status).toBe(200);
  await office.notify(caseId);
  expect(office.sent.length).toBeGreaterThan(0);
  expect(logIn(await officer('GET', `/v1/cases/${caseId}/log`)).intact).toBe(true);
  expect(read(CaseListReply, await officer('GET', '/v1/cases')).cases).toHaveLength(1);
});

it('shows what was refused', async () => {
  await office.push([], { feed: ''.padEnd(900, '字') });
  const told = await office.as('officeHead')('GET', '/v1/refusals');
  expect(told.status).toBe(200);
  expect(read(RefusalsReply, told).refusals.length).toBeGreaterThan(0);
});

it.each(['cases/', 'items/demo/', 'items/'])('a very long name under %s is unknown', async (path) => {
  const tail = path === 'items/' ? '/a' : '';
  expect((await office.as('dutyOfficer')('GET', `/v1/${path}${'x'.repeat(5000)}${tail}`)).status).toBe(404);
});
