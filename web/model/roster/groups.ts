import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { spoken } from '../spoken.ts';
import type { Line } from './lines.ts';
import { type BureauNames, postName } from './names.ts';

/** A post with whoever holds it. */
export interface PostGroup {
  role: string;
  name: string;
  isPerUnit: boolean;
  lines: Line[];
}

const byUnit =
  ({ units }: BureauNames) =>
  (one: Line, other: Line): number => {
    const place = ({ unit }: Line): number => units.findIndex(({ id }) => id === unit);
    return place(one) - place(other);
  };

/** All posts in the bureau's order, units inside; those of a post that the bureau has no more come last. */
export const groupsOf = (names: BureauNames, lines: readonly Line[]): PostGroup[] => {
  const known = names.posts.map(({ id, perUnit }) => ({ role: id, isPerUnit: perUnit }));
  const strange = lines.map(({ role }) => role).filter((role) => !known.some((each) => each.role === role));
  const all = [...known, ...[...new Set(strange)].map((role) => ({ role, isPerUnit: false }))];
  return all.map(({ role, isPerUnit }) => ({
    role,
    isPerUnit,
    name: postName(names, role),
    lines: lines.filter((line) => line.role === role).sort(byUnit(names)),
  }));
};

/** Which posts nobody holds who is there, in words; empty: none. */
export const emptyWords = ({ emptyRoles }: Pick<RosterReply, 'emptyRoles'>): string =>
  emptyRoles.map(({ name }) => spoken(name)).join('、');
