import { setTimeout as pause } from 'node:timers/promises';
import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import { caseIn } from '../../../support/told.ts';
import type { Aws } from '../aws.ts';
import { createCdk } from '../cdk.ts';
import { NEW_VERSION, reviseRegulation } from '../changed-regulation.ts';
import type { Context } from '../context.ts';
import { commercialDeployment } from '../deployments.ts';
import { caseByHand } from '../items.ts';
import type { Site } from '../site.ts';
import type { IssuerStub } from '../stubs.ts';
import { until } from '../until.ts';

interface Deployed {
  context: Context;
  aws: Aws;
  site: Site;
  issuer: IssuerStub;
}

/** Deploys a revised regulation between two cases: the one before it keeps its version, its limits and its clock. */
export const reviseWhileOpen = async ({ context, aws, site, issuer }: Deployed): Promise<void> => {
  const assigned = (key: string) => ({
    ...caseByHand(key, 'orange'),
    sources: [
      { kind: 'zhanjiang-assigned', receivedAt: new Date().toISOString(), reference: '交办〔2026〕1号' },
    ],
  });
  const before = await site.open(assigned('before-revision'));
  const viewOf = async (id: string) => caseIn(await site.as('dutyOfficer', 'GET', `/v1/cases/${id}`));
  const dueOf = (view: Awaited<ReturnType<typeof viewOf>>) =>
    view.duties.find(({ duty }) => duty === 'zhanjiangTelephone')?.due ?? '';
  const old = await viewOf(before);

  const revised = createCdk(context, commercialDeployment(issuer.url), reviseRegulation(context.folder));
  await revised.deploy();
  const after = await site.open(assigned('after-revision'));
  const fresh = await viewOf(after);
  const still = await viewOf(before);
  expect(still.regulation).toEqual(old.regulation);
  expect(dueOf(still)).toBe(dueOf(old));
  expect(fresh.regulation).toMatchObject({ version: NEW_VERSION });
  const hours = (view: typeof fresh) =>
    Math.round((Date.parse(dueOf(view)) - Date.parse(view.sources[0]?.receivedAt ?? '')) / 3_600_000);
  expect([hours(still), hours(fresh)]).toEqual([3, 2]);

  // The old case's execution keeps its definition; a new one for it runs on the new definition all the same.
  const executions = await aws.executions('leizhou-orange');
  expect(executions.find(({ name }) => name === `${before}-orange-1`)).toMatchObject({ status: 'RUNNING' });
  const { executionArn } = executions.find(({ name }) => name === `${before}-orange-1`)!;
  await aws.states.send(new StopExecutionCommand({ executionArn }));
  await until('the old case on the new machine', async () =>
    (await aws.executions('leizhou-orange')).find(({ name }) => name === `${before}-orange-2`),
  );
  await pause(5_000);
  const now = await aws.executions('leizhou-orange');
  expect(now.find(({ name }) => name === `${before}-orange-2`)).toMatchObject({ status: 'RUNNING' });
  expect(dueOf(await viewOf(before))).toBe(dueOf(old));
};
