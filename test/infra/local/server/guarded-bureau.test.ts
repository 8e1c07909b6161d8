import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExecutionArn } from '../../../../infra/local/local-names.ts';
import { exampleRoster, personFor } from '../../../../infra/local/people.ts';
import { type RunningBureau, startBureau } from '../../../../infra/local/server/bureau.ts';

let running: RunningBureau;
beforeAll(async () => {
  running = await startBureau({
    bureau: 'leizhou',
    folder: undefined,
    port: 0,
    // No sweep helps out.
    sweepEveryMilliseconds: 3_600_000,
    onSms: () => undefined,
  });
});
afterAll(() => running.close());

it('a clock that is stopped on this machine is restarted by the guard, as on AWS', async () => {
  const actor = personFor(exampleRoster(), 'dutyOfficer');
  const answer = await fetch(`${running.url}/v1/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await running.issuer.issue(actor)}` },
    body: JSON.stringify({
      key: 'guarded',
      title: '群众来电',
      sources: [{ kind: 'monitored' }],
      level: 'blue',
      unit: 'food',
    }),
  });
  const { case: caseId } = (await answer.json()) as { case: string };
  running.engine().stopExecution(buildExecutionArn('leizhou-blue', `${caseId}-blue-1`));
  const statusOf = (generation: number) =>
    running.system.workflows.describe({ caseId, level: 'blue', generation });
  while ((await statusOf(2)) === 'NONE') await pause(50);
  expect(await statusOf(1)).toBe('ABORTED');
  expect(await statusOf(2)).toBe('RUNNING');
  expect((await running.system.cases.load(caseId))?.generation).toBe(2);
});
