import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { calendar } from '../../shared/deadlines/due.ts';
import { regulationInForce } from '../../shared/regulations/index.ts';
import { shortLocal } from '../../shared/time/instants.ts';
import { readChosen } from '../local/chosen-settings.ts';
import { examplePeople, exampleRoster } from '../local/people.ts';
import { printBanner } from '../local/server/banner.ts';
import { startBureau } from '../local/server/bureau.ts';
import { folderOf } from '../local/server/data-folder.ts';
import { calendarWarning } from '../settings/calendar-gate.ts';

const SWEEP_EVERY_MILLISECONDS = 60_000;

const readPort = (): number => {
  const port = Number(process.env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT 应为 0–65535 的整数,现为“${process.env.PORT}”`);
  return port;
};

const explain = (error: unknown): string => {
  const text =
    error instanceof Error
      ? `${error.message} ${String((error as { cause?: unknown }).cause ?? '')}`
      : String(error);
  if (/EADDRINUSE/.test(text)) return '端口已被占用:请换一个 PORT,或先停止正在运行的时限系统';
  if (/lock|Database is (closed|not open)/i.test(text)) return '数据目录正被另一个时限系统使用,请先停止它';
  return text;
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      bureau: { type: 'string', default: 'leizhou' },
      data: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  const { bureau } = values;
  const regulation = regulationInForce(bureau, readChosen(values.set));
  const warning = calendarWarning(regulation, new Date(), calendar);
  if (warning !== '') console.error(warning);
  const folder = values.data ?? folderOf(bureau);
  const smsLog = join(folder, 'sms.log');
  const { zone } = regulation;
  const running = await startBureau({
    bureau,
    chosen: readChosen(values.set),
    folder,
    port: readPort(),
    sweepEveryMilliseconds: SWEEP_EVERY_MILLISECONDS,
    onSms: ({ phoneNumber, message, messageId, at }) => {
      const time = new Date(at).toISOString();
      appendFileSync(smsLog, `${JSON.stringify({ at: time, to: phoneNumber, message, messageId })}\n`);
      console.log(`[短信] ${shortLocal(time, zone)} → ${phoneNumber} ${message}`);
    },
  });
  const people = await Promise.all(
    examplePeople(exampleRoster(regulation)).map(async (actor) => ({
      actor,
      token: await running.issuer.issue(actor),
    })),
  );
  printBanner({
    url: running.url,
    folder,
    regulation,
    secret: running.keys.feeds.demo![0]!,
    people,
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    console.log('正在停止,未结案卷下次启动后继续计时……');
    await running.close();
    process.exit(0);
  };
  // npm passes no signal on when it is killed: whoever it started must not be left behind.
  const parent = process.ppid;
  const orphaned = (): void => {
    if (process.ppid !== parent) void stop();
  };
  if (process.env.npm_lifecycle_event === 'start') setInterval(orphaned, 500).unref();
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  const from = performance.now();
  const report = (await running.resume()) as { cases: number };
  if (report.cases > 0)
    console.log(`已恢复${report.cases}个案卷的时钟(${((performance.now() - from) / 1000).toFixed(1)}秒)`);
};

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
