import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseState } from '../../../shared/case/state.ts';
import { TASK_KINDS } from '../../../shared/contracts/queries/routes.ts';
import type { CaseRow } from '../../../shared/contracts/replies/case.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { isPerUnit } from '../../../shared/regulations/lookup.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { isTaskOverdue, type Task } from '../../../shared/rules/tasks/tasks-of.ts';
import { dutiesIn } from '../../support/told.ts';
import {
  allPages,
  allPosts,
  allTasks,
  casesSeen,
  nameOfRow,
  nameOfTask,
  ownTasks,
  type Post,
  readingOf,
} from './brute.ts';
import { playStory, type Story } from './story.ts';

// What the list of tasks says is what looking at every case says, for everybody.

describe.each<[string, string[]]>([
  ['leizhou', []],
  ['nanning', ['immediate', 'sign']],
  ['hohhot', ['sign']],
])('%s: the tasks of', (bureau, without) => {
  let story: Story;
  beforeAll(async () => {
    story = await playStory(bureau);
  });
  const seen = async (post: Post): Promise<{ reading: Reading; states: CaseState[] }> => {
    const reading = await readingOf(story.office, story.regulation, post);
    return { reading, states: await casesSeen(story.office, reading, story.cases) };
  };
  const rowsFor = async ({ role, unit }: Post, query: Record<string, string>): Promise<string[]> => {
    const ask = story.office.as(role, unit);
    const rows = await allPages<TaskReply>(ask, ['/v1/duties', 'duties'], { limit: '7', ...query });
    return rows.map(nameOfRow);
  };
  const isClimbed = ({ kind }: Task): boolean => kind === 'climbed';

  it('a bureau in the middle of its work are of every kind, in every state', async () => {
    const states = await Promise.all(
      story.cases.map(async (caseId) => (await story.office.system.cases.load(caseId))!),
    );
    expect(story.cases.length).toBeGreaterThan(9);
    expect(new Set(states.map(({ handlingLevel }) => handlingLevel)).size).toBeGreaterThan(2);
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['open', 'concluded', 'archived']));
    const { reading } = await seen({ role: 'officeHead' });
    const kinds = new Set(allTasks(reading, states, story.office.now()).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(TASK_KINDS.filter((kind) => !without.includes(kind)).toSorted());
  });

  it('everybody are his, each once, in their order', async () => {
    for (const post of allPosts(story.regulation)) {
      const { reading, states } = await seen(post);
      const expected = ownTasks(reading, states, story.office.now()).map(nameOfTask);
      const rows = await rowsFor(post, {});
      expect([post, rows]).toEqual([post, expected]);
      expect(new Set(rows).size).toBe(rows.length);
    }
  });

  it('whoever has two posts are those of both', async () => {
    const { reading, states } = await seen({ role: 'officeHead' });
    expect(reading.who.posts).toHaveLength(2);
    const expected = ownTasks(reading, states, story.office.now());
    const ofUnit = expected.filter(({ to }) => to.posts.some(({ unit }) => unit !== undefined));
    expect(ofUnit.length).toBeGreaterThan(0);
    expect(await rowsFor({ role: 'officeHead' }, { limit: '200' })).toEqual(expected.map(nameOfTask));
  });

  it('all are those of the cases that one may read, what has come up to somebody once', async () => {
    for (const post of allPosts(story.regulation)) {
      const { reading, states } = await seen(post);
      const all = allTasks(reading, states, story.office.now());
      const expected = all.filter((task) => !isClimbed(task)).map(nameOfTask);
      expect([post, await rowsFor(post, { of: 'all', limit: '200' })]).toEqual([post, expected]);
    }
  });

  it.each(['officeHead', 'unitLiaison'])('a kind are of it, to %s', async (role) => {
    const unit = isPerUnit(story.regulation, role) ? story.regulation.units[0]!.id : undefined;
    const post = { role, ...(unit === undefined ? {} : { unit }) };
    const { reading, states } = await seen(post);
    const now = story.office.now();
    const lists = { mine: ownTasks(reading, states, now), all: allTasks(reading, states, now) };
    for (const [of, tasks] of Object.entries(lists))
      for (const kind of TASK_KINDS) {
        const expected = tasks.filter((task) => task.kind === kind).map(nameOfTask);
        expect([of, kind, await rowsFor(post, { of, kind })]).toEqual([of, kind, expected]);
      }
  });

  it('a post, a unit and a case are theirs', async () => {
    const { reading, states } = await seen({ role: 'officeHead' });
    const all = allTasks(reading, states, story.office.now()).filter((task) => !isClimbed(task));
    const holds = (is: (post: Post) => boolean) => all.filter(({ to }) => to.posts.some(is)).map(nameOfTask);
    const [unit, other] = story.regulation.units.map(({ id }) => id);
    const expected: [Record<string, string>, string[]][] = [
      [{ unit: unit! }, holds((post) => post.unit === unit)],
      [{ role: 'unitLiaison' }, holds((post) => post.role === 'unitLiaison')],
      [{ role: 'unitHead', unit: other! }, holds((post) => post.role === 'unitHead' && post.unit === other)],
      ...allPosts(story.regulation).flatMap(({ role, unit: own }): [Record<string, string>, string[]][] =>
        own === undefined ? [[{ role }, holds((post) => post.role === role)]] : [],
      ),
      ...story.cases.map((caseId): [Record<string, string>, string[]] => [
        { of: 'all', case: caseId },
        all.filter((task) => task.caseId === caseId).map(nameOfTask),
      ]),
    ];
    for (const [query, names] of expected)
      expect([query, await rowsFor({ role: 'officeHead' }, query)]).toEqual([query, names]);
    expect(expected.filter(([, names]) => names.length > 0).length).toBeGreaterThan(5);
  });

  it('what is next in a case has the marks that it has among the tasks', async () => {
    const ask = story.office.as('officeHead');
    let compared = 0;
    for (const { case: caseId, next } of await allPages<CaseRow>(ask, ['/v1/cases', 'cases'], {
      limit: '50',
    })) {
      if (next === null) continue;
      const query = { of: 'all', case: caseId, limit: '200' };
      const task = dutiesIn(await ask('GET', '/v1/duties', undefined, query)).find(
        (each) => each.kind !== 'confirm' && each.duty === next.duty && each.next?.at === next.at,
      );
      if (task === undefined) continue;
      const { basis, breachable, provisional, byReference } = task;
      expect(next, caseId).toMatchObject({ basis, breachable, provisional, byReference });
      compared += 1;
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('what is overdue, and what is due before an instant, are exactly that', async () => {
    const now = story.office.now();
    for (const post of allPosts(story.regulation)) {
      const { reading, states } = await seen(post);
      const lists = {
        mine: ownTasks(reading, states, now),
        all: allTasks(reading, states, now).filter((task) => !isClimbed(task)),
      };
      for (const [of, tasks] of Object.entries(lists)) {
        const late = tasks.filter((task) => isTaskOverdue(task, now));
        expect([post, await rowsFor(post, { of, overdue: '' })]).toEqual([post, late.map(nameOfTask)]);
        for (const hours of [-30, -5, 0, 12]) {
          const before = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
          const due = tasks.filter(({ at }) => at <= before).map(nameOfTask);
          expect([post, await rowsFor(post, { of, 'due-before': before })]).toEqual([post, due]);
          const both = late.filter(({ at }) => at <= before).map(nameOfTask);
          expect(await rowsFor(post, { of, 'due-before': before, overdue: 'true' })).toEqual(both);
        }
      }
    }
  });
});
