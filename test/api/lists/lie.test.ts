import { beforeAll, describe, expect, it } from 'vitest';
import { isSecret } from '../../../shared/case/state.ts';
import type { CaseRow } from '../../../shared/contracts/replies/case.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { concluding } from '../../support/conclude.ts';
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
import { lie, listsIn, type MemoryTable, removeLines } from './liar.ts';
import { playStory, type Story } from './story.ts';

const isPartOf = <T>(part: readonly T[], whole: readonly T[]): boolean => {
  let from = 0;
  for (const each of part) {
    from = whole.indexOf(each, from) + 1;
    if (from === 0) return false;
  }
  return true;
};
const LISTS = [
  ['/v1/orders', 'orders'],
  ['/v1/documents', 'documents'],
  ['/v1/items', 'items'],
] as const;

describe.each(['leizhou', 'hohhot'])('%s: when the lists lie', (bureau) => {
  let table: MemoryTable;
  let story: Story;
  let right: Record<string, unknown>;
  let rows: Map<string, string[]>;
  /** Every row of the registers and of the items, for everybody, as text. */
  const registers = async (): Promise<Map<string, string[]>> => {
    const told = new Map<string, string[]>();
    for (const { role, unit } of allPosts(story.regulation))
      for (const [path, name] of LISTS) {
        const ask = story.office.as(role, unit);
        if ((await ask('GET', path)).status !== 200) continue;
        const all = await allPages<unknown>(ask, [path, name], { limit: '9' });
        told.set(
          `${role} ${unit} ${path}`,
          all.map((each) => JSON.stringify(each)),
        );
      }
    return told;
  };
  beforeAll(async () => {
    table = createMemoryTable();
    story = await playStory(bureau, table);
    right = listsIn(table);
    rows = await registers();
    expect(await lie(table, story.cases)).toBeGreaterThan(3 * Object.keys(right).length);
  });
  const seen = async (post: Post) => {
    const reading = await readingOf(story.office, story.regulation, post);
    return { reading, states: await casesSeen(story.office, reading, story.cases) };
  };
  const tasksFor = async ({ role, unit }: Post, query: Record<string, string>) =>
    (await allPages<TaskReply>(story.office.as(role, unit), ['/v1/duties', 'duties'], query)).map(nameOfRow);
  const casesFor = async ({ role, unit }: Post, query: Record<string, string>) =>
    (await allPages<CaseRow>(story.office.as(role, unit), ['/v1/cases', 'cases'], query)).map(
      (row) => row.case,
    );
  /** Nothing untrue is shown, nothing twice, nothing out of its order, and nothing that is another's. */
  const expectTruth = async (isWhole: boolean): Promise<void> => {
    for (const post of allPosts(story.regulation)) {
      const { reading, states } = await seen(post);
      const now = story.office.now();
      const all = allTasks(reading, states, now).filter(({ kind }) => kind !== 'climbed');
      const own = ownTasks(reading, states, now);
      const lists: [string[], string[]][] = [
        [await tasksFor(post, { limit: '11' }), own.map(nameOfTask)],
        [await tasksFor(post, { of: 'all', limit: '50' }), all.map(nameOfTask)],
      ];
      if ((await story.office.as(post.role, post.unit)('GET', '/v1/cases')).status === 200) {
        const open = states
          .filter(({ title }) => title.includes('学校食堂'))
          .filter((each) => !isSecret(each));
        lists.push(
          [await casesFor(post, { state: 'all', limit: '5' }), states.map(({ caseId }) => caseId)],
          [await casesFor(post, { state: 'all', title: '学校食堂' }), open.map(({ caseId }) => caseId)],
        );
      }
      for (const [shown, expected] of lists)
        if (isWhole) expect([post, shown]).toEqual([post, expected]);
        else expect([post, shown, isPartOf(shown, expected)]).toEqual([post, shown, true]);
    }
    for (const [what, shown] of await registers())
      if (isWhole) expect([what, shown]).toEqual([what, rows.get(what)]);
      else expect([what, shown, isPartOf(shown, rows.get(what)!)]).toEqual([what, shown, true]);
  };

  it('no row says what its case does not, beside the true ones', () => expectTruth(true));

  it('no row is left where every line is gone, and none where only lies are', async () => {
    const copy = table.records();
    await removeLines(table);
    for (const post of allPosts(story.regulation)) {
      expect(await tasksFor(post, {})).toEqual([]);
      if ((await story.office.as(post.role, post.unit)('GET', '/v1/cases')).status === 200)
        expect(await casesFor(post, { state: 'all' })).toEqual([]);
    }
    for (const record of copy)
      if (record.pk.startsWith('LIST#') && !Object.hasOwn(right, `${record.pk} ${record.sk}`))
        await table.put(record, { absent: true });
    await expectTruth(false);
  });

  it('nothing is decided otherwise than where they are right', async () => {
    const twin = await playStory(bureau);
    expect(twin.cases).toEqual(story.cases);
    const answers = async ({ office, regulation, cases }: Story) => {
      const told: unknown[] = [];
      const sent = office.sent.length;
      const [first, second, , , third] = cases;
      const commands = [
        [first, { type: 'AssignUnit', unit: regulation.units[2]!.id }],
        [second, { type: 'ApproveConclusion' }],
        [third, { type: 'RecordAction', action: regulation.actions[0]!.id, note: '已办' }],
        [third, concluding([])],
      ] as const;
      for (const [caseId, command] of commands)
        for (const role of ['officeHead', 'deputyLeader'])
          told.push((await office.as(role)('POST', `/v1/cases/${caseId}/commands`, command)).body);
      office.pass(3_600_000);
      await office.sweep();
      await office.notify();
      for (const caseId of cases) {
        told.push((await office.as('officeHead')('GET', `/v1/cases/${caseId}/schedule`)).body);
        const log = await office.system.cases.log(caseId);
        told.push(log.map(({ command, at, actor }) => [command, at, actor.id]));
      }
      const plain = told.map((each) =>
        JSON.parse(JSON.stringify(each), (key, value) => (key === 'requestId' ? '' : value)),
      );
      return {
        plain,
        sent: office.sent.slice(sent),
        started: office.flows.started,
        signals: office.flows.signals.length,
      };
    };
    expect(await answers(story)).toEqual(await answers(twin));
  });
});
