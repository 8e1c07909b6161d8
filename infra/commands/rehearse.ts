import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { calendar } from '../../shared/deadlines/due.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { loadDefinitions } from '../local/definitions/load.ts';
import { printTimeline } from '../local/rehearsal/print.ts';
import { rehearse } from '../local/rehearsal/run.ts';
import { readScenario } from '../local/rehearsal/scenario.ts';
import { calendarWarning } from '../settings/calendar-gate.ts';

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new Error('用法:npm run rehearse -- rehearsals/<文件>.json [--json]');
  const scenario = readScenario(readFileSync(path, 'utf8'), path);
  const warning = calendarWarning(regulations[scenario.bureau]!, new Date(), calendar);
  if (warning !== '') console.error(warning);
  const { title, timeline, cases } = await rehearse(scenario, await loadDefinitions(scenario.bureau));
  if (values.json) console.log(JSON.stringify({ title, cases, timeline }, null, 2));
  else console.log(printTimeline({ title, timeline }));
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
