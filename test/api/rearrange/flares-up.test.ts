import { beforeEach, describe, expect, it } from 'vitest';
import { concludeByDesk } from '../../support/conclude.ts';
import { grave, plain } from '../../support/office.ts';
import { logIn } from '../../support/told.ts';
import { HOUR } from '../intake/feed.ts';
import { type TwoStories, twoStories } from './two-stories.ts';

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
    // What tells another story is no such case.
    expect((await read(second)).formerCase).toBeNull();
  });

  it('waits for no digest where it has no limits', async () => {
    const { one, stored } = on;
    expect((await one(plain('q'))).case ?? null).toBeNull();
    expect((await stored('q'))?.alert).toBeUndefined();
    await one(plain('r', { url: grave('a').url }));
    expect((await stored('r'))?.alert).toBeDefined();
  });
});
