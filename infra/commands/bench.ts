import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamoTable } from '../../shared/records/dynamo-table.ts';
import { median, memoryOf, ratePerSecond, seconds, timed } from '../local/bench/measure.ts';
import { post } from '../local/bench/post.ts';
import { seedCases } from '../local/bench/seed.ts';
import { startServer } from '../local/bench/server.ts';
import { loadDefinitions } from '../local/definitions/load.ts';
import { rehearse } from '../local/rehearsal/run.ts';
import { readScenario } from '../local/rehearsal/scenario.ts';
import { startBureau } from '../local/server/bureau.ts';
import { signatureHeaders } from '../local/sign.ts';

const CASES = 1000;
const PUTS = 600;
const RUNS = 5;
const print = (what: string, figure: string, aim: string): void =>
  console.log(`${what.padEnd(58)} ${figure.padEnd(34)} ${aim}`);

const benchRehearsal = async (): Promise<void> => {
  const path = 'rehearsals/red-answered.json';
  const scenario = readScenario(readFileSync(path, 'utf8'), path);
  const loading = await timed(() => loadDefinitions(scenario.bureau));
  const definitions = await loadDefinitions(scenario.bureau);
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await timed(() => rehearse(scenario, definitions)));
  print(
    '15-day 红 rehearsal (first, median of 5)',
    `${seconds(runs[0]!)}, ${seconds(median(runs))}`,
    `aim < 1 s after loading (${seconds(loading)})`,
  );
};

/** Both sides go through the same SDK and the same store, one after the other and 16 at a time. */
const benchIntake = async (): Promise<void> => {
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
  const itemOf = (id: string) => ({
    id,
    title: `市民咨询营业执照办理流程 ${id}`,
    content: `市民在论坛询问营业执照办理所需材料与时间,编号 ${id}。`.repeat(4),
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
  await ratePerSecond(100, 4, put('warm'));
  await ratePerSecond(100, 4, push('warm'));
  for (const width of [1, 16]) {
    const puts = await ratePerSecond(PUTS, width, put(`w${width}`));
    const pushes = await ratePerSecond(PUTS, width, push(`w${width}`));
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
const benchServer = async (): Promise<void> => {
  const empty = await startServer();
  print('npm start on no data, until it answers', seconds(empty.readyAfterMilliseconds), 'aim < 15 s');
  const before = memoryOf(empty.process.pid!);
  await empty.stop();
  const folder = mkdtempSync(join(tmpdir(), 'shixian-bench-'));
  const seeding = await timed(() => seedCases(folder, CASES));
  const server = await startServer(folder);
  print(
    `npm start on ${CASES} open cases, until it answers`,
    seconds(server.readyAfterMilliseconds),
    `aim < 15 s (seeded in ${seconds(seeding)})`,
  );
  const resuming = await timed(() => server.said(/已恢复(\d+)个案卷/));
  print(`all ${CASES} clocks running again after`, seconds(resuming), '');
  const held = memoryOf(server.process.pid!);
  print(
    `resident memory: no case, ${CASES} cases, peak`,
    `${before.now} MB, ${held.now} MB, ${held.peak} MB`,
    'aim < 500 MB',
  );
  await server.stop();
};

await benchRehearsal();
await benchIntake();
await benchServer();
process.exit(0);
