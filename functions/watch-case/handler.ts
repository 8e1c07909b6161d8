import { WatchInput } from '../../shared/contracts/workflow.ts';
import { changeSince } from '../../shared/office/clocks.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { Watches } from '../../shared/records/watches.ts';
import type { Workflows } from '../../shared/workflows/executions.ts';
import { type PartsOf, task } from '../lambda.ts';

interface Dependencies {
  cases: Cases;
  watches: Watches;
  workflows: Workflows;
  now: () => string;
}

/**
 * 等待案卷变更: registers the token that wakes this schedule. A change between the schedule and the registration is found by
 * reading the log after registering, so no wake-up is lost.
 */
const createWatchCase =
  ({ cases, watches, workflows, now }: Dependencies) =>
  async ({ caseId, generation, version, token }: WatchInput): Promise<void> => {
    await watches.register({ caseId, token, version, generation, registeredAt: now() });
    const state = await cases.load(caseId);
    if (state === null) throw new CaseNotFound(caseId);
    const change = changeSince(state, { generation, version });
    if (change !== null) await workflows.signal(token, change);
  };

export const watchCase = (parts: PartsOf<typeof createWatchCase>) => task(WatchInput, createWatchCase(parts));
