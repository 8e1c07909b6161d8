import { readFileSync } from 'node:fs';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { rehearse } from '../../../infra/local/rehearsal/run.ts';
import { readScenario } from '../../../infra/local/rehearsal/scenario.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { momentsBeside, momentsOfAll } from './moments.ts';

// `node test/e2e/rehearsals/print-moments.ts <scenario>`: what an expected file has to hold, to be checked line by line
// against the clauses before it becomes one.
const [path = ''] = process.argv.slice(2);
const scenario = readScenario(readFileSync(path, 'utf8'), path);
const run = await rehearse(scenario, await loadDefinitions(scenario.bureau));
const logs = Object.fromEntries(
  await Promise.all(
    Object.entries(run.cases).map(
      async ([name, caseId]) => [name, await run.system.cases.log(caseId)] as const,
    ),
  ),
);
const moments = [...momentsOfAll(regulations[scenario.bureau]!, logs), ...momentsBeside(run)];
console.log(moments.sort().join('\n'));
