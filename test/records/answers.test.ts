import { describe, expect, it } from 'vitest';
import { type Claimed, createAnswers, type Kept } from '../../shared/records/answers.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { onEveryTable } from './tables.ts';

const NOW = '2026-03-02T00:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
const [MINUTE, DAY] = [60, 86_400];
const keyed = { person: 'p1', key: 'k1', said: '["POST","/v1/cases",{}]' };
const kept: Kept = { is: 'case', status: 200, caseId: 'LZ2026-0001', version: 3, at: NOW };

const claimOf = (claimed: Claimed) => {
  if (claimed.is !== 'claimed') throw new Error(`It is ${claimed.is}`);
  return claimed.claim;
};

onEveryTable((fresh) => {
  it('of sixteen requests at once one is carried out, and all get its answer afterwards', async () => {
    const answers = createAnswers(await fresh());
    const claims = await Promise.all(range(16).map(() => answers.claim(keyed, NOW)));
    const mine = claims.filter(({ is }) => is === 'claimed');
    expect(mine).toHaveLength(1);
    expect(claims.filter(({ is }) => is === 'running')).toHaveLength(15);
    expect(claimOf(mine[0]!).again).toBe(false);
    await claimOf(mine[0]!).keep(kept, NOW);
    expect(await answers.claim(keyed, after(MINUTE))).toEqual({ is: 'kept', kept });
  });

  it('after a restart, where one process works alone, what it died over is carried out at once', async () => {
    const table = await fresh();
    expect((await createAnswers(table).claim(keyed, NOW)).is).toBe('claimed');
    expect((await createAnswers(table).claim(keyed, after(1))).is).toBe('running');
    const restarted = createAnswers(table, after(2));
    const again = claimOf(await restarted.claim(keyed, after(3)));
    expect(again.again).toBe(true);
    expect((await restarted.claim(keyed, after(4))).is).toBe('running');
  });

  it.each([
    ['another person', { person: 'p2' }, 'claimed'],
    ['another key', { key: 'k2' }, 'claimed'],
    ['a key and person that read the same when put together', { person: 'p1k', key: '1' }, 'claimed'],
    ['another body', { said: '["POST","/v1/cases",{"title":"另"}]' }, 'other'],
    ['another path', { said: '["POST","/v1/roster",{}]' }, 'other'],
  ])('%s is %3$s', async (_, more, is) => {
    const answers = createAnswers(await fresh());
    const claim = claimOf(await answers.claim(keyed, NOW));
    expect((await answers.claim({ ...keyed, ...more }, NOW)).is).toBe(is);
    await claim.keep(kept, NOW);
    const again = await answers.claim({ ...keyed, ...more }, NOW);
    expect(again.is).toBe(is === 'other' ? 'other' : 'running');
  });

  it.each([
    ['a second before a minute is over', MINUTE - 1, 'running'],
    ['after a minute', MINUTE, 'claimed'],
    ['a second later', MINUTE + 1, 'claimed'],
    ['on a clock that is a minute behind', -MINUTE, 'running'],
    ['on a clock that has jumped back', -MINUTE - 1, 'claimed'],
  ])('what nobody finished is %3$s %s, by one, who knows that it was begun', async (_, seconds, is) => {
    const answers = createAnswers(await fresh());
    const first = claimOf(await answers.claim(keyed, NOW));
    const claims = await Promise.all(range(16).map(() => answers.claim(keyed, after(seconds))));
    const mine = claims.filter((claim) => claim.is === 'claimed');
    expect(mine).toHaveLength(is === 'claimed' ? 1 : 0);
    if (mine[0] === undefined) return;
    expect(claimOf(mine[0]).again).toBe(true);
    // Whoever was taken for dead answers nobody any more.
    await first.keep({ ...kept, version: 99 }, after(seconds));
    expect((await answers.claim(keyed, after(seconds))).is).toBe('running');
    await claimOf(mine[0]).keep(kept, after(seconds));
    expect(await answers.claim(keyed, after(seconds))).toEqual({ is: 'kept', kept });
  });

  it('what was our fault may begin again at once, with the same words only', async () => {
    const answers = createAnswers(await fresh());
    await claimOf(await answers.claim(keyed, NOW)).release(NOW);
    expect((await answers.claim({ ...keyed, said: 'other' }, NOW)).is).toBe('other');
    expect(claimOf(await answers.claim(keyed, NOW)).again).toBe(true);
    expect((await answers.claim(keyed, NOW)).is).toBe('running');
  });

  it.each([
    ['a second before 24 hours', DAY - 1, 'kept', 'other'],
    ['after 24 hours', DAY, 'claimed', 'claimed'],
    ['a second later', DAY + 1, 'claimed', 'claimed'],
    ['on a clock that has jumped back', -DAY, 'kept', 'other'],
  ])('%s the same is %3$s and other words are %4$s', async (_, seconds, same, other) => {
    for (const [said, is] of [
      [keyed.said, same],
      ['other', other],
    ]) {
      const answers = createAnswers(await fresh());
      await claimOf(await answers.claim(keyed, after(-MINUTE / 2))).keep(kept, NOW);
      const claimed = await answers.claim({ ...keyed, said: said! }, after(seconds));
      expect(claimed.is).toBe(is);
      if (claimed.is === 'claimed') expect(claimed.claim.again).toBe(false);
    }
  });

  it('what is older than 24 hours is forgotten, so many at a time', async () => {
    const answers = createAnswers(await fresh());
    for (const number of range(5))
      await claimOf(await answers.claim({ ...keyed, key: `k${number}` }, NOW)).keep(kept, after(number));
    await claimOf(await answers.claim({ ...keyed, key: 'unanswered' }, NOW)).release(NOW);
    await answers.forget(after(DAY - 1), 10);
    expect((await answers.claim({ ...keyed, key: 'k1' }, after(DAY - 1))).is).toBe('kept');
    await answers.forget(after(DAY + 3), 3);
    const left = async () => {
      const told = await Promise.all(
        range(5).map((number) => answers.claim({ ...keyed, key: `k${number}` }, after(2))),
      );
      return told.filter(({ is }) => is === 'kept').length;
    };
    expect(await left()).toBe(3);
  });
});

describe('what is kept of an answer', () => {
  it('is neither its words nor its key nor whose it is, and the same words look different each time', async () => {
    const table = createMemoryTable();
    const answers = createAnswers(table);
    const said = '["POST","/v1/cases",{"title":"某超市"}]';
    for (const key of ['key-one', 'key-two'])
      await claimOf(await answers.claim({ person: 'person-a', key, said }, NOW)).keep(kept, NOW);
    const records = table.records();
    expect(records).toHaveLength(2);
    expect(JSON.stringify(records)).not.toMatch(/某超市|key-|person-a/);
    expect(new Set(records.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
