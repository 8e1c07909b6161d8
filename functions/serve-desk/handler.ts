import type * as z from 'zod/mini';
import type { CaseState } from '../../shared/case/state.ts';
import { OfficeCommand } from '../../shared/contracts/commands.ts';
import type { ClaimNames } from '../../shared/contracts/environment.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { OpenCase } from '../../shared/contracts/opening-command.ts';
import { PutRoster } from '../../shared/contracts/roster.ts';
import type { Mapping } from '../../shared/intake/mapping/mapping.ts';
import type { ItemDependencies, ItemIntake } from '../../shared/office/take-item.ts';
import type { Answers } from '../../shared/records/answers.ts';
import type { FeedWatches } from '../../shared/records/register/feed-watches.ts';
import type { Reads } from '../../shared/records/register/reads.ts';
import type { Refusals } from '../../shared/records/register/refusals.ts';
import type { RefusedItems } from '../../shared/records/register/refused-items.ts';
import type { Signs } from '../../shared/records/register/signs.ts';
import type { Table } from '../../shared/records/table.ts';
import type { Watches } from '../../shared/records/watches.ts';
import { giversOf } from '../../shared/regulations/lookup.ts';
import { refusePostNotHeld, refuseUnlisted } from '../../shared/rules/persons.ts';
import { type Reading, refuseStranger } from '../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import type { Workflows } from '../../shared/workflows/executions.ts';
import { createHttpFunction, type HttpEvent, pathPart, type Route, type RouteHandler } from '../http.ts';
import type { PartsOf } from '../lambda.ts';
import { createClocksReading } from './clocks/reading.ts';
import { createCommanding, type Rearranging } from './commanding.ts';
import { createFeedsReading } from './feeds/read.ts';
import { createStatus, type RecordsPlace } from './health/status.ts';
import { createVitalSigns } from './health/vital-signs.ts';
import { createIdentities } from './identity.ts';
import { createItemRoutes } from './items/routes.ts';
import { createKeepRefused } from './keep-refused.ts';
import { createCaseList } from './lists/cases.ts';
import { createDutyList } from './lists/duties.ts';
import { createLists } from './lists/lists.ts';
import { createRegisters } from './lists/registers.ts';
import { createRosterChanges } from './lists/roster-changes.ts';
import { type By, createOnce, type Outcome } from './once.ts';
import { createOpenCase } from './open-case.ts';
import { createBureauReading, createCaseReading } from './reading.ts';
import { createRefusedRoutes } from './refused-items/routes.ts';
import { createRetell } from './retell.ts';
import { createRoster, type RosterDependencies } from './roster.ts';
import { createSight, throwIfRefused } from './sight.ts';
import { createEnter } from './trying/enter.ts';
import { createOrTry } from './trying/or-try.ts';

/** How the desk knows who speaks. */
export interface DeskIdentity {
  /** The claims of a token that say who somebody is. */
  claims: ClaimNames;
  /** Whether only who stands in the roster may act. */
  rosterOnly: boolean;
  /** Whether the office's issuer answers. */
  isIssuerUp?: () => Promise<boolean>;
  records?: RecordsPlace;
}
interface DeskDependencies
  extends ItemDependencies,
    Rearranging,
    Omit<RosterDependencies, 'finder'>,
    DeskIdentity {
  table: Table;
  watches: Watches;
  workflows: Workflows;
  signs: Signs;
  refusals: Refusals;
  refusedItems: RefusedItems;
  feedWatches: FeedWatches;
  intake: ItemIntake;
  /** How a feed's items become ours. */
  mappingOf: (feed: string) => Mapping;
  reads: Reads;
  answers: Answers;
  onProblem: (what: string, error: unknown) => void;
}

const isEmpty = ({ roster }: Reading): boolean =>
  Object.values(roster.roles).every((people) => people.length === 0);
/** While nobody stands in the roster, whom the table lets may write the first, and nothing else. */
const mayBeFirst = (reading: Reading): boolean =>
  isEmpty(reading) && giversOf(reading.regulation, 'WriteFirstRoster').includes(reading.who.actor.role);

/** Why he may not act, where only who stands in the roster may. `isExempt`: he need not for this. */
const createRefuseHolder =
  ({ rosterOnly }: DeskIdentity) =>
  ({ who }: Reading, isExempt = false): Refusal | undefined =>
    rosterOnly && !isExempt
      ? (refuseUnlisted(who.actor) ?? refusePostNotHeld(who.actor, who.posts))
      : undefined;

/** Why he may read nothing at all. */
const createRefuseReader =
  ({ rosterOnly }: DeskIdentity) =>
  (reading: Reading): Refusal | undefined =>
    refuseStranger(reading) ??
    // Somebody has to read that there is none yet.
    (rosterOnly && !isEmpty(reading) ? refuseUnlisted(reading.who.actor) : undefined);

const answer =
  (read: (event: HttpEvent) => Promise<unknown>): RouteHandler =>
  async (event) => ({ status: 200, body: await read(event) });
