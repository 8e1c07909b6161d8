import { readFileSync } from 'node:fs';
import { type AslMachine, machineOf, stateOf } from '../../shared/pictures/workflow/machine.ts';
import { drawWorkflow } from '../../shared/pictures/workflow/picture.ts';
import { spineOf } from '../../shared/pictures/workflow/top.ts';
import { clockedLevelsOf } from '../../shared/regulations/index.ts';
import type { Level, Regulation } from '../../shared/regulations/schema.ts';
import { machineFile, notThere } from '../../statemachines/generated-files.ts';

const machineFrom = (bureau: string, level: string): AslMachine => {
  const path = machineFile(bureau, level);
  try {
    return machineOf(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as object);
  } catch (error) {
    throw new Error(notThere(path), { cause: error });
  }
};

/** The picture of one level's workflow as the desk shows it, with its first duty drawn in full. */
const drawLevel = (machine: AslMachine, { name }: Level): string => {
  const [, first] = stateOf(machine, spineOf(machine).handling).Branches ?? [];
  return drawWorkflow(machine, `${name}的时限流程`, first?.StartAt ?? '');
};

/** Level → the picture of its workflow, of each level that has clocks. */
export const levelPictures = ({ id }: Pick<Regulation, 'id'>): Map<string, string> =>
  new Map(clockedLevelsOf(id).map(({ level }) => [level.id, drawLevel(machineFrom(id, level.id), level)]));
