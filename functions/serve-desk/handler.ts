import type * as z from 'zod/mini';
import type { CaseState } from '../../shared/case/state.ts';
import { OfficeCommand } from '../../shared/contracts/commands.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { OpenCase } from '../../shared/contracts/opening-command.ts';
import { PutRoster } from '../../shared/contracts/roster.ts';
import type { ItemDependencies } from '../../shared/office/take-item.ts';
import type { Answers } from '../../shared/records/answers.ts';
import type { Refusals } from '../../shared/records/refusals.ts';
import type { Table } from '../../shared/records/table.ts';
import { createHttpFunction, type HttpEvent, parseBody, type Route, type RouteHandler } from '../http.ts';
import type { PartsOf } from '../lambda.ts';
import { createActorOf } from './actor.ts';
import { createCommanding } from './commanding.ts';
import { createHealth } from './health.ts';
import { createKeepRefused } from './keep-refused.ts';
import { type By, createOnce, type Outcome } from './once.ts';
import { createOpenCase } from './open-case.ts';
import { createBureauReading, createCaseReading, createItemReading } from './reading.ts';
import { createRetell } from './retell.ts';
import { createRoster, type RosterDependencies } from './roster.ts';

interface DeskDependencies extends ItemDependencies, RosterDependencies {
  table: Table;
  refusals: Refusals;
  answers: Answers;
  onProblem: (what: string, error: unknown) => void;
  /** The claim of a token that holds the person's id in the roster. */
  personClaim: string;
}

const answer =
  (read: (event: HttpEvent) => Promise<unknown>): RouteHandler =>
  async (event) => ({ status: 200, body: await read(event) });
/** The office's routes: commands on cases and everything that is read. Roles come from the token's claims. */
export const createServeDesk = (dependencies: DeskDependencies): Route[] => {
  const actorOf = createActorOf(dependencies.personClaim);
  /** Everything that is read needs a person's token; which role it is does not matter yet. */
  const read = (handler: (event: HttpEvent) => Promise<unknown>): RouteHandler =>
    answer(async (event) => {
      actorOf(event);
      return handler(event);
    });
  const keepRefused = createKeepRefused(dependencies);
  const once = createOnce(dependencies);
  const retell = createRetell(dependencies);
  const opening = createOpenCase(dependencies);
  const carryOut = createCommanding(dependencies);
  const bureau = createBureauReading(dependencies);
  const cases = createCaseReading(dependencies);
  const items = createItemReading(dependencies);
  const roster = createRoster(dependencies);

  /** What changes something: once for each key of the caller's. What is refused is kept where no log holds it. */
  const change =
    <T extends z.core.$ZodType>(
      schema: T,
      carryOut: (given: z.output<T>, by: By) => Promise<Outcome>,
      notesOn: (given: z.output<T>, state: CaseState) => string[] = () => [],
    ): RouteHandler =>
    async (event) => {
      const told = await keepRefused(event, async () => {
        const actor = actorOf(event);
        const given = parseBody(schema, event);
        return once(event, actor, {
          carryOut: (request) => carryOut(given, { event, actor, request }),
          retell: (kept) => retell(kept, (state) => notesOn(given, state)),
        });
      });
      if ('code' in told) throw new RequestError(told.code, told.message);
      return told;
    };

  return [
    { method: 'GET', path: '/v1/health', handler: answer(createHealth(dependencies)) },
    { method: 'GET', path: '/v1/regulation', handler: read(bureau.regulation) },
    { method: 'GET', path: '/v1/cases', handler: answer((event) => cases.list(event, actorOf(event))) },
    { method: 'POST', path: '/v1/cases', handler: change(OpenCase, opening.open, opening.notesOn) },
    { method: 'GET', path: '/v1/cases/{case}', handler: read(cases.one) },
    { method: 'GET', path: '/v1/cases/{case}/schedule', handler: read(cases.schedule) },
    { method: 'GET', path: '/v1/cases/{case}/log', handler: read(cases.log) },
    { method: 'POST', path: '/v1/cases/{case}/commands', handler: change(OfficeCommand, carryOut) },
    { method: 'GET', path: '/v1/items', handler: read(items.list) },
    { method: 'GET', path: '/v1/items/{feed}/{item}', handler: read(items.one) },
    { method: 'GET', path: '/v1/refusals', handler: read(bureau.refusals) },
    { method: 'GET', path: '/v1/roster', handler: read(roster.read) },
    { method: 'PUT', path: '/v1/roster', handler: change(PutRoster, roster.change) },
  ];
};

export const serveDesk = (parts: PartsOf<typeof createServeDesk>) =>
  createHttpFunction(createServeDesk(parts));
