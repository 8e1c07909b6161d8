import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContractSchema } from './contract-schema.ts';
import type { Machines, TaskCall } from './rig.ts';

export const FIXTURES = fileURLToPath(new URL('../fixtures/upgrades', import.meta.url));
export const folderOf = (contract: number): string => `${FIXTURES}/contract-${contract}`;

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export interface RecordedContract {
  contract: number;
  machines: Machines;
  /** What an execution of these machines began with. */
  executionInput: Record<string, unknown>;
  /** Every call of a task, as these machines made it, with the answer of the functions of that time. */
  tasks: TaskCall[];
  schema: ContractSchema;
}

/** The versions of the contract that executions may still speak, as `record.ts` wrote them down. */
export const recordedContracts: RecordedContract[] = globSync('contract-*', { cwd: FIXTURES })
  .map((folder) => Number(folder.replace('contract-', '')))
  .sort((one, other) => one - other)
  .map((contract) => ({
    contract,
    machines: Object.fromEntries(
      globSync('*.json', { cwd: `${folderOf(contract)}/machines` })
        .sort()
        .map((file) => [basename(file, '.json'), read(`${folderOf(contract)}/machines/${file}`)]),
    ) as Machines,
    executionInput: read(`${folderOf(contract)}/execution-input.json`) as Record<string, unknown>,
    tasks: read(`${folderOf(contract)}/tasks.json`) as TaskCall[],
    schema: read(`${folderOf(contract)}/schema.json`) as ContractSchema,
  }));
