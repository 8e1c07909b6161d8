import { RequestError } from '../../shared/contracts/errors.ts';
import { OpenCase } from '../../shared/contracts/opening-command.ts';
import type { ItemDependencies } from '../../shared/office/take-item.ts';
import type { Refusals } from '../../shared/records/refusals.ts';
import { createHttpFunction, type HttpEvent, parseBody, type Route, type RouteHandler } from '../http.ts';
import type { PartsOf } from '../lambda.ts';
import { createActorOf } from './actor.ts';
import { createCommanding } from './commanding.ts';
import { createKeepRefused } from './keep-refused.ts';
import { createOpenCase } from './open-case.ts';
import { createBureauReading, createCaseReading, createItemReading, showCase } from './reading.ts';
import { createRoster, type RosterDependencies } from './roster.ts';

interface DeskDependencies extends ItemDependencies, RosterDependencies {
  refusals: Refusals;
  /** The claim of a token that holds the person's id in the roster. */
  personClaim: string;
}

const answer =
  (read: (event: HttpEvent) => Promise<unknown>): RouteHandler =>
  async (event) => ({ status: 200, body: await read(event) });
/** The office's routes: commands on cases and everything that is read. Roles come from the token's claims. */
export const createServeDesk = (dependencies: DeskDependencies): Route[] => {
  const { now } = dependencies;
  const actorOf = createActorOf(dependencies.personClaim);
  /** Everything that is read needs a person's token; which role it is does not matter yet. */
  const read = (handler: (event: HttpEvent) => Promise<unknown>): RouteHandler =>
    answer(async (event) => {
      actorOf(event);
      return handler(event);
    });
  const keepRefused = createKeepRefused(dependencies);
  const openCase = createOpenCase(dependencies);
  const carryOut = createCommanding(dependencies);
  const bureau = createBureauReading(dependencies);
  const cases = createCaseReading(dependencies);
  const items = createItemReading(dependencies);
  const roster = createRoster(dependencies);

  const open: RouteHandler = async (event) => {
    const { state, isNew, notes } = await keepRefused(event, async () => {
      const actor = actorOf(event);
      return openCase(parseBody(OpenCase, event), actor);
    });
    const body = { ...showCase(state, now()), ...(notes.length === 0 ? {} : { notes }) };
    return { status: isNew ? 201 : 200, body };
  };
  const command: RouteHandler = async (event) => {
    const { state, refusal } = await keepRefused(event, async () => carryOut(event, actorOf(event)));
    if (refusal !== null) throw new RequestError(refusal.code, refusal.message);
    return { status: 200, body: showCase(state, now()) };
  };

  return [
    { method: 'GET', path: '/v1/health', handler: answer(bureau.health) },
    { method: 'GET', path: '/v1/regulation', handler: read(bureau.regulation) },
    { method: 'GET', path: '/v1/cases', handler: answer((event) => cases.list(event, actorOf(event))) },
    { method: 'POST', path: '/v1/cases', handler: open },
    { method: 'GET', path: '/v1/cases/{case}', handler: read(cases.one) },
    { method: 'GET', path: '/v1/cases/{case}/schedule', handler: read(cases.schedule) },
    { method: 'GET', path: '/v1/cases/{case}/log', handler: read(cases.log) },
    { method: 'POST', path: '/v1/cases/{case}/commands', handler: command },
    { method: 'GET', path: '/v1/items', handler: read(items.list) },
    { method: 'GET', path: '/v1/items/{feed}/{item}', handler: read(items.one) },
    { method: 'GET', path: '/v1/refusals', handler: read(bureau.refusals) },
    { method: 'GET', path: '/v1/roster', handler: read(roster.read) },
    {
      method: 'PUT',
      path: '/v1/roster',
      handler: answer((event) => keepRefused(event, async () => roster.change(event, actorOf(event)))),
    },
  ];
};

export const serveDesk = (parts: PartsOf<typeof createServeDesk>) =>
  createHttpFunction(createServeDesk(parts));
