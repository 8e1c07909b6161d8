import type { CaseState } from '../../../shared/case/state.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';
import { OF_LIMITS, OF_WORDS, type QueryOf, TASK_KINDS } from '../../../shared/contracts/queries/routes.ts';
import type { DutyListReply } from '../../../shared/contracts/replies/task.ts';
import type { Cases } from '../../../shared/records/cases.ts';
import { type Finder, type Walk, walkAmong } from '../../../shared/records/lists/finder.ts';
import { placeOf, readLine } from '../../../shared/records/lists/lines.ts';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import { isPerUnit, postsOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { ofPost, ownScopes, scopesOf } from '../../../shared/rules/listing/scopes.ts';
import { called, namesOf } from '../../../shared/rules/names.ts';
import type { Post } from '../../../shared/rules/persons.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { isFor } from '../../../shared/rules/tasks/task.ts';
import { isShownAt, isTaskOverdue, type Task, tasksIn } from '../../../shared/rules/tasks/tasks-of.ts';
import { type HttpEvent, queryOf } from '../../http.ts';
import { taskView } from '../views/task.ts';
import { idGiven } from './asked.ts';
import { createAwaitedAmong } from './awaited.ts';
import type { Pages } from './page.ts';
import { createSeeing, type Sighted } from './seen.ts';

type Query = QueryOf<'GET /v1/duties'>;

const contradicts = (field: string, message: string): RequestError =>
  new RequestError('INVALID', `${field} ${message}`, [{ field, message }]);

/** The posts whose tasks are asked for; undefined: everybody's. Throws INVALID (422), ROLE, UNIT unknown (422). */
const postsAsked = (regulation: Regulation, { role, unit }: Query): Post[] | undefined => {
  const unitId = unit === undefined ? undefined : idGiven(regulation, 'unit', unit);
  if (role === undefined) {
    if (unitId === undefined) return undefined;
    const roles = regulation.roles.filter(({ id }) => isPerUnit(regulation, id));
    return roles.map(({ id }) => ({ role: id, unit: unitId }));
  }
  const posts = postsOf(regulation);
  const roleId = called(posts, role)?.id;
  if (roleId === undefined) throw contradicts('role', `岗位请选:${namesOf(posts)}(没有“${role}”)`);
  if (!isPerUnit(regulation, roleId)) {
    if (unitId !== undefined) throw contradicts('unit', '这一岗位不属于哪个单位,不能同时写单位');
    return [{ role: roleId }];
  }
  const units = unitId === undefined ? regulation.units.map(({ id }) => id) : [unitId];
  return units.map((each) => ({ role: roleId, unit: each }));
};

interface Dependencies {
  cases: Pick<Cases, 'load' | 'log'>;
  finder: Finder;
  pages: Pages;
  regulation: Regulation;
  now: () => string;
}
/** What is asked for, beside the place of a task. */
interface Filter {
  query: Query;
  posts: readonly Post[] | undefined;
  reading: Reading;
  now: string;
}

const isOfPosts = ({ to }: Task, posts: readonly Post[]): boolean =>
  to.posts.some(({ role, unit }) => posts.some((post) => post.role === role && post.unit === unit));
/** Whether the reader asks for what is his. */
const isOwn = ({ of, role, unit }: Query): boolean =>
  of === 'mine' && role === undefined && unit === undefined;
/** The kinds that are asked for. Among the duties of others, what has come up to somebody is the same once more. */
const kindsOf = (query: Query): readonly string[] => {
  if (query.kind !== undefined) return [query.kind];
  if (query.of === 'awaited') return OF_WORDS;
  const all = query.overdue ? OF_LIMITS : TASK_KINDS;
  return isOwn(query) ? all : all.filter((each) => each !== 'climbed');
};
const isMeant = (task: Task, { query, posts, reading, now }: Filter): boolean => {
  const { 'due-before': before, overdue } = query;
  return (
    isShownAt(task, now) &&
    kindsOf(query).includes(task.kind) &&
    (before === undefined || task.at <= before) &&
    (!overdue || isTaskOverdue(task, now)) &&
    (posts === undefined || isOfPosts(task, posts)) &&
    (!isOwn(query) || isFor(reading, task.to))
  );
};

/** The tasks of one case need not be looked for. */
const walkCase = (state: CaseState): Walk =>
  walkAmong([...new Set(tasksIn(regulationOfCase(state), state).map(({ at }) => placeOf(at, state.caseId)))]);

/** GET /v1/duties: what is to do, over all cases that the reader may see, by when or since when. */
export const createDutyList = ({ cases, finder, pages, regulation, now }: Dependencies) => {
  const seeing = createSeeing(cases);
  const awaitedAmong = createAwaitedAmong(cases);
  const walkFor = async ({ query, posts, reading }: Filter, { see }: Sighted): Promise<Walk> => {
    const { of, case: caseId } = query;
    if (caseId !== undefined) {
      const state = await see(caseId);
      return state === undefined ? walkAmong([]) : walkCase(state);
    }
    const kinds = kindsOf(query);
    if (posts !== undefined) return finder.tasks(posts.map(ofPost), kinds);
    // What waits for others stands in their lists.
    return finder.tasks(of === 'mine' ? ownScopes(reading) : scopesOf(reading), kinds);
  };
  const createShow =
    (filter: Filter, { see }: Sighted) =>
    async (place: string): Promise<DutyListReply['duties']> => {
      const { at, caseId } = readLine(place);
      const state = await see(caseId);
      if (state === undefined || place !== placeOf(at, caseId)) return [];
      const own = regulationOfCase(state);
      const { now, reading } = filter;
      const meant = tasksIn(own, state).filter((task) => task.at === at && isMeant(task, filter));
      const found = filter.query.of === 'awaited' ? await awaitedAmong(reading, state, meant) : meant;
      return found.map((task) => taskView(own, state, task, { reading, now }));
    };
  return async (event: HttpEvent, reading: Reading): Promise<DutyListReply> => {
    const query = queryOf('GET /v1/duties', event);
    const { cursor, limit, ...asked } = query;
    const { 'due-before': before, overdue, of } = query;
    const at = now();
    const filter: Filter = { query, posts: postsAsked(regulation, query), reading, now: at };
    const sighted = seeing(reading);
    const upTo = [before, ...(overdue ? [at] : [])].flatMap((each) => each ?? []).sort()[0];
    const { rows, next } = await pages.readPage(
      { list: 'duties', who: of === 'all' ? '' : reading.who.actor.id, ...asked },
      { cursor, limit },
      upTo === undefined ? {} : { upTo: `${upTo}~` },
      { walk: await walkFor(filter, sighted), show: createShow(filter, sighted) },
    );
    return { duties: rows, damaged: sighted.damaged(), next };
  };
};
