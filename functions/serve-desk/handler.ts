import type { Method } from '@middy/http-router';
import { labelOf } from '../../shared/case/labels.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { OfficeCommand, OpenCase } from '../../shared/contracts/commands.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { InstantInput } from '../../shared/contracts/instants.ts';
import { yearOf } from '../../shared/deadlines/instants.ts';
import { CaseNotFound } from '../../shared/records/cases.ts';
import { firstBreak } from '../../shared/records/chain.ts';
import type { Refusals } from '../../shared/records/refusals.ts';
import { regulationOf } from '../../shared/regulations/index.ts';
import { referenceOf } from '../../shared/workflows/take-item.ts';
import { type Answer, type HttpEvent, parseBody, type RouteHandler } from '../http.ts';
import { actorOf } from './actor.ts';
import { createOpenCase, type OpenCaseDependencies } from './open-case.ts';
import { createRosterRoutes, type RosterDependencies } from './roster.ts';
import { createViews } from './views.ts';

export interface DeskDependencies extends OpenCaseDependencies, RosterDependencies {
  refusals: Refusals;
}

const FORBIDDEN = new Set(['ROLE_UNKNOWN', 'ROLE_NOT_ALLOWED', 'NOT_YOUR_UNIT', 'SECOND_PERSON_REQUIRED']);
const statusOf = (code: string): number =>
  FORBIDDEN.has(code)
    ? 403
    : code.endsWith('_UNKNOWN') || code.startsWith('INSTANT_') || code === 'REASON_REQUIRED'
      ? 422
      : 409;

/** The office's routes: commands on cases and everything that is read. Roles come from the token's claims. */
export const createServeDesk = (
  dependencies: DeskDependencies,
): { method: Method; path: string; handler: RouteHandler }[] => {
  const { cases, items, numbers, office, refusals, regulation, now } = dependencies;
  const openCase = createOpenCase(dependencies);
  const viewsFor = (state: CaseState) =>
    createViews(regulationOf(state.regulation.id, state.regulation.version));
  const show = (state: CaseState) => viewsFor(state).case(state, now());
  const caseIn = (event: HttpEvent): string => decodeURIComponent(event.pathParameters?.case ?? '');
  const load = async (event: HttpEvent): Promise<CaseState> => {
    const state = await cases.load(caseIn(event));
    if (state === null) throw new CaseNotFound(caseIn(event));
    return state;
  };

  const command: RouteHandler = async (event) => {
    const actor = actorOf(event);
    const caseId = caseIn(event);
    const given = parseBody(OfficeCommand, event);
    if ((await cases.load(caseId)) === null) {
      await refusals.record({
        at: now(),
        feed: 'desk',
        code: 'CASE_UNKNOWN',
        detail: { command: given.type, actor: actor.id, case: caseId.slice(0, 40) },
      });
      throw new CaseNotFound(caseId);
    }
    const { state, refusal } = await office.carryOut(caseId, actor, await completed(given, caseId));
    if (refusal !== null) throw new RequestError(statusOf(refusal.code), refusal.code, refusal.message);
    return { status: 200, body: show(state) };
  };

  /** Adds what the rules cannot look up: an item's record, a number for an order. */
  const completed = async (given: OfficeCommand, caseId: string) => {
    if (given.type === 'AttachItem') {
      const item = await items.find(given.feed, given.id);
      if (item === undefined)
        throw new RequestError(404, 'ITEM_UNKNOWN', `没有舆情信息 ${given.feed}/${given.id}`);
      return {
        type: 'AttachItem' as const,
        item: referenceOf(item),
        grade: item.grade,
        flags: item.grade.flags,
        ...(item.source === undefined ? {} : { source: item.source }),
      };
    }
    if (given.type !== 'IssueSupervisionOrder') return given;
    const year = yearOf(now(), regulation.zone);
    const number = await numbers.allocate(
      'supervision',
      year,
      `${caseId}#hand#${given.duty ?? ''}#${given.reason}`,
    );
    return { ...given, orderNumber: `${regulation.numbering.supervisionOrder}〔${year}〕${number}号` };
  };

  const list: RouteHandler = async (event) => {
    const { state = 'open', 'due-before': dueBefore } = event.queryStringParameters ?? {};
    if (!['open', 'concluded'].includes(state))
      throw new RequestError(422, 'INVALID', 'state 只能是 open 或 concluded');
    const before = dueBefore === undefined ? undefined : InstantInput.safeParse(dueBefore);
    if (before !== undefined && !before.success)
      throw new RequestError(422, 'INVALID', 'due-before 不是有效的日期时间');
    // The index finds the cases; what is shown of each is read from its own record.
    const rows = await cases.open(before?.data);
    const states = (await Promise.all(rows.map(({ caseId }) => cases.load(caseId)))).filter(
      (each) => each !== null && each.status === state,
    );
    return { status: 200, body: { cases: states.map((each) => viewsFor(each!).row(each!, now())) } };
  };

  const log: RouteHandler = async (event) => {
    const state = await load(event);
    const entries = await cases.log(state.caseId);
    const own = regulationOf(state.regulation.id, state.regulation.version);
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
    const { feed = '', item: id = '' } = event.pathParameters ?? {};
    const found = await items.find(decodeURIComponent(feed), decodeURIComponent(id));
    if (found === undefined) throw new RequestError(404, 'ITEM_UNKNOWN', '没有这条舆情信息');
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
        const { state, isNew } = await openCase(parseBody(OpenCase, event), actorOf(event));
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
      path: '/v1/cases/{case}/plan',
      handler: read(async (event) => {
        const state = await load(event);
        return answer(viewsFor(state).plan(state, now()));
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
        return answer({
          day,
          refusals: (await refusals.list(day)).map(({ sk, count, last }) => ({ what: sk, count, last })),
        });
      }),
    },
    ...createRosterRoutes(dependencies),
  ];
};
