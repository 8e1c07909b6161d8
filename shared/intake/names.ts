import type { Regulation } from '../regulations/schema.ts';
import { type Choice, idOf, type ListName, listOf } from '../rules/names.ts';

/** A name apart from width, blanks, punctuation and case. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What of these a feed means: by id or name, as the office writes it, or alike but for blanks and punctuation; only where it is one. */
export const meant = (choices: readonly Choice[], given: string): string | undefined => {
  const sought = plain(given);
  const found = choices.filter(({ id, name, short }) =>
    [id, name, short].some((each) => each !== undefined && sought !== '' && plain(each) === sought),
  );
  return found.length === 1 ? found[0]!.id : undefined;
};

/** No name is longer. */
const LONGEST = 200;

/** The id of what the regulation has in a list, or what it says of a name that it does not have. */
export const readName = (
  regulation: Regulation,
  list: ListName,
  given: string,
): { id: string } | { fault: string } => {
  if (given.length > LONGEST) return { fault: `超过${LONGEST}字` };
  const id = idOf(regulation, list, given.trim());
  if (typeof id === 'string') return { id };
  const alike = meant(listOf(regulation, list), given);
  return alike === undefined ? { fault: id.message } : { id: alike };
};

/** Words by which somebody says what the bureau must hear at once. */
const SIGNS = ['密', '交办', '督办', '批示', '批办', '转办', '上级', 'secret', 'confidential'];
/** So short a part of a name is no sign of it. */
const SHORTEST = 3;

/** Whether a name that nobody could read may say 涉密, come from a superior, or mean a flag of the regulation. */
export const maySaySomethingGrave = ({ flags, sources }: Regulation, given: string): boolean => {
  const said = plain(given);
  const names = [...flags, ...sources.filter(({ from }) => from !== null)].map(({ name }) => plain(name));
  return (
    SIGNS.some((sign) => said.includes(sign)) ||
    names.some((name) => said.includes(name) || (said.length >= SHORTEST && name.includes(said)))
  );
};
