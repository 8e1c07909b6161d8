import { createFastClock } from '../clock/fast-clock.ts';
import { createRealClock } from '../clock/real-clock.ts';
import { startBureau } from '../server/bureau.ts';

/** What the process holds once all garbage is collected: bytes, and how many of each kind of handle. */
export interface Held {
  rss: number;
  heapUsed: number;
  external: number;
  handles: Record<string, number>;
}
export type FromBureau = { url: string } | { held: Held };

/** Looking after all cases is asked for so often, in real time; `npm start` does it every minute. */
const SWEEP_EVERY_MILLISECONDS = 15_000;

const held = (): Held => {
  // Twice: what a finalizer lets go of is garbage only then. An ordinary collection keeps the pages that it has emptied.
  const all = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;
  for (const _ of ['first', 'second']) globalThis.gc?.(all);
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  const kinds = Object.groupBy(process.getActiveResourcesInfo(), (kind) => kind);
  const handles = Object.fromEntries(Object.entries(kinds).map(([kind, each = []]) => [kind, each.length]));
  return { rss, heapUsed, external: external + arrayBuffers, handles };
};

// The process of the soak that is measured: a bureau on a data folder as `npm start` brings it up, on a fast clock. It
// answers every message of its parent with what it holds.
const [folder = '', bureau = '', origin = '', speed = '', feeds = '{}'] = process.argv.slice(2);
const clock = createFastClock(createRealClock(), Number(origin), Number(speed));
const tell = (message: FromBureau): void => void process.send?.(message);
const running = await startBureau({
  bureau,
  folder,
  feeds: JSON.parse(feeds) as Record<string, string>,
  port: 0,
  sweepEveryMilliseconds: SWEEP_EVERY_MILLISECONDS,
  onSms: () => undefined,
  clock,
});
await running.resume();
process.on('message', () => tell({ held: held() }));
process.on('disconnect', () => process.exit());
tell({ url: running.url });
