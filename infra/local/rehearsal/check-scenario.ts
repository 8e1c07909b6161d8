import { regulations } from '../../../shared/regulations/index.ts';
import { openableLevels } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { settingFaults } from '../../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import { COMMANDS } from '../../regulation-check/checks/people/commands.ts';
import { isRecord } from '../../regulation-check/checks/walk.ts';
import type { Step, Who } from './scenario-step.ts';

/** Where, what is wrong, and what may stand there. */
const faultOf = (place: string, what: string, given: unknown, allowed: readonly string[]): string =>
  `${place}:没有${what}“${String(given)}”;可用:${allowed.join('、')}`;

const unless = (place: string, what: string, given: unknown, allowed: readonly string[]): string[] =>
  given === undefined || allowed.includes(String(given)) ? [] : [faultOf(place, what, given, allowed)];

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const whoFaults = ({ roles, units }: Regulation, place: string, who: Who): string[] => {
  const [role, unit] = typeof who === 'string' ? who.split('@') : [who.role, who.unit];
  const posts = roles.filter(({ kind }) => kind === 'internal');
  return [
    ...unless(`${place}.as`, '本局角色', role, idsOf(posts)),
    ...unless(`${place}.as`, '股室', unit, idsOf(units)),
  ];
};

const openFaults = (regulation: Regulation, place: string, open: Record<string, unknown>): string[] => [
  ...unless(`${place}.level`, '级别', open.level, idsOf(openableLevels(regulation))),
  ...unless(`${place}.unit`, '股室', open.unit, idsOf(regulation.units)),
  ...listOf(open.flags).flatMap((flag, index) =>
    unless(`${place}.flags.${index}`, '标记', flag, idsOf(regulation.flags)),
  ),
  ...listOf(open.sources).flatMap((source, index) =>
    unless(
      `${place}.sources.${index}.kind`,
      '来源',
      isRecord(source) ? source.kind : undefined,
      idsOf(regulation.sources),
    ),
  ),
];

const stepFaults = (regulation: Regulation, step: Step, place: string): string[] => {
  const who = 'as' in step ? whoFaults(regulation, place, step.as) : [];
  if ('open' in step) return [...who, ...openFaults(regulation, `${place}.open`, step.open)];
  if ('roster' in step)
    return Object.keys(step.roster).flatMap((role) =>
      unless(`${place}.roster`, '角色', role, idsOf(regulation.roles)),
    );
  // What is meant to be refused may be wrong on purpose.
  if (!('do' in step) || step.refused !== undefined) return who;
  const commands = COMMANDS.filter((each) => each !== 'OpenCase');
  return [
    ...who,
    ...unless(`${place}.do.type`, '命令', step.do.type, commands),
    ...unless(`${place}.do.duty`, '职责', step.do.duty, idsOf(regulation.duties)),
  ];
};

interface Named {
  bureau: string;
  settings: ChosenSettings;
  steps: readonly Step[];
}

/** What a scenario names that its bureau does not have; nothing has been started yet. */
export const scenarioFaults = ({ bureau, settings, steps }: Named): string[] => {
  const regulation = regulations[bureau];
  if (regulation === undefined) return unless('bureau', '这个局', bureau, Object.keys(regulations));
  return [
    ...settingFaults(regulation, settings).map((fault) => `settings.${fault}`),
    ...steps.flatMap((step, index) => stepFaults(regulation, step, `steps.${index}`)),
  ];
};
