import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { clockedLevelsOf } from '../../../shared/regulations/index.ts';
import { machineName } from '../../../statemachines/state-names.ts';
import type { AslDefinition } from '../asl.ts';

/** Where the generated machines lie, from the root of the project: a folder a bureau. */
export const MACHINES = 'statemachines/generated';
/** The file of one level's machine. */
export const machineFile = (bureau: string, level: string): string => `${MACHINES}/${bureau}/${level}.json`;

const root = new URL('../../../', import.meta.url);
const Definition = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

const readMachine = async (path: string): Promise<AslDefinition> => {
  try {
    const definition: unknown = JSON.parse(await readFile(new URL(path, root), 'utf8'));
    Definition.parse(definition);
    return definition as AslDefinition;
  } catch (error) {
    throw new Error(`状态机文件 ${path} 缺失或已损坏,请运行 npm run docs 重新生成`, { cause: error });
  }
};

/**
 * A bureau's state machines as its deployment has them, machine name → ASL: read from the files that `npm run docs`
 * synthesizes. Rejects in Chinese, naming the file and the command, when one is missing or damaged.
 */
export const loadDefinitions = async (bureau: string): Promise<Record<string, AslDefinition>> => {
  const definitions: Record<string, AslDefinition> = {};
  for (const { level } of clockedLevelsOf(bureau))
    definitions[machineName(bureau, level.id)] = await readMachine(machineFile(bureau, level.id));
  return definitions;
};
