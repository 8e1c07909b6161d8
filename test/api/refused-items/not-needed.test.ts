import { describe, expect, it } from 'vitest';
import { RefusedItemReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { dayPlanOf, nextDigest } from '../../../shared/regulations/day.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { plain } from '../../support/office.ts';
import { read } from '../../support/told.ts';
import { DAY, harmless, openRefusals, sentBy, urgent } from './refused.ts';

// 不需录入: what was refused and needs no entry, as somebody says for a reason.

const DIGEST = 'SX76';
const NOW = 'SX75';
const said = { as: 'notNeeded', reason: '与上一条重复' };

describe.each(['leizhou', 'yinzhou'])('at %s', (bureau) => {
  const regulation = regulations[bureau]!;
  const opened = async (raw: object = harmless()) => {
    const refusals = await openRefusals(regulation);
    const { refused } = await refusals.refuse(raw);
    const judge = async (given: object, role?: string) =>
      read(RefusedItemReply, await refusals.judge(refused, given, role));
    return { ...refusals, tryJudge: refusals.judge, refused, judge };
  };
  const digest = async ({ office }: Awaited<ReturnType<typeof opened>>): Promise<string[]> => {
    office.at(nextDigest(dayPlanOf(regulation), office.now()));
    await office.sweep();
    await office.notify();
    return sentBy(office, DIGEST).map(({ message }) => message.text);
  };

  it('waits no more, with who said so, when and why; the digest counts it no more', async () => {
    const on = await opened();
    await on.office.push([harmless({ own: 1 })]);
    const told = await on.judge(said);
    expect(told).toMatchObject({
      became: 'notNeeded',
      taken: null,
      judgements: [{ as: 'notNeeded', reason: '与上一条重复', role: { id: 'dutyOfficer' } }],
    });
    expect(Date.parse(told.judgements[0]!.at)).toBe(Date.parse(on.office.now()));
    expect((await on.list()).map(({ refused }) => refused)).not.toContain(on.refused);
    expect((await on.list({ became: 'notNeeded' })).map(({ refused }) => refused)).toEqual([on.refused]);
    // Said again, by another, it changes nothing.
    expect((await on.judge({ ...said, reason: '另一说法' }, 'officeHead')).judgements).toHaveLength(1);
    expect(await digest(on)).toEqual([expect.stringContaining('有1条推送信息未能入库')]);
  });

  it('taken back, it waits again, and is told of if nobody had heard of it by then', async () => {
    const on = await opened();
    await on.judge(said);
    expect(await digest(on)).toEqual([]);
    const back = await on.judge({ as: 'takenBack', reason: '经核对不是重复' }, 'officeHead');
    expect([back.became, back.judgements.map(({ as }) => as)]).toEqual(['open', ['notNeeded', 'takenBack']]);
    expect(await on.list()).toHaveLength(1);
    expect(await digest(on)).toHaveLength(1);
    // Once told it is not told of again by being taken back.
    await on.judge(said);
    await on.judge({ as: 'takenBack' });
    on.office.pass(DAY);
    expect(await digest(on)).toHaveLength(1);
  });

  it('is entered all the same where somebody finds that it is needed', async () => {
    const on = await opened();
    await on.judge(said);
    expect((await on.enter(on.refused)).status).toBe(200);
    expect((await on.one(on.refused)).became).toBe('entered');
    expect(await on.tryJudge(on.refused, { as: 'takenBack' })).toMatchObject({
      status: 409,
      body: { code: 'REFUSED_ITEM_TAKEN' },
    });
  });

  it('is refused without a reason, of what is taken, of what is not there, and to whom it is not his', async () => {
    const on = await opened();
    const codeOf = async (given: object, role?: string, refused = on.refused) => {
      const { status, body } = await on.tryJudge(refused, given, role);
      return [status, (body as { code?: string }).code];
    };
    expect(await codeOf({ as: 'notNeeded' })).toEqual([422, 'INVALID']);
    expect(await codeOf({ as: 'notNeeded', reason: '。。。' })).toEqual([422, 'INVALID']);
    expect(await codeOf({ as: 'gone' })).toEqual([422, 'INVALID']);
    expect(await codeOf(said, 'dutyOfficer', 'nothing')).toEqual([404, 'REFUSED_ITEM_UNKNOWN']);
    expect((await codeOf(said, 'chiefLeader'))[0]).toBe(403);
    const { refused } = await on.refuse(plain('a', { title: '' }));
    on.office.pass(1000);
    await on.office.push([plain('a')]);
    expect(await codeOf(said, 'dutyOfficer', refused)).toEqual([409, 'REFUSED_ITEM_TAKEN']);
  });

  it('changes forty times, all of which stay with it, and no more', async () => {
    const on = await opened();
    for (let number = 0; number < 20; number += 1) {
      await on.judge(said);
      await on.judge({ as: 'takenBack' });
    }
    expect(await on.tryJudge(on.refused, said)).toMatchObject({
      status: 409,
      body: { code: 'ITEM_JUDGED_TOO_OFTEN' },
    });
    expect((await on.one(on.refused)).judgements).toHaveLength(40);
  });

  it('of 涉密 says nothing of what it is about', async () => {
    const on = await opened(urgent({ flags: ['secret'] }));
    expect(await on.tryJudge(on.refused, said)).toMatchObject({
      status: 422,
      body: { code: 'SECRET_CONTENT' },
    });
    expect((await on.judge({ as: 'notNeeded', reason: '见纸质件:值班室' })).became).toBe('notNeeded');
  });

  it('what would have been told at once is not, where it is said before', async () => {
    const on = await opened(urgent({ flags: ['secret'] }));
    await on.judge({ as: 'notNeeded', reason: '见纸质件' });
    await on.office.notify();
    expect(sentBy(on.office, NOW)).toEqual([]);
  });
});
