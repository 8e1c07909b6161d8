import { apiEvent, claimsOf } from '../../../../infra/local/api-event.ts';
import { loadDefinitions } from '../../../../infra/local/definitions/load.ts';
import { personFor } from '../../../../infra/local/people.ts';
import { Scenario } from '../../../../infra/local/rehearsal/scenario.ts';
import { setStage } from '../../../../infra/local/rehearsal/stage.ts';
import { ClocksReply } from '../../../../shared/contracts/replies/clocks.ts';
import { StatusReply } from '../../../../shared/contracts/replies/health.ts';
import { caseIn, holdToContract, read, type Told } from '../../../support/told.ts';

const START = '2026-03-02T08:00:00.000Z';

/** A bureau's machines on a virtual clock, and what is told of them over HTTP, each answer held against its contract. */
export const stageBureau = async (bureau: string) => {
  const scenario = Scenario.parse({ title: bureau, bureau, start: START, until: START, steps: [] });
  const stage = await setStage(scenario, await loadDefinitions(bureau), {});
  const { clock, lambdas, roster, settled } = stage;
  const ask = async (role: string, method: string, path: string, body?: object): Promise<Told> => {
    const claims = claimsOf(personFor(roster, role));
    const event = apiEvent({
      ...{ method, path, claims, at: clock.now() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { statusCode = 0, body: text = 'null' } = await lambdas.http(event);
    const told = holdToContract({ method, path }, { status: statusCode, body: JSON.parse(text) });
    await settled();
    await clock.advanceTo(clock.now(), settled);
    return told;
  };
  const clocks = async (caseId: string, role = 'officeHead') =>
    read(ClocksReply, await ask(role, 'GET', `/v1/cases/${caseId}/clocks`));
  return {
    ...stage,
    ask,
    open: async (role: string, body: object): Promise<string> =>
      caseIn(await ask(role, 'POST', '/v1/cases', body)).case,
    goTo: (instant: string | number): Promise<void> =>
      clock.advanceTo(typeof instant === 'string' ? Date.parse(instant) : instant, settled),
    clocks,
    /** The newest execution. */
    current: async (caseId: string) => (await clocks(caseId)).executions.at(-1)!,
    status: async (role = 'officeHead') => read(StatusReply, await ask(role, 'GET', '/v1/status')),
    crash: (): void => {
      stage.bureau.engine().stopAll();
      stage.bureau.restart();
    },
  };
};
