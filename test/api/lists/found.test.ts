import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseState, isSecret } from '../../../shared/case/state.ts';
import type { CaseRow } from '../../../shared/contracts/replies/case.ts';
import { isStillOwed } from '../../../shared/deadlines/schedule.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { allPages, allPosts, casesSeen, readingOf } from './brute.ts';
import { playStory, type Story } from './story.ts';

// What the list of cases finds is what looking at every case finds, by each filter and by any two.

/** One way to ask, and what a case must have for it. */
interface Way {
  name: string;
  query: Record<string, string>;
  has: (state: CaseState) => boolean;
}

const waysOf = (regulation: Regulation, states: readonly CaseState[]): Way[] => {
  const way = (name: string, value: string, has: Way['has']): Way => ({
    name,
    query: { [name]: value },
    has,
  });
  const stands = (state: string) => (each: CaseState) =>
    each.status === state ||
    (state === 'open' && each.status === 'concluded' && isStillOwed(regulation, each));
  const scale = regulation.scales[0]!.levels;
  const references = states.flatMap(({ sources }) => sources.flatMap(({ reference }) => reference ?? []));
  const orders = states.flatMap(({ orders: each }) => each.flatMap(({ issued }) => issued?.number ?? []));
  const people = [...new Set(states.flatMap((state) => state.people))];
  const opened = states.map(({ openedAt }) => openedAt).sort();
  const middle = opened[Math.floor(opened.length / 2)]!;
  const titled = (words: string) => (each: CaseState) => !isSecret(each) && each.title.includes(words);
  return [
    ...['open', 'concluded', 'archived'].map((state) => way('state', state, stands(state))),
    ...scale.map(({ id }) =>
      way('level', id, ({ warningLevel, handlingLevel }) => [warningLevel, handlingLevel].includes(id)),
    ),
    ...regulation.units.slice(0, 4).map(({ id }) => way('unit', id, ({ unit }) => unit === id)),
    ...['过期食品', '学校食堂之', '号来信', '10号', '不曾有过'].map((words) =>
      way('title', words, titled(words)),
    ),
    way('title', '「学校」 食堂', titled('学校食堂')),
    way('title', '来信\u3000学校', (each) => titled('来信')(each) && titled('学校')(each)),
    way('title', '10号 学校', (each) => titled('10号')(each) && titled('学校')(each)),
    ...states.slice(0, 2).map(({ caseId }) => way('number', caseId, (each) => each.caseId === caseId)),
    ...references
      .slice(0, 2)
      .map((reference) =>
        way(
          'number',
          ` ${reference} `,
          (each) => !isSecret(each) && each.sources.some((source) => source.reference === reference),
        ),
      ),
    ...orders
      .slice(0, 2)
      .map((number) =>
        way('number', number, (each) => each.orders.some(({ issued }) => issued?.number === number)),
      ),
    ...regulation.sources
      .slice(0, 4)
      .map(({ id }) => way('source', id, ({ sources }) => sources.some(({ kind }) => kind === id))),
    ...people.map((person) => way('person', person, (each) => each.people.includes(person))),
    way('person', 'nobody', () => false),
    ...regulation.flags.slice(0, 2).map(({ id }) => way('flag', id, ({ flags }) => flags.includes(id))),
    way('from', middle, ({ openedAt }) => openedAt >= middle),
    way('to', middle, ({ openedAt }) => openedAt <= middle),
    way('to', '2026-03-01', () => false),
    way('from', '2026-03-02', () => true),
  ];
};

/** A period that ends before it begins is refused (filters.test.ts). */
const isBackwards = (...ways: Way[]): boolean => {
  const { from = '', to = '~' } = Object.assign({}, ...ways.map(({ query }) => query)) as Way['query'];
  return from > to;
};

describe.each(['leizhou', 'petition', 'yinzhou'])('%s: cases are found', (bureau) => {
  let story: Story;
  let states: CaseState[];
  let ways: Way[];
  beforeAll(async () => {
    story = await playStory(bureau);
    const loaded = story.cases.map(async (caseId) => (await story.office.system.cases.load(caseId))!);
    states = await Promise.all(loaded);
    ways = waysOf(story.regulation, states);
  });
  const found = async (role: string, unit: string | undefined, query: Record<string, string>) => {
    const rows = await allPages<CaseRow>(story.office.as(role, unit), ['/v1/cases', 'cases'], query);
    return rows.map((row) => row.case);
  };
  const readers = (): [string, string | undefined][] => [
    ['officeHead', undefined],
    ['unitLiaison', story.regulation.units[0]!.id],
  ];
  const seenBy = async (role: string, unit: string | undefined) => {
    const reading = await readingOf(story.office, story.regulation, { role, ...(unit && { unit }) });
    return casesSeen(story.office, reading, story.cases);
  };

  it('by every way, and some by each', async () => {
    const kinds = [...new Set(ways.map(({ name }) => name))];
    expect(kinds).toEqual(
      expect.arrayContaining(['state', 'level', 'unit', 'title', 'number', 'source', 'person', 'flag']),
    );
    for (const kind of kinds)
      expect([kind, ways.some(({ name, has }) => name === kind && states.some(has))]).toEqual([kind, true]);
  });

  it('by each filter alone, the newest first', async () => {
    for (const [role, unit] of readers()) {
      const seen = await seenBy(role, unit);
      for (const { query, has } of ways) {
        const expected = seen.filter(has).map(({ caseId }) => caseId);
        const asked = { state: 'all', limit: '3', ...query };
        expect([role, query, await found(role, unit, asked)]).toEqual([role, query, expected]);
      }
    }
  });

  it('by any two filters', async () => {
    const pairs = ways.flatMap((one, index) =>
      ways
        .slice(index + 1)
        .flatMap((other) =>
          one.name === other.name || isBackwards(one, other) ? [] : [[one, other] as const],
        ),
    );
    for (const [role, unit] of readers()) {
      const seen = await seenBy(role, unit);
      for (const [one, other] of pairs) {
        const query = { ...one.query, ...other.query };
        const expected = seen.filter((each) => one.has(each) && other.has(each));
        const rows = await found(role, unit, { state: 'all', ...query });
        expect([role, query, rows]).toEqual([role, query, expected.map(({ caseId }) => caseId)]);
      }
    }
  });

  it('by nothing but that they are open, by everybody', async () => {
    for (const { role, unit } of allPosts(story.regulation)) {
      const seen = await seenBy(role, unit);
      const [open] = ways.filter(({ query }) => query.state === 'open');
      const told = await story.office.as(role, unit)('GET', '/v1/cases');
      if (told.status === 403) expect(seen).toEqual([]);
      else {
        const expected = seen.filter(open!.has).map(({ caseId }) => caseId);
        expect([role, await found(role, unit, { limit: '2' })]).toEqual([role, expected]);
      }
    }
  });
});
