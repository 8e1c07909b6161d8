import { expect } from 'vitest';
import { ClocksReply } from '../../../../shared/contracts/replies/clocks.ts';
import { StatusReply } from '../../../../shared/contracts/replies/health.ts';
import { read } from '../../../support/told.ts';
import { FEED, OTHER_FEED } from '../deployments.ts';
import type { Site } from '../site.ts';
import { until } from '../until.ts';

/** What is told of a 蓝 case's execution instead of by the console, and of how the system does after two feeds have pushed. */
export const lookAtClocks = async (site: Site, caseId: string): Promise<void> => {
  // The history of this emulator tells nothing of what lies within a Parallel (differences.ts).
  const told = await until('the clocks of the execution', async () => {
    const clocks = read(ClocksReply, await site.as('dutyOfficer', 'GET', `/v1/cases/${caseId}/clocks`));
    // Whoever waits for changes registers a moment after the Parallel has begun.
    const isHandling = clocks.executions[0]?.active.some(({ state }) => state === '处置中');
    return isHandling && clocks.watch !== null ? clocks : undefined;
  });
  expect(told.watch).toMatchObject({ generation: 1, current: true });
  expect(told.executions).toMatchObject([{ name: `${caseId}-blue-1`, status: 'RUNNING' }]);
  const [execution] = told.executions;
  expect(execution!.console).toMatch(
    /^https:\/\/console\.aws\.amazon\.com\/states\/home\?region=us-east-1#\/v2\/executions\/details\/arn:aws:states:us-east-1:\d+:execution:leizhou-blue:/,
  );
  expect(execution!.events.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['开始执行:排定时限', '开始计时:处置中']),
  );
  const status = read(StatusReply, await site.as('operator', 'GET', '/v1/status'));
  expect(status).toMatchObject({ store: 'ok', records: { kind: 'dynamodb', freeMegabytes: null } });
  expect(status.clocks).not.toBe('unreachable');
  expect(status.feeds).toMatchObject([
    { feed: FEED, accepted: { items: 1 } },
    { feed: OTHER_FEED, accepted: null },
  ]);
};
