import { describe, expect, it } from 'vitest';
import { ItemListReply } from '../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, grave, plain } from '../../support/office.ts';
import { caseOf, read } from '../../support/told.ts';

// 舆情信息 as a unit sees it: what came for it, and what the cases have that it handles.

const BUREAUS = [
  { bureau: 'leizhou', owes: {}, units: ['food', 'drugs', 'price'] },
  { bureau: 'yinzhou', owes: { flags: ['imageHarmed'] }, units: ['welfareHome', 'charity', 'socialAffairs'] },
] as const;

describe.each(BUREAUS)('at $bureau', ({ bureau, owes, units: [lead, joint, other] }) => {
  const opened = async () => {
    const office = await createOffice({ regulation: regulations[bureau]! });
    const caseId = caseOf(await office.push([grave('a', owes)]));
    await office.push([plain('mine', { unit: lead }), plain('nobody')]);
    const give = async (command: object) =>
      expect((await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, command)).status).toBe(
        200,
      );
    const seen = async (unit: string, query: Record<string, string> = {}): Promise<string[]> => {
      const told = await office.as('unitHead', unit)('GET', '/v1/items', undefined, query);
      return read(ItemListReply, told).items.map(({ id }) => id);
    };
    return { office, caseId, give, seen };
  };

  it('its units see the items of a case as long as they have it, and no others', async () => {
    const { give, seen, office } = await opened();
    expect(await seen(lead)).toEqual(['mine']);
    await give({ type: 'AssignUnit', unit: lead });
    await give({ type: 'AssignUnit', unit: joint, part: 'joint' });
    expect((await seen(lead)).sort()).toEqual(['a', 'mine']);
    expect(await seen(joint)).toEqual(['a']);
    expect(await seen(other)).toEqual([]);
    // What joins the case later, too; and what is asked for is looked at among them.
    await office.push([grave('b', { url: grave('a').url, ...owes })]);
    expect((await seen(joint)).sort()).toEqual(['a', 'b']);
    expect(await seen(joint, { became: 'open' })).toEqual([]);
    expect((await seen(joint, { became: 'inCase' })).sort()).toEqual(['a', 'b']);
    await give({ type: 'WithdrawUnit', unit: joint, reason: '本案与其职责无关' });
    expect(await seen(joint)).toEqual([]);
  });

  it('what is taken out of the case is theirs no more', async () => {
    const { give, seen } = await opened();
    await give({ type: 'AttachItem', feed: 'demo', id: 'nobody' });
    await give({ type: 'AssignUnit', unit: joint });
    expect((await seen(joint)).sort()).toEqual(['a', 'nobody']);
    const detach = { feed: 'demo', id: 'nobody', destination: 'board', reason: '说的是另一件事' };
    await give({ type: 'DetachItem', ...detach });
    expect(await seen(joint)).toEqual(['a']);
  });
});
