import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { tablesOf } from '../../../../infra/local/store/data-file.ts';
import { writeFormat } from '../../../../infra/local/store/file-format.ts';
import { HealthReply } from '../../../../shared/contracts/replies/health.ts';
import { StoreUnavailable } from '../../../../shared/records/table.ts';
import { createOffice, plain } from '../../../support/office.ts';
import { read } from '../../../support/told.ts';

/** A table whose disk has so many pages left, for as long as the test wants. */
const onDisk = () => {
  const database = new DatabaseSync(':memory:');
  writeFormat(database, 'leizhou');
  const pages = (): number => Number(Object.values(database.prepare('PRAGMA page_count').get()!)[0]);
  return {
    table: tablesOf(database).records,
    fill: () => database.exec(`PRAGMA max_page_count = ${pages()}`),
    free: () => database.exec('PRAGMA max_page_count = 4294967294'),
  };
};
const large = { pk: 'p', sk: 's', text: '字'.repeat(50_000) };

it('a full disk refuses what is written, reads on, and takes it again by itself once there is room', async () => {
  const { table, fill, free } = onDisk();
  await table.put({ pk: 'a', sk: 's' }, { absent: true });
  fill();
  const refused = await Promise.allSettled([
    table.put(large, { absent: true }),
    table.put({ pk: 'b', sk: 's' }, { absent: true }),
  ]);
  for (const each of refused) expect(each).toMatchObject({ reason: expect.any(StoreUnavailable) });
  expect(await table.get({ pk: 'a', sk: 's' })).toBeDefined();
  expect(await table.get({ pk: 'b', sk: 's' })).toBeUndefined();
  free();
  expect(await table.put(large, { absent: true })).toBe(true);
});

it('who pushes, acts or asks for the health on a full disk is told to come again, and nothing of it is half there', async () => {
  const { table, fill, free } = onDisk();
  const office = await createOffice({ table });
  const officer = office.as('dutyOfficer');
  const opening = {
    title: '来电',
    sources: [{ kind: 'monitored' }],
    level: 'yellow',
    text: '字'.repeat(5000),
  };
  fill();
  const item = plain('a', { content: '字'.repeat(20_000) });
  expect(await office.push([item])).toMatchObject({ status: 503, body: { code: 'ITEMS_FAILED' } });
  expect(await officer('POST', '/v1/cases', opening)).toMatchObject({
    status: 503,
    body: { code: 'STORE_UNAVAILABLE', message: expect.stringContaining('请稍后重试') },
  });
  free();
  expect(await office.push([item])).toMatchObject({ status: 200 });
  expect(await officer('POST', '/v1/cases', opening)).toMatchObject({
    status: 201,
    body: { case: 'LZ2026-0001' },
  });
  expect(read(HealthReply, await office.http({ method: 'GET', path: '/v1/health' })).status).toBe('ok');
});
