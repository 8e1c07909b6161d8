import type { Method } from '@middy/http-router';
import type { Actor } from '../../shared/case/events.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { OfficeCommand, OpenCase } from '../../shared/contracts/commands.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { InstantInput } from '../../shared/contracts/instants.ts';
import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import type { Changed } from '../../shared/office/change-case.ts';
import { attaching } from '../../shared/office/item-record.ts';
import type { ItemDependencies } from '../../shared/office/take-item.ts';
import { CaseNotFound } from '../../shared/records/cases.ts';
import { firstBreak } from '../../shared/records/chain.ts';
import type { Refusals } from '../../shared/records/refusals.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { labelOf } from '../../shared/rules/labels.ts';
import {
  type Answer,
  createHttpFunction,
  type HttpEvent,
  parseBody,
  pathPart,
  type RouteHandler,
} from '../http.ts';
import type { PartsOf } from '../lambda.ts';
import { actorOf } from './actor.ts';
import { createBringIn, createOpenCase } from './open-case.ts';
import { createRosterRoutes, type RosterDependencies } from './roster.ts';
import { createViews } from './views.ts';

export interface DeskDependencies extends ItemDependencies, RosterDependencies {
  refusals: Refusals;
}

const CASE_ID = /^[\w-]{1,64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Archived cases pile up over the years: a list shows the latest. */
const SHOWN_ARCHIVED = 200;
const LONGEST_KEY = 80;
/** The caller's own key of a request (header `idempotency-key`): sent again with it, a command is carried out once. */
const requestKey = (event: HttpEvent, actor: Actor): string | undefined => {
  const key = event.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > LONGEST_KEY)
    throw new RequestError('INVALID', `idempotency-key 应为1至${LONGEST_KEY}字`);
  return `${actor.id}#${key}`;
};

