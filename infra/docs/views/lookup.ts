import type { Named } from '../../../shared/contracts/regulation-view/parts.ts';
import { levelOf, nameIn, roleName } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';

/** A thing of a list as id and name; an unknown id names itself. */
export const namedIn = (list: readonly Named[], id: string): Named => ({ id, name: nameIn(list, id) });
export const allNamedIn = (list: readonly Named[], ids: readonly string[]): Named[] =>
  ids.map((id) => namedIn(list, id));
export const levelNamed = (regulation: Regulation, id: string): Named => ({
  id,
  name: levelOf(regulation, id).name,
});
export const levelsNamed = (regulation: Regulation, ids: readonly string[] | undefined): Named[] | null =>
  ids?.map((id) => levelNamed(regulation, id)) ?? null;
export const rolesNamed = (regulation: Regulation, ids: readonly string[]): Named[] =>
  ids.map((id) => ({ id, name: roleName(regulation, id) }));
