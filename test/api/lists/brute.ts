import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import { recipientsOf } from '../../../shared/notices/recipients.ts';
import { rosterIn } from '../../../shared/records/roster.ts';
import { isPerUnit, postsOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { whoIs } from '../../../shared/rules/persons.ts';
import { type Reading, refuseCase } from '../../../shared/rules/reading/cases.ts';
import { inOrder, isShownAt, type Task, tasksIn, tasksOf } from '../../../shared/rules/tasks/tasks-of.ts';
import type { Office } from '../../support/office.ts';
import type { Told } from '../../support/told.ts';

// What the lists must say, found without any list: by looking at all cases.

export interface Post {
  role: string;
  unit?: string;
}
/** Each post of a bureau; of a unit's, one in each of the first two units. */
export const allPosts = (regulation: Regulation): Post[] =>
  postsOf(regulation).flatMap(({ id: role }): Post[] =>
    isPerUnit(regulation, role)
      ? regulation.units.slice(0, 2).map(({ id: unit }) => ({ role, unit }))
      : [{ role }],
  );

export const readingOf = async (
  { system }: Office,
  regulation: Regulation,
  { role, unit }: Post,
): Promise<Reading> => {
  const roster = rosterIn(await system.rosters.read());
  const actor = personFor(exampleRoster(regulation), role, unit);
  const onDuty = recipientsOf(regulation, roster, regulation.onDuty, undefined)?.people ?? [];
  return { regulation, roster, who: whoIs(roster, actor), onDuty };
};

/** The cases that somebody may read, the newest first. */
export const casesSeen = async ({ system }: Office, reading: Reading, ids: readonly string[]) => {
  const states: CaseState[] = [];
  for (const id of ids) {
    const state = await system.cases.load(id);
    if (state !== null && refuseCase(reading, state) === undefined) states.push(state);
  }
  const placeOf = ({ openedAt, caseId }: CaseState) =>
    `${String(9_999_999_999_999 - Date.parse(openedAt))}#${caseId}`;
  return states.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
};

/** What is his to do. */
export const ownTasks = (reading: Reading, states: readonly CaseState[], now: string): Task[] =>
  tasksOf(
    reading.who,
    states.map((state) => ({ regulation: reading.regulation, state })),
    { roster: reading.roster, now },
  );
/** What is to do at all, for whomever. */
export const allTasks = ({ regulation }: Reading, states: readonly CaseState[], now: string): Task[] =>
  states
    .flatMap((state) => [...tasksIn(regulation, state)])
    .filter((task) => isShownAt(task, now))
    .sort(inOrder);

/** What tells a task from every other one, as a row of the list has it. */
export const nameOfTask = ({ caseId, kind, text, due, duty, occurrence, act, notice }: Task): string =>
  JSON.stringify([caseId, kind, text, due, duty, occurrence, act, notice]);
export const nameOfRow = (row: {
  case: string;
  kind: string;
  text: string;
  due: string | null;
  duty?: string | undefined;
  occurrence?: string | undefined;
  act?: number | undefined;
  notice?: string | undefined;
}): string =>
  JSON.stringify([
    ...[row.case, row.kind, row.text, row.due === null ? null : new Date(row.due).toISOString()],
    ...[row.duty, row.occurrence, row.act, row.notice],
  ]);

type Ask = (method: string, path: string, body?: unknown, query?: Record<string, string>) => Promise<Told>;
/** Every row of a list, page by page. Throws where a page is refused, and where the pages do not end. */
export const allPages = async <Row>(
  ask: Ask,
  [path, rows]: readonly [string, string],
  query: Record<string, string> = {},
): Promise<Row[]> => {
  const found: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 400; page += 1) {
    const told = await ask('GET', path, undefined, { ...query, ...(cursor === undefined ? {} : { cursor }) });
    if (told.status !== 200) throw new Error(JSON.stringify([path, query, told.body]));
    const body = told.body as Record<string, unknown> & { next: string | null };
    found.push(...(body[rows] as Row[]));
    if (body.next === null) return found;
    cursor = body.next;
  }
  throw new Error(`${path} does not end`);
};
