import { type DueLimits, lagOfLimits, lagUnderPushes } from './due-limits.ts';
import { seedArchive } from './lists/archive.ts';
import { benchArchive, benchPages } from './lists/pages.ts';
import { measure, megabytes, memoryOf, seconds, timed } from './measure.ts';
import { seedCases } from './seed.ts';
import { startServer } from './server.ts';
import { freshFolder, removeFolder } from './stores.ts';

/** `npm start` on no data: what it takes until it answers, and what it holds then. */
export const benchFirstStart = (): Promise<void> =>
  measure('npm start on no data, until it answers', 'aim 5 s', async () => {
    const server = await startServer();
    const { now } = memoryOf(server.process.pid!);
    await server.stop();
    return `${seconds(server.readyAfterMilliseconds)}; ${megabytes(now)}`;
  });

interface Held {
  cases: number;
  /** What is aimed at: all clocks running, memory. */
  seconds?: number;
  megabytes: number;
  /** What then falls due; undefined: only holding them is measured. */
  due?: DueLimits | undefined;
}

/** Many open cases in the real `npm start`: coming back after a stop, memory, and limits that fall due close together. */
export const benchHeld = async ({ cases, seconds: aim, megabytes: most, due }: Held): Promise<void> => {
  const folder = freshFolder();
  await measure(`${cases} cases seeded`, '', async () =>
    seconds(await timed(() => seedCases(folder, cases))),
  );
  const from = performance.now();
  const server = await startServer(folder);
  const aimed = aim === undefined ? '' : `aim ${aim} s`;
  await measure(`npm start on ${cases} open cases, until all clocks run`, aimed, async () => {
    await server.said(/已恢复(\d+)个案卷/);
    return `${seconds(performance.now() - from)}; answers after ${seconds(server.readyAfterMilliseconds)}`;
  });
  if (due !== undefined) {
    const what = `${due.limits} limits due within ${due.within / 1000} s`;
    await measure(`${what}, lag of their entries`, 'aim p99 ≤ 2 s', () => lagOfLimits(server, due));
    await measure(`the same under 16 pushes at once`, 'aim p99 ≤ 2 s', () => lagUnderPushes(server, due, 16));
  }
  await measure(`resident memory with ${cases} open cases`, `aim < ${most} MB`, async () => {
    const { now, peak } = memoryOf(server.process.pid!);
    return `${megabytes(now)}; peak ${megabytes(peak)}`;
  });
  await server.end();
  await benchPages(folder, cases, cases > 1000 ? 'aim 500 ms' : 'aim 300 ms');
  removeFolder(folder);
};

/** Pages over many archived cases. */
export const benchArchived = async (cases: number): Promise<void> => {
  const folder = freshFolder();
  await measure(`${cases} archived cases seeded`, '', async () =>
    seconds(await timed(() => seedArchive(folder, cases))),
  );
  await benchArchive(folder);
  removeFolder(folder);
};
