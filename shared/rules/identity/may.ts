import { commandNames } from '../../contracts/api/words/command-names.ts';
import { mayGive } from '../../regulations/lookup.ts';
import { FURTHER_RIGHTS } from '../authority.ts';
import { refuseGiver } from '../decide.ts';
import type { Post } from '../persons.ts';
import { postsWith, READING_RIGHTS, type Reading } from '../reading/cases.ts';
import { refuseRefusedItems } from '../reading/refused-items.ts';

const READING: readonly string[] = READING_RIGHTS;

/**
 * The commands and further rights that the regulation gives somebody at any level, acting in one of these posts; what he reads is asked
 * of all posts that are his. `ReadRefusedItems`: what feeds bring and what of it was refused, which who is on duty may read as well.
 */
export const mayDo = (reading: Reading, acting: readonly Post[]): string[] => {
  const { regulation, roster, who } = reading;
  const mayCommand = (type: (typeof commandNames)[number]): boolean =>
    acting.some(
      (post) =>
        refuseGiver({ regulation, roster, actor: { ...who.actor, ...post } }, null, { type }) === undefined,
    );
  const hasRight = (right: string): boolean => acting.some(({ role }) => mayGive(regulation, role, right));
  return [
    ...commandNames.filter(mayCommand),
    ...FURTHER_RIGHTS.filter((right) => !READING.includes(right) && hasRight(right)),
    ...READING_RIGHTS.filter((right) => postsWith(reading, right).length > 0),
    ...(refuseRefusedItems(reading) === undefined ? ['ReadRefusedItems'] : []),
  ];
};
