import { calendar } from '../../shared/deadlines/days/lists.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { helpText, messageOf, printPlainly, readCommandLine } from '../command-line.ts';
import { loadDefinitions } from '../local/definitions/load.ts';
import { printTimeline } from '../local/rehearsal/print.ts';
import { rehearse } from '../local/rehearsal/run.ts';
import { readScenarioFile } from '../local/rehearsal/scenario.ts';
import { calendarWarning } from '../settings/calendar-gate.ts';

const COMMAND = {
  usage: ['npm run rehearse -- rehearsals/<文件>.json [选项]          推演一份文件,不发送任何信息'],
  options: { json: { type: 'boolean', about: '输出 JSON,含全部细节', default: false } },
  mostWords: 1,
} as const;

/** `npm run rehearse`: plays a scenario file and prints its timeline. */
const main = async (): Promise<void> => {
  const line = readCommandLine(COMMAND);
  if (line === undefined) return;
  const [path] = line.positionals;
  if (path === undefined) throw new Error(`缺少推演文件\n${helpText(COMMAND)}`);
  const scenario = readScenarioFile(path);
  const warning = calendarWarning(regulations[scenario.bureau]!, new Date(), calendar);
  if (warning !== '') console.error(warning);
  const { title, timeline, cases } = await rehearse(scenario, await loadDefinitions(scenario.bureau));
  if (line.values.json) console.log(JSON.stringify({ title, cases, timeline }, null, 2));
  else console.log(printTimeline({ title, timeline }));
};

printPlainly();
try {
  await main();
} catch (error) {
  console.error(`未能推演:${messageOf(error)}`);
  process.exitCode = 1;
}
