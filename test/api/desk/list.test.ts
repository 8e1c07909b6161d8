import { beforeEach, describe, expect, it } from 'vitest';
import { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { read } from '../../support/told.ts';
import { type Desk, openDesk } from './desk.ts';

let office: Desk['office'];
let officer: Desk['officer'];
let head: Desk['head'];
let opened: Desk['opened'];
let give: Desk['give'];
beforeEach(async () => {
  ({ office, officer, head, opened, give } = await openDesk());
});

describe('the list', () => {
  const listed = async (query?: Record<string, string>) =>
    read(CaseListReply, await officer('GET', '/v1/cases', undefined, query)).cases.map((row) => row.case);

  it('shows what is owed by an instant, also what is long overdue', async () => {
    const early = await opened({ level: 'yellow', instants: { occurredAt: '2026-03-01' } });
    const late = await opened({ key: 'late', level: 'red', sources: [{ kind: 'zhanjiang-assigned' }] });
    expect(await listed()).toEqual(expect.arrayContaining([early, late]));
    expect(await listed({ 'due-before': '2026-03-02 08:00' })).not.toEqual([]);
    expect(await listed({ 'due-before': '2020-01-01' })).toEqual([]);
    office.pass(10 * 86_400_000);
    expect(await listed({ 'due-before': '2026-03-03' })).toContain(late);
  });

  it('shows concluded and archived cases', async () => {
    const red = await opened();
    await give(red, { type: 'Conclude', summary: '办结', acknowledgeUnmet: '已了结' }, head);
    expect(await listed({ state: 'concluded' })).toEqual([red]);
    expect(await listed()).toEqual([]);
    office.flows.statuses.set(`${red}-blue-1`, 'FAILED');
    await office.notify(red);
    await office.sweep();
    expect(await listed({ state: 'archived' })).toEqual([red]);
    expect(await listed({ state: 'concluded' })).toEqual([]);
  });

  it.each<Record<string, string>>([
    { state: 'gone' },
    { 'due-before': 'soon' },
    { 'due-before': '2026-02-30' },
  ])('does not know %j', async (query) => {
    const told = await officer('GET', '/v1/cases', undefined, query);
    expect(told).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  });
});
