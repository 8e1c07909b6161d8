import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { clockedLevelsOf } from '../../../shared/regulations/index.ts';
import { machineFile, notThere } from '../../../statemachines/generated-files.ts';
import { machineName } from '../../../statemachines/state-names.ts';
import type { AslDefinition } from '../asl.ts';
import { LOCAL_PARTITION } from '../local-names.ts';

const root = new URL('../../../', import.meta.url);
const Definition = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

/** A file is of every partition that is served: the name of none stands in it. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: as CloudFormation writes it.
const ANY_PARTITION = 'arn:${AWS::Partition}:';
const OWN_PARTITION = `arn:${LOCAL_PARTITION}:`;
/** What the file of a machine holds. */
export const writeMachine = (definition: AslDefinition): string =>
  `${JSON.stringify(definition, null, 2).replaceAll(OWN_PARTITION, ANY_PARTITION)}\n`;
/** The definition that stands in a file. Throws for a text that is none. */
const parseMachine = (text: string): AslDefinition => {
  const definition: unknown = JSON.parse(text.replaceAll(ANY_PARTITION, OWN_PARTITION));
  Definition.parse(definition);
  return definition as AslDefinition;
};

const readMachine = async (path: string): Promise<AslDefinition> => {
  try {
    return parseMachine(await readFile(new URL(path, root), 'utf8'));
  } catch (error) {
    throw new Error(notThere(path), { cause: error });
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
