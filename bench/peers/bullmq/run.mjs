import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'bullmq';
import { inTurns, lagLine, print, residentOf, sleep } from '../measures.mjs';
import { createOpening, FIRED, QUEUE, TIMERS } from './cases.mjs';
import { startRedis } from './redis.mjs';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    due: { type: 'string', default: '200' },
    fsync: { type: 'string', default: 'always' },
  },
});
const [cases, due] = [Number(values.cases), Number(values.due)];
const LEAD = 10_000;
const WITHIN = 60_000;
const KILL_AFTER = 3_000;

/** Cases per second, lag of the timers that fall due within one minute, memory. */
const measureWork = async (folder) => {
  const { pid, connection, redis, kill } = await startRedis(folder, values.fsync);
  const { queue, open } = createOpening(connection);
  const lags = [];
  const worker = new Worker(
    QUEUE,
    async ({ data }) => {
      await redis.rpush(FIRED, JSON.stringify({ ...data, at: Date.now() }));
      lags.push(Date.now() - data.due);
    },
    { connection, concurrency: 16 },
  );
  await worker.waitUntilReady();
  const from = performance.now();
  await inTurns(cases - due, 16, (number) => open(`c${number}`, Date.now() + 86_400_000));
  const rate = ((cases - due) / (performance.now() - from)) * 1000;
  print(`${cases - due} cases of ${TIMERS} timers opened`, `${rate.toFixed(0)} cases/s`);
  const first = Date.now() + LEAD;
  await inTurns(due, 16, (number) => open(`d${number}`, first + Math.floor((number * WITHIN) / due)));
  const memory = () => `Redis ${residentOf(pid)} MB, worker ${residentOf(process.pid)} MB`;
  print('resident memory', memory());
  while (lags.length < due && Date.now() < first + 3 * WITHIN) await sleep(100);
  print(`${due} timers due within ${WITHIN / 1000} s (${lags.length} fired)`, lagLine(lags));
  await worker.close();
  await queue.close();
  await kill('SIGTERM');
};

/** Kills everything while cases are opened; how many of those that were answered are whole after the start. */
const measureKill = async (folder) => {
  const before = await startRedis(folder, values.fsync);
  const opener = fork(new URL('./opener.mjs', import.meta.url), [JSON.stringify(before.connection)]);
  const answered = [];
  opener.on('message', (name) => answered.push(name));
  await sleep(KILL_AFTER);
  const ended = once(opener, 'exit');
  opener.kill('SIGKILL');
  await before.kill('SIGKILL');
  await ended;
  const from = performance.now();
  const { connection, redis, kill } = await startRedis(folder, values.fsync);
  const { queue } = createOpening(connection);
  const back = performance.now() - from;
  let [whole, part, none] = [0, 0, 0];
  for (const name of answered) {
    const ids = Array.from({ length: TIMERS }, (_, timer) => `bull:${QUEUE}:${name}-${timer}`);
    const there = await redis.exists(ids);
    if (there === TIMERS) whole += 1;
    else if (there > 0) part += 1;
    else none += 1;
  }
  print(
    'kill -9 of all while opening',
    `${answered.length} answered: ${whole} whole, ${part} in part, ${none} gone; back in ${Math.round(back)} ms`,
  );
  await queue.close();
  await kill('SIGTERM');
};

console.log(
  `${new Date().toISOString()}, BullMQ on Redis, appendfsync ${values.fsync}, Node ${process.version}`,
);
for (const measure of [measureWork, measureKill]) {
  const folder = mkdtempSync(join(tmpdir(), 'bullmq-'));
  await measure(folder);
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
