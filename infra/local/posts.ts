import type { Actor } from '../../shared/case/events.ts';
import type { Roster } from '../../shared/contracts/roster.ts';
import type { Regulation, Role } from '../../shared/regulations/schema.ts';
import { called } from '../../shared/rules/names.ts';
import { personFor } from './people.ts';

const named = ({ id, name }: { id: string; name: string }): string => `${id}(${name})`;
const isInternal = ({ kind }: Role): boolean => kind === 'internal';

/** The posts and the units of a bureau, as they are typed. */
export const postsText = ({ bureau, roles, units }: Regulation): string => {
  const posts = roles
    .filter(isInternal)
    .map(({ id, name, perUnit }) => named({ id: perUnit ? `${id}@<单位>` : id, name }));
  return [`${bureau}的岗位:${posts.join('、')}`, `单位:${units.map(named).join('、')}`].join('\n');
};

/** A post of the bureau by id or by name. Throws an Error in Chinese that lists the bureau's posts and units. */
export const postNamed = (regulation: Regulation, word: string): Role => {
  const post = called(regulation.roles.filter(isInternal), word);
  if (post === undefined) throw new Error(`没有岗位“${word}”\n${postsText(regulation)}`);
  return post;
};

/**
 * Who acts: `岗位` or `岗位@单位`, by id or by name; one person of the roster. Throws an Error in Chinese that lists the
 * bureau's posts and units.
 */
export const actorNamed = (regulation: Regulation, roster: Roster, who: string): Actor => {
  const [word = '', place] = who.split('@');
  const post = postNamed(regulation, word);
  if (place === undefined) return personFor(roster, post.id);
  const unit = post.perUnit ? called(regulation.units, place) : undefined;
  if (unit === undefined)
    throw new Error(
      `${post.perUnit ? `没有单位“${place}”` : `${post.name}不分单位,不写“@${place}”`}\n${postsText(regulation)}`,
    );
  return personFor(roster, post.id, unit.id);
};