/** The office's routes: commands on cases and everything that is read. Roles come from the token's claims. */
export const createServeDesk = (dependencies: DeskDependencies): Route[] => {
  const identities = createIdentities(dependencies);
  const sight = createSight({ ...dependencies, identities });
  const refuseHolder = createRefuseHolder(dependencies);
  const sighted = { ...dependencies, identities, refuseHolder, sight, ...createLists(dependencies.table) };
  const enter = createEnter({ identities, sight });
  const keepRefused = createKeepRefused({ ...dependencies, identities });
  const refuseReader = createRefuseReader(dependencies);
  /** What is read: a right of the regulation's, which each asks for itself. */
  const read = (handler: (event: HttpEvent, reading: Reading) => Promise<unknown>): RouteHandler =>
    answer((event) =>
      keepRefused(
        event,
        async () => {
          const reading = await sight.readingOf(event);
          throwIfRefused(refuseReader(reading));
          return handler(event, reading);
        },
        (status) => status === 403,
      ),
    );
  const once = createOnce(dependencies);
  const retell = createRetell(sighted);
  const opening = createOpenCase(sighted);
  const carryOut = createCommanding(sighted);
  const vitalSigns = createVitalSigns(dependencies);
  const bureau = createBureauReading(sighted);
  const registers = createRegisters(sighted);
  const cases = createCaseReading(sighted);
  const roster = createRoster(sighted);

  const doors = { read, enter, keepRefused, refuseHolder };
  const orTry = createOrTry({ ...sighted, enter, opening });

  /** What changes something: once for each key of the caller's. What is refused is kept where no log holds it. */
  const change =
    <T extends z.core.$ZodType>(
      schema: T,
      carryOut: (given: z.output<T>, by: By) => Promise<Outcome>,
      {
        notesOn = () => [],
        isExempt = () => false,
      }: {
        notesOn?: (given: z.output<T>, state: CaseState) => string[];
        /** Whether he need not stand in the roster for this. */
        isExempt?: (reading: Reading) => boolean;
      } = {},
    ): RouteHandler =>
    async (event) => {
      const told = await keepRefused(event, async () => {
        const { given, by } = await enter(schema, event);
        const { actor, reading } = by;
        return once(event, actor, {
          // What was carried out is told again, whatever has become of its giver.
          carryOut: async (request) => {
            throwIfRefused(refuseHolder(reading, isExempt(reading)));
            return carryOut(given, { ...by, request });
          },
          retell: (kept) =>
            retell({ kept, caseId: pathPart(event, 'case') }, reading, (state) => notesOn(given, state)),
        });
      });
      if ('code' in told) throw new RequestError(told.code, told.message);
      return told;
    };

  return [
    { method: 'GET', path: '/v1/health', handler: answer(async () => (await vitalSigns()).health) },
    { method: 'GET', path: '/v1/status', handler: read(createStatus(vitalSigns, dependencies)) },
    { method: 'GET', path: '/v1/me', handler: read(bureau.me) },
    { method: 'GET', path: '/v1/duties', handler: read(createDutyList(sighted)) },
    { method: 'GET', path: '/v1/orders', handler: read(registers.orders) },
    { method: 'GET', path: '/v1/documents', handler: read(registers.documents) },
    { method: 'GET', path: '/v1/regulation', handler: read(bureau.regulation) },
    { method: 'GET', path: '/v1/cases', handler: read(createCaseList(sighted)) },
    { method: 'POST', path: '/v1/cases', handler: orTry.opening(change(OpenCase, opening.open, opening)) },
    { method: 'GET', path: '/v1/cases/{case}', handler: read(cases.one) },
    { method: 'GET', path: '/v1/cases/{case}/schedule', handler: read(cases.schedule) },
    { method: 'GET', path: '/v1/cases/{case}/clocks', handler: read(createClocksReading(sighted)) },
    { method: 'GET', path: '/v1/cases/{case}/acts', handler: read(cases.acts) },
    { method: 'GET', path: '/v1/cases/{case}/log', handler: read(cases.log), asStored: true },
    { method: 'GET', path: '/v1/cases/{case}/texts', handler: read(cases.texts) },
    { method: 'GET', path: '/v1/cases/{case}/reads', handler: read(cases.reads) },
    {
      method: 'POST',
      path: '/v1/cases/{case}/commands',
      handler: orTry.command(change(OfficeCommand, carryOut)),
    },
    ...[createItemRoutes, createRefusedRoutes].flatMap((create) => create(sighted, doors)),
    { method: 'GET', path: '/v1/refusals', handler: read(bureau.refusals) },
    { method: 'GET', path: '/v1/feeds', handler: read(createFeedsReading(dependencies)) },
    { method: 'GET', path: '/v1/roster', handler: read(roster.read) },
    { method: 'GET', path: '/v1/roster/changes', handler: read(createRosterChanges(sighted)) },
    {
      method: 'PUT',
      path: '/v1/roster',
      handler: change(PutRoster, roster.change, { isExempt: mayBeFirst }),
    },
  ];
};

export const serveDesk = (parts: PartsOf<typeof createServeDesk>) =>
  createHttpFunction(createServeDesk(parts));
