import { expect, it } from 'vitest';
import { headsOfDay } from '../../../shared/records/log/day-heads.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { at } from '../../support/case-file.ts';
import { CASE, casesOn, createOn, note } from '../case-on-table.ts';

it('the heads of a day are the last entries before it ended, of every case that was there', async () => {
  const table = createMemoryTable();
  const { cases, clock, open, give } = casesOn(table);
  await open();
  clock.now = at('03-02 23:59:59');
  await give(note('before'));
  clock.now = at('03-03 00:00');
  await give(note('after'));
  await open({ caseId: 'LZ2026-0002' });
  const [, second, third] = await cases.log(CASE);
  const heads = (day: string) => headsOfDay(createOn(table), at(`${day} 00:00`));
  expect(await heads('03-03')).toEqual([{ caseId: CASE, version: 2, hash: second?.hash }]);
  expect(await heads('03-04')).toEqual([
    { caseId: CASE, version: 3, hash: third?.hash },
    { caseId: 'LZ2026-0002', version: 1, hash: (await cases.log('LZ2026-0002'))[0]?.hash },
  ]);
  expect(await heads('03-02')).toEqual([]);
});
