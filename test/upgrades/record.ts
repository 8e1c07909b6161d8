import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { loadDefinitions } from '../../infra/local/definitions/load.ts';
import { CONTRACT_VERSION } from '../../shared/contracts/workflow.ts';
import { contractSchema } from './contract-schema.ts';
import { folderOf } from './fixtures.ts';
import { playStory } from './story.ts';

// `node test/upgrades/record.ts` writes down the present version of the contract, once: what was deployed is history.
const folder = folderOf(CONTRACT_VERSION);
if (existsSync(folder))
  throw new Error(`${folder} is there already; raise CONTRACT_VERSION for a new contract`);
const machines = await loadDefinitions('leizhou');
const tasks = await playStory(machines);
const { caseId, level, generation } = tasks[0]!.input;
mkdirSync(`${folder}/machines`, { recursive: true });
const write = (name: string, text: string): void => writeFileSync(`${folder}/${name}.json`, `${text}\n`);
for (const [name, definition] of Object.entries(machines))
  write(`machines/${name}`, JSON.stringify(definition));
write('execution-input', JSON.stringify({ caseId, level, generation }));
write('tasks', `[\n${tasks.map((task) => JSON.stringify(task)).join(',\n')}\n]`);
write('schema', JSON.stringify(contractSchema(), null, 1));