/** The office's routes: commands on cases and everything that is read. Roles come from the token's claims. */
export const createServeDesk = (
  dependencies: DeskDependencies,
): { method: Method; path: string; handler: RouteHandler }[] => {
  const { cases, items, numbering, office, refusals, regulation, now } = dependencies;
  const openCase = createOpenCase(dependencies);
  const viewsFor = (state: CaseState) => createViews(regulationOfCase(state));
  const show = (state: CaseState) => viewsFor(state).case(state, now());
  const bringIn = createBringIn(dependencies);
  const load = async (event: HttpEvent): Promise<CaseState> => {
    const caseId = pathPart(event, 'case');
    const state = CASE_ID.test(caseId) ? await cases.load(caseId) : null;
    if (state === null) throw new CaseNotFound(caseId);
    return state;
  };

  /** Keeps what was turned away before a log could hold it: who asked for what is asked later. */
  const kept = async <T>(event: HttpEvent, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      const code =
        error instanceof RequestError
          ? error.code
          : error instanceof CaseNotFound
            ? 'CASE_UNKNOWN'
            : undefined;
      if (code !== undefined) {
        const { method, path, sourceIp } = event.requestContext.http;
        const actor = event.requestContext as { authorizer?: { jwt?: { claims?: { sub?: unknown } } } };
        await refusals.record({
          at: now(),
          feed: 'desk',
          code,
          detail: {
            request: `${method} ${path.slice(0, 120)}`.toWellFormed(),
            actor: String(actor.authorizer?.jwt?.claims?.sub ?? '').slice(0, 80),
            from: sourceIp,
          },
        });
      }
      throw error;
    }
  };

  const command: RouteHandler = async (event) => {
    const { state, refusal } = await kept(event, async () => {
      const actor = actorOf(event);
      const given = parseBody(OfficeCommand, event);
      const before = await load(event);
      if (given.type === 'IssueSupervisionOrder') return issueOrder(before, actor, given);
      if (given.type !== 'AttachItem')
        return office.carryOut(before.caseId, actor, given, requestKey(event, actor));
      const item = await attachable(before, given);
      const changed = await office.carryOut(before.caseId, actor, attaching(item));
      if (changed.refusal === null) await bringIn(before.caseId, [item]);
      return changed;
    });
    if (refusal !== null) throw new RequestError(refusal.code, refusal.message);
    return { status: 200, body: show(state) };
  };

  /** The item by its key, unless another open case tells it. */
  const attachable = async (state: CaseState, { feed, id }: { feed: string; id: string }) => {
    const found = await items.find(feed, id);
    if (found === undefined) throw new RequestError('ITEM_UNKNOWN', `没有舆情信息 ${feed}/${id}`);
    const other = found.outcome === 'inCase' && found.caseId !== state.caseId ? found.caseId : undefined;
    if (other !== undefined && (await cases.load(other))?.status === 'open')
      throw new RequestError('ITEM_IN_CASE', `舆情信息 ${feed}/${id} 已在案卷 ${other} 中`);
    return found;
  };

  /** The same order again is a repeat; one that the rules refuse must not burn a number. */
  const issueOrder = async (
    state: CaseState,
    actor: Actor,
    given: Extract<OfficeCommand, { type: 'IssueSupervisionOrder' }>,
  ): Promise<Changed> => {
    const key = `hand#${given.duty ?? ''}#${given.reason}`;
    const command = await numbering.withOrder(state, actor, given, key);
    const isRepeat = state.orders.some(({ number }) => number === command.orderNumber);
    return isRepeat ? { state, entry: null, refusal: null } : office.carryOut(state.caseId, actor, command);
  };

  /** Something is owed by then, also what is overdue and waits only for its next reminder. */
  const isDue = (state: CaseState, before: string): boolean =>
    scheduleCase(regulationOfCase(state), state).duties.some(
      ({ status, current }) => status === 'open' && current.due !== null && current.due <= before,
    );

  const list: RouteHandler = async (event) => {
    const { state = 'open', 'due-before': dueBefore } = event.queryStringParameters ?? {};
    if (!['open', 'concluded', 'archived'].includes(state))
      throw new RequestError('INVALID', 'state 只能是 open、concluded 或 archived');
    const before = dueBefore === undefined ? undefined : InstantInput.safeParse(dueBefore);
    if (before !== undefined && !before.success)
      throw new RequestError('INVALID', 'due-before 不是有效的日期时间');
    // The index finds the cases; what is shown of each is read from its own record.
    const rows = [
      ...(await cases.open()),
      ...(state === 'archived' ? (await cases.archived()).slice(-SHOWN_ARCHIVED) : []),
    ];
    const states = (await Promise.all(rows.map(({ caseId }) => cases.load(caseId)))).filter(
      (each) => each !== null && each.status === state && (before === undefined || isDue(each, before.data)),
    );
    return { status: 200, body: { cases: states.map((each) => viewsFor(each!).row(each!, now())) } };
  };

  const log: RouteHandler = async (event) => {
    const state = await load(event);
    const entries = await cases.log(state.caseId);
    const own = regulationOfCase(state);
    const broken = firstBreak(entries);
    return {
      status: 200,
      body: {
        case: state.caseId,
        intact: broken === null,
        ...(broken === null ? {} : { brokenAtVersion: broken }),
        entries: entries.map((entry) => ({
          ...entry,
          localTime: viewsFor(state).time(entry.at),
          labels: entry.events.map((each) => labelOf(own, each)),
        })),
      },
    };
  };

  const itemList: RouteHandler = async () => {
    const keys = await items.onBoard('routine');
    const found = await Promise.all(keys.slice(-200).map(({ feed, id }) => items.find(feed, id)));
    return {
      status: 200,
      body: {
        items: found
          .filter((item) => item !== undefined)
          .map(({ feed, id, title, url, grade, detectedAt }) => ({
            feed,
            id,
            title,
            url,
            level: grade.level,
            score: grade.score,
            detectedAt,
          })),
      },
    };
  };

  const item: RouteHandler = async (event) => {
    const [feed, id] = [pathPart(event, 'feed'), pathPart(event, 'item')];
    const found = feed.length + id.length > 300 ? undefined : await items.find(feed, id);
    if (found === undefined) throw new RequestError('ITEM_UNKNOWN', '没有这条舆情信息');
    return { status: 200, body: found };
  };

  const answer = (body: unknown): Answer => ({ status: 200, body });
  /** Everything that is read needs a person's token; which role it is does not matter yet. */
  const read =
    (handler: RouteHandler): RouteHandler =>
    async (event) => {
      actorOf(event);
      return handler(event);
    };
  return [
    {
      method: 'GET',
      path: '/v1/health',
      handler: async () =>
        answer({ status: 'ok', bureau: regulation.bureau, time: createViews(regulation).time(now()) }),
    },
    { method: 'GET', path: '/v1/regulation', handler: read(async () => answer(regulation)) },
    { method: 'GET', path: '/v1/cases', handler: read(list) },
    {
      method: 'POST',
      path: '/v1/cases',
      handler: async (event) => {
        const { state, isNew } = await kept(event, async () => {
          const actor = actorOf(event);
          return openCase(parseBody(OpenCase, event), actor);
        });
        return { status: isNew ? 201 : 200, body: show(state) };
      },
    },
    {
      method: 'GET',
      path: '/v1/cases/{case}',
      handler: read(async (event) => answer(show(await load(event)))),
    },
    {
      method: 'GET',
      path: '/v1/cases/{case}/schedule',
      handler: read(async (event) => {
        const state = await load(event);
        return answer(viewsFor(state).schedule(state, now()));
      }),
    },
    { method: 'GET', path: '/v1/cases/{case}/log', handler: read(log) },
    { method: 'POST', path: '/v1/cases/{case}/commands', handler: command },
    { method: 'GET', path: '/v1/items', handler: read(itemList) },
    { method: 'GET', path: '/v1/items/{feed}/{item}', handler: read(item) },
    {
      method: 'GET',
      path: '/v1/refusals',
      handler: read(async (event) => {
        const day = event.queryStringParameters?.day ?? now().slice(0, 10);
        if (!DAY.test(day)) throw new RequestError('INVALID', 'day 应为 2026-03-02 这样的日期');
        return answer({
          day,
          refusals: (await refusals.list(day)).map(({ sk, count, last }) => ({ what: sk, count, last })),
        });
      }),
    },
    ...createRosterRoutes(dependencies).map((route) => ({
      ...route,
      handler: (event: HttpEvent) =>
        route.method === 'PUT' ? kept(event, () => route.handler(event)) : route.handler(event),
    })),
  ];
};

export const serveDesk = (parts: PartsOf<typeof createServeDesk>) =>
  createHttpFunction(createServeDesk(parts));
