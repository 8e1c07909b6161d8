import { beforeEach, describe, expect, it } from 'vitest';
import { concludeByDesk } from '../../support/conclude.ts';
import { grave, plain } from '../../support/office.ts';
import { caseOf } from '../../support/told.ts';
import { type Feed, HOUR, openFeed } from './feed.ts';

let office: Feed['office'];
let one: Feed['one'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, one, stored } = await openFeed());
});

describe('the same story', () => {
  it('by its address, whatever was added to it, joins the case', async () => {
    const first = await one(grave('a', { url: 'https://news.example.com/1' }));
    const other = { id: 'b', title: '另一个标题', url: 'http://www.news.example.com/1/?utm_source=wx#top' };
    expect(await one(other)).toMatchObject({ status: 'accepted', case: first.case, joined: { by: 'url' } });
    expect((await office.system.cases.load(first.case!))?.items).toHaveLength(2);
  });

  it('by nearly the same text joins the case', async () => {
    const first = await one(grave('a'));
    const { content } = grave('a');
    const again = await one(grave('b', { content: `${content}。转!` }));
    expect(again).toMatchObject({ case: first.case, joined: { by: 'text' } });
    expect(again.joined?.similarity).toBeGreaterThan(0.8);
  });

  it('after the case was concluded opens another', async () => {
    const first = await one(grave('a'));
    const state = (await office.system.cases.load(first.case!))!;
    const head = office.as('chiefLeader');
    const grade = { type: 'ConfirmGrade', level: state.warningLevel };
    await office.as('dutyOfficer')('POST', `/v1/cases/${first.case}/commands`, grade);
    if (state.handlingLevel !== 'blue')
      await head('POST', `/v1/cases/${first.case}/commands`, { type: 'DeclareCalm', reason: '平息' });
    expect(await concludeByDesk(office, first.case!)).toBe(200);
    office.pass(HOUR);
    const [b, c] = await Promise.all([
      office.push([grave('b', { url: grave('a').url })]),
      office.push([grave('c', { url: grave('a').url })]),
    ]);
    await settle();
    expect(caseOf(b)).not.toBe(first.case);
    expect((await stored('c'))?.caseId).toBe((await stored('b'))?.caseId);
    expect(c.status).toBe(200);
  });

  /** What was cut off between two pushes, the sweep brings together. */
  const settle = async () => {
    office.pass(HOUR);
    await office.sweep();
    await office.sweep();
  };

  it('pushed twice at once opens one case', async () => {
    const url = 'https://news.example.com/same';
    const told = await Promise.all(['a', 'b', 'c', 'd'].map((id) => office.push([grave(id, { url })])));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await settle();
    expect(await office.system.cases.open()).toHaveLength(1);
    const owners = await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => (await stored(id))?.caseId));
    expect(new Set(owners).size).toBe(1);
    expect((await office.system.cases.load(owners[0]!))?.items).toHaveLength(4);
  });

  it('the same item pushed at once is one item and one case, without a refusal', async () => {
    const told = await Promise.all(Array.from({ length: 5 }, () => office.push([grave('a')])));
    expect(told.every(({ status }) => status === 200)).toBe(true);
    await settle();
    const rows = await office.system.cases.open();
    expect(rows).toHaveLength(1);
    const state = await office.system.cases.load(rows[0]!.caseId);
    expect(state).toMatchObject({ refusals: 0, items: [{ id: 'a' }] });
    expect(await stored('a')).toMatchObject({ outcome: 'inCase' });
  });

  it('an item whose case was concluded before it could join stays 常规', async () => {
    const item = plain('a');
    await one(item);
    const known = (await stored('a'))!;
    await office.system.items.put({ ...known, outcome: 'pending', revision: known.revision + 1 });
    await settle();
    expect((await stored('a'))?.outcome).not.toBe('pending');
    expect(await office.system.cases.open()).toEqual([]);
  });
});
