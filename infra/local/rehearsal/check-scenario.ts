import { OFFICE_COMMANDS } from '../../../shared/contracts/commands.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { settingFaults } from '../../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import { namesToIds } from '../../../shared/rules/names.ts';
import { exampleRoster } from '../people.ts';
import { actorNamed, postNamed } from '../posts.ts';
import { type Step, wordFor } from './scenario-step.ts';

/** What a look-up says when it throws; on one line, as every fault is. */
const faultsOf = (place: string, lookUp: () => unknown): string[] => {
  try {
    lookUp();
    return [];
  } catch (error) {
    return [`${place}:${(error as Error).message.replaceAll('\n', ';')}`];
  }
};

/** What the rules would refuse of a command's names. */
const nameFaults = (regulation: Regulation, place: string, command: { type: string }): string[] => {
  const { unknown } = namesToIds(regulation, command);
  return unknown === undefined ? [] : [`${place}:${unknown.message}`];
};

const commandFaults = (regulation: Regulation, place: string, command: { type: string }): string[] =>
  OFFICE_COMMANDS.some((each) => each === command.type)
    ? nameFaults(regulation, place, command)
    : [`${place}.type:没有命令“${command.type}”;可用:${OFFICE_COMMANDS.join('、')}`];

const stepFaults = (regulation: Regulation, step: Step, place: string): string[] => {
  if ('roster' in step)
    return Object.keys(step.roster).flatMap((post) =>
      faultsOf(`${place}.roster`, () => postNamed(regulation, post)),
    );
  if (!('as' in step)) return [];
  const roster = exampleRoster(regulation);
  const who = faultsOf(`${place}.as`, () => actorNamed(regulation, roster, wordFor(step.as)));
  if ('open' in step)
    return [...who, ...nameFaults(regulation, `${place}.open`, { ...step.open, type: 'OpenCase' })];
  // What is meant to be refused may be wrong on purpose.
  if (!('do' in step) || step.refused !== undefined) return who;
  return [...who, ...commandFaults(regulation, `${place}.do`, step.do)];
};

interface Named {
  bureau: string;
  settings: ChosenSettings;
  steps: readonly Step[];
}

/** What a scenario names that its bureau does not have; nothing has been started yet. */
export const scenarioFaults = ({ bureau, settings, steps }: Named): string[] => {
  const regulation = regulations[bureau];
  if (regulation === undefined) {
    const bureaus = Object.values(regulations).map((each) => `${each.id}(${each.bureau})`);
    return [`bureau:没有这个局“${bureau}”;可用:${bureaus.join('、')}`];
  }
  return [
    ...settingFaults(regulation, settings).map((fault) => `settings.${fault}`),
    ...steps.flatMap((step, index) => stepFaults(regulation, step, `steps.${index}`)),
  ];
};
