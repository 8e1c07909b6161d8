import { CONTENT } from '../../../shared/case/events/content.ts';
import { EVENT_COMMANDS, EVENT_WORDS } from '../../../shared/contracts/api/words/events.ts';
import { FIELD_WORDS, SPECIAL_WORDS } from '../../../shared/contracts/api/words/fields.ts';
import { TITLES } from './table.ts';

/** `unmet.*.name` → [`unmet`, `name`]. */
const stepsOf = (path: string): string[] => path.split('.').filter((step) => step !== '*');

/** As the desk's form asks for it, or as the contract calls it. */
const formTitle = (place: string, name: string): string | undefined =>
  TITLES[place] ?? (SPECIAL_WORDS[place] ?? FIELD_WORDS[name])?.title;
const nameOf = (type: string, steps: readonly string[]): string => {
  const place = steps.join('.');
  const last = steps.at(-1)!;
  const outer = steps.at(-2) ?? EVENT_COMMANDS[type];
  const name = EVENT_WORDS[`${type}.${place}`] ?? EVENT_WORDS[place] ?? formTitle(`${outer}.${last}`, last);
  if (name === undefined) throw new Error(`No words for ${type}.${place}`);
  return name;
};

/**
 * What is called how in the log: `event.place` → name, of every text that an event may hold (lists and records are no step of a
 * place); and by their bare names the fields of commands, under which some of them lie.
 */
export const logNames = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(FIELD_WORDS).flatMap(([name, { title }]) => [
      [name, title],
      [`ActCompleted.given.${name}`, formTitle(`CompleteAct.${name}`, name) ?? title],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(CONTENT).flatMap(([type, paths]) =>
      paths.map((path) => {
        const steps = stepsOf(path);
        return [`${type}.${steps.join('.')}`, nameOf(type, steps)];
      }),
    ),
  ),
});
