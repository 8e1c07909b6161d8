import { expect, it } from 'vitest';
import { loadDefinitions } from '../../infra/local/definitions/load.ts';
import { CONTRACT_VERSION, NO_CLOCK } from '../../shared/contracts/workflow.ts';
import { createUpgradeRig, type Machines, type UpgradeRig } from './rig.ts';

const machines = await loadDefinitions('leizhou');
/** The same machines, saying that they speak another contract. */
const speaking = (contract: number): Machines =>
  JSON.parse(JSON.stringify(machines), (key, value) =>
    key === 'Parameters' && 'enforcedBefore' in value ? { ...value, contract } : value,
  );
const open = async (rig: UpgradeRig): Promise<string> => {
  const body = {
    key: 'k',
    title: '某连锁超市过期食品被曝光',
    sources: [{ kind: 'monitored' }],
    level: 'blue',
  };
  return String((await rig.ask('dutyOfficer', 'POST', '/v1/cases', body)).case);
};
const scheduleInput = {
  caseId: 'LZ2026-0001',
  level: 'blue',
  generation: 1,
  schedules: 0,
  enforcedBefore: -1,
  branches: ['warnUnits'],
};

it('functions older than the definition refuse to guess, and the fault is heard', async () => {
  const rig = await createUpgradeRig(speaking(CONTRACT_VERSION + 1));
  const caseId = await open(rig);
  await rig.goTo('2026-03-02T00:10:00.000Z');
  expect(rig.ended).toEqual([{ name: `${caseId}-blue-1`, status: 'FAILED' }]);
  const faults = rig.calls.filter(({ function: name }) => name === 'report-fault');
  expect(faults).toMatchObject([{ input: { caseId, error: 'ContractUnknown' } }]);
  expect(String(faults[0]!.input.cause)).toContain('请部署较新的函数');
  expect(JSON.stringify(await rig.logOf(caseId))).toContain('ContractUnknown');
});

it('schedule and enforce take the contract that they know and no newer one', async () => {
  const rig = await createUpgradeRig(machines);
  const caseId = await open(rig);
  const enforceInput = { caseId, generation: 1, duty: 'warnUnits', clock: NO_CLOCK };
  const known = { contract: CONTRACT_VERSION };
  expect(await rig.call('schedule-duties', { ...scheduleInput, ...known })).toMatchObject(known);
  expect(await rig.call('enforce-duty', { ...enforceInput, ...known })).toEqual(NO_CLOCK);
  const contract = CONTRACT_VERSION + 1;
  for (const asked of [
    rig.call('schedule-duties', { ...scheduleInput, contract }),
    rig.call('enforce-duty', { ...enforceInput, contract }),
  ])
    await expect(asked).rejects.toMatchObject({ name: 'ContractUnknown' });
});

it('functions that answer less than a definition reads end it, and the sweep restarts it once they are replaced', async () => {
  const rig = await createUpgradeRig(machines);
  rig.stands.set('schedule-duties', async (_, run) => {
    const { others, ...known } = (await run()) as Record<string, unknown>;
    expect(others).toBeDefined();
    return known;
  });
  const caseId = await open(rig);
  await rig.goTo('2026-03-02T00:10:00.000Z');
  expect(rig.ended).toEqual([{ name: `${caseId}-blue-1`, status: 'FAILED' }]);
  rig.stands.clear();
  expect(await rig.sweep()).toMatchObject({ restarted: [caseId] });
  expect(rig.ended).toHaveLength(1);
  expect(rig.timersLeft()).toBeGreaterThan(0);
  expect(JSON.stringify(await rig.logOf(caseId))).toContain('流程已停止(出错)');
});
