import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../shared/case/state.ts';
import { changeSince, createClocks } from '../../../shared/office/clocks.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { createWatches } from '../../../shared/records/watches.ts';
import { inputFromName } from '../../../shared/workflows/executions.ts';
import { caseFile, head, officer, opening } from '../../support/case-file.ts';
import { concludeCase } from '../../support/conclude.ts';
import { createFakeWorkflows } from '../../support/office.ts';

const openCase = (level = 'yellow') => {
  const file = caseFile();
  file.give('03-02 09:00', officer, opening({ level }));
  return file;
};
const concluded = () => {
  const file = openCase();
  concludeCase(file, '03-02 10:00', head);
  return file.state;
};
const clocksFor = async (state: CaseState, since?: { generation: number; version: number }) => {
  const watches = createWatches(createMemoryTable());
  const flows = createFakeWorkflows();
  const { caseId } = state;
  if (since !== undefined)
    await watches.register({ caseId, token: 't', registeredAt: state.lastAt, ...since });
  return { flows, clocks: createClocks({ watches, workflows: flows.workflows }) };
};

describe('what a workflow must be woken for', () => {
  const { state } = openCase();
  const { generation, rearmedVersion } = state;

  it.each([
    ['one version before the clocks changed', { generation, version: rearmedVersion - 1 }, 'CaseChanged'],
    ['the version that changed them', { generation, version: rearmedVersion }, null],
    ['a later one', { generation, version: rearmedVersion + 1 }, null],
    ['an earlier generation', { generation: generation - 1, version: rearmedVersion }, 'LevelChanged'],
  ])('scheduled from %s', (_, since, change) => expect(changeSince(state, since)).toBe(change));

  it('says 结报 before all else', () => {
    const over = concluded();
    const version = over.rearmedVersion - 1;
    expect(changeSince(over, { generation: over.generation, version })).toBe('CaseConcluded');
    expect(changeSince(over, { generation: over.generation - 1, version })).toBe('CaseConcluded');
  });
});

describe('the clocks of a case', () => {
  it('are woken when a workflow waits with an older schedule, and not started', async () => {
    const { state } = openCase();
    const { flows, clocks } = await clocksFor(state, { generation: 1, version: 0 });
    await clocks.arm(state);
    expect(flows.signals).toEqual([{ token: 't', change: 'CaseChanged' }]);
    expect(flows.started).toEqual([]);
  });

  it('are started when nobody waits', async () => {
    const { state } = openCase();
    const { flows, clocks } = await clocksFor(state);
    await clocks.arm(state);
    await clocks.arm(state);
    expect(flows.started).toEqual([`${state.caseId}-yellow-1`]);
  });

  it('are told to schedule again when they have stopped, though nothing changed', async () => {
    const { state } = openCase();
    const { flows, clocks } = await clocksFor(state, { generation: 1, version: state.version });
    expect(await clocks.wake(state)).toBe(false);
    expect(await clocks.wake(state, true)).toBe(true);
    expect(flows.signals).toEqual([{ token: 't', change: 'CaseChanged' }]);
  });

  it('are never started for a concluded case', async () => {
    const state = concluded();
    const { flows, clocks } = await clocksFor(state);
    await clocks.arm(state);
    expect(clocks.isOwed(state)).toBe(false);
    expect(flows.started).toEqual([]);
  });
});

describe('the name of an execution', () => {
  it('says which case, level and generation it is', () => {
    const input = { caseId: 'LZ2026-0001', level: 'red', generation: 12 };
    expect(inputFromName('LZ2026-0001-red-12')).toEqual(input);
    expect(inputFromName('somebody else’s')).toBeUndefined();
  });
});
