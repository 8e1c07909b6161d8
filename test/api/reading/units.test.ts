import { describe, expect, it } from 'vitest';
import type { CaseListReply, CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { DutyListReply } from '../../../shared/contracts/replies/task.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { clockedLevels, giversOf, isPerUnit, mayGive } from '../../../shared/regulations/lookup.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';

// Every unit that has a case sees it and acts in it; nobody else's does.

describe.each(Object.keys(regulations))('a case that two units have, at %s', (bureau) => {
  const regulation = regulations[bureau]!;
  const level = clockedLevels(regulation).at(-1)!.id;
  const opener = giversOf(regulation, 'OpenCase', level).find(
    (role) => !isPerUnit(regulation, role) && mayGive(regulation, role, 'AssignUnit', level),
  )!;
  const [first, second, third] = regulation.units.map(({ id }) => id) as [string, string, string];
  const shared = async (flags: string[] = []) => {
    const office = await createOffice({ regulation });
    const told = await office.as(opener)('POST', '/v1/cases', {
      ...{ title: flags.length === 0 ? '两个单位的案卷' : '见纸质件', level, unit: first, flags },
      sources: [{ kind: regulation.sources.find(({ from }) => from === null)!.id }],
    });
    const path = `/v1/cases/${caseIn(told).case}`;
    const assign = { type: 'AssignUnit', unit: second, part: 'joint' };
    expect((await office.as(opener)('POST', `${path}/commands`, assign)).status).toBe(200);
    const as = (unit: string) => office.as('unitLiaison', unit);
    return { office, path, as };
  };

  it('is read by both, and by no third', async () => {
    const { path, as } = await shared();
    for (const route of ['', '/schedule', '/log', '/clocks', '/acts', '/texts']) {
      expect((await as(first)('GET', path + route)).status, route).toBe(200);
      expect((await as(second)('GET', path + route)).status, route).toBe(200);
      expect((await as(third)('GET', path + route)).status, route).toBe(403);
    }
    const listed = async (unit: string): Promise<number> =>
      ((await as(unit)('GET', '/v1/cases')).body as CaseListReply).cases.length;
    expect([await listed(first), await listed(second), await listed(third)]).toEqual([1, 1, 0]);
  });

  it('is there for both when it is 涉密, and for no third', async () => {
    const { path, as } = await shared(['secret']);
    expect((await as(first)('GET', path)).status).toBe(200);
    expect((await as(second)('GET', path)).status).toBe(200);
    expect((await as(third)('GET', path)).status).toBe(404);
  });

  it('tells whose it is, and asks each for its own 签收', async () => {
    const { path, as, office } = await shared();
    expect((await as(second)('POST', `${path}/commands`, { type: 'Acknowledge' })).status).toBe(200);
    const { unit, jointUnits, units } = (await office.as(opener)('GET', path)).body as CaseReply;
    expect(unit?.id).toBe(first);
    expect(jointUnits.map(({ id }) => id)).toEqual([second]);
    expect(units).toMatchObject([
      { unit: { id: first }, part: 'lead', partText: '主办', acknowledgedAt: null },
      { unit: { id: second }, part: 'joint', partText: '会办', acknowledgedAt: expect.any(String) },
    ]);
    const toSign = async (of: string): Promise<number> =>
      ((await as(of)('GET', '/v1/duties')).body as DutyListReply).duties.filter(
        ({ kind }) => kind === 'acknowledge',
      ).length;
    expect([await toSign(first), await toSign(second), await toSign(third)]).toEqual([1, 0, 0]);
  });

  it('is seen no more by a 会办 that has it no more', async () => {
    const { path, as, office } = await shared();
    const withdraw = { type: 'WithdrawUnit', unit: second, reason: '经核实与该单位的职责无关' };
    expect((await office.as(opener)('POST', `${path}/commands`, withdraw)).status).toBe(200);
    expect((await as(second)('GET', path)).status).toBe(403);
    expect(((await as(second)('GET', '/v1/cases')).body as CaseListReply).cases).toEqual([]);
  });
});
