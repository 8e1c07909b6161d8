import { beforeEach, describe, expect, it } from 'vitest';
import { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { dutiesIn, read } from '../../support/told.ts';
import { type Desk, openDesk } from './desk.ts';

let office: Desk['office'];
let officer: Desk['officer'];
let opened: Desk['opened'];
beforeEach(async () => {
  ({ office, officer, opened } = await openDesk());
});

describe('the list', () => {
  const listed = async (query?: Record<string, string>) =>
    read(CaseListReply, await officer('GET', '/v1/cases', undefined, query)).cases.map((row) => row.case);

  it('shows what is owed by an instant, also what is long overdue', async () => {
    const early = await opened({ level: 'yellow', instants: { occurredAt: '2026-03-01' } });
    const late = await opened({ key: 'late', level: 'red', sources: [{ kind: 'zhanjiang-assigned' }] });
    expect(await listed()).toEqual(expect.arrayContaining([early, late]));
    const owedBy = async (before: string) =>
      dutiesIn(
        await officer('GET', '/v1/duties', undefined, { of: 'all', limit: '200', 'due-before': before }),
      ).map((row) => row.case);
    expect(await owedBy('2026-03-02 08:00')).not.toEqual([]);
    expect(await owedBy('2020-01-01')).toEqual([]);
    office.pass(10 * 86_400_000);
    expect(await owedBy('2026-03-03')).toContain(late);
  });

  it('shows concluded and archived cases', async () => {
    const red = await opened();
    expect(await concludeByDesk(office, red)).toBe(200);
    expect(await listed({ state: 'concluded' })).toEqual([red]);
    expect(await listed()).toEqual([]);
    office.flows.statuses.set(`${red}-blue-1`, 'FAILED');
    await office.notify(red);
    await office.sweep();
    expect(await listed({ state: 'archived' })).toEqual([red]);
    expect(await listed({ state: 'concluded' })).toEqual([]);
  });

  it('shows a concluded case among the open ones while a body outside is owed something, swept and not archived', async () => {
    const owing = await opened({ level: 'blue', sources: [{ kind: 'zhanjiang-assigned' }] });
    expect(await concludeByDesk(office, owing)).toBe(200);
    expect(await listed()).toEqual([owing]);
    const [row] = read(CaseListReply, await officer('GET', '/v1/cases')).cases;
    expect(row).toMatchObject({ stateText: '已结报·尚欠上报', next: { duty: 'zhanjiangWritten' } });
    office.flows.statuses.set(`${owing}-blue-1`, 'FAILED');
    await office.sweep();
    expect(office.flows.started).toContain(`${owing}-blue-2`);
    expect((await office.system.cases.load(owing))?.status).toBe('concluded');
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
