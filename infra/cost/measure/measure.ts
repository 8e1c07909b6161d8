import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenario, type Scenario } from '../../local/rehearsal/scenario.ts';
import { NOTHING, type Usage } from '../meter/usage.ts';
import { type MeasuredCase, measureCase } from './measure-case.ts';
import { measureIdleSweep, measureRoutineDay } from './measure-items.ts';
import type { Definitions } from './play.ts';

const folder = fileURLToPath(new URL('../../../rehearsals', import.meta.url));

/** Everything that is counted by playing. */
export interface Measured {
  idleSweep: Usage;
  /** A day of so many routine items. */
  routineDay: { items: number; usage: Usage };
  cases: MeasuredCase[];
}

/** The rehearsals of the repository by name, in order. */
export const readRehearsals = (): Map<string, Scenario> => {
  const paths = globSync(`${folder}/*.json`).sort();
  return new Map(
    paths.map((path) => [basename(path, '.json'), readScenario(readFileSync(path, 'utf8'), path)]),
  );
};

/** Plays the rehearsals and a day of routine items, one after the other. The same input gives the same counts. */
export const measure = async (
  definitions: Definitions,
  rehearsals: ReadonlyMap<string, Scenario>,
  { itemsPerDay, sweepMinutes }: { itemsPerDay: number; sweepMinutes: number },
): Promise<Measured> => {
  const idleSweep = await measureIdleSweep(definitions, sweepMinutes);
  const usage =
    itemsPerDay === 0 ? NOTHING : await measureRoutineDay(itemsPerDay, definitions, sweepMinutes, idleSweep);
  const cases: MeasuredCase[] = [];
  for (const [name, scenario] of rehearsals)
    cases.push(await measureCase(name, scenario, definitions, idleSweep));
  return { idleSweep, routineDay: { items: itemsPerDay, usage }, cases };
};
