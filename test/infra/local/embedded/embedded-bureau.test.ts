import { expect, it } from 'vitest';
import { buildSystem } from '../../../../functions/system.ts';
import { apiEvent, claimsOf } from '../../../../infra/local/api-event.ts';
import { createVirtualClock } from '../../../../infra/local/clock/virtual-clock.ts';
import { loadDefinitions } from '../../../../infra/local/definitions/load.ts';
import { createEmbeddedBureau } from '../../../../infra/local/embedded/embedded-bureau.ts';
import { buildExecutionArn } from '../../../../infra/local/local-names.ts';
import { exampleRoster, personFor } from '../../../../infra/local/people.ts';
import { createMemoryTable } from '../../../../shared/records/memory-table.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { START } from '../support.ts';

const definitions = await loadDefinitions('leizhou');

/** A bureau on a virtual clock with one 蓝 case. */
const openBureau = async () => {
  const clock = createVirtualClock(START);
  const unsent: string[] = [];
  const bureau = createEmbeddedBureau({
    bureau: 'leizhou',
    definitions,
    clock,
    onUnsent: (caseId, error) => unsent.push(`${caseId}: ${String(error)}`),
  });
  const sent: string[] = [];
  const system = buildSystem({
    regulation: leizhou,
    table: createMemoryTable(),
    log: createMemoryTable(),
    ...bureau.ports,
    sms: { send: async (to) => `m-${sent.push(to)}` },
    onProblem: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const lambdas = await bureau.open(system, {});
  const body = { key: 'k', title: '群众来电', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };
  const answer = await lambdas.http(
    apiEvent({
      method: 'POST',
      path: '/v1/cases',
      body: JSON.stringify(body),
      claims: claimsOf(personFor(exampleRoster(), 'dutyOfficer')),
    }),
  );
  await bureau.engine().idle();
  const { case: caseId } = JSON.parse(answer.body!) as { case: string };
  const clockOf = (generation: number): string =>
    buildExecutionArn('leizhou-blue', `${caseId}-blue-${generation}`);
  const running = () =>
    bureau
      .engine()
      .listExecutions({ machine: 'leizhou-blue', status: 'RUNNING' })
      .map(({ name }) => name);
  return { bureau, system, clock, caseId, clockOf, running, sent, unsent };
};

it('a bureau in one process runs the clock of a case and sends its messages', async () => {
  const { running, caseId, sent, unsent } = await openBureau();
  expect(running()).toEqual([`${caseId}-blue-1`]);
  expect(sent.length).toBeGreaterThan(0);
  expect(unsent).toEqual([]);
});

it('the guard restarts a clock that was stopped, at once and without any sweep', async () => {
  const { bureau, running, caseId, clockOf, system } = await openBureau();
  bureau.engine().stopExecution(clockOf(1));
  await bureau.engine().idle();
  expect(running()).toEqual([`${caseId}-blue-2`]);
  expect((await system.cases.load(caseId))?.generation).toBe(2);
});

it('an engine that took over after a crash knows no clock until the sweep, and is guarded as well', async () => {
  const { bureau, running, caseId, clockOf } = await openBureau();
  bureau.engine().stopAll();
  bureau.restart();
  expect(bureau.engines).toHaveLength(2);
  expect(running()).toEqual([]);
  await bureau.sweep();
  await bureau.engine().idle();
  expect(running()).toEqual([`${caseId}-blue-1`]);
  bureau.engine().stopExecution(clockOf(1));
  await bureau.engine().idle();
  expect(running()).toEqual([`${caseId}-blue-2`]);
});

it('tells of messages that could not be sent', async () => {
  const { bureau, system, caseId, unsent } = await openBureau();
  system.cases.load = async () => {
    throw new Error('throttled');
  };
  await bureau.ports.dispatch(caseId);
  await bureau.engine().idle();
  expect(unsent).toEqual([`${caseId}: Error: throttled`]);
});
