import { expect, it } from 'vitest';
import { seedCases } from '../../../../infra/local/bench/seed.ts';
import { freshFolder, removeFolder } from '../../../../infra/local/bench/stores.ts';
import { openDataFile } from '../../../../infra/local/store/data-file.ts';
import { createCases } from '../../../../shared/records/cases.ts';
import { listingOf } from '../../../../shared/rules/listing/listing.ts';

it('fills a folder with open cases whose logs prove themselves, the copied ones as the played ones', async () => {
  const folder = freshFolder();
  await seedCases(folder, 6, 4);
  const file = openDataFile({ folder, bureau: 'leizhou', isNew: false });
  const problems: unknown[] = [];
  const cases = createCases({
    listingOf,
    ...file,
    now: () => new Date().toISOString(),
    onProblem: (...problem) => problems.push(problem),
  });
  const open = await cases.open();
  expect(open).toHaveLength(6);
  for (const { caseId } of open) expect((await cases.prove(caseId)).findings).toEqual([]);
  // By night a text may have to wait till the morning.
  for (const { caseId } of open) {
    const pending = Object.values((await cases.load(caseId))!.pendingNotices);
    const now = new Date().toISOString();
    expect(pending.filter(({ notBefore = now }) => notBefore <= now)).toEqual([]);
  }
  expect(problems).toEqual([]);
  file.close();
  removeFolder(folder);
});
