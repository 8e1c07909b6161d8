import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clockedLevelsOf } from '../../shared/regulations/index.ts';
import { MACHINES, machineFile } from '../../statemachines/generated-files.ts';
import { machineName } from '../../statemachines/state-names.ts';
import type { AslDefinition } from '../local/asl.ts';
import { writeMachine } from '../local/definitions/load.ts';
import { documentAt, type GeneratedDocument } from './generated.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The file of every machine, given each bureau's (machine name → ASL); and the files that no machine has any more. */
export const machineDocuments = (
  machines: Readonly<Record<string, Readonly<Record<string, AslDefinition>>>>,
): GeneratedDocument[] => {
  const wanted = Object.entries(machines).flatMap(([bureau, definitions]) =>
    clockedLevelsOf(bureau).map(({ level }) => {
      const definition = definitions[machineName(bureau, level.id)]!;
      return documentAt(machineFile(bureau, level.id), () => writeMachine(definition));
    }),
  );
  const known = new Set(wanted.map(({ path }) => path));
  const leftOver = globSync(`${MACHINES}/*/*`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !known.has(path));
  return [...wanted, ...leftOver.map((path) => documentAt(path, () => null))];
};
