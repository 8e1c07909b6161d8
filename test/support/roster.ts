import type { Actor } from '../../shared/case/events.ts';
import { Roster } from '../../shared/contracts/roster.ts';

/** A number that nobody has. */
export const mobileOf = (index: number): string => `+86138${String(index).padStart(8, '0')}`;

/** A roster in which these people stand in the posts that they act in: each id with a number of its own. */
export const rosterOf = (actors: readonly Actor[]): Roster => {
  const ids = [...new Set(actors.map(({ id }) => id))];
  const roles: Record<string, unknown[]> = {};
  // The leading group decides through its 副组长: who acts for it here is one.
  const posts = actors.flatMap((actor) =>
    actor.role === 'leadingGroup' ? [actor, { ...actor, role: 'deputyLeader' }] : [actor],
  );
  for (const { id, name, role, unit } of posts) {
    roles[role] ??= [];
    roles[role].push({
      id,
      name,
      mobile: mobileOf(ids.indexOf(id) + 1),
      ...(unit === undefined ? {} : { unit }),
    });
  }
  return Roster.parse({ roles });
};
