import { beforeEach, describe, expect, it } from 'vitest';
import { concludeByDesk } from '../../support/conclude.ts';
import { type TwoStories, twoStories } from './two-stories.ts';

let on: TwoStories;
beforeEach(async () => {
  on = await twoStories();
});
const reopen = { type: 'Reopen', reason: '结报后当事人提出新的证据' };

describe('a concluded case that is opened again', () => {
  it('is open at its old limits, in an execution of its own', async () => {
    const { first, give, read, office } = on;
    await give('chiefLeader', first, { type: 'DeclareCalm', reason: '平息' });
    const before = await read(first);
    expect(await concludeByDesk(office, first)).toBe(200);
    expect(await give('officeHead', first, reopen)).toMatchObject({ status: 200 });
    const after = await read(first);
    expect(after).toMatchObject({ state: 'open', reopenings: [{ concludedAt: expect.any(String) }] });
    const starts = ({ duties }: typeof after) =>
      duties.filter(({ due }) => due !== null).map(({ duty, due }) => [duty, due]);
    expect(starts(after)).toEqual(starts(before));
    expect(office.flows.started.at(-1)).toMatch(new RegExp(`^${first}-.*-2$`));
  });

  it('is tried without anything written', async () => {
    const { first, give, read, office } = on;
    await give('chiefLeader', first, { type: 'DeclareCalm', reason: '平息' });
    await concludeByDesk(office, first);
    const { version } = await read(first);
    expect((await give('officeHead', first, reopen, { try: '' })).status).toBe(200);
    expect((await read(first)).version).toBe(version);
  });
});
