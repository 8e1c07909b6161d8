import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { grave, plain } from '../../support/office.ts';
import { logIn } from '../../support/told.ts';
import { HOUR } from '../intake/feed.ts';
import { type TwoStories, twoStories } from './two-stories.ts';

/** What it owes comes from how many read it alone. */
const QUIET = {
  title: '某小区电梯停运两天居民上下楼不便',
  content: '今天上午某小区七号楼电梯停运,业主说报修多次无人理会,现场已经贴出告示。',
};
let on: TwoStories;
beforeEach(async () => {
  on = await twoStories();
  await on.give('chiefLeader', on.first, { type: 'DeclareCalm', reason: '平息' });
  expect(await concludeByDesk(on.office, on.first)).toBe(200);
  on.office.pass(HOUR);
});

describe('the same story after the conclusion', () => {
  it('is told in a case of its own as 疑似复燃, with the case that told it before', async () => {
    const { first, second, one, read, office } = on;
    const again = (await one(grave('z', { url: grave('a').url }))).case!;
    expect([first, second]).not.toContain(again);
    expect(await read(again)).toMatchObject({ state: 'open', formerCase: first });
    const log = logIn(await office.as('dutyOfficer')('GET', `/v1/cases/${again}/log`));
    expect(log.entries[0]!.labels[0]).toContain(`疑似案卷${first}复燃`);
    // It is found by the case that it may be of, and by no other.
    const found = async (former: string): Promise<string[]> => {
      const query = { state: 'all', former };
      const { body } = await office.as('dutyOfficer')('GET', '/v1/cases', undefined, query);
      return (body as CaseListReply).cases.map((row) => row.case);
    };
    expect([await found(first), await found(second)]).toEqual([[again], []]);
    // What tells another story is no such case.
    expect((await read(second)).formerCase).toBeNull();
  });

  it('waits for no digest where it has no limits', async () => {
    const { give, office, one, stored } = on;
    const third = (await one(grave('third', QUIET))).case!;
    await give('dutyOfficer', third, { type: 'ConfirmGrade', level: 'blue' });
    await give('chiefLeader', third, { type: 'DeclareCalm', reason: '平息' });
    expect(await concludeByDesk(office, third)).toBe(200);
    office.pass(HOUR);
    expect((await one(plain('q'))).case ?? null).toBeNull();
    expect((await stored('q'))?.alert).toBeUndefined();
    // It is told again by somebody whom few read.
    const again = await one(grave('r', { ...QUIET, url: 'https://bbs.example.com/r', metrics: undefined }));
    expect(again.case ?? null).toBeNull();
    expect((await stored('r'))?.alert).toBeDefined();
  });
});
