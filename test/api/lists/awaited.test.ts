import { beforeAll, describe, expect, it } from 'vitest';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { personOf } from '../../../shared/rules/persons.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { playOrders } from '../../support/order-story.ts';
import { caseIn, dutiesIn } from '../../support/told.ts';
import { allPages, allPosts, readingOf } from './brute.ts';
import { fieldsIn, openCase } from './desk.ts';
import { giveAny, playStory, type Story } from './story.ts';

type Asker = ReturnType<Office['as']>;
const rowsOf = (ask: Asker, query: Record<string, string>): Promise<TaskReply[]> =>
  allPages<TaskReply>(ask, ['/v1/duties', 'duties'], { limit: '7', ...query });
const nameOf = ({ case: caseId, kind, act, commands }: TaskReply): string =>
  `${caseId} ${kind} ${act ?? ''} ${commands[0]?.type}`;
/** What is not named by the entry that it is about is proposed by an entry of one of these. */
const PROPOSED: Readonly<Record<string, readonly string[]>> = {
  ApproveLevelChange: ['LoweringProposed'],
  ApproveConclusion: ['ConclusionProposed'],
};

describe.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])(
  '%s: what waits for others',
  (bureau) => {
    let story: Story;
    let regulation: Regulation;
    beforeAll(async () => {
      story = await playStory(bureau);
      ({ regulation } = story);
      const { office, cases } = story;
      const caseId = await openCase(office, regulation, { unit: regulation.units[0]!.id });
      cases.push(caseId);
      const level = regulation.scales[0]!.levels.find(({ clocked }) => clocked)!.id;
      for (const how of [
        { type: 'ConfirmGrade', level },
        { type: 'ChangeLevel', level },
      ])
        await giveAny(story, caseId, { ...how, reason: '舆情变化' });
    });
    /** Who entered what a row is about, by the log alone. */
    const authorOf = async ({ case: caseId, act, commands }: TaskReply): Promise<string | undefined> => {
      const log = await story.office.system.cases.log(caseId);
      const proposed = PROPOSED[commands[0]!.type];
      const entry =
        proposed === undefined
          ? log.find(({ version }) => version === act)
          : log.findLast(({ events }) => events.some(({ type }) => proposed.includes(type)));
      const { roster } = (await story.office.system.rosters.read())!;
      return entry === undefined ? undefined : personOf(roster, entry.actor.id);
    };

    it('is each one’s own entries, all of them that he may read, and nobody else’s', async () => {
      let count = 0;
      for (const post of allPosts(regulation)) {
        const ask = story.office.as(post.role, post.unit);
        const { who } = await readingOf(story.office, regulation, post);
        const all = await rowsOf(ask, { of: 'all' });
        const own: TaskReply[] = [];
        for (const row of all.filter(({ kind }) => kind === 'confirm' || kind === 'sign'))
          if ((await authorOf(row)) === who.actor.person) own.push(row);
        const awaited = await rowsOf(ask, { of: 'awaited' });
        expect([post, awaited.map(nameOf).sort()]).toEqual([post, own.map(nameOf).sort()]);
        for (const row of awaited) {
          expect(row.since, row.text).not.toBeNull();
          expect(row.posts.length + row.people.length, row.text).toBeGreaterThan(0);
          // It is said to who waits, not to who has to confirm.
          expect(row.text).toContain('待');
          expect(row.text).not.toMatch(/(^|,)请/);
        }
        count += awaited.length;
      }
      expect(count).toBeGreaterThan(0);
    });

    it('is never what he has to confirm himself', async () => {
      for (const post of allPosts(regulation)) {
        const ask = story.office.as(post.role, post.unit);
        const mine = (await rowsOf(ask, { of: 'mine', kind: 'confirm' })).map(nameOf);
        for (const row of await rowsOf(ask, { of: 'awaited', kind: 'confirm' }))
          expect(mine).not.toContain(nameOf(row));
      }
    });
  },
);

describe('雷州', () => {
  let office: Office;
  let caseId: string;
  let head: Asker;
  beforeAll(async () => {
    office = await createOffice();
    head = office.as('officeHead');
    const path = () => `/v1/cases`;
    caseId = await playOrders(office, {
      open: async (body) => caseIn(await head('POST', path(), body)).case,
      give: (of, command) => head('POST', `${path()}/${of}/commands`, command),
    });
  });
  const textsOf = async (ask: Asker, query: Record<string, string> = {}): Promise<string[]> =>
    (await rowsOf(ask, { of: 'awaited', ...query })).map(({ text }) => text);

  it('a draft, a release and a conclusion, each in the words of who waits, with whose word it is', async () => {
    const rows = await rowsOf(head, { of: 'awaited' });
    expect(rows.map(({ text }) => text).sort()).toEqual([
      expect.stringMatching(/^收文机关同意免报“.+”待确认:对方已知$/),
      expect.stringMatching(/^督办通知稿待签发\(案卷日志第\d+条\)$/),
      expect.stringMatching(/^结报\(有未办事项或误立\)待审批:/),
    ]);
    const draft = rows.find(({ kind }) => kind === 'sign')!;
    expect(draft.since).toBe('2026-03-02T08:00:00+08:00');
    expect(draft.posts.length).toBeGreaterThan(0);
  });

  it('is asked for by kind and by whose word it is', async () => {
    expect(await textsOf(head, { kind: 'sign' })).toHaveLength(1);
    const [{ posts }] = (await rowsOf(head, { of: 'awaited', kind: 'sign' })) as [TaskReply];
    expect(await textsOf(head, { kind: 'sign', role: posts[0]!.id })).toHaveLength(1);
    expect(await textsOf(head, { role: 'unitLiaison' })).toEqual([]);
    expect(await textsOf(head, { case: caseId })).toHaveLength(3);
  });

  it('is nobody else’s, though he may confirm it', async () => {
    const deputy = office.as('deputyLeader');
    expect(dutiesIn(await deputy('GET', '/v1/duties')).some(({ kind }) => kind === 'confirm')).toBe(true);
    expect(await textsOf(deputy)).toEqual([]);
    expect(await textsOf(office.as('dutyOfficer'))).toEqual([]);
  });

  it('what was entered for somebody stands there until he has said his word', async () => {
    const officer = office.as('dutyOfficer');
    const path = `/v1/cases/${caseId}/commands`;
    const { roles } = (await office.system.rosters.read())!.roster;
    const told = await officer('POST', path, {
      ...{ type: 'RecordAction', action: 'statementApproved', text: '口径' },
      onBehalf: { person: roles.chiefLeader![0]!.id, channel: '电话', at: office.now(), text: '口径' },
    });
    expect(told.status).toBe(200);
    const [row] = await rowsOf(officer, { of: 'awaited' });
    expect(row).toMatchObject({ kind: 'confirm', people: [roles.chiefLeader![0]!.name] });
    expect(row!.text).toMatch(/^代.+录入的事项待本人确认:.+“口径”\(案卷日志第\d+条\)$/);
    const confirm = { type: 'ConfirmAct', act: row!.act, agree: true };
    expect((await office.as('chiefLeader')('POST', path, confirm)).status).toBe(200);
    expect(await textsOf(officer)).toEqual([]);
  });

  it.each([
    [{ kind: 'duty' }, 'kind'],
    [{ kind: 'telephone' }, 'kind'],
    [{ overdue: 'true' }, 'overdue'],
  ])('with %o is refused: nothing of that kind waits for a word', async (query, field) => {
    const told = await head('GET', '/v1/duties', undefined, { of: 'awaited', ...query });
    expect(fieldsIn(told)).toEqual([422, 'INVALID', [field]]);
  });
});
