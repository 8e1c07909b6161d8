import { type Generation, generationsIn } from '../../../shared/case/generations.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import type { ClocksReply } from '../../../shared/contracts/replies/clocks.ts';
import type { Office } from '../../../shared/office/office.ts';
import type { Cases } from '../../../shared/records/cases.ts';
import { mapEach } from '../../../shared/records/some-at-once.ts';
import type { Watches } from '../../../shared/records/watches.ts';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import { levelOf } from '../../../shared/regulations/lookup.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import type { Workflows } from '../../../shared/workflows/executions.ts';
import type { HttpEvent } from '../../http.ts';
import { caseIdIn } from '../case-id.ts';
import type { Sight } from '../sight.ts';
import type { SeenExecution } from './execution-view.ts';
import { clocksView } from './view.ts';

interface Dependencies {
  cases: Pick<Cases, 'log'>;
  watches: Watches;
  workflows: Pick<Workflows, 'look' | 'history'>;
  office: Pick<Office, 'clocks'>;
  sight: Sight;
  now: () => string;
}

/** Each costs a question or two of whoever runs them. */
const MOST_EXECUTIONS = 10;

/** `GET /v1/cases/{case}/clocks`. Rights as of the schedule. */
export const createClocksReading = ({ cases, watches, workflows, office, sight, now }: Dependencies) => {
  /** The log knows which there were: nobody has to look for them. */
  const generationsOf = async ({
    caseId,
    generation,
    handlingLevel: level,
  }: CaseState): Promise<Generation[]> =>
    generation === 1 ? [{ generation, level }] : generationsIn(await cases.log(caseId));

  const see = async (state: CaseState, { generation, level }: Generation): Promise<SeenExecution> => {
    const input = { caseId: state.caseId, level, generation };
    const execution = await workflows.look(input);
    const isTold =
      execution !== undefined && (execution.status === 'RUNNING' || generation === state.generation);
    const history = isTold ? await workflows.history(input) : { active: [], events: [] };
    return { input, execution, ...history };
  };

  return async (event: HttpEvent, reading: Reading): Promise<ClocksReply> => {
    const state = await sight.readCase(reading, caseIdIn(event));
    const regulation = regulationOfCase(state);
    const withMachine = (await generationsOf(state)).filter(
      ({ level }) => levelOf(regulation, level).clocked,
    );
    // The watch is read last: what an execution has registered by then is not taken for missing.
    const executions = await mapEach(withMachine.slice(-MOST_EXECUTIONS), (each) => see(state, each));
    const watch = await watches.find(state.caseId);
    const isOwed = office.clocks.isOwed(state);
    return clocksView(regulation, state, { executions, watch, isOwed, now: now() });
  };
};
