import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { apiEvent, claimsOf } from '../../local/api-event.ts';
import type { AslDefinition } from '../../local/asl.ts';
import { examplePeople, exampleRoster } from '../../local/people.ts';
import { type Rehearsed, rehearse } from '../../local/rehearsal/run.ts';
import type { Scenario } from '../../local/rehearsal/scenario.ts';
import { functionName } from '../../settings/function-names.ts';
import { type CallRecord, createMeter } from '../meter/meter.ts';
import { createMeteredLambdas } from '../meter/metered-lambdas.ts';
import { createMeteredTable } from '../meter/metered-table.ts';
import { countTransitions } from '../meter/transitions.ts';
import type { Usage } from '../meter/usage.ts';

export type Definitions = Record<string, AslDefinition>;

export interface Played {
  run: Rehearsed;
  records: readonly CallRecord[];
  /** State transitions of all executions. */
  transitions: number;
  /** What it takes to look at a case once, over the HTTP API, as it stands at the end. */
  look: (caseId: string) => Promise<Usage>;
  /** What a look into the mailboxes takes when nothing waits there. */
  lookForTexts: () => Promise<Usage>;
}

/**
 * Plays a scenario as `npm run rehearse` does and counts what it uses. Acts and messages are the same; only how many of
 * one instant's messages share an entry of the log may differ, since functions that remember nothing take more turns.
 */
export const play = async (scenario: Scenario, definitions: Definitions): Promise<Played> => {
  const meter = createMeter();
  const run = await rehearse(scenario, definitions, {
    table: createMeteredTable(createMemoryTable(), meter),
    log: createMeteredTable(createMemoryTable(), meter),
    createLambdas: createMeteredLambdas(meter),
    // All events, not only the latest.
    historyLimit: Number.POSITIVE_INFINITY,
  });
  const histories = run.engines.flatMap((engine) =>
    Object.keys(definitions)
      .flatMap((machine) => engine.listExecutions({ machine }))
      .map(({ executionArn }) => engine.getExecutionHistory(executionArn).events),
  );
  return {
    run,
    records: [...meter.records()],
    transitions: histories.reduce((sum, events) => sum + countTransitions(events), 0),
    look: async (caseId) => {
      // Whoever has a token may look.
      const [reader] = examplePeople(exampleRoster(regulationInForce(scenario.bureau)));
      const claims = claimsOf(reader!);
      const { http } = createMeteredLambdas(meter)(scenario.bureau, run.system, {});
      const answer = await http(apiEvent({ method: 'GET', path: `/v1/cases/${caseId}`, claims }));
      if (answer.statusCode !== 200) throw new Error(`查看案卷 ${caseId}:${answer.body}`);
      return meter.records().at(-1)!.usage;
    },
    lookForTexts: async () => {
      await createMeteredLambdas(meter)(scenario.bureau, run.system, {}).invoke(
        functionName(scenario.bureau, 'notify-people'),
        {},
      );
      return meter.records().at(-1)!.usage;
    },
  };
};
