import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenarioFile, type Scenario } from '../../local/rehearsal/scenario.ts';
import { NOTHING, type Usage } from '../meter/usage.ts';
import { type MeasuredCase, measureCase } from './measure-case.ts';
import { measureIdle, measureRoutineDay, type Place } from './measure-items.ts';

const folder = fileURLToPath(new URL('../../../rehearsals', import.meta.url));

/** Everything that is counted by playing. */
export interface Measured {
  idleSweep: Usage;
  /** One look into the mailboxes when nothing waits there. */
  idleTexts: Usage;
  /** A day of so many routine items. */
  routineDay: { items: number; usage: Usage };
  cases: MeasuredCase[];
  /** A sentence for each rehearsal that could not be counted. */
  leftOut: string[];
}

/** The rehearsals of the repository by name, in order; those of one bureau. */
export const readRehearsals = (bureau: string): Map<string, Scenario> =>
  new Map(
    globSync(`${folder}/*.json`)
      .sort()
      .map((path) => [basename(path, '.json'), readScenarioFile(path)] as const)
      .filter(([, scenario]) => scenario.bureau === bureau),
  );

const lengthOf = ({ start, until }: Scenario): number => Date.parse(until) - Date.parse(start);
/** The rehearsal that ends first. */
export const shortestOf = (rehearsals: ReadonlyMap<string, Scenario>): Map<string, Scenario> =>
  new Map([...rehearsals].sort(([, one], [, other]) => lengthOf(one) - lengthOf(other)).slice(0, 1));

/**
 * Plays a bureau's rehearsals, each under its own settings, and a day of routine items, one after the other. The same
 * input gives the same counts.
 */
export const measure = async (
  place: Place,
  rehearsals: ReadonlyMap<string, Scenario>,
  itemsPerDay: number,
): Promise<Measured> => {
  const { sweep: idleSweep, texts: idleTexts } = await measureIdle(place);
  const usage = itemsPerDay === 0 ? NOTHING : await measureRoutineDay(itemsPerDay, place, idleSweep);
  const measured: (MeasuredCase | string)[] = [];
  for (const [name, scenario] of rehearsals)
    measured.push(await measureCase(name, scenario, place.definitions, idleSweep));
  return {
    idleSweep,
    idleTexts,
    routineDay: { items: itemsPerDay, usage },
    cases: measured.filter((each) => typeof each !== 'string'),
    leftOut: measured.filter((each) => typeof each === 'string'),
  };
};
