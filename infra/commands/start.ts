import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendar } from '../../shared/deadlines/days/lists.ts';
import { regulationInForce } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { requireSettings } from '../../shared/regulations/settings.ts';
import { shortLocal } from '../../shared/time/instants.ts';
import { messageOf, printPlainly, readCommandLine, writeForOwner } from '../command-line.ts';
import { readFeeds, readWatches } from '../local/chosen-feeds.ts';
import { readChosen } from '../local/chosen-settings.ts';
import { LOGIN_OPTIONS, readLogin } from '../local/identity/login-options.ts';
import { examplePeople, exampleRoster } from '../local/people.ts';
import { type Banner, printBanner } from '../local/server/banner.ts';
import { type BureauOptions, type RunningBureau, startBureau } from '../local/server/bureau.ts';
import { DEFAULT_PORT, readPort } from '../local/server/port.ts';
import { stopWhenTold } from '../local/server/stop.ts';
import { folderOf } from '../local/store/data-folder.ts';
import { calendarWarning } from '../settings/calendar-gate.ts';

const SWEEP_EVERY_MILLISECONDS = 60_000;

const COMMAND = {
  usage: ['npm start -- [选项]          在本机运行一个局的时限系统,Ctrl-C 停止'],
  options: {
    bureau: { type: 'string', value: '局', about: '运行哪个局,不写为 leizhou', default: 'leizhou' },
    port: { type: 'string', value: '端口', about: `网页接口的端口,不写为 ${DEFAULT_PORT}` },
    data: { type: 'string', value: '目录', about: '案卷存放的目录,不写为 .data(雷州)或 .data-<局>' },
    ...LOGIN_OPTIONS,
    set: { type: 'string', value: '名称=值', about: '本局自选的设置,可写多次', multiple: true },
    feed: {
      type: 'string',
      value: '数据源=字段对应',
      about: '另登记数据源,并选定其字段对应(npm run feed 列出),可写多次;登记后一直有效',
      multiple: true,
    },
    watch: {
      type: 'string',
      value: '文件',
      about: '各数据源应多久推送一次、联系谁(JSON,格式见 docs/one-machine.md);一直有效,到下次更换',
    },
  },
  mostWords: 0,
} as const;

/** Writes every text to the console and to the folder's log: none is sent. */
const createSmsLog = (folder: string, zone: string): BureauOptions['onSms'] => {
  const smsLog = join(folder, 'sms.log');
  return ({ phoneNumber, message, messageId, at }) => {
    const time = new Date(at).toISOString();
    appendFileSync(smsLog, `${JSON.stringify({ at: time, to: phoneNumber, message, messageId })}\n`);
    console.log(`[短信] ${shortLocal(time, zone)} → ${phoneNumber} ${message}`);
  };
};

const resume = async (running: RunningBureau): Promise<void> => {
  const from = performance.now();
  const report = (await running.resume()) as { cases: number };
  if (report.cases > 0)
    console.log(`已恢复${report.cases}个案卷的时钟(${((performance.now() - from) / 1000).toFixed(1)}秒)`);
};

/** Of the example people, one for each post. */
const tokensFor = ({ issuer }: RunningBureau, regulation: Regulation): Promise<Banner['people']> =>
  Promise.all(
    examplePeople(exampleRoster(regulation)).map(async (actor) => ({
      actor,
      token: await issuer.issue(actor),
    })),
  );

/** `npm start`: one bureau on this machine, until it is stopped. */
const main = async (): Promise<void> => {
  const line = readCommandLine(COMMAND);
  if (line === undefined) return;
  const { bureau, data: folder = folderOf(bureau), set = [], feed = [], watch } = line.values;
  const chosen = readChosen(set);
  requireSettings(regulationInForce(bureau), chosen);
  const regulation = regulationInForce(bureau, chosen);
  const port = readPort(line.values.port);
  const login = readLogin(line.values);
  const warning = calendarWarning(regulation, new Date(), calendar);
  if (warning !== '') console.error(warning);
  const running = await startBureau({
    bureau,
    chosen,
    folder,
    feeds: readFeeds(feed),
    watches: watch === undefined ? undefined : readWatches(watch),
    port,
    login,
    sweepEveryMilliseconds: SWEEP_EVERY_MILLISECONDS,
    onSms: createSmsLog(folder, regulation.zone),
  });
  const people = login === undefined ? await tokensFor(running, regulation) : [];
  printBanner({ url: running.url, folder, regulation, login, people });
  stopWhenTold('start', '正在停止,未结案卷下次启动后继续计时……', running.close);
  await resume(running);
};

printPlainly();
writeForOwner();
try {
  await main();
} catch (error) {
  console.error(`未能启动:${messageOf(error)}`);
  process.exit(1);
}
