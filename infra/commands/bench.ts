import { availableParallelism } from 'node:os';
import { readCommandLine, runCommand } from '../command-line.ts';
import { benchArchived, benchFirstStart, benchHeld } from '../local/bench/held.ts';
import { benchHotCase } from '../local/bench/hot-case.ts';
import { benchIntake } from '../local/bench/intake.ts';
import { measure, median, seconds, timed } from '../local/bench/measure.ts';
import { openCases } from '../local/bench/opening.ts';
import { bothStores } from '../local/bench/stores.ts';
import { loadDefinitions } from '../local/definitions/load.ts';
import { rehearse } from '../local/rehearsal/run.ts';
import { readScenarioFile } from '../local/rehearsal/scenario.ts';

const COMMAND = {
  usage: [
    'npm run bench -- [选项]',
    'npm run bench -- --archived 100000    有这么多已归档案卷时各种条件的查询',
    'npm run bench -- --cases 10000    保有这么多未结案卷,一分钟内有200个时限到期',
  ],
  options: {
    quick: { type: 'boolean', about: '各项只做最小的一遍,用来试能否运行', default: false },
    archived: {
      type: 'string',
      value: '件数',
      about: '只测有这么多已归档案卷时各种条件的查询,每页用时与读取次数',
    },
    cases: { type: 'string', value: '件数', about: '只测保有这么多未结案卷时到期的时限晚多久入案卷日志' },
  },
  mostWords: 0,
} as const;

/** How much of everything is done; the figures that are published come from the whole. */
const WHOLE = {
  cases: 1000,
  opened: 200,
  puts: 600,
  crowd: 300,
  warming: 100,
  runs: 5,
  widths: [1, 16],
  due: { limits: 200, lead: 180_000, within: 60_000 },
};
const SMALLEST: typeof WHOLE = {
  cases: 8,
  opened: 4,
  puts: 20,
  crowd: 8,
  warming: 4,
  runs: 1,
  widths: [4],
  due: { limits: 4, lead: 5_000, within: 2_000 },
};

const benchRehearsal = async ({ runs: count }: typeof WHOLE): Promise<void> => {
  const scenario = readScenarioFile('rehearsals/red-answered.json');
  const definitions = await loadDefinitions(scenario.bureau);
  await measure(`15-day 红 rehearsal (first, median of ${count})`, 'aim ≤ 0.5 s', async () => {
    const runs: number[] = [];
    for (let run = 0; run < count; run += 1) runs.push(await timed(() => rehearse(scenario, definitions)));
    return `${seconds(runs[0]!)}, ${seconds(median(runs))}`;
  });
};

/** Old and new store in one run and in turns: all else is the same. */
const benchStores = async (size: typeof WHOLE): Promise<void> => {
  const stores = await bothStores();
  await benchIntake(stores, size);
  await benchHotCase(stores, size.crowd);
  for (const store of stores)
    await measure(`cases opened with all their texts, ${store.name}`, 'aim 200/s', async () => {
      const milliseconds = await timed(() => openCases(store, size.opened));
      return `${((size.opened / milliseconds) * 1000).toFixed(1)} cases/s`;
    });
  for (const { close } of stores) await close();
};

const readCount = (option: string, given: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Error(`--${option} 应为件数,如 10000,不是 ${given}`);
  return Number(given);
};

const main = async (): Promise<void> => {
  const given = readCommandLine(COMMAND);
  if (given === undefined) return;
  const { quick, cases, archived } = given.values;
  const size = quick ? SMALLEST : WHOLE;
  console.log(
    `${new Date().toISOString()}, ${availableParallelism()} cores, Node ${process.version}; load: of the minute before`,
  );
  if (cases !== undefined) {
    await benchHeld({ cases: readCount('cases', cases), megabytes: 2048, due: size.due });
    return;
  }
  if (archived !== undefined) {
    await benchArchived(readCount('archived', archived));
    return;
  }
  await benchRehearsal(size);
  await benchStores(size);
  await benchFirstStart();
  await benchHeld({ cases: size.cases, seconds: 5, megabytes: 300 });
};

await runCommand(main);
// The clients of the bureau that ran in this process keep it alive.
process.exit();
