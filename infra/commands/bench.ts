import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamoTable } from '../../shared/records/dynamo-table.ts';
import { readCommandLine, runCommand } from '../command-line.ts';
import { median, megabytes, memoryOf, ratePerSecond, seconds, timed } from '../local/bench/measure.ts';
import { post } from '../local/bench/post.ts';
import { seedCases } from '../local/bench/seed.ts';
import { startServer } from '../local/bench/server.ts';
import { loadDefinitions } from '../local/definitions/load.ts';
import { rehearse } from '../local/rehearsal/run.ts';
import { readScenarioFile } from '../local/rehearsal/scenario.ts';
import { startBureau } from '../local/server/bureau.ts';
import { signatureHeaders } from '../local/sign.ts';

const COMMAND = {
  usage: ['npm run bench -- [选项]'],
  options: { quick: { type: 'boolean', about: '各项只做最小的一遍,用来试能否运行', default: false } },
  mostWords: 0,
} as const;

/** How much of everything is done; the figures that are published come from the whole. */
const WHOLE = { cases: 1000, puts: 600, warming: 100, runs: 5, widths: [1, 16] };
const SMALLEST: typeof WHOLE = { cases: 8, puts: 20, warming: 4, runs: 1, widths: [4] };
const print = (what: string, figure: string, aim: string): void =>
  console.log(`${what.padEnd(58)} ${figure.padEnd(34)} ${aim}`);

const benchRehearsal = async ({ runs: count }: typeof WHOLE): Promise<void> => {
  const scenario = readScenarioFile('rehearsals/red-answered.json');
  const loading = await timed(() => loadDefinitions(scenario.bureau));
  const definitions = await loadDefinitions(scenario.bureau);
  const runs: number[] = [];
  for (let run = 0; run < count; run += 1) runs.push(await timed(() => rehearse(scenario, definitions)));
  print(
    `15-day 红 rehearsal (first, median of ${count})`,
    `${seconds(runs[0]!)}, ${seconds(median(runs))}`,
    `aim < 1 s after loading (${seconds(loading)})`,
  );
};

/** A hundred Chinese characters that no other id has in this order. */
const wordsFor = (id: string): string =>
  [...createHash('sha512').update(id).digest().subarray(0, 50)]
    .map((byte, place) => String.fromCodePoint(0x4e00 + byte * 64 + place))
    .join('')
    .repeat(2);

/** Both sides go through the same SDK and the same store, one after the other and 16 at a time. */
const benchIntake = async ({ puts: count, warming, widths }: typeof WHOLE): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-bench-'));
  const running = await startBureau({
    bureau: 'leizhou',
    folder,
    port: 0,
    sweepEveryMilliseconds: 3_600_000,
    onSms: () => {},
  });
  const secret = running.keys.feeds.demo![0]!;
  const table = createDynamoTable(process.env.TABLE_NAME!);
  // Each its own matter: many of one within an hour are told of, and that is not what is measured here.
  const itemOf = (id: string) => ({
    id,
    title: `市民咨询营业执照办理流程 ${id}`,
    content: wordsFor(id),
    metrics: { views: 12, reposts: 0 },
  });
  const put = (series: string) => (number: number) =>
    table.put(
      { pk: `BENCH#${series}#${number}`, sk: 'ITEM', item: itemOf(`${series}-${number}`) },
      { absent: true },
    );
  const push = (series: string) => async (number: number) => {
    const body = JSON.stringify({ items: [itemOf(`${series}-${number}`)] });
    const headers = signatureHeaders(secret, `${series}-${number}`, new Date(), body);
    const { status, text } = await post(`${running.url}/v1/feeds/demo/items`, headers, body);
    if (status !== 200) throw new Error(`intake answered ${status}: ${text}`);
  };
  await ratePerSecond(warming, 4, put('warm'));
  await ratePerSecond(warming, 4, push('warm'));
  for (const width of widths) {
    const puts = await ratePerSecond(count, width, put(`w${width}`));
    const pushes = await ratePerSecond(count, width, push(`w${width}`));
    print(
      `intake of single items, ${width} at a time`,
      `${pushes.toFixed(0)}/s of ${puts.toFixed(0)} puts/s = ${(pushes / puts).toFixed(2)}`,
      'aim ≥ 0.33 of the store’s puts',
    );
  }
  await running.close();
  rmSync(folder, { recursive: true, force: true });
};

/** The clocks of the seeded cases have begun before; what is measured is holding them, and coming back after a stop. */
const benchServer = async ({ cases: count }: typeof WHOLE): Promise<void> => {
  const empty = await startServer();
  print('npm start on no data, until it answers', seconds(empty.readyAfterMilliseconds), 'aim < 15 s');
  const before = memoryOf(empty.process.pid!);
  await empty.stop();
  const folder = mkdtempSync(join(tmpdir(), 'shixian-bench-'));
  const seeding = await timed(() => seedCases(folder, count));
  const server = await startServer(folder);
  print(
    `npm start on ${count} open cases, until it answers`,
    seconds(server.readyAfterMilliseconds),
    `aim < 15 s (seeded in ${seconds(seeding)})`,
  );
  const resuming = await timed(() => server.said(/已恢复(\d+)个案卷/));
  print(`all ${count} clocks running again after`, seconds(resuming), '');
  const held = memoryOf(server.process.pid!);
  print(
    `resident memory: no case, ${count} cases, peak`,
    [before.now, held.now, held.peak].map(megabytes).join(', '),
    'aim < 500 MB',
  );
  await server.stop();
};

const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const size = given.values.quick ? SMALLEST : WHOLE;
  for (const bench of [benchRehearsal, benchIntake, benchServer]) await bench(size);
};

await runCommand(main);
// The clients of the bureau that ran in this process keep it alive.
process.exit();
