import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templates } from '../../shared/notices/templates.ts';
import { createTable } from '../records/emulators.ts';
import { MATTERS, type MatterName, reworded } from '../support/stories/rewordings.ts';
import { takenIn } from '../support/told.ts';
import { readContext } from './harness/context.ts';
import { type OfficeChild, startOfficeChild } from './moment/office-child.ts';
import type { LastWrite } from './moment/office-process.ts';

// Several operating system processes, each with connections of its own, over one DynamoDB: the ledger of stories is to order there
// what it orders on one machine (decision 085).

const { endpoint } = readContext();
const PROCESSES = 5;
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const OPENINGS = new Set(['opened', 'openedGradeFirst', 'openedAtOnce'].map((name) => templates[name]!.id));
/** An item is no longer in hand of the push that brought it, and a person may get another text. */
const A_MINUTE = 61_000;

let tables = 0;
let offices: OfficeChild[] = [];
beforeAll(() => {
  offices = range(PROCESSES).map(() => startOfficeChild(endpoint));
});
afterAll(() => Promise.all(offices.map(({ stop }) => stop())));

/** An office that all the processes open on fresh tables. `doomed`: one more process, that dies after this. */
const openEverywhere = async (bureau = 'leizhou', doomed?: { child: OfficeChild; after: LastWrite }) => {
  tables += 1;
  const tableName = `moment-${process.pid}-${tables}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await Promise.all([createTable(client, tableName), createTable(client, `${tableName}-log`)]);
  client.destroy();
  for (const [index, { tell }] of offices.entries())
    await tell('open', { tableName, bureau, isFirst: index === 0 });
  await doomed?.child.tell('open', { tableName, bureau, isFirst: false, diesAfter: doomed.after });

  /** Each by another process, all at once. */
  const pushAll = (items: readonly { id: string }[]) =>
    Promise.all(
      items.map((item, index) =>
        offices[index % PROCESSES]!.tell('push', { items: [item], id: `push-${item.id}` }),
      ),
    );
  const pass = (milliseconds: number) => Promise.all(offices.map(({ tell }) => tell('pass', milliseconds)));
  const sweep = async (minutes: number) => {
    for (const minute of range(minutes)) {
      await pass(A_MINUTE);
      await offices[minute % PROCESSES]!.tell('sweep');
    }
  };
  const cases = async () =>
    (await offices[1]!.tell('cases')).sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
  /** Who was told that a case is open, and how often. */
  const openingTexts = async (): Promise<string[]> =>
    (await Promise.all(offices.map(({ tell }) => tell('texts'))))
      .flat()
      .filter(({ message }) => OPENINGS.has(message.templateId))
      .map(({ to, message }) => `${to} ${message.variables.case}`);
  return { pushAll, pass, sweep, cases, openingTexts };
};

it('20 rewordings at once, ten times in a row: one case, one set of texts; the next matter has the next number', async () => {
  for (const _ of range(10)) {
    const { pushAll, sweep, cases, openingTexts } = await openEverywhere();
    const told = await pushAll(range(20).map((number) => reworded(number)));
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([200]));
    await sweep(1);
    expect(await cases()).toMatchObject([{ caseId: 'LZ2026-0001', openings: 1 }]);
    expect((await cases())[0]?.items).toHaveLength(20);
    const texts = await openingTexts();
    expect(texts.length).toBeGreaterThan(0);
    expect(new Set(texts).size).toBe(texts.length);
    const [next] = await pushAll([reworded(0, 'lift')]);
    expect(takenIn(next!).case).toBe('LZ2026-0002');
  }
});

it.each(['leizhou', 'nanning'])(
  'four matters, three rewordings of each, all at once: four cases (%s)',
  async (bureau) => {
    const { pushAll, sweep, cases, openingTexts } = await openEverywhere(bureau);
    const names = Object.keys(MATTERS) as MatterName[];
    // What has a content owes a case by itself.
    const numbers = [0, 1, 2];
    await pushAll(numbers.flatMap((number) => names.map((name) => reworded(number, name))));
    await sweep(2);
    const open = await cases();
    expect(open.map(({ caseId }) => caseId.slice(-4))).toEqual(['0001', '0002', '0003', '0004']);
    for (const { items, openings } of open) {
      expect(openings).toBe(1);
      expect(new Set(items.map((id) => id.replace(/\d+$/, ''))).size).toBe(1);
      expect(items).toHaveLength(3);
    }
    const texts = await openingTexts();
    expect(new Set(texts).size).toBe(texts.length);
  },
);

describe('a process that is killed', () => {
  const die = async (after: LastWrite) => {
    const child = startOfficeChild(endpoint);
    const office = await openEverywhere('leizhou', { child, after });
    const died = child.tell('push', { items: [reworded(0)], id: 'push-w0' });
    await expect(died).rejects.toThrow('SIGKILL');
    return office;
  };

  it.each(['claim', 'number'] as const)(
    'after its %s: the opening is taken up under its number, and nothing is lost',
    async (after) => {
      const { pushAll, sweep, cases, openingTexts } = await die(after);
      const waiting = await pushAll([1, 2, 3].map((number) => reworded(number)));
      expect(waiting.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await cases()).toEqual([]);
      await sweep(2);
      expect(await cases()).toMatchObject([{ caseId: 'LZ2026-0001', openings: 1 }]);
      expect((await cases())[0]?.items.sort()).toEqual(['w0', 'w1', 'w2', 'w3']);
      const texts = await openingTexts();
      expect(texts.length).toBeGreaterThan(0);
      expect(new Set(texts).size).toBe(texts.length);
      // Its feed, which had no answer, sends it once more, and another matter has the next number.
      const [again, next] = await pushAll([reworded(0), reworded(0, 'lift')]);
      expect(takenIn(again!).case).toBe('LZ2026-0001');
      expect(takenIn(next!).case).toBe('LZ2026-0002');
    },
  );

  it('after the claim, and its feed sends once more at once: the same opening goes on', async () => {
    const { pushAll, cases } = await die('claim');
    const [again] = await pushAll([reworded(0)]);
    expect(takenIn(again!).case).toBe('LZ2026-0001');
    expect(await cases()).toMatchObject([{ caseId: 'LZ2026-0001', items: ['w0'] }]);
  });
});

it('a claim of which nothing comes is waited for, and passed over after ten minutes by one only', async () => {
  const { pushAll, pass, sweep, cases } = await openEverywhere();
  expect(await offices[0]!.tell('claim', { owner: '2026#demo#dead#', item: reworded(0) })).toBe(true);
  await pushAll([1, 2, 3, 4, 5].map((number) => reworded(number)));
  await sweep(2);
  expect(await cases()).toEqual([]);
  await pass(8 * A_MINUTE);
  await Promise.all(offices.map(({ tell }) => tell('sweep')));
  await sweep(2);
  expect(await cases()).toMatchObject([{ caseId: 'LZ2026-0001', openings: 1 }]);
  expect((await cases())[0]?.items).toHaveLength(5);
});
