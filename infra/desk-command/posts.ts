import type { Actor } from '../../shared/case/events.ts';
import type { Roster } from '../../shared/contracts/roster.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { personFor } from '../local/people.ts';

const named = ({ id, name }: { id: string; name: string }): string => `${id}(${name})`;

/** The posts and the units of a bureau, as they are typed. */
export const postsText = ({ bureau, roles, units }: Regulation): string => {
  const posts = roles
    .filter(({ kind }) => kind === 'internal')
    .map(({ id, name, perUnit }) => named({ id: perUnit ? `${id}@<单位>` : id, name }));
  return [`${bureau}的岗位:${posts.join('、')}`, `单位:${units.map(named).join('、')}`].join('\n');
};

/**
 * Who acts: `岗位` or `岗位@单位`, by id or by name; one person of the roster. Throws an Error in Chinese that lists the
 * bureau's posts and units.
 */
export const actorNamed = (regulation: Regulation, roster: Roster, who: string): Actor => {
  const [post, place] = who.split('@');
  const among = <Thing extends { id: string; name: string }>(things: readonly Thing[], word: string) =>
    things.find(({ id, name }) => id === word || name === word);
  const role = among(
    regulation.roles.filter(({ id }) => (roster.roles[id] ?? []).length > 0),
    post!,
  );
  if (role === undefined) throw new Error(`没有岗位“${post}”\n${postsText(regulation)}`);
  if (place === undefined) return personFor(roster, role.id);
  const unit = role.perUnit ? among(regulation.units, place) : undefined;
  if (unit === undefined)
    throw new Error(
      `${role.perUnit ? `没有单位“${place}”` : `${role.name}不分单位,不写“@${place}”`}\n${postsText(regulation)}`,
    );
  return personFor(roster, role.id, unit.id);
};
