import { LISTS, type ListId } from './lists.ts';

/** A member of the data that rests on clauses. */
export interface Rule {
  /** The list it stands in, as the data name it, and as the office does. */
  list: ListId;
  listName: string;
  id: string;
  name: string;
  /** The limit of a duty; of others what they say; empty where the name says all. */
  text: string;
  /** The ids as a command wants them: `RecordAction action=verified`. Of an id without a command: `to=zhanjiang`. */
  commands: readonly string[];
  /** The files that execute the list. */
  files: readonly string[];
  cite: readonly string[];
}

type Said = Pick<Rule, 'id'> & Partial<Pick<Rule, 'name' | 'text' | 'commands'>>;
export const rule = (
  list: ListId,
  cite: readonly string[] | undefined,
  { id, name = id, text = '', commands = [] }: Said,
): Rule => ({
  list,
  listName: LISTS[list].name,
  id,
  name,
  text,
  commands,
  files: LISTS[list].files,
  cite: cite ?? [],
});
